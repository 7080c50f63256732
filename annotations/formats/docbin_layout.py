"""What is called what in the DocBins that closeread writes."""

from annotations.model import Layer

ENTITIES = Layer.ENTITIES.value
LAYERS = tuple(layer.value for layer in Layer)
"""Span groups, one a layer, without what was rejected."""

PARTS = "parts"
"""The span group of what quotes and figures have: speakers, cues, numbers."""

SPANCAT = "sc"
"""The span group with all layers, under the key that spaCy's span categoriser learns from."""

RECORDS = "closeread"
"""The attribute of a span group with the records of its annotations. Each has in `at` where its
span stands and its label (null if it has none), and in `ent` that of its entity if it differs."""

ARTICLE_ID, ARTICLE = "article_id", "closeread"
"""Keys of `doc.user_data`: the id, and what else is known of the article."""


def rejected(layer: str) -> str:
    """The span group of what was rejected of a layer.

    That of names is what spaCy's entity recogniser takes as `incorrect_spans_key`.
    """
    return f"{layer}_rejected"

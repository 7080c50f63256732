"""What the quote layer costs on top of a parse, and whether twice the text takes twice the time.

Measured on a made-up article with its names found, then on input that no newspaper prints.
"""

import sys
from collections.abc import Iterator
from functools import partial

from drafting import draft
from layer_cost import Work, layer_figures
from report import Figure, run
from spacy.tokens import Doc

from annotations.detect import pipeline
from annotations.detect.entities.layer import find_entities
from annotations.detect.quotes.layer import find_quotes

WORDS = 20_000
"""Of the article."""
COST_BOUND = 333
"""Milliseconds for so many words: 60,000 a second."""

HOSTILE = {
    "opening marks": "“a ",
    "straight marks": '" a ',
    "single marks": "'a 'b' ",
    "said": "said he said that ",
    "according to": "according to him ",
    "names and colons": "Ana: no.\n\nIvo: yes.\n\n",
    "he said": "“Well,” he said. ",
}
"""Texts that are repeated until they have 10,000 words."""


def measure() -> Iterator[Figure]:
    """Measure the made-up article, then every hostile text."""
    default = pipeline.load()
    article = draft(seed=0, title="The flood", opening="More rain fell.", words=WORDS).text
    yield from layer_figures(
        default, article, HOSTILE, words=WORDS, bound=COST_BOUND, prepare=_prepare
    )


def _prepare(doc: Doc) -> Work:
    return partial(find_quotes, doc, find_entities(doc))


if __name__ == "__main__":
    sys.exit(run(measure, description=__doc__))

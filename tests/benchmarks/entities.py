"""What the entity layer costs on top of a pipeline, and whether its time is linear.

Measured on a made-up article, then on input that no newspaper prints. Looking the places up is
part of it, reading the gazetteer is not: that is done once, and has a line of its own.
"""

import sys
import time
from collections.abc import Iterator
from functools import partial

from drafting import draft
from layer_cost import Work, halved, ratio
from report import Figure, run
from spacy.tokens import Doc

from annotations.detect import pipeline
from annotations.detect.entities.layer import find_entities
from annotations.detect.places.gazetteer import places

WORDS = 20_000
"""Of the article."""
COST_BOUND = 333
"""Milliseconds for so many words: 60,000 a second."""
READING_BOUND = 1000
"""Milliseconds for reading the gazetteer."""

HOSTILE = {
    "one name": "Solberg ",
    "names": "Ana Solberg, Ivo Lind and ",
    "capitals": "KYIV – ",
    "initials": "J. R. R. A. ",
    "tables": "Alloa 2 Montrose 1\n",
    "brackets": "World Kelp Council (WKC) ",
    "places": "Springfield, ",
    "hyphens": "Iranian-Saudi-",
}
"""Texts that are repeated until they have 10,000 words."""
_HOSTILE_WORDS = 10_000


def measure() -> Iterator[Figure]:
    """Measure the made-up article, then every hostile text."""
    default = pipeline.load()
    begun = time.process_time()
    places("Oslo")
    reading = time.process_time() - begun
    yield Figure(name="reading the gazetteer", unit="ms", value=reading * 1000, bound=READING_BOUND)
    article = draft(seed=0, title="The flood", opening="More rain fell.", words=WORDS).text
    half, whole = halved(default, article, prepare=_prepare)
    seconds = whole * WORDS / len(article.split())
    yield Figure(name=f"{WORDS:,} words", unit="ms", value=seconds * 1000, bound=COST_BOUND)
    yield Figure(name="words a second", value=WORDS / seconds)
    yield ratio("twice the words", half, whole)
    for name, text in HOSTILE.items():
        repeated = text * (_HOSTILE_WORDS // len(text.split()))
        half, whole = halved(default, repeated, prepare=_prepare)
        yield Figure(name=name, unit="ms", value=whole * 1000)
        yield ratio(f"{name}, twice as many", half, whole)


def _prepare(doc: Doc) -> Work:
    return partial(find_entities, doc)


if __name__ == "__main__":
    sys.exit(run(measure, description=__doc__))

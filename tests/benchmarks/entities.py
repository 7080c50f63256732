"""What the entity layer costs on top of a pipeline, and whether its time is linear.

Measured on a made-up article, then on input that no newspaper prints. Looking the places up is
part of it, reading the gazetteer is not: that is done once, and has a line of its own.
"""

import sys
import time
from collections.abc import Iterator
from functools import partial

from drafting import draft
from layer_cost import Work, layer_figures
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


def measure() -> Iterator[Figure]:
    """Measure the made-up article, then every hostile text."""
    default = pipeline.load()
    begun = time.process_time()
    places("Oslo")
    reading = time.process_time() - begun
    yield Figure(name="reading the gazetteer", unit="ms", value=reading * 1000, bound=READING_BOUND)
    article = draft(seed=0, title="The flood", opening="More rain fell.", words=WORDS).text
    yield from layer_figures(
        default, article, HOSTILE, words=WORDS, bound=COST_BOUND, prepare=_prepare
    )


def _prepare(doc: Doc) -> Work:
    return partial(find_entities, doc)


if __name__ == "__main__":
    sys.exit(run(measure, description=__doc__))

"""What the casualty layer costs on top of a parse, and whether twice the text takes twice the time.

Measured on a made-up article in which every third sentence states a figure, then on input that no
newspaper prints.
"""

import sys
from collections.abc import Iterator
from datetime import date
from functools import partial

from drafting import draft
from layer_cost import Work, article_figures, cost, hostile_figures
from report import Figure, run
from spacy.tokens import Doc

from annotations.detect import pipeline
from annotations.detect.casualties.layer import find_figures
from annotations.detect.entities.layer import find_entities
from annotations.detect.quotes.layer import find_quotes
from tests.annotations.detect.casualties.hostile import HOSTILE

WORDS = 20_000
"""Of each text; 10,000 numbers in one sentence are as many."""
COST_BOUND = 1_000
"""Milliseconds for an article of so many words."""
PUBLISHED = date(2016, 10, 27)


def measure() -> Iterator[Figure]:
    """Measure the made-up article, then every hostile text."""
    default = pipeline.load()
    article = draft(seed=0, title="The flood", opening="More rain fell.", words=WORDS).text
    measured = cost(default, article, prepare=_prepare)
    counted = len(article.split())
    yield from article_figures(measured, counted=counted, words=WORDS, bound=COST_BOUND)
    for name, text in HOSTILE.items():
        repeated = text * (WORDS // len(text.split()))
        yield from hostile_figures(name, cost(default, repeated, prepare=_prepare))


def _prepare(doc: Doc) -> Work:
    entities = find_entities(doc)
    quotes = find_quotes(doc, entities)
    return partial(find_figures, doc, entities=entities, quotes=quotes, published=PUBLISHED)


if __name__ == "__main__":
    sys.exit(run(measure, description=__doc__))

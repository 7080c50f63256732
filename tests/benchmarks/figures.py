"""What the casualty layer costs on top of a parse, and whether twice the text takes twice the time.

Measured on a made-up article in which every third sentence states a figure, then on input that no
newspaper prints.
"""

import sys
import time
from collections.abc import Callable, Iterator
from datetime import date

from drafting import draft
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
RUNS = 3
RATIO_BOUND = 2.4
"""Times as long for twice the text; 2 if the time is linear."""
PUBLISHED = date(2016, 10, 27)

Parse = Callable[[str], Doc]


def measure() -> Iterator[Figure]:
    """Measure the made-up article, then every hostile text."""
    default = pipeline.load()

    def parse(text: str) -> Doc:
        # No public way leads to a document without its annotations; nobody else needs one.
        return default._parse(text, lambda _share: None)

    article = draft(seed=0, title="The flood", opening="More rain fell.", words=WORDS).text
    half, whole = _halved(parse, article)
    seconds = whole * WORDS / len(article.split())
    yield Figure(name=f"{WORDS:,} words", unit="ms", value=seconds * 1000, bound=COST_BOUND)
    yield Figure(name="words a second", value=WORDS / seconds)
    yield _ratio("twice the words", half, whole)
    for name, text in HOSTILE.items():
        half, whole = _halved(parse, text * (WORDS // len(text.split())))
        yield Figure(name=name, unit="ms", value=whole * 1000)
        yield _ratio(f"{name}, twice as many", half, whole)


def _ratio(name: str, half: float, whole: float) -> Figure:
    return Figure(name=name, value=whole / half, bound=RATIO_BOUND)


def _halved(parse: Parse, text: str) -> tuple[float, float]:
    """Seconds for the first half of a text and for all of it, the best of some runs in turn.

    They are the processor's, so that other programs on the machine count little.
    """
    documents = [parse(text[: len(text) // 2]), parse(text)]
    quotes = [find_quotes(each, find_entities(each)) for each in documents]
    best = [float("inf"), float("inf")]
    for _ in range(RUNS):
        for index, doc in enumerate(documents):
            begun = time.process_time()
            find_figures(doc, quotes=quotes[index], published=PUBLISHED)
            best[index] = min(best[index], time.process_time() - begun)
    return best[0], best[1]


if __name__ == "__main__":
    sys.exit(run(measure, description=__doc__))

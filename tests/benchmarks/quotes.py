"""What the quote layer costs on top of a parse, and whether twice the text takes twice the time.

Measured on a made-up article with its names found, then on input that no newspaper prints.
"""

import sys
import time
from collections.abc import Callable, Iterator

from drafting import draft
from report import Figure, run
from spacy.tokens import Doc

from annotations.detect import pipeline
from annotations.detect.entities.layer import find_entities
from annotations.detect.quotes.layer import find_quotes

WORDS = 20_000
"""Of the article."""
COST_BOUND = 333
"""Milliseconds for so many words: 60,000 a second."""
RUNS = 3
RATIO_BOUND = 2.4
"""Times as long for twice the text; 2 if the time is linear."""

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
_HOSTILE_WORDS = 10_000

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
    yield Figure(name="twice the words", value=whole / half, bound=RATIO_BOUND)
    for name, text in HOSTILE.items():
        half, whole = _halved(parse, text * (_HOSTILE_WORDS // len(text.split())))
        yield Figure(name=name, unit="ms", value=whole * 1000)
        yield Figure(name=f"{name}, twice as many", value=whole / half, bound=RATIO_BOUND)


def _halved(parse: Parse, text: str) -> tuple[float, float]:
    """Seconds for the first half of a text and for all of it, the best of some runs in turn.

    They are the processor's, so that other programs on the machine count little.
    """
    documents = [parse(text[: len(text) // 2]), parse(text)]
    entities = [find_entities(each) for each in documents]
    best = [float("inf"), float("inf")]
    for _ in range(RUNS):
        for index, doc in enumerate(documents):
            begun = time.process_time()
            find_quotes(doc, entities[index])
            best[index] = min(best[index], time.process_time() - begun)
    return best[0], best[1]


if __name__ == "__main__":
    sys.exit(run(measure, description=__doc__))

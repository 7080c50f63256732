"""What a layer of the detector costs on top of a parse, for the benchmarks of single layers."""

import time
from collections.abc import Callable

from report import Figure
from spacy.tokens import Doc

from annotations.detect.pipeline import Pipeline

RUNS = 3
RATIO_BOUND = 2.4
"""Times as long for twice the text; 2 if the time is linear."""

Work = Callable[[], object]


def halved(pipeline: Pipeline, text: str, *, prepare: Callable[[Doc], Work]) -> tuple[float, float]:
    """Seconds for the first half of a text and for all of it, the best of some runs in turn.

    They are the processor's, so that other programs on the machine count little.

    Args:
        pipeline: Parses the text; that is not counted.
        text: Any text.
        prepare: Does what comes before the layer, not counted, and returns the layer's work.
    """
    # No public way leads to a document without its annotations; nobody else needs one.
    parsed = [pipeline._parse(each, lambda _share: None) for each in (text[: len(text) // 2], text)]
    works = [prepare(doc) for doc in parsed]
    best = [float("inf"), float("inf")]
    for _ in range(RUNS):
        for index, work in enumerate(works):
            begun = time.process_time()
            work()
            best[index] = min(best[index], time.process_time() - begun)
    return best[0], best[1]


def ratio(name: str, half: float, whole: float) -> Figure:
    """The figure of how many times as long twice the text takes."""
    return Figure(name=name, value=whole / half, bound=RATIO_BOUND)

"""What a layer of the detector costs on top of a parse, for the benchmarks of single layers."""

import time
from collections.abc import Callable, Iterator, Mapping

from report import Figure
from spacy.tokens import Doc

from annotations.detect.pipeline import Pipeline

RUNS = 3
RATIO_BOUND = 2.4
"""Times as long for twice the text; 2 if the time is linear."""

_HOSTILE_WORDS = 10_000

Work = Callable[[], object]


def halved(pipeline: Pipeline, text: str, *, prepare: Callable[[Doc], Work]) -> tuple[float, float]:
    """Seconds for the first half of a text and for all of it, the best of some runs in turn.

    They are the processor's, so that other programs on the machine count little.

    Args:
        pipeline: Parses the text; that is not counted.
        text: Any text.
        prepare: Does what comes before the layer, not counted, and returns the layer's work.
    """
    parsed = [pipeline.parse(each) for each in (text[: len(text) // 2], text)]
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


def layer_figures(
    pipeline: Pipeline,
    article: str,
    hostile: Mapping[str, str],
    *,
    words: int,
    bound: float,
    prepare: Callable[[Doc], Work],
) -> Iterator[Figure]:
    """The figures of a layer: on an article, and on texts that no newspaper prints.

    Args:
        pipeline: Parses the texts.
        article: A long article.
        hostile: Texts that are repeated until they have 10,000 words, by their names.
        words: The number of words that the article's time is stated for.
        bound: Milliseconds that so many words may take.
        prepare: As for `halved`.
    """
    half, whole = halved(pipeline, article, prepare=prepare)
    seconds = whole * words / len(article.split())
    yield Figure(name=f"{words:,} words", unit="ms", value=seconds * 1000, bound=bound)
    yield Figure(name="words a second", value=words / seconds)
    yield ratio("twice the words", half, whole)
    for name, text in hostile.items():
        repeated = text * (_HOSTILE_WORDS // len(text.split()))
        half, whole = halved(pipeline, repeated, prepare=prepare)
        yield Figure(name=name, unit="ms", value=whole * 1000)
        yield ratio(f"{name}, twice as many", half, whole)

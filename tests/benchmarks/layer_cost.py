"""What a layer of the detector costs on top of a parse, for the benchmarks of single layers."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from report import Figure, Reference
from spacy.tokens import Doc

from annotations.detect.pipeline import Pipeline

RUNS = 3
RATIO_BOUND = 2.4
"""Times as long for twice the text; 2 if the time is linear."""

_HOSTILE_WORDS = 10_000

Work = Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds of the processor, the least of some runs."""

    half: float
    """For the first half of a text."""
    whole: float
    parsing: float
    """What the pipeline took for the whole text before."""


def cost(pipeline: Pipeline, text: str, *, prepare: Callable[[Doc], Work]) -> Cost:
    """What a layer costs on the first half of a text and on all of it, in turn.

    The processor's time is taken, so that other programs on the machine count little.

    Args:
        pipeline: Parses the text; that is not part of the layer.
        text: Any text.
        prepare: Does what comes before the layer, not counted, and returns the layer's work.
    """
    first = pipeline.parse(text[: len(text) // 2])
    begun = time.process_time()
    parsed = pipeline.parse(text)
    parsing = time.process_time() - begun
    works = [prepare(doc) for doc in (first, parsed)]
    best = [float("inf"), float("inf")]
    for _ in range(RUNS):
        for index, work in enumerate(works):
            begun = time.process_time()
            work()
            best[index] = min(best[index], time.process_time() - begun)
    return Cost(half=best[0], whole=best[1], parsing=parsing)


def growth(name: str, measured: Cost) -> Figure:
    """The figure of how many times as long twice the text takes."""
    return Figure(name=name, value=measured.whole / measured.half, bound=RATIO_BOUND)


def article_figures(measured: Cost, *, counted: int, words: int, bound: float) -> Iterator[Figure]:
    """The figures of a layer on an article.

    Args:
        measured: What it cost.
        counted: The words of the article.
        words: The number of words that its time is stated for.
        bound: Milliseconds that so many words may take.
    """
    share = words / counted
    seconds = measured.whole * share
    parsing = Reference(name="the pipeline", value=measured.parsing * share * 1000)
    name = f"{words:,} words"
    yield Figure(name=name, unit="ms", value=seconds * 1000, bound=bound, reference=parsing)
    yield Figure(name="words a second", value=words / seconds)
    yield growth("twice the words", measured)


def hostile_figures(name: str, measured: Cost) -> Iterator[Figure]:
    """The figures of a layer on a text that no newspaper prints."""
    yield Figure(name=name, unit="ms", value=measured.whole * 1000)
    yield growth(f"{name}, twice as many", measured)


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
        prepare: As for `cost`.
    """
    measured = cost(pipeline, article, prepare=prepare)
    counted = len(article.split())
    yield from article_figures(measured, counted=counted, words=words, bound=bound)
    for name, text in hostile.items():
        repeated = text * (_HOSTILE_WORDS // len(text.split()))
        yield from hostile_figures(name, cost(pipeline, repeated, prepare=prepare))

"""A very large article: 200,000 words with 100,000 annotations, many of them overlapping.

First text against the least that a Textual app can be, then every way to move, then memory.
"""

import statistics
import sys
from collections.abc import Iterator

from apps import minimal
from corpus import OPENING, Corpus, prepared
from references import plain_keys, plain_resizing
from report import Figure, Reference, latencies, run
from terminal import Terminal

WORDS, ANNOTATIONS = 200_000, 100_000
STARTS, WARM_UP, KEYS, JUMPS = 7, 2, 120, 10
WIDTHS = (100, 60, 120)
"""Columns that the terminal changes to; at each the text is wrapped anew."""

FIRST_TEXT_BOUND = 300
"""Milliseconds after the minimal app's first text."""
PAGE_BOUND, CURSOR_BOUND, RESIZE_BOUND = 30, 15, 150
"""Milliseconds from a key, or a change of size, to the end of the last frame that it causes; 95th
percentile."""
MEMORY_BOUND = 150
"""Millions of bytes that the reader's process may hold at any time."""

MOVES = {
    "page down": (" ", PAGE_BOUND, " "),
    "page up": ("b", PAGE_BOUND, "b"),
    "cursor down": ("j", CURSOR_BOUND, "j"),
    "cursor up": ("k", CURSOR_BOUND, "k"),
    "cursor right": ("l", CURSOR_BOUND, "j"),
}
"""By name the key, the bound of its 95th percentile, and the key of a plain page that comes nearest
to it."""


def measure() -> Iterator[Figure]:
    """Open the article again and again, then move about in it."""
    with prepared(articles=1, words=WORDS, annotations=ANNOTATIONS) as corpus:
        yield from _first_text(corpus)
        with Terminal(_reading(corpus)) as terminal:
            terminal.wait_for(OPENING)
            terminal.settle(quiet=1)
            yield Figure(name="memory once open", unit="MB", value=terminal.memory().resident)
            yield from _moves(terminal)
            yield Figure(
                name="memory, the most at any time",
                unit="MB",
                value=terminal.memory().peak,
                bound=MEMORY_BOUND,
            )


def _reading(corpus: Corpus) -> list[str]:
    return [sys.executable, "-m", "reader", "--store", str(corpus.store), str(corpus.file)]


def _first_text(corpus: Corpus) -> Iterator[Figure]:
    """Start the minimal app and the reader in turn."""
    least, article = [], []
    for _ in range(WARM_UP + STARTS):
        with Terminal([sys.executable, minimal.__file__]) as terminal:
            least.append(terminal.wait_for(minimal.FIRST_WORDS))
        with Terminal(_reading(corpus)) as terminal:
            article.append(terminal.wait_for(OPENING))
    median = statistics.median(least[WARM_UP:]) * 1000
    whole = statistics.median(article[WARM_UP:]) * 1000
    yield Figure(
        name=f"article, first text, median of {STARTS}",
        unit="ms",
        value=whole,
        reference=Reference(name="minimal app", value=median),
    )
    later = whole - median
    yield Figure(
        name="article, first text, later by", unit="ms", value=later, bound=FIRST_TEXT_BOUND
    )


def _moves(terminal: Terminal) -> Iterator[Figure]:
    """Pages and lines forth and back, in the order of `MOVES`, then from end to end."""
    plain = plain_keys(" ", "b", "j", "k")
    for name, (key, bound, like) in MOVES.items():
        frames = [terminal.press(key) for _ in range(KEYS)]
        yield from latencies(f"{name}, first frame", [each.first for each in frames])
        all_of_them = [each.last for each in frames]
        yield from latencies(f"{name}, all frames", all_of_them, bound=bound, against=plain[like])
    jumps = [(terminal.press("G"), terminal.press("gg")) for _ in range(JUMPS)]
    yield from latencies("jump to the end, all frames", [end.last for end, _ in jumps])
    yield from latencies("jump to the top, all frames", [top.last for _, top in jumps])
    resized = [terminal.resize(columns) for columns in WIDTHS * JUMPS]
    yield from latencies(
        "another width, all frames", resized, bound=RESIZE_BOUND, against=plain_resizing()
    )


if __name__ == "__main__":
    sys.exit(run(measure, description=__doc__))

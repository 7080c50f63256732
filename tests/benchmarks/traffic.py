"""What the reader writes to the terminal: whether a slow line bears it, and whether it rests.

Over a line of 20 kB a second, 10 kB are half a second. Counted on a terminal of 120 by 40 cells,
which is the more to fill; nothing may be written while nobody does anything.
"""

import sys
import time
from collections.abc import Iterator

from corpus import OPENING, Corpus, prepared
from report import Figure, Reference, run
from terminal import COLUMNS, ROWS, ProgramSilent, Terminal

ARTICLES, WORDS, ANNOTATIONS = 1_000, 5_000, 1_500
REST = 5
"""Seconds without a key in which nothing may be written."""
FIRST_BOUND, PAGE_BOUND, CURSOR_BOUND = 40, 12, 5
"""Thousands of bytes: for opening a screen, a page, and a line further; what holds now."""

MOVES = {
    "page down": (" ", PAGE_BOUND),
    "page up": ("b", PAGE_BOUND),
    "cursor down": ("j", CURSOR_BOUND),
    "cursor right": ("l", CURSOR_BOUND),
    "next annotation": ("\t", PAGE_BOUND),
    "to the list and back": ("pp", FIRST_BOUND),
}
_TIMES = 20


class Line(Terminal):
    """A terminal that counts."""

    def written(self, keys: str) -> int:
        """Bytes written after keys."""
        try:
            self.press(keys)
        except ProgramSilent:  # at the end of the article
            return 0
        return len(self._output)

    def written_in(self, seconds: float) -> int:
        """Bytes written while nobody does anything."""
        self._output = b""
        deadline = time.perf_counter() + seconds
        while (left := deadline - time.perf_counter()) > 0:
            self._read(left)
        return len(self._output)


def measure() -> Iterator[Figure]:
    """Open an article and the library, move about, and rest."""
    with prepared(articles=ARTICLES, words=WORDS, annotations=ANNOTATIONS) as corpus:
        with Line(_reading(corpus, corpus.file)) as line:
            line.wait_for(OPENING)
            line.settle(quiet=1)
            yield _thousands("article, first screen", len(line._output), FIRST_BOUND)
            for name, (keys, bound) in MOVES.items():
                most = max(line.written(keys) for _ in range(_TIMES))
                yield _thousands(f"{name}, the most", most, bound)
            line.settle(quiet=1)
            yield _thousands(f"article, {REST} s at rest", line.written_in(REST), 0)
        with Line(_reading(corpus)) as line:
            line.wait_for(corpus.newest)
            line.settle(quiet=1)
            yield _thousands("library, first screen", len(line._output), FIRST_BOUND)
            most = max(line.written("j") for _ in range(_TIMES))
            yield _thousands("library, next row, the most", most, CURSOR_BOUND)
            line.settle(quiet=1)
            yield _thousands(f"library, {REST} s at rest", line.written_in(REST), 0)


def _reading(corpus: Corpus, *paths: object) -> list[str]:
    store = ["--store", str(corpus.store)]
    return [sys.executable, "-m", "reader", *store, *map(str, paths)]


def _thousands(name: str, written: int, bound: float) -> Figure:
    plain = Reference(name="a screen of plain text", value=COLUMNS * ROWS / 1000)
    return Figure(name=name, unit="kB", value=written / 1000, bound=bound, reference=plain)


if __name__ == "__main__":
    sys.exit(run(measure, description=__doc__))

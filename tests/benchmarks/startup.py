"""How long until a person can read: from the start of the process to the first text.

An article that is in the store already, and the library, each in a store of 1,000 articles,
against the least that a Textual app can be. All are started in turn, so that whatever else the
machine does slows all of them alike.
"""

import compileall
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from apps import minimal
from corpus import OPENING, prepared
from report import Figure, Reference, run
from terminal import Terminal

ROOT = Path(__file__).parents[2]
ROUNDS, WARM_UP = 21, 3
RATIO_BOUND = 1.5
"""Times as long as the minimal app, for the article."""

MINIMAL = [sys.executable, minimal.__file__]


def first_text(command: list[str], text: str) -> float:
    """Seconds from the start of a process until a text stands on its screen."""
    with Terminal(command) as terminal:
        return terminal.wait_for(text)


def measure() -> Iterator[Figure]:
    """Start each in turn, and compare the medians."""
    for package in ("annotations", "reader"):  # as installing does
        compileall.compile_dir(ROOT / package, quiet=1)
    with prepared(articles=1_000) as corpus:
        reader = [sys.executable, "-m", "reader", "--store", str(corpus.store)]
        starts = {
            "minimal app": (MINIMAL, minimal.FIRST_WORDS),
            "article": ([*reader, str(corpus.file)], OPENING),
            "library": (reader, corpus.newest),
        }
        rounds = [
            {name: first_text(*start) for name, start in starts.items()}
            for _ in range(WARM_UP + ROUNDS)
        ][WARM_UP:]
    medians = {name: statistics.median(each[name] for each in rounds) * 1000 for name in starts}
    least = Reference(name="minimal app", value=medians["minimal app"])
    for name, bound in (("article", RATIO_BOUND * least.value), ("library", None)):
        yield Figure(
            name=f"{name}, first text, median of {ROUNDS}",
            unit="ms",
            value=medians[name],
            bound=bound,
            reference=least,
        )


if __name__ == "__main__":
    sys.exit(run(measure, description=__doc__))

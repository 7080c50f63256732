"""The library of 100,000 articles: how long until it can be read, and how it follows typing.

Its first rows are compared with the least that a Textual app can be; both are started in turn.
Each key of a filter is timed until the line below the rows, which is painted with them, names the
new filter. Snippets and facets may come later.
"""

import compileall
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from apps import minimal
from corpus import Corpus, prepared
from references import plain_keys
from report import Figure, Reference, latencies, run
from terminal import Terminal

from annotations.errors import FilterError
from annotations.filters import EVERYTHING, parsed

ROOT = Path(__file__).parents[2]
ARTICLES = 100_000
ROUNDS, WARM_UP = 11, 2
START_BOUND = 250
"""Milliseconds over the minimal app until the first rows stand."""
KEY_BOUND = 100
"""Milliseconds from a key to new rows, 95th percentile."""
SCROLL_BOUND = 50
"""Milliseconds from a key to another page of rows, 95th percentile."""
PAGES = 40

FILTERS = (
    "harbour council",
    "report 991",
    "flood -rain",
    "place:arden repairs",
    "is:unreviewed after:2015",
)
"""What is typed, letter by letter: words that few, many and all of the articles have, and
conditions."""

MINIMAL = [sys.executable, minimal.__file__]


def measure() -> Iterator[Figure]:
    """Start the library, then type and scroll in it."""
    for package in ("annotations", "reader"):  # as installing does
        compileall.compile_dir(ROOT / package, quiet=1)
    with prepared(articles=ARTICLES) as corpus:
        yield from starts(corpus)
        with Terminal(_reader(corpus)) as terminal:
            terminal.wait_for(corpus.newest)
            terminal.settle(quiet=1)
            pages = [terminal.press(" ").last for _ in range(PAGES)]
            plain = plain_keys(" ")[" "]
            yield from latencies("next page of rows", pages, bound=SCROLL_BOUND, against=plain)
            keys = [seconds for text in FILTERS for seconds in typed(terminal, text)]
            yield from latencies(
                "key of a filter to new rows", keys, bound=KEY_BOUND, against=plain
            )


def starts(corpus: Corpus) -> Iterator[Figure]:
    """How much longer than the minimal app the library takes to its first rows."""
    texts = {"minimal": (MINIMAL, minimal.FIRST_WORDS), "library": (_reader(corpus), corpus.newest)}
    rounds = [
        {name: first_text(*start) for name, start in texts.items()} for _ in range(WARM_UP + ROUNDS)
    ][WARM_UP:]
    least, library = (statistics.median(each[name] for each in rounds) * 1000 for name in texts)
    yield Figure(
        name=f"library, first rows, median of {ROUNDS}",
        unit="ms",
        value=library,
        reference=Reference(name="minimal app", value=least),
    )
    yield Figure(
        name="library, over the minimal app", unit="ms", value=library - least, bound=START_BOUND
    )


def first_text(command: list[str], text: str) -> float:
    """Seconds from the start of a process until a text stands on its screen."""
    with Terminal(command) as terminal:
        return terminal.wait_for(text)


def typed(terminal: Terminal, text: str) -> list[float]:
    """Type a filter letter by letter, then leave it.

    Returns:
        Seconds from each key to the rows that it asks for. A key that asks for the same as the
        one before it, or for nothing that there is, brings none.
    """
    terminal.press("/")
    seconds = []
    for end, letter in enumerate(text, start=1):
        if _asks_for_more(text[:end]):
            seconds.append(terminal.answer(letter, f"for “{text[:end].strip()}”"))
            terminal.settle(quiet=0.1, seconds=1)
        else:
            terminal.press(letter)
    terminal.press("\x1b")
    terminal.settle(quiet=0.5)
    return seconds


def _asks_for_more(text: str) -> bool:
    try:
        return parsed(text) not in (EVERYTHING, parsed(text[:-1]))
    except FilterError:
        return False


def _reader(corpus: Corpus) -> list[str]:
    return [sys.executable, "-m", "reader", "--store", str(corpus.store)]


if __name__ == "__main__":
    sys.exit(run(measure, description=__doc__))

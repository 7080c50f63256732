"""How long an edit takes in a store of 100,000 articles: from `a` until it is repainted and safe.

Time runs to the end of the last frame that the key causes. As each frame ends, a second
connection to the store looks whether one more annotation is accepted; an edit that is on the
screen but not yet in the store ends the benchmark.
"""

import sys
from collections.abc import Iterator

from corpus import OPENING, Corpus, prepared
from report import Figure, latencies, run
from terminal import Terminal

from annotations.model import Status
from annotations.store import Store

ARTICLES = 100_000
ACCEPTS, WARM_UP = 80, 5
ACCEPT_BOUND = 50
"""Milliseconds, 95th percentile."""


class EditNotSafe(Exception):
    """The screen showed an edit that was not in the store."""


class Witness:
    """A second connection that sees only what has been committed."""

    def __init__(self, corpus: Corpus) -> None:
        """Args:
        corpus: Whose store to watch.
        """
        self._store = Store.open(corpus.store, create=False)
        self._article_id = corpus.article_id

    def accepted(self) -> int:
        """How many annotations of the article are accepted."""
        accepted = {Status.ACCEPTED}
        return len(self._store.annotations.of(self._article_id, statuses=accepted))


def measure() -> Iterator[Figure]:
    """Accept one suggestion after the other, as a person who agrees with all of them."""
    with prepared(articles=ARTICLES) as corpus:
        command = [sys.executable, "-m", "reader", "--store", str(corpus.store), str(corpus.file)]
        with Terminal(command) as terminal:
            terminal.wait_for(OPENING)
            terminal.settle(quiet=1)
            terminal.press(".")
            witness = Witness(corpus)
            seconds = [accept(terminal, witness) for _ in range(WARM_UP + ACCEPTS)][WARM_UP:]
    yield from latencies("accept, repainted and committed", seconds, bound=ACCEPT_BOUND)


def accept(terminal: Terminal, witness: Witness) -> float:
    """Accept the suggestion under the cursor.

    Returns:
        Seconds from the key to the end of the last frame, by which it was committed.

    Raises:
        EditNotSafe: If it was not.
    """
    expected = witness.accepted() + 1
    frames = [(end, witness.accepted()) for end in terminal.frames("a")]
    repainted, accepted = frames[-1]
    if accepted != expected:
        raise EditNotSafe(f"{accepted} are accepted where the screen shows {expected}.")
    return repainted


if __name__ == "__main__":
    sys.exit(run(measure, description=__doc__))

"""How long edits take in a store of 100,000 articles: one, and one of a thousand mentions.

Of a single one it is measured from `a` until it is repainted and safe.

Time runs to the end of the last frame that the key causes. As each frame ends, a second
connection to the store looks whether one more annotation is accepted; an edit that is on the
screen but not yet in the store ends the benchmark.
"""

import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from corpus import OPENING, Corpus, prepared
from references import plain_keys, plain_updates
from report import Figure, latencies, run
from terminal import Terminal

from annotations.equality import Equality, Shared
from annotations.model import Layer, Status
from annotations.review import accept as accepted
from annotations.store import Store

ARTICLES = 100_000
ACCEPTS, WARM_UP = 80, 5
ACCEPT_BOUND = 50
"""Milliseconds, 95th percentile."""
COMMON = "Corvale"
"""A name that stands in every third of the made-up articles."""
MENTIONS, SPREADS = 1_000, 10
SPREAD_BOUND = 500
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
        yield from latencies(
            "accept, repainted and committed",
            seconds,
            bound=ACCEPT_BOUND,
            against=plain_keys("j")["j"],
        )
        yield from spread(corpus)


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


def spread(corpus: Corpus) -> Iterator[Figure]:
    """Find all that is equal to the commonest name, accept a thousand of it, and undo that."""
    same = Equality(layer=Layer.ENTITIES, shared=Shared.WORDS, value=COMMON, kind="GPE")
    finding, deciding, undoing = [], [], []
    with Store.open(corpus.store, create=False) as store:
        for _ in range(SPREADS):
            finding.append(seconds_of(lambda: store.mentions.equal(same)))
            chosen: dict[int, list[int]] = {}
            for each in store.mentions.equal(same)[:MENTIONS]:
                chosen.setdefault(each.article, []).append(each.id)
            decide = partial(store.bulk.decide_on, chosen, "accept", lambda _: accepted)
            deciding.append(seconds_of(partial(decide, fits=same.fits)))
            undoing.append(seconds_of(store.edits.undo))
    yield from latencies("all that is equal to a common name, found", finding, bound=SPREAD_BOUND)
    plain = plain_updates(MENTIONS)
    for name, seconds in (("accepted", deciding), ("undone", undoing)):
        yield from latencies(
            f"{MENTIONS:,} mentions {name}", seconds, bound=SPREAD_BOUND, against=plain
        )


def seconds_of(act: Callable[[], object]) -> float:
    """How long something takes."""
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.exit(run(measure, description=__doc__))

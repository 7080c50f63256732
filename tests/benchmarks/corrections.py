"""How long corrections take in a store of 100,000 articles and 5 million annotations.

Of a single one it is measured from the key until it is repainted and committed, which a second
connection sees. To apply one to all is measured on a name that stands once in each of a thousand
articles, so that each of them has to be read: from the decision until all is committed, and so is
undoing it.
"""

import sys
from collections.abc import Callable, Iterator
from functools import partial

from corpus import OPENING, Corpus
from crowd import RARE, crowded
from edits import Witness, accept, seconds_of
from references import plain_keys, plain_updates
from report import Figure, latencies, run
from terminal import Terminal

from annotations.equality import Equality, Shared
from annotations.model import Layer
from annotations.review import Decision, relabel
from annotations.review import accept as accepted
from annotations.store import Store

ACCEPTS, WARM_UP = 80, 5
KEY_BOUND = 30
"""Milliseconds, 95th percentile."""
SPREADS = 10
SPREAD_BOUND = 500
"""Milliseconds, 95th percentile."""


def measure() -> Iterator[Figure]:
    """Accept suggestions one by one, then all that are equal at once."""
    with crowded() as corpus:
        yield from one_by_one(corpus)
        yield from at_once(corpus)


def one_by_one(corpus: Corpus) -> Iterator[Figure]:
    """Accept one suggestion after the other, as a person who agrees with all of them."""
    command = [sys.executable, "-m", "reader", "--store", str(corpus.store), str(corpus.file)]
    with Terminal(command) as terminal:
        terminal.wait_for(OPENING)
        terminal.settle(quiet=1)
        terminal.press(".")
        witness = Witness(corpus)
        seconds = [accept(terminal, witness) for _ in range(WARM_UP + ACCEPTS)][WARM_UP:]
    yield from latencies(
        "accept, repainted and committed", seconds, bound=KEY_BOUND, against=plain_keys("j")["j"]
    )


def at_once(corpus: Corpus) -> Iterator[Figure]:
    """Find all that is equal to a name, decide on it, and undo that from one of the articles."""
    same = Equality(layer=Layer.ENTITIES, shared=Shared.WORDS, value=RARE, kind="FAC")
    finding, deciding, undoing = [], [], []
    decisions: tuple[Decision, ...] = (accepted, partial(relabel, kind="GPE"))
    with Store.open(corpus.store, create=False) as store:
        for number in range(SPREADS):
            finding.append(seconds_of(lambda: store.mentions.equal(same)))
            found = store.mentions.equal(same)
            chosen = {each.article: [each.id] for each in found}
            first = store.articles.by_key(found[0].article).id
            decide = partial(store.bulk.decide_on, chosen, "equal", always(decisions[number % 2]))
            deciding.append(seconds_of(partial(decide, fits=same.fits)))
            undoing.append(seconds_of(partial(store.edits.undo, article_id=first)))
    count = f"{len(found):,} mentions in as many articles"
    yield from latencies(f"{count}, found", finding, bound=SPREAD_BOUND)
    plain = plain_updates(len(found))
    for name, seconds in (("decided", deciding), ("undone", undoing)):
        yield from latencies(f"{count}, {name}", seconds, bound=SPREAD_BOUND, against=plain)


def always(decision: Decision) -> Callable[[int], Decision]:
    """The same decision in every article."""
    return lambda _: decision


if __name__ == "__main__":
    sys.exit(run(measure, description=__doc__))

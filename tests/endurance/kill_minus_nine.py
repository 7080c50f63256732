"""`kill -9` at a random moment while the real reader is driven: is anything lost that was shown?

In each round the reader is started on a pseudo-terminal, is given edits one after the other and a
few at once, and is killed after a random time. What it had said to be done by then has to be in
the store, as a whole, with at most what was pressed after that; and the store has to be whole.
What one round leaves, the next goes on with.
"""

import argparse
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from drafting import DETECTOR, draft
from terminal import ProgramSilent, Terminal

from annotations.model import Article
from annotations.store import Store

TITLE = "The flood at Arden"
WORDS = 6_000
LONGEST = 2.5
"""Seconds after the first key, at most, until the process is killed."""
_SIZE = (200, 40)
"""Wide enough for all that is said on one line."""

Log = list[tuple[str, str]]
"""Action and state of each group of edits, in order."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What is pressed, and what is said once it is done."""

    keys: str
    says: str
    action: str
    """As the log names it; empty for undoing."""


DEEDS = (
    Deed("a", "accepted “", "accept"),
    Deed("x", "rejected “", "reject"),
    Deed("U", "undid: ", ""),
)
WEIGHTS = (6, 3, 2)
NOTE = Deed("cseen\r", "noted on", "note")
"""Never among several pressed at once."""


class Lost(Exception):
    """The store does not hold what was shown."""


@dataclass(slots=True)
class Driven:
    """What was pressed in one round, and how much of it was said to be done."""

    pressed: list[Deed] = field(default_factory=list)
    confirmed: int = 0


def main(rounds: int, seed: int) -> int:
    """Kill the reader so many times; exit status 1 if anything was lost."""
    random, edits = Random(seed), 0
    with TemporaryDirectory(prefix="closeread-") as folder:
        store = Path(folder, "store.db")
        prepare(store)
        for number in range(1, rounds + 1):
            try:
                driven = one_round(store, random)
            except Lost as loss:
                print(f"round {number}: LOST: {loss}", flush=True)
                return 1
            edits += driven.confirmed
            pending = len(driven.pressed) - driven.confirmed
            print(f"round {number}: {driven.confirmed} shown, {pending} pending: whole", flush=True)
    print(f"{rounds} rounds, {edits} edits shown as done, none lost")
    return 0


def prepare(path: Path) -> None:
    """Make a store with one long article, run already."""
    written = draft(seed=1, title=TITLE, opening="More rain fell.", words=WORDS)
    article = Article(id="flood", text=written.text, title=TITLE, published="2020-01-01")
    with Store.open(path) as store:
        store.articles.add_one(article)
        store.runs.record(article.id, DETECTOR, written.annotations)


def one_round(path: Path, random: Random) -> Driven:
    """Drive the reader until it is killed, and look at what it leaves.

    Raises:
        Lost: If that is not what was shown.
    """
    before = log(path)
    driven = Driven()
    command = [sys.executable, "-m", "reader", "--store", str(path)]
    with Terminal(command, size=_SIZE) as terminal:
        terminal.wait_for(TITLE)
        terminal.settle(quiet=0.3)
        terminal.press("\r")
        terminal.settle(quiet=0.3)
        terminal.press(".")
        killer = threading.Timer(random.uniform(0, LONGEST), terminal.kill)
        killer.start()
        drive(terminal, driven, random)
        killer.join()
    check(path, before, driven)
    return driven


def drive(terminal: Terminal, driven: Driven, random: Random) -> None:
    """Press keys until nobody is there; now and then some at once, whose end nobody waits for.

    What is said stays on the screen and may be drawn again, so that only what says something else
    than the one before counts as shown; after several at once, that is a note.
    """
    last = NOTE
    try:
        while True:
            if last is not NOTE and random.random() < 0.3:
                several = random.choices(DEEDS, weights=WEIGHTS, k=random.randint(2, 5))
                driven.pressed += several
                terminal.send("".join(each.keys for each in several))
                terminal.settle(quiet=1)
                last = NOTE
            else:
                others = [each for each in DEEDS if each is not last]
                last = random.choices(others, weights=[WEIGHTS[DEEDS.index(e)] for e in others])[0]
            driven.pressed.append(last)
            terminal.answer(last.keys, last.says)
            driven.confirmed = len(driven.pressed)
    except (ProgramSilent, OSError):
        return


def check(path: Path, before: Log, driven: Driven) -> None:
    """Compare the log with what follows from the keys, up to what was shown and beyond.

    Raises:
        Lost: If it is none of that, or if the store is not whole.
    """
    after = log(path)
    shown = driven.pressed[: driven.confirmed]
    pending = driven.pressed[driven.confirmed :]
    possible = [replayed(before, [*shown, *pending[:more]]) for more in range(len(pending) + 1)]
    if after not in possible:
        shown_keys, pending_keys = ("".join(e.keys for e in deeds) for deeds in (shown, pending))
        raise Lost(
            f"{shown_keys!r} was shown, {pending_keys!r} was not; the log was {before[-9:]} "
            f"and is {after[-9:]}"
        )
    with Store.open(path, create=False) as store:
        if findings := store.check():
            raise Lost(findings[0])
        decided = [each for each in store.annotations.of("flood") if each.status != "suggested"]
    if len(decided) != sum(state == "done" and action != NOTE.action for action, state in after):
        raise Lost(f"{len(decided)} annotations are decided on, but the log says otherwise")


def replayed(before: Log, deeds: Sequence[Deed]) -> Log:
    """What becomes of a log."""
    groups = list(before)
    for deed in deeds:
        if deed.action:
            groups = [(action, _dropped(state)) for action, state in groups]
            groups.append((deed.action, "done"))
        else:
            done = [at for at, (_, state) in enumerate(groups) if state == "done"]
            for last in done[-1:]:
                groups[last] = (groups[last][0], "undone")
    return groups


def _dropped(state: str) -> str:
    return "dropped" if state == "undone" else state


def log(path: Path) -> Log:
    """What the log of a store says."""
    with Store.open(path, create=False) as store:
        groups = store.edits.history(limit=1_000_000)
    return [(each.action, each.state) for each in reversed(groups)]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sys.exit(main(options.rounds, options.seed))

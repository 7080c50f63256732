"""Reading over a slow line: how long each key takes until all that it changes has come.

A terminal of 80 by 24 cells behind a line that passes 20 kB a second, with the real program at its
other end. The program is held up by it as over ssh: nothing is taken from it before the line is
free again. Time runs from the key to the last byte that it causes; `--record` keeps all that came
through as a recording for asciinema.

What is known of waiting gives the bounds: up to 0.1 s a change seems to be one's own doing, up to
1 s a train of thought goes on (Miller 1968; Nielsen, Usability Engineering, 1993). A cursor that
moves within the view has 0.15 s, of which the line takes 0.05 s for each 1,000 bytes. What brings
other text into view, or asks for a line of input, has 0.5 s, half the time in which thought goes
on. A new screen, whose top can be read while the rest comes, has 1.5 s.
"""

import argparse
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from asciicast import Marker, Written, asciicast
from corpus import Corpus, prepared
from report import Figure, Reference, run
from terminal import Terminal

SIZE = (80, 24)
RATE = 20_000
"""Bytes a second."""
ARTICLES, ROUNDS = 1_000, 3
MOTION, PAGE, SCREEN = 0.15, 0.5, 1.5
"""Seconds that a person waits gladly for a move, for a page, for a screen."""
_QUIET = 0.4
"""Seconds without a byte after which nothing more is expected of a key."""

SESSION = (
    ("gg", "library, to the first row", PAGE),
    ("G", "library, to the last row", PAGE),
    ("\r", "open an article", SCREEN),
    ("gg", "to the top", PAGE),
    ("j", "a line down", MOTION),
    ("l", "a character on", MOTION),
    ("w", "a word on", MOTION),
    (" ", "page down", PAGE),
    (" ", "page down", PAGE),
    ("b", "page up", PAGE),
    ("]q", "next quote", PAGE),
    ("]q", "next quote", PAGE),
    ("\t", "next annotation", PAGE),
    ("/", "ask what to find", PAGE),
    ("t", "find, a letter more", PAGE),
    ("h", "find, a letter more", PAGE),
    ("e", "find, a letter more", PAGE),
    ("\r", "find, done", PAGE),
    ("n", "next hit", PAGE),
    ("n", "next hit", PAGE),
    ("\x1b", "forget the hits", PAGE),
    (".", "next unreviewed", PAGE),
    ("a", "accept", PAGE),
    ("a", "accept", PAGE),
    ("?", "help", SCREEN),
    ("q", "close help", SCREEN),
    ("q", "back to the library", SCREEN),
)
"""Keys, what they are for, and the most that they may take in seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What came of some keys."""

    seconds: float
    """From the keys to the last byte."""
    written: int
    """Bytes."""


class SlowLine(Terminal):
    """A terminal at the far end of a line; it keeps what comes and when."""

    AT_ONCE = 256

    def __init__(self, command: list[str], *, environment: Mapping[str, str]) -> None:
        """Args:
        command: Program and arguments.
        environment: What else to tell the program.
        """
        self.events: list[Written | Marker] = []
        self._free = 0.0
        """When the line has passed all that was given to it."""
        super().__init__(command, environment=environment, size=SIZE)

    def act(self, keys: str, name: str) -> Act:
        """Send keys, and take what they cause."""
        self.events.append(Marker(time.perf_counter() - self._started, name))
        self._send(keys)
        pressed = time.perf_counter()
        while self._read(_QUIET):
            pass
        last = self._free if self._output else pressed
        return Act(seconds=last - pressed, written=len(self._output))

    def _pass_on(self, written: bytes) -> None:
        now = time.perf_counter()
        self._free = max(now, self._free) + len(written) / RATE
        time.sleep(max(0, self._free - now))
        self.events.append(Written(self._free - self._started, written))


def measure(*, record: Path | None) -> Iterator[Figure]:
    """Read for a while, and sum up by what was done."""
    with prepared(articles=ARTICLES) as corpus, TemporaryDirectory() as state:
        with SlowLine(_reading(corpus), environment={"XDG_STATE_HOME": state}) as line:
            line.wait_for(corpus.newest)
            line.settle(quiet=1)
            yield Figure(name="library, first screen", unit="kB", value=_bytes(line) / 1000)
            acts = read(line)
        if record is not None:
            title = f"closeread over {RATE // 1000} kB/s"
            with record.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(asciicast(line.events, size=SIZE, title=title))
    bounds = {name: bound for _, name, bound in SESSION}
    for name, done in acts.items():
        yield from _summed_up(name, done, bounds[name])


def read(line: SlowLine) -> Mapping[str, list[Act]]:
    """Go through the session some times, and give what each of its acts took."""
    acts: dict[str, list[Act]] = defaultdict(list)
    for _ in range(ROUNDS):
        for keys, name, _ in SESSION:
            acts[name].append(line.act(keys, name))
    return acts


def _summed_up(name: str, acts: list[Act], bound: float) -> Iterator[Figure]:
    seconds = [act.seconds for act in acts]
    yield Figure(name=f"{name}, median of {len(acts)}", unit="s", value=statistics.median(seconds))
    plain = Reference(name="a screen of plain text", value=SIZE[0] * SIZE[1] / RATE)
    yield Figure(
        name=f"{name}, the most", unit="s", value=max(seconds), bound=bound, reference=plain
    )
    most = max(act.written for act in acts)
    yield Figure(name=f"{name}, the most written", unit="kB", value=most / 1000)


def _bytes(line: SlowLine) -> int:
    return sum(len(event.data) for event in line.events if isinstance(event, Written))


def _reading(corpus: Corpus) -> list[str]:
    return [sys.executable, "-m", "reader", "--store", str(corpus.store)]


if __name__ == "__main__":
    recording = argparse.ArgumentParser(add_help=False)
    recording.add_argument("--record", type=Path, metavar="FILE", help="keep what came through")
    chosen, _ = recording.parse_known_args()
    sys.exit(run(lambda: measure(record=chosen.record), description=__doc__, options=[recording]))

"""Record thirty corrections of an article of the sample corpus, at the pace of a person.

    PYTHONPATH=tests/benchmarks python tests/recordings/record.py FILE

drives the real program in a terminal of 100 by 30 cells and writes what it shows as a recording
for asciinema, with a marker at each correction. What was found in the article is made up for it, so
that the same is to be corrected each time. At the end the program is killed, and the store is asked
for every correction: unless all are there, nothing is written.

The pace is that of the keystroke-level model (Card, Moran and Newell, 1983): 0.2 s for a key, as of
a good typist, and 1.35 s to make up one's mind before each correction. The time to read the article
is not in it.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from asciicast import Marker, Written, asciicast
from misread import FRONT, fill
from terminal import Terminal
from thirty import CORRECTIONS, Correction, missing

from annotations.store import Store
from reader.sample import sample_corpus

SIZE = (100, 30)
KEY, MIND = 0.2, 1.35
"""Seconds for a key, and to make up one's mind."""
TITLE = "closeread: thirty corrections"
_LAST_LOOK = 3.0
"""Seconds for which the end is shown."""
_NAMED = {"\r": "Enter", "\t": "Tab", "\x1b": "Esc"}


class Recorder(Terminal):
    """A terminal that keeps what comes and when, and at which somebody types."""

    def __init__(self, command: list[str], *, environment: Mapping[str, str]) -> None:
        """Args:
        command: Program and arguments.
        environment: What else to tell the program.
        """
        self.events: list[Written | Marker] = []
        super().__init__(command, environment=environment, size=SIZE)

    @property
    def now(self) -> float:
        """Seconds since the beginning."""
        return time.perf_counter() - self._started

    def make(self, correction: Correction, number: int) -> float:
        """Make a correction; the seconds from the first thought of it to what it shows."""
        begun = self.now
        keys = "".join(_NAMED.get(key, key) for key in correction.keys)
        self.events.append(Marker(begun, f"{number}. {correction.said}: {keys}"))
        self.watch(MIND)
        for key in correction.keys:
            self._send(key)
            self.watch(KEY)
        return self.now - begun

    def watch(self, seconds: float) -> None:
        """Look at what comes for some time."""
        until = self.now + seconds
        while (left := until - self.now) > 0:
            self._read(left)

    def _pass_on(self, written: bytes) -> None:
        self.events.append(Written(self.now, written))


def recorded(folder: Path) -> tuple[list[Written | Marker], list[float]]:
    """Make all corrections; what was shown, and the seconds of each.

    Raises:
        SystemExit: If not all of them are in the store then.
    """
    store, corpus = folder / "store.db", sample_corpus()
    assert corpus is not None
    with Store.open(store, annotator="you") as opened:
        front = fill(opened)
    command = [sys.executable, "-m", "reader", "--store", str(store), "--model", "none"]
    (folder / "config.toml").write_text('annotator = "you"\ntheme = "dark"\n')
    (folder / "state.json").write_text('{"toured": true}')
    places = {"CLOSEREAD_CONFIG": str(folder), "XDG_STATE_HOME": str(folder)}
    with Recorder([*command, str(corpus / FRONT)], environment=places) as terminal:
        terminal.wait_for("Rudskoy")
        terminal.settle(quiet=1)
        seconds = [terminal.make(each, at) for at, each in enumerate(CORRECTIONS, start=1)]
        terminal.watch(_LAST_LOOK)
    with Store.open(store) as opened:
        found = opened.annotations.of(front.id)
        lost = missing(opened.articles.get(front.id), found)
    if lost:
        raise SystemExit("Nothing is written, for these are not in the store:\n" + "\n".join(lost))
    return terminal.events, seconds


def main(file: Path) -> None:
    """Record, and sum up."""
    with TemporaryDirectory() as folder:
        events, seconds = recorded(Path(folder))
    with file.open("w", encoding="utf-8", newline="\n") as lines:
        lines.writelines(asciicast(events, size=SIZE, title=TITLE))
    keys = [len(each.keys) for each in CORRECTIONS]
    many = len(CORRECTIONS)
    middle = statistics.median
    print(f"{many} corrections, all in the store; {file} has {file.stat().st_size / 1000:.0f} kB")
    print(f"{sum(keys) / many:.1f} keys a correction, {middle(keys):.0f} in the middle")
    print(f"{sum(seconds) / many:.1f} s a correction, {middle(seconds):.1f} s in the middle")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, metavar="FILE", help="the recording")
    main(parser.parse_args().file)

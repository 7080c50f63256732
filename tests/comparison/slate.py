"""Drive SLATE through the corrections that it can make, and count its keys.

    pip install slate-nlp
    PYTHONPATH=tests/benchmarks python tests/comparison/slate.py PATH/OF/slate

types the keys into the program in a terminal, has it save, and compares the file that it writes
with what is wanted. The labels have keys of their own, one letter each, by a configuration file;
all other keys are those that SLATE ships with.
"""

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from costs import others
from terminal import ProgramSilent, Terminal

TEXT = "The river took Marrow Bridge . “We lost 30 people,” Ana Brook said on Tuesday .\n"
"""In tokens, as SLATE wants them: it goes by what stands between blanks."""
CONFIGURATION = """\
Input: move-left all j
Input: move-right all ;
Input: contract-right all l
Input: update-num all 4
Input: extend-right all /
Input: create-link link D
Input: enter-label-mode all t
Input: assign-text-label write_label ?
Input: add-to-label write_label 2
Input: add-to-label write_label 0
Input: remove-annotation all u
Input: save-and-quit all q
Input: edit-annotation category p
Input: edit-annotation category f
Label: PERSON p magenta
Label: FAC f green
"""
_BRIDGE, _MARROW, _BROOK = "((0, 3), (0, 4))", "(0, 3)", "((0, 10), (0, 11))"
_QUOTE, _PEOPLE = "((0, 6), (0, 9))", "((0, 8), (0, 9))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Where SLATE is, what it has, what is typed, and what it should have then."""

    at: str
    before: str
    keys: str
    after: str
    links: bool = False
    """Whether it is a matter of links, for which SLATE is started differently."""


CORRECTIONS = {
    "reject": Correction(at=_BRIDGE, before=f"{_BRIDGE} - FAC", keys="u", after=""),
    "wrong label": Correction(
        at=_BRIDGE, before=f"{_BRIDGE} - PERSON", keys="uf", after=f"{_BRIDGE} - FAC"
    ),
    "boundary one word off": Correction(
        at=_MARROW, before=f"{_MARROW} - FAC", keys="u/f", after=f"{_BRIDGE} - FAC"
    ),
    "missed name": Correction(at=_MARROW, before="", keys="/f", after=f"{_BRIDGE} - FAC"),
    "wrong speaker": Correction(
        at=_QUOTE,
        before=f"[{_BRIDGE}, {_QUOTE}] -",
        keys="u4;llD",
        after=f"[{_BROOK}, {_QUOTE}] -",
        links=True,
    ),
    "wrong figure": Correction(
        at=_PEOPLE, before=f"{_PEOPLE} - 30", keys="ut20?", after=f"{_PEOPLE} - 20"
    ),
}


class Slate(Terminal):
    """SLATE at work on a file."""

    def type(self, keys: str) -> None:
        """Press keys, each when the screen shows what the one before has done."""
        for key in keys:
            self._send(key)
            self.settle(quiet=0.1)


def corrected(slate: str, correction: Correction) -> str:
    """What SLATE has saved once the keys were typed."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        files = [here / name for name in ("text", "annotations", "files", "keys", "log")]
        text, annotations, listed, keys, log = files
        text.write_text(TEXT)
        annotations.write_text(f"{correction.before}\n" if correction.before else "")
        listed.write_text(f"{text} {annotations} {correction.at}\n")
        keys.write_text(CONFIGURATION)
        kind = "link" if correction.links else "categorical"
        options = ["-t", kind, "-s", "token", "-o", "-c", str(keys), "-l", str(log)]
        with Slate([slate, "-d", str(listed), *options], size=(80, 24)) as program:
            program.wait_for("Marrow")
            program.settle()
            program.type(correction.keys)
            try:
                program.type("q")
                program.settle()
            except ProgramSilent:  # it has ended, as it was told
                pass
        return annotations.read_text().strip()


def main(slate: str) -> int:
    """Make all corrections; what went wrong is no 0."""
    wrong = 0
    for what, correction in CORRECTIONS.items():
        saved = corrected(slate, correction)
        is_right = (saved, len(correction.keys)) == (correction.after, others()["SLATE"][what].keys)
        print(f"{'' if is_right else 'WRONG '}{what}: {len(correction.keys)} keys, saved {saved!r}")
        wrong += not is_right
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

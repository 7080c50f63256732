"""Sentences with their casualty figures marked in them; `sentences/README.txt` says how."""

from dataclasses import dataclass, field
from pathlib import Path

from annotations.model import CasualtyFigure, Count

FLAGS = ("negated", "hypothetical", "subset", "incremental", "cumulative", "historical", "implicit")
_DETAILS = {
    "by": "claimed_by",
    "at": "place",
    "on": "date",
    "iso": "date_iso",
    "group": "victim_group",
    "type": "victim_type",
    "rate": "rate",
    "rule": "rule",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What is to be found at one place."""

    start: int
    text: str
    category: str
    count: Count
    flags: frozenset[str]
    details: dict[str, str] = field(default_factory=dict)
    part_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A sentence and what is to be found in it."""

    text: str
    figures: tuple[Expected, ...]

    @property
    def names_implicit(self) -> bool:
        """Whether figures without a number are to be compared too."""
        return any("implicit" in each.flags for each in self.figures)

    def faults(self, found: list[CasualtyFigure]) -> list[str]:
        """What is missing, wrong and too much, in words; empty if all is right."""
        told = {
            (each.start, each.text): each
            for each in found
            if self.names_implicit or not each.implicit
        }
        faults = []
        for expected in self.figures:
            figure = told.pop((expected.start, expected.text), None)
            if figure is None:
                faults.append(f"missing: {expected.text!r} {expected.category}")
            else:
                faults += _differences(expected, figure)
        return faults + [f"too much: {each.text!r} {each.category}" for each in told.values()]


def read_marked(line: str) -> Marked:
    """Read one marked sentence."""
    plain, figures, rest = _read(line, 0)
    assert not rest, f"a brace too many in {line!r}"
    return Marked(text=plain, figures=tuple(sorted(figures, key=lambda each: each.start)))


def read_sentences(path: Path) -> list[Marked]:
    """The sentences of a file, without its comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [read_marked(line) for line in lines if line.strip() and not line.startswith("#")]


def _read(line: str, offset: int) -> tuple[str, list[Expected], str]:
    """Read up to the end of the line or of the brace: plain text, figures in it, what is left."""
    plain, figures = "", []
    while line and line[0] not in "}|":
        if line[0] == "{":
            start = offset + len(plain)
            inner, nested, line = _read(line[1:], start)
            marks, _, line = line.partition("}")
            figures += [*nested, _expected(start, inner, marks.split("|")[1:])]
            plain += inner
        else:
            plain, line = plain + line[0], line[1:]
    return plain, figures, line


def _expected(start: int, text: str, marks: list[str]) -> Expected:
    category, count = marks[0].split()
    flags, details, part_of = set(), {}, None
    for mark in marks[1:]:
        name, _, value = mark.partition(" ")
        if name in _DETAILS:
            details[_DETAILS[name]] = value
        elif name == "of":
            part_of = value
        else:
            assert name in FLAGS, f"{mark!r} is no mark"
            flags.add(name)
    return Expected(
        start=start,
        text=text,
        category=category,
        count=_count(count),
        flags=frozenset(flags),
        details=details,
        part_of=part_of,
    )


def _count(written: str) -> Count:
    """Read "12", "12+", "..30", "10-15", "10-15=14", "?", "3+?"."""
    if written == "?":
        return Count()
    if written.endswith("+?"):
        return Count(low=int(written[:-2]))
    if written.endswith("+"):
        return Count(low=int(written[:-1]), best=int(written[:-1]))
    if written.startswith(".."):
        return Count(high=int(written[2:]), best=int(written[2:]))
    bounds, _, best = written.partition("=")
    low, _, high = bounds.partition("-")
    upper = int(high or low)
    return Count(low=int(low), high=upper, best=int(best) if best else (int(low) + upper) // 2)


def _differences(expected: Expected, figure: CasualtyFigure) -> list[str]:
    flags = frozenset(flag for flag in FLAGS if getattr(figure, flag))
    part_of = figure.part_of.text if figure.part_of else None
    compared = [
        ("category", expected.category, figure.category),
        ("count", expected.count, figure.count),
        ("flags", expected.flags, flags),
        *((name, value, getattr(figure, name)) for name, value in expected.details.items()),
    ]
    if expected.part_of is not None:
        compared.append(("part of", expected.part_of, part_of))
    return [
        f"{expected.text!r}: {name} {_plain(got)} instead of {_plain(wanted)}"
        for name, wanted, got in compared
        if wanted != got
    ]


def _plain(value: object) -> str:
    return ", ".join(sorted(value)) or "none" if isinstance(value, frozenset) else str(value)

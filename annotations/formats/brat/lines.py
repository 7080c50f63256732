"""The lines of a file of annotations, parsed; nothing here knows the text.

After `server/src/annotation.py` of brat and https://brat.nlplab.org/standoff.html.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from annotations.errors import RecordError
from annotations.formats.brat.segments import Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A `T` line: a type on segments of the text."""

    line: int
    id: str
    type: str
    segments: tuple[Segment, ...]
    text: str
    """As the line has it; empty if it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """An `R` line, or one argument of an `E` line."""

    line: int
    type: str
    source: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An `A`, `M`, `N` or `#` line: something that is said of another line."""

    line: int
    type: str
    """Kind of the attribute or note; the id in a database, for an `N` line."""
    of: str
    value: str
    """Empty for an attribute that just holds."""


@dataclass(slots=True)
class Standoff:
    """All lines of a file."""

    bounds: list[Bound] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    events: dict[str, str] = field(default_factory=dict)
    """The id of each event, with that of the mark that is its trigger."""
    attributes: list[Said] = field(default_factory=list)
    references: list[Said] = field(default_factory=list)
    notes: list[Said] = field(default_factory=list)
    groups: list[list[str]] = field(default_factory=list)
    """Ids of what stands for the same, as `*` lines have them."""
    errors: list[RecordError] = field(default_factory=list)


_SEGMENT = "[0-9]{1,12} [0-9]{1,12}"
_BOUND = re.compile(rf"(T\S+)\t(\S+) ({_SEGMENT}(?:;{_SEGMENT})*) *(?:\t(.*))?")
_RELATION = re.compile(r"R\S+\t(\S+)\s+[^\s:]+:(\S+)\s+[^\s:]+:(\S+)")
_EVENT = re.compile(r"(E\S+)\t([^\s:]+):(\S+)((?:\s+[^\s:]+:\S+)*)")
_ATTRIBUTE = re.compile(r"[AM]\S+\t(\S+) (\S+)(?: (.*))?")
_REFERENCE = re.compile(r"N\S+\t\S+ (\S+) ([^\s:]+:\S+) *(?:\t(.*))?")
_NOTE = re.compile(r"#\S*\t(\S+) (\S+) *(?:\t(.*))?")
_GROUP = re.compile(r"\*\t\S+((?:\s+\S+){2,})")
_ROLE_NUMBER = re.compile(r"\d+\Z")


def parse(lines: Iterable[str], name: str) -> Standoff:
    """Parse the lines of a file.

    Args:
        lines: Without their ends.
        name: What errors call the file.
    """
    found = Standoff()
    for number, line in enumerate(map(str.rstrip, lines), start=1):
        if line:
            read = _READERS.get(line[0])
            if read is None or not read(found, line, number):
                found.errors.append(
                    RecordError(name, number, f"{line[:60]!r} is no line of brat's")
                )
    return found


def _bound(found: Standoff, line: str, number: int) -> bool:
    match = _BOUND.fullmatch(line)
    if match:
        pairs = [pair.split(" ") for pair in match[3].split(";")]
        segments = tuple((int(start), int(end)) for start, end in pairs)
        text = match[4] or ""
        found.bounds.append(
            Bound(line=number, id=match[1], type=match[2], segments=segments, text=text)
        )
    return match is not None


def _relation(found: Standoff, line: str, number: int) -> bool:
    match = _RELATION.fullmatch(line)
    if match:
        relation = Relation(line=number, type=match[1], source=match[2], target=match[3])
        found.relations.append(relation)
    return match is not None


def _event(found: Standoff, line: str, number: int) -> bool:
    """An event is its trigger, and its arguments are relations of that."""
    match = _EVENT.fullmatch(line)
    if match:
        found.events[match[1]] = match[3]
        for argument in match[4].split():
            role, _, target = argument.partition(":")
            role = _ROLE_NUMBER.sub("", role)  # a second one of a kind has a number
            found.relations.append(Relation(line=number, type=role, source=match[3], target=target))
    return match is not None


def _attribute(found: Standoff, line: str, number: int) -> bool:
    match = _ATTRIBUTE.fullmatch(line)
    if match:
        found.attributes.append(Said(line=number, type=match[1], of=match[2], value=match[3] or ""))
    return match is not None


def _reference(found: Standoff, line: str, number: int) -> bool:
    match = _REFERENCE.fullmatch(line)
    if match:
        found.references.append(Said(line=number, type=match[2], of=match[1], value=match[3] or ""))
    return match is not None


def _note(found: Standoff, line: str, number: int) -> bool:
    match = _NOTE.fullmatch(line)
    if match:
        found.notes.append(Said(line=number, type=match[1], of=match[2], value=match[3] or ""))
    return match is not None


def _group(found: Standoff, line: str, number: int) -> bool:
    match = _GROUP.fullmatch(line)
    if match:
        found.groups.append(match[1].split())
    return match is not None


_READERS: Mapping[str, Callable[[Standoff, str, int], bool]] = MappingProxyType(
    {
        "T": _bound,
        "R": _relation,
        "E": _event,
        "A": _attribute,
        "M": _attribute,
        "N": _reference,
        "#": _note,
        "*": _group,
    }
)

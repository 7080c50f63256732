"""People by the labels of their turns in an interview: "PL: …" for Perpetua Lund."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from annotations.detect.entities.known import known_names
from annotations.detect.entities.mentions import Mention, Source
from annotations.detect.entities.names import initials, title_length

_LABEL = re.compile(r"^([A-Z]{2,4}):(?= ?\S)", re.MULTILINE)
_NAME = r"[^\W\d_a-zà-öø-ÿ][\w’'-]*"
_FULL = re.compile(rf"(?<![\w’'-]){_NAME}(?:\ (?:[a-z]{{2,3}}\ )?{_NAME}){{1,3}}")
_FEWEST = 2
"""Turns of one label; what stands once before a colon may be anything."""


def labels_of_turns(source: Source) -> Mapping[str, str]:
    """The full names of the people whose initials label turns, where one name before fits."""
    labels = list(_LABEL.finditer(source.text))
    counts = Counter(each[1] for each in labels)
    found: dict[str, str] = {}
    for label, count in counts.items():
        start = next(each.start() for each in labels if each[1] == label)
        names = {_as_written(each[0]) for each in _bearers(source, label, start)}
        if count >= _FEWEST and len(names) == 1:
            found[label] = names.pop()
    return found


def in_turns(source: Source) -> Iterator[Mention]:
    """Yield the labels that are somebody's initials, and the names that they stand for."""
    known = source.speakers
    for label in _LABEL.finditer(source.text):
        if label[1] in known:
            yield from _person(source, *label.span(1))
    for label, name in known.items():
        for each in _bearers(source, label, len(source.text)):
            if _as_written(each[0]) == name:
                yield from _person(source, *each.span())


def _bearers(source: Source, label: str, end: int) -> Iterator[re.Match[str]]:
    """Yield the stretches before an offset that read like a name with some initials.

    A title before a name is no part of it: "Dr Nadim Haffar" is "NH".
    """
    for run in _FULL.finditer(source.text, 0, end):
        words = run[0].split(" ")
        at = run.start()
        while len(words) > 1 and (length := title_length(words)):
            at += len(" ".join(words[:length])) + 1
            words = words[length:]
        name = _FULL.match(source.text, at, end)
        if name is not None and initials(name[0]) == label and name[0] not in known_names():
            yield name


def _as_written(name: str) -> str:
    """A name in capitals as it is written elsewhere."""
    return name.title() if name.isupper() else name


def _person(source: Source, start: int, end: int) -> Iterator[Mention]:
    found = source.mention(start, end, label="PERSON", rule="turn")
    if found is not None:
        yield found

"""What can be a tag, and which tag is meant by what somebody types."""

from collections.abc import Collection, Iterator

from annotations.errors import TagError
from annotations.tagging.paths import SEPARATOR
from annotations.text import clean

LONGEST = 80
"""The most characters of a tag, its slashes included."""
_SIGN = "#"
"""Stands before a tag where it is shown, and so may be typed; no part of it."""


def checked(typed: str) -> str:
    """A tag as it is stored: single blanks, none around the slashes.

    >>> checked(" #method / air  strike ")
    'method/air strike'

    Raises:
        TagError: If it cannot be one.
    """
    if clean(typed) != typed.replace("\t", " "):
        raise TagError(typed, "holds a control character")
    tag = SEPARATOR.join(_words(level) for level in _words(typed).lstrip(_SIGN).split(SEPARATOR))
    reason, hint = _fault(tag)
    if reason:
        raise TagError(typed, reason, hint=hint)
    return tag


def _words(text: str) -> str:
    return " ".join(text.split())


def _fault(tag: str) -> tuple[str, str]:
    """What is wrong with a tag, and what to do about it; both empty if nothing is."""
    if not tag:
        return "is empty", "Write a word."
    if "," in tag:
        return "holds a comma", "Commas part tags."
    if "\n" in tag:
        return "holds a line break", "Write it on one line."
    if tag.startswith("-"):
        return "begins with a minus", "A minus takes a tag off, or means “not”."
    if not all(tag.split(SEPARATOR)):
        return "has an empty level", "Slashes stand between words: method/airstrike."
    if len(tag) > LONGEST:
        return f"has {len(tag)} characters", f"A tag has at most {LONGEST}; a note may be longer."
    return "", ""


def agreed(tag: str, used: Collection[str]) -> str:
    """A tag in the spelling that is used already, where that differs only in case, level by level.

    >>> agreed("Method/Drone", ["method/airstrike"])
    'method/Drone'

    Args:
        tag: As it was typed; one that is used itself stays as it is.
        used: The tags in use, the commonest first.
    """
    if tag in used:
        return tag
    spelling: dict[str, str] = {}
    for each in used:
        for path in _paths(each):
            spelling.setdefault(path.casefold(), path)
    for path in reversed(list(_paths(tag))):
        if (known := spelling.get(path.casefold())) is not None:
            return known + tag[len(path) :]
    return tag


def _paths(tag: str) -> Iterator[str]:
    """A tag and those above it, the highest first."""
    at = tag.find(SEPARATOR)
    while at >= 0:
        yield tag[:at]
        at = tag.find(SEPARATOR, at + 1)
    yield tag


def parse_tags(
    answer: str, *, before: tuple[str, ...] = (), used: Collection[str] = ()
) -> tuple[str, ...]:
    """Tags as typed, separated by commas, after those that were there; each counts once.

    Args:
        answer: What was typed. What stood there before need not be what a tag can be today.
        before: The tags that stay in front.
        used: The tags in use, the commonest first: those typed take over their spelling.

    Raises:
        TagError: If one cannot be a tag.
    """
    typed = (tag for part in answer.split(",") if (tag := part.strip()))
    tags = dict.fromkeys(before)
    for tag in typed:
        known = (*tags, *used)
        tags[tag if tag in known else agreed(checked(tag), known)] = None
    return tuple(tags)

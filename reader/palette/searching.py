"""Finding entries of any kind by what was typed, the best first."""

from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, field
from heapq import nlargest
from typing import NamedTuple

from textual.command import Hit
from textual.content import Content
from textual.markup import escape
from textual.style import Style

from reader.palette.fuzzy import Match, fold, match, terms

_MOST = 20
"""Entries of one kind that are shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to choose."""

    text: str
    """Clean text of one line."""
    help: str
    act: Callable[[], Awaitable[None]] = field(compare=False)
    folded: str = ""

    @classmethod
    def of(cls, text: str, *, about: str, act: Callable[[], Awaitable[None]]) -> "Entry":
        """Make one.

        Args:
            text: What it is found by.
            about: What is said of it below.
            act: What choosing it does.
        """
        return cls(text, about, act, fold(text))


class Fitting(NamedTuple):
    """An entry that fits, and how well."""

    found: Match
    entry: Entry


def best(query: str, entries: Iterable[Entry]) -> list[Fitting]:
    """The entries that fit a query best, the best first, else in the order in which they come."""
    wanted = terms(query)
    fitting = _fitting(wanted, entries) if wanted else ()
    return nlargest(_MOST, fitting, key=lambda each: each.found.score)


def _fitting(wanted: list[str], entries: Iterable[Entry]) -> Iterator[Fitting]:
    for entry in entries:
        found = match(wanted, entry.folded)
        if found is not None:
            yield Fitting(found, entry)


def hit(fitting: Fitting, *, weight: float, style: Style | None) -> Hit:
    """An entry for Textual to list.

    Args:
        fitting: The entry.
        weight: What a match is worth beside those of other kinds.
        style: That of the letters that fit.
    """
    found, entry = fitting
    return Hit(
        found.score * weight,
        highlighted(entry.text, found.offsets, style),
        entry.act,
        text=entry.text,
        help=escape(entry.help),
    )


def highlighted(text: str, offsets: Iterable[int], style: Style | None) -> Content:
    """A text in which some letters stand out; brackets in it are just brackets."""
    content = Content(text)
    for at in offsets:
        content = content.stylize(style or Style(reverse=True), at, at + 1)
    return content

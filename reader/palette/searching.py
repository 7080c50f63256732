"""Searching entries of any kind, without the screen having to wait."""

import asyncio
from abc import abstractmethod
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import nlargest

from textual.command import Hit, Hits, Provider
from textual.content import Content
from textual.markup import escape
from textual.style import Style

from reader.palette.fuzzy import Match, fold, match, terms

_AT_ONCE = 500
"""Entries that are looked at before the screen has its turn."""
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


class Searching(Provider):
    """Finds entries by a few letters, the best first."""

    weight = 1.0
    """What a match is worth beside those of other kinds."""

    @property
    @abstractmethod
    def entries(self) -> Sequence[Entry]:
        """All there are."""

    async def search(self, query: str) -> Hits:
        """Those that match what was typed."""
        for found, entry in await self._best(terms(query)):
            yield Hit(
                found.score * self.weight,
                highlighted(entry.text, found.offsets, self.match_style),
                entry.act,
                text=entry.text,
                help=escape(entry.help),
            )

    async def _best(self, wanted: Sequence[str]) -> list[tuple[Match, Entry]]:
        entries, best = self.entries, list[tuple[Match, Entry]]()
        for start in range(0, len(entries) if wanted else 0, _AT_ONCE):
            fitting = _fitting(wanted, entries[start : start + _AT_ONCE])
            best = nlargest(_MOST, [*best, *fitting], key=lambda each: each[0].score)
            await asyncio.sleep(0)
        return best


def _fitting(wanted: Sequence[str], entries: Iterable[Entry]) -> Iterable[tuple[Match, Entry]]:
    for entry in entries:
        found = match(wanted, entry.folded)
        if found is not None:
            yield found, entry


def highlighted(text: str, offsets: Iterable[int], style: Style | None) -> Content:
    """A text in which some letters stand out; brackets in it are just brackets."""
    content = Content(text)
    for at in offsets:
        content = content.stylize(style or Style(reverse=True), at, at + 1)
    return content

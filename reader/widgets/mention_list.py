"""Equal annotations as a list, each in its context."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.message import Message

from annotations.store.mentions import Context
from reader.commands import binding
from reader.mention_choice import MentionChoice
from reader.mention_columns import mention_line
from reader.widgets.virtual_rows import VirtualRows

_KEPT = 2_000
"""Contexts that are kept, some forty screens of them."""
_AHEAD = 50
"""Contexts that are asked for together."""


class MentionList(VirtualRows):
    """A row a mention; those that are excepted stand back. Its Space and Enter decide."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding("mentions.except", "screen.except"),
        binding("mentions.apply", "screen.apply"),
    ]

    @dataclass
    class ContextsWanted(Message):
        """Rows have come into view whose words are not known."""

        ids: list[int]

    def __init__(self) -> None:
        """Make an empty list; `show` fills it."""
        super().__init__(id="mentions")
        self._choice: MentionChoice | None = None
        self._contexts: LRUCache[int, Context | None] = LRUCache(_KEPT)
        self._wanted: dict[int, None] = {}

    def show(self, choice: MentionChoice) -> None:
        """List where one looks now; the cursor goes to the first."""
        self._choice = choice
        self.set_count(len(choice.shown))
        self.go(0, announce=False)

    def put(self, contexts: Mapping[int, Context], asked: list[int]) -> None:
        """Show the words around some of them; of those that are gone, that they are."""
        for each in asked:
            self._contexts[each] = contexts.get(each)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Except the row under the mouse, or no longer; a click must not change everything."""
        row = event.y + self.scroll_offset.y
        if row < self.count:
            self.go(row)
            self.screen.call_later(self.run_action, "screen.except")

    def draw(self, row: int, width: int) -> list[Segment]:
        """One mention in its context."""
        if self._choice is None:
            return []
        mention = self._choice.shown[row]
        excepted = mention.id in self._choice.excepted
        if mention.id not in self._contexts:
            self._want(row)
            return []
        context = self._contexts[mention.id]
        if context is None:
            return [Segment(" (changed elsewhere meanwhile)", self.dim_style())]
        head, before, text, behind = mention_line(context, width - 2, excepted=excepted)
        if excepted:
            return [Segment(f" {head}{before}{text}{behind}", self.dim_style())]
        hit = self.get_component_rich_style("rows--hit", partial=True)
        return [Segment(f" {head}{before}"), Segment(text, hit), Segment(behind)]

    def _want(self, row: int) -> None:
        """Ask, once the page is drawn, for all words that it lacks and those below."""
        assert self._choice is not None
        if not self._wanted:
            self.call_after_refresh(self._ask)
        begin = row - row % _AHEAD
        self._wanted |= {each.id: None for each in self._choice.shown[begin : begin + _AHEAD]}

    def _ask(self) -> None:
        wanted, self._wanted = list(self._wanted), {}
        self.post_message(self.ContextsWanted(wanted))

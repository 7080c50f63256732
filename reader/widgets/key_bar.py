"""The last line of a screen: the keys that are most needed here, each with what it does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Offer:
    """A key and what it does, as the line shows them."""

    key: str
    effect: str

    @property
    def cells(self) -> int:
        """How much of the line it takes, with the blank behind it."""
        return cell_len(f"{self.key} {self.effect} ")


def fitting(offers: Sequence[Offer], width: int) -> list[Offer]:
    """The offers that a line has room for, and always the last, which leads to all others."""
    if not offers:
        return []
    room, kept = width - offers[-1].cells, list[Offer]()
    for offer in offers[:-1]:
        room -= offer.cells
        if room < 0:
            break
        kept.append(offer)
    return [*kept, offers[-1]]


def _working(screen: Screen[object]) -> Iterator[ActiveBinding]:
    """The bindings that work now; where letters are typed, only those of what takes them."""
    focused = screen.focused
    types = focused is not None and focused.check_consume_key("a", "a")
    for active in screen.active_bindings.values():
        if not types or active.node not in (screen, screen.app):
            yield active


class KeyBar(Widget):
    """The line of keys; a click on one does what it does.

    One widget that draws a line. Textual's footer makes a widget for every key, anew whenever
    other keys work, which cost more time than all else that a change of focus does.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key"}

    def __init__(self) -> None:
        """Make an empty line."""
        super().__init__(id="keys")
        self._offered: dict[Offer, ActiveBinding] = {}

    def on_mount(self) -> None:
        """Show other keys as soon as others work."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)
        self._follow(self.screen)

    def _follow(self, screen: Screen[object]) -> None:
        offered: dict[Offer, ActiveBinding] = {}
        for active in _working(screen):
            if active.binding.show and active.enabled:
                key = self.app.get_key_display(active.binding)
                offered.setdefault(Offer(key, active.binding.description), active)
        if offered.keys() != self._offered.keys():
            self.refresh()
        self._offered = offered

    def render(self) -> Content:
        """As many keys as there is room for."""
        key_style = self.get_visual_style("key-bar--key")
        parts = [
            part
            for offer in fitting(list(self._offered), self.size.width)
            for part in ((offer.key, key_style), f" {offer.effect} ")
        ]
        return Content.assemble(*parts)

    def _under(self, x: int) -> ActiveBinding | None:
        for end, offer in self._ends():
            if x < end - 1:
                return self._offered[offer]
        return None

    def _ends(self) -> Iterator[tuple[int, Offer]]:
        end = 0
        for offer in fitting(list(self._offered), self.size.width):
            end += offer.cells
            yield end, offer

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        if (active := self._under(event.x)) is not None:
            await self.app.run_action(active.binding.action, default_namespace=active.node)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say more of the key under the mouse."""
        active = self._under(event.x)
        self.tooltip = active.tooltip if active else None

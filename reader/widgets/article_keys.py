"""What keys and mouse do in the article's text."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from annotations.model import Layer
from annotations.store.places import Place
from reader.annotation_motions import Turn
from reader.commands import bindings
from reader.cursor import Unit
from reader.kin import Kin
from reader.reading import Reading
from reader.switches import Switch
from reader.widgets.drawn_lines import DrawnLines

Result = TypeVar("Result")


class ArticleKeys(DrawnLines):
    """The half of the article's view that turns keys and mouse into reading."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("text")]
    ROOM = "text"

    reading: Reading
    """Where the person is."""
    _dragging = False

    @dataclass
    class EndReached(Message):
        """There is no further annotation in this direction."""

        step: int
        unreviewed: bool
        layer: Layer | None
        """The only layer that was looked for; null for all."""

    @dataclass
    class TurnTaken(Message):
        """The next annotation that shares something was looked for, going round."""

        step: int
        kin: Kin | None
        """What it shares; null if there was nothing to go by."""
        turn: Turn | None
        """The one in focus now; null if none is visible."""

    @dataclass
    class Jumped(Message):
        """The person has gone far."""

        origin: Place
        """Where they were before."""

    @property
    @abstractmethod
    def place(self) -> Place:
        """Where a person is in the article."""

    @abstractmethod
    def perform(self, act: Callable[[Reading], Result]) -> Result:
        """Let something happen to the state of reading, and show what came of it."""

    def leap(self, act: Callable[[Reading], Result]) -> Result:
        """Like `perform`, for what leads far away: the way back is remembered."""
        origin = self.place
        result = self.perform(act)
        self.post_message(self.Jumped(origin))
        return result

    @abstractmethod
    def hover(self, kin: Kin | None) -> None:
        """Light up what belongs with the annotation under the mouse."""

    @abstractmethod
    def offset_under(self, x: int, y: int) -> int:
        """The character at a place of the widget."""

    def action_move(self, unit: Unit, step: int) -> None:
        """Move the cursor."""
        self.perform(lambda reading: reading.move(unit, step))

    def action_extend(self, unit: Unit, step: int) -> None:
        """Move the cursor with a selection behind it."""
        if self.reading.anchor is None:
            self.reading.select()
        self.action_move(unit, step)

    def action_line_border(self, step: int) -> None:
        """Move to the start or end of the line."""
        self.perform(lambda reading: reading.to_line_border(step))

    def action_page(self, pages: float) -> None:
        """Scroll by pages, the cursor moving along."""
        lines = int(pages * max(2, self.size.height - 1))
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)
        self.perform(lambda reading: reading.move_lines(lines))

    def action_top(self) -> None:
        """Move to the first character."""
        self.leap(lambda reading: reading.go(0))

    def action_bottom(self) -> None:
        """Move to the last character."""
        self.leap(lambda reading: reading.go(len(reading.text)))

    def action_annotation(self, step: int, layer: str | None = None) -> None:
        """Move to the next or previous annotation, of a layer or of all."""
        wanted = None if layer is None else Layer(layer)
        self.go_on(self.reading.next_annotation(step, layer=wanted), step=step, layer=wanted)

    def action_unreviewed(self, step: int) -> None:
        """Move to the next or previous annotation that nobody has decided on."""
        following = self.reading.next_annotation(step, unreviewed=True)
        self.go_on(following, step=step, unreviewed=True)

    def go_on(
        self,
        following: int | None,
        *,
        step: int,
        unreviewed: bool = False,
        layer: Layer | None = None,
    ) -> None:
        """Move to an annotation found before, or say that there is none.

        Args:
            following: Id of the annotation, or null.
            step: In which direction it was looked for.
            unreviewed: Whether only undecided ones were looked for.
            layer: The only layer that was looked for; null for all.
        """
        if following is None:
            self.post_message(self.EndReached(step, unreviewed, layer))
        else:
            self.perform(lambda reading: reading.focus_on(following))

    def action_kin(self, step: int, switch: str) -> None:
        """Move to the next or previous mention of a name, or quote of a speaker."""
        kin = self.reading.kin_sought(Switch(switch))
        turn = None if kin is None else self.leap(lambda reading: reading.turn_to(kin, step))
        self.post_message(self.TurnTaken(step, kin, turn))

    def action_select(self) -> None:
        """Begin a selection at the cursor, or forget the one there is."""
        selecting = self.reading.anchor is not None
        self.perform(Reading.unselect if selecting else Reading.select)

    def action_swap_ends(self) -> None:
        """Let motions move the other end of the selection."""
        self.perform(Reading.swap_ends)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor, and be ready to select."""
        self.reading.unselect()
        offset = self.offset_under(event.x, event.y)
        self.perform(lambda reading: reading.go(offset))
        self._dragging = True
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection while the button is down; else light up what is of one kind."""
        if not self._dragging:
            self.hover(self.reading.kin_at(self.offset_under(event.x, event.y)))
        if self._dragging:
            offset = self.offset_under(event.x, max(0, min(event.y, self.size.height)))
            if self.reading.anchor is None and offset != self.reading.cursor:
                self.reading.select()
            self.perform(lambda reading: reading.go(offset))

    def on_leave(self) -> None:
        """Light up nothing for the mouse any more."""
        self.hover(None)

    def on_mouse_up(self) -> None:
        """End selecting; the selection stays."""
        self._dragging = False
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Select the word that is clicked twice."""
        if event.chain == 2:
            self.perform(Reading.select_word)

"""What keys and mouse do in the article's text."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import ClassVar, TypeVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from annotations.model import Layer
from annotations.store.places import Place
from reader.annotation_motions import Turn
from reader.commands import bindings
from reader.cursor import Unit
from reader.focusing import Here
from reader.keyboard.counts import fell_short, only
from reader.kin import Kin
from reader.messages import Remarked
from reader.reading import Reading
from reader.switches import Switch
from reader.typed_commands import line_at
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
        done: int = 0
        """How many there were to go on to."""
        times: int = 1
        """To how many it should have gone on."""

    @dataclass
    class TurnTaken(Message):
        """The next annotation that shares something was looked for, going round."""

        step: int
        kin: Kin | None
        """What it shares; null if there was nothing to go by."""
        turn: Turn | None
        """The one in focus now; null if none is visible."""

    @dataclass
    class WentRound(Message):
        """Another one of the annotations under the cursor was put in focus."""

        here: Here | None
        """Which of them it is; null if there is none."""

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

    def action_move(self, unit: Unit, step: int, times: int = 1) -> None:
        """Move the cursor; over many sentences or paragraphs it is a jump."""
        is_far = times > 1 and unit in ("sentence", "paragraph")
        go = self.leap if is_far else self.perform
        done = go(lambda reading: reading.move(unit, step, times=times))
        self._say_if_short(done, times, unit, step=step)

    def action_extend(self, unit: Unit, step: int, times: int = 1) -> None:
        """Move the cursor with a selection behind it."""
        if self.reading.anchor is None:
            self.reading.select()
        self.action_move(unit, step, times)

    def action_line_border(self, step: int, times: int = 1) -> None:
        """Move to the start or end of the line, or of one above or below it."""
        self.perform(lambda reading: reading.to_line_border(step, times=times))

    def action_page(self, pages: float, times: int = 1) -> None:
        """Scroll by pages, the cursor moving along; over many it is a jump."""
        lines = int(pages * max(2, self.size.height - 1))
        go = self.leap if times > 1 else self.perform
        moved = go(lambda reading: self._scroll_lines(reading, lines * times))
        unit = "page" if abs(pages) == 1 else "half page"
        self._say_if_short(ceil(moved / abs(lines)), times, unit, step=lines)

    def _scroll_lines(self, reading: Reading, lines: int) -> int:
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)
        return reading.move_lines(lines)

    def _say_if_short(self, done: int, times: int, unit: str, *, step: int) -> None:
        """Say that a motion could not be made as often as it was asked for, if so."""
        if done < times > 1:
            end = f"the article {'ends' if step > 0 else 'begins'} here"
            self.post_message(Remarked(fell_short(done, times, unit, because=end)))

    def action_top(self, line: int = 1) -> None:
        """Move to the first character, or to a line."""
        self._to_line(line)

    def action_bottom(self, line: int | None = None) -> None:
        """Move to the last character, or to a line."""
        if line is None:
            self.leap(lambda reading: reading.go(len(reading.text)))
        else:
            self._to_line(line)

    def _to_line(self, line: int) -> None:
        reached = self.leap(lambda reading: reading.to_line(line))
        if reached < line:
            self.post_message(Remarked(only(reached, "line")))

    def action_part(self, percent: int | None = None) -> None:
        """Move to where so much of the article lies behind."""
        if percent is None:
            self.post_message(Remarked("Type a number first: 40% goes to that part."))
            return
        lines = len(self.reading.layout)
        line = line_at(f"{min(percent, 100)}%", lines=lines)
        self.leap(lambda reading: reading.to_line(line + 1))
        if percent > 100:
            self.post_message(Remarked(f"There is nothing at {percent} %: this is the end."))

    def action_annotation(self, step: int, layer: str | None = None, times: int = 1) -> None:
        """Move to the next or previous annotation, of a layer or of all, or further on."""
        wanted = None if layer is None else Layer(layer)
        self._go_far(step, times, layer=wanted)

    def action_unreviewed(self, step: int, times: int = 1) -> None:
        """Move to the next or previous annotation that nobody has decided on, or further on."""
        self._go_far(step, times, unreviewed=True)

    def _go_far(
        self, step: int, times: int, *, unreviewed: bool = False, layer: Layer | None = None
    ) -> None:
        """Move over several annotations, or as many as there are; over more than one it jumps."""
        found, done = self.reading.nth_annotation(step, times, unreviewed=unreviewed, layer=layer)
        if found is not None:
            go = self.leap if times > 1 else self.perform
            go(lambda reading: reading.visit(found, step))
        if done < times:
            self.post_message(self.EndReached(step, unreviewed, layer, done=done, times=times))

    def go_on(self, unreviewed: int | None) -> None:
        """Move to an annotation found before, the next that nobody has decided on; or say the end.

        Args:
            unreviewed: Its id, or null if there is none.
        """
        if unreviewed is None:
            self.post_message(self.EndReached(1, True, None))
        else:
            self.perform(lambda reading: reading.focus_on(unreviewed))

    def action_here(self, times: int = 1) -> None:
        """Put another one of the annotations under the cursor in focus, round and round."""
        found = self.perform(lambda reading: reading.go_round(times))
        self.post_message(self.WentRound(found))

    def action_kin(self, step: int, switch: str, times: int = 1) -> None:
        """Move to the next or previous mention of a name, or quote of a speaker, or further on."""
        kin = self.reading.kin_sought(Switch(switch))
        turn = (
            None
            if kin is None
            else self.leap(lambda reading: reading.turn_to(kin, step, times=times))
        )
        self.post_message(self.TurnTaken(step, kin, turn))

    def action_select(self) -> None:
        """Begin a selection at the cursor, or forget the one there is."""
        selecting = self.reading.anchor is not None
        self.perform(Reading.unselect if selecting else Reading.select)

    def action_select_unit(self) -> None:
        """Select by word, or let the selection go by the next larger unit."""
        self.perform(Reading.switch_unit)

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

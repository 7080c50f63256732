"""A column beside the text that shows where in the article quotes and figures stand."""

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.density import Cell, Density
from reader.reading import Reading


class DensityStrip(Widget):
    """One cell wide, as high as the text; dots on the left are quotes, on the right figures."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"strip--quotes", "strip--figures"}

    @dataclass
    class Chosen(Message):
        """A place in the article was clicked."""

        offset: int

    def __init__(self, reading: Reading) -> None:
        """Args:
        reading: The article as it is read; kept, not copied.
        """
        super().__init__(id="density")
        self._reading = reading
        self._density: Density | None = None
        self._drawn: tuple[object, ...] = ()
        """What the strip depends on, as it was when it was worked out."""

    def follow(self) -> None:
        """Draw again if there is something else to show."""
        if self._drawn != self._state():
            self._density = None
            self.refresh()

    def on_resize(self) -> None:
        """Fit the new height."""
        self.follow()

    def render_line(self, y: int) -> Strip:
        """One cell."""
        cell = self._worked_out()[y]
        return Strip([Segment(cell.sign, self.style_of(cell))], 1)

    def on_click(self, event: events.Click) -> None:
        """Tell which place was clicked."""
        event.stop()
        self.post_message(self.Chosen(self._worked_out().offset(event.y)))

    def style_of(self, cell: Cell) -> Style:
        """The style of a cell: figures come before quotes."""
        name = "strip--figures" if cell.has_figures else "strip--quotes"
        return self.rich_style + self.get_component_rich_style(name, partial=True)

    def _worked_out(self) -> Density:
        """The strip's cells; working them out waits until they are drawn."""
        if self._density is None:
            reading = self._reading
            self._drawn = self._state()
            self._density = Density(
                reading.index, reading.layout, height=self.size.height, hidden=reading.hidden
            )
        return self._density

    def _state(self) -> tuple[object, ...]:
        reading = self._reading
        index = reading.index
        return index, index.version(hidden=reading.hidden), reading.layout, self.size.height

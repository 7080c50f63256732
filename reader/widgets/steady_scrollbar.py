"""A scrollbar that is drawn again only when it looks different."""

from rich.style import Style
from textual.geometry import Region
from textual.reactive import Reactive
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from reader.widgets.line_filters import filtered


class SteadyScrollBar(ScrollBar):
    """Textual's scrollbar, which otherwise is drawn again for each line of a long list.

    It is vertical and one cell wide. Its rows look alike but for a few, so most are one strip.
    """

    position: Reactive[float] = Reactive(0, repaint=False)

    def watch_position(self, before: float, now: float) -> None:
        """Follow the list, if that can be seen."""
        if self._thumb(before) != self._thumb(now):
            self.refresh()

    def _thumb(self, position: float) -> int:
        """Where the bar begins, in eighths of a cell, as Textual draws it."""
        hidden, height = self.window_virtual_size - self.window_size, self.size.height
        if hidden <= 0:
            return 0
        length = max(1, self.window_size * height / self.window_virtual_size)
        return int((height - length) * position / hidden * 8)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of the bar."""
        bar = self.render()
        assert isinstance(bar, ScrollBarRender) and isinstance(bar.style, Style)
        back, front = bar.style.bgcolor, bar.style.color
        assert back is not None and front is not None
        rows = bar.render_bar(
            size=self.size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            back_color=back,
            bar_color=front,
        ).segments[crop.y : crop.bottom]
        looks = {segment: Strip([segment], 1) for segment in rows}
        shown = dict(zip(looks, filtered(list(looks.values()), self), strict=True))
        return [shown[segment] for segment in rows]

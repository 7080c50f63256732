"""A scrollbar that is drawn again only when it looks different."""

from textual.reactive import Reactive
from textual.scrollbar import ScrollBar


class SteadyScrollBar(ScrollBar):
    """Textual's scrollbar, which otherwise is drawn again for each line of a long list."""

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

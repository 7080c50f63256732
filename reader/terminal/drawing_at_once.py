"""Drawing what a key has changed before anything else is heard."""

from typing import Any

from textual.screen import Screen
from textual.widget import Widget


def draw_at_once(screen: Screen[Any]) -> None:
    """Draw what wants to be drawn anew, unless it has to be laid out or scrolled first.

    Otherwise each widget tells the screen when it has nothing else to do, and the screen waits
    until it has nothing else to do either: a dozen messages between a key and what it shows.
    """
    widgets = screen._compositor.visible_widgets
    if screen.app._batch_count or not screen.is_current or any(map(_must_wait, (screen, *widgets))):
        return
    for widget in widgets:
        if widget._repaint_required:
            widget._repaint_required = False
            screen._dirty_widgets.add(widget)
    if screen._dirty_widgets:
        screen._on_timer_update()


def _must_wait(widget: Widget) -> bool:
    return widget._layout_required or widget._scroll_required or widget._recompose_required

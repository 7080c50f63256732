"""The page of the open article: how wide its column is, and what stands around it."""

from dataclasses import replace
from functools import partial

from textual.timer import Timer

from annotations.model import Article
from annotations.store.places import Place
from reader.screens.typed import Typing
from reader.widgets.article_view import ArticleView
from reader.widgets.heading import Heading

_STEP = 5
"""Cells by which a key makes the column wider or narrower."""
_ZEN = "-zen"
_REST = 1.0
"""Seconds between two looks at where a person is: what a lost connection may cost."""


class Page(Typing):
    """A screen with an open article, as a page to read."""

    article: Article
    _followed: ArticleView | None = None
    """The text whose place is remembered; it outlives its place on the screen."""
    _kept: Place | None = None
    """The place that is remembered."""
    _can_keep = True
    _looking: Timer | None = None

    @property
    def view(self) -> ArticleView:
        """The article's text."""
        return self.query_one(ArticleView)

    # The place

    def follow_place(self) -> None:
        """Remember from now on where a person is in the article."""
        self._followed = self.view
        self._kept = self.view.place
        for moving in ("revision", "scroll_y"):
            self.watch(self.view, moving, self._keep_soon, init=False)

    def _keep_soon(self) -> None:
        if self._looking is None:
            self._looking = self.set_timer(_REST, self.keep_place)

    def keep_place(self) -> None:
        """Remember where a person is, if that is another place than before."""
        if self._looking is not None:
            self._looking.stop()
            self._looking = None
        place = None if self._followed is None else self._followed.place
        if place is not None and place != self._kept and self._can_keep:
            self._kept = place
            of_text = replace(place, version=self.article.version)
            keep = partial(self.session.keep_place, self.article.id, of_text)
            self._can_keep = self.attempt(keep)

    def on_screen_suspend(self) -> None:
        """Remember the place in an article that is left for another screen."""
        if self._looking is not None:
            self.keep_place()

    def on_screen_resume(self) -> None:
        """Follow the colours of tags, which may have been changed on the screen over it."""
        if self.is_mounted:
            self.query_one(Heading).refresh_tags()

    def on_unmount(self) -> None:
        """Remember the place in an article that is left with the reader."""
        if self._looking is not None:
            self.keep_place()

    # The column

    def action_widen(self, step: int) -> None:
        """Make the column wider (1) or narrower (-1)."""
        before = self.view.reading.layout.width
        after = self.view.set_measure(before + step * _STEP)
        limit = "" if after != before else ", the most" if step > 0 else ", the fewest"
        self._say_measure(after, limit)

    def action_usual_width(self) -> None:
        """Make the column as wide as usual."""
        cells, usual = self.view.reset_measure(), self.view.usual_measure
        self._say_measure(cells, f"; {usual} where there is room" if cells < usual else "")

    def change_width(self, cells: int) -> None:
        """Let lines be at most so wide, here and in articles that are opened from now on."""
        self.view.set_measure(cells)
        super().change_width(self.view.measure_wanted)

    def _say_measure(self, cells: int, limit: str = "") -> None:
        self.session.measure = self.view.measure_wanted
        self.say(f"{cells} cells a line{limit}")

    # Zen

    def action_zen(self) -> None:
        """Show the text alone, or what stands around it again."""
        self.toggle_class(_ZEN)
        self.view.focus()

    def leave_zen(self) -> bool:
        """Show again what stands around the text; tells whether it was away."""
        was_away = self.has_class(_ZEN)
        self.remove_class(_ZEN)
        return was_away

"""The page of the open article: how wide its column is, and what stands around it."""

from annotations.model import Article
from reader.screens.typed import Typing
from reader.widgets.article_view import ArticleView

_STEP = 5
"""Cells by which a key makes the column wider or narrower."""
_ZEN = "-zen"


class Page(Typing):
    """A screen with an open article, as a page to read."""

    article: Article

    @property
    def view(self) -> ArticleView:
        """The article's text."""
        return self.query_one(ArticleView)

    # The column

    def action_widen(self, step: int) -> None:
        """Make the column wider (1) or narrower (-1)."""
        before = self.view.reading.layout.width
        after = self.view.set_measure(before + step * _STEP)
        limit = "" if after != before else ", the most" if step > 0 else ", the fewest"
        self._say_measure(after, limit)

    def action_usual_width(self) -> None:
        """Make the column as wide as usual."""
        self._say_measure(self.view.reset_measure())

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

"""Saying which of several annotations under the cursor is in focus."""

from textual import on

from reader.describing import under_cursor
from reader.screens.article.page import Page
from reader.widgets.article_view import ArticleView
from reader.widgets.status_line import StatusLine


class GoingRound(Page):
    """A screen with an open article that names the annotation that was gone round to."""

    _named = ""
    """What was said of it."""

    @on(ArticleView.WentRound)
    def _name_it(self, event: ArticleView.WentRound) -> None:
        reading = self.view.reading
        self._named = under_cursor(event.here, reading.index, reading.text)
        self.say(self._named)

    def unname(self) -> None:
        """Say no longer which it is, once another one is in focus."""
        if self._named and self.query_one(StatusLine).message == self._named:
            self.say("")
        self._named = ""

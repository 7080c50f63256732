"""The articles that have to do with another: related ones, and copies, with what they share."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from annotations.store import ArticleRow
from annotations.text import clean_line
from reader.commands import bindings
from reader.messages import OpenArticle
from reader.screens.base import ReaderScreen
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.widgets.columns import GAP, fitted
from reader.widgets.virtual_rows import VirtualRows

_DATE_WIDTH = 10
_TITLE_SHARE = 0.45
"""How much of what is left the title takes; the reasons take the rest."""

Found = Sequence[tuple[ArticleRow, str]]
"""Articles, each with why it is listed."""


class RelatedList(VirtualRows):
    """A row an article: date, title, and what it shares, the rarest first."""

    def __init__(self, found: Found) -> None:
        """Args:
        found: The articles, the most related first.
        """
        super().__init__(id="related")
        self._found = found

    def on_mount(self) -> None:
        """Say how many there are."""
        self.set_count(len(self._found))

    @property
    def article_ids(self) -> Sequence[str]:
        """The articles in their order."""
        return tuple(article.id for article, _ in self._found)

    def draw(self, row: int, width: int) -> list[Segment]:
        """One article and why it is listed."""
        article, why = self._found[row]
        left = width - 2 - _DATE_WIDTH - 2 * len(GAP)
        title = int(left * _TITLE_SHARE)
        dim = self.dim_style()
        return [
            Segment(f" {fitted((article.published or '')[:10], _DATE_WIDTH)}{GAP}"),
            Segment(f"{fitted(clean_line(article.title or article.id), title)}{GAP}"),
            Segment(fitted(clean_line(why), left - title), dim),
        ]


class RelatedScreen(ReaderScreen):
    """The list, on a screen of its own over the library."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("related")]
    HELP_ROOMS = ("related", "rows", "app")

    def __init__(
        self, session: Session, heading: str, found: Found, *, settings: Settings = DEFAULTS
    ) -> None:
        """Args:
        session: The store.
        heading: What they are, and of which article.
        found: They, the most related first.
        settings: What the person prefers.
        """
        super().__init__(session, settings=settings)
        self._heading = heading
        self._found = found

    def compose(self) -> ComposeResult:
        """What they are related to, and the list."""
        yield Static(clean_line(self._heading), id="related-heading", markup=False)
        yield RelatedList(self._found)
        with Vertical(id="foot"):
            yield from self.compose_foot()

    def on_mount(self) -> None:
        """Let the list take the keys."""
        self.query_one(RelatedList).focus()

    @on(VirtualRows.Chosen)
    def _open(self, event: VirtualRows.Chosen) -> None:
        self.post_message(OpenArticle(self._found[event.row][0].id))

"""The head of an article: its title, where it comes from, and what it says happened to people."""

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets import Static

from annotations.model import Annotation, Article, CasualtyFigure
from annotations.summary import Toll, summarize
from annotations.text import clean_line
from reader.describing import account

_GAP = 3


class Heading(Static):
    """Title; then source, date, byline and tags, with the tolls on the right; then the note."""

    def __init__(self, article: Article) -> None:
        """Args:
        article: What is read.
        """
        self._article = article
        self._figures: dict[int, CasualtyFigure] = {}
        self.tolls: tuple[Toll, ...] = ()
        """What the article says happened to people."""
        self._content = self._lines(width=0)
        super().__init__(self._content, id="heading", markup=False)

    def show(self, article: Article, figures: Iterable[CasualtyFigure]) -> None:
        """Show an article as it stands in the store.

        Args:
            article: The article.
            figures: Its casualty figures, as stored.
        """
        self._article = article
        self._figures = {each.id: each for each in figures if each.id is not None}
        self._summarize()

    def put(self, before: Annotation | None, after: Annotation | None) -> None:
        """Take note of what an edit made of one annotation."""
        if isinstance(before, CasualtyFigure) and before.id is not None:
            self._figures.pop(before.id, None)
        if isinstance(after, CasualtyFigure) and after.id is not None:
            self._figures[after.id] = after
        if isinstance(before or after, CasualtyFigure):
            self._summarize()

    def _summarize(self) -> None:
        self.tolls = summarize(self._figures.values())
        self._draw()

    def on_resize(self) -> None:
        """Fit the new width."""
        self._draw()

    def _draw(self) -> None:
        content = self._lines(width=self.size.width)
        if content != self._content:
            self._content = content
            self.update(content)

    def _lines(self, *, width: int) -> Content:
        article = self._article
        note = f"\n✎ {clean_line(article.note)}" if article.note else ""
        return Content.assemble(
            (clean_line(article.title or article.id), "bold"),
            "\n",
            *self._origin_and_tolls(width),
            (note, "dim"),
        )

    def _origin_and_tolls(self, width: int) -> tuple[tuple[str, str], str]:
        """The second line: the tolls get the room that is left, or half of all if that is more."""
        origin = self._origin()
        room = max(width - cell_len(origin) - _GAP, width // 2)
        tolls = account(self.tolls, width=room, sources=True)
        if not tolls:
            return (origin, "dim"), ""
        left = width - cell_len(tolls)
        if cell_len(origin) > left - _GAP:
            origin = set_cell_size(origin, max(0, left - _GAP - 1)).rstrip() + "…"
        return (origin, "dim"), f"{' ' * (left - cell_len(origin))}{tolls}"

    def _origin(self) -> str:
        """Where the article comes from, and its tags."""
        article = self._article
        known = (article.source, article.published, ", ".join(article.byline))
        parts = [part for part in known if part] + [f"#{tag}" for tag in article.tags]
        return clean_line(" · ".join(parts))

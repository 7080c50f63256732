"""What an article is about, below the list of articles."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from annotations.model import Article
from annotations.summary import Toll
from annotations.text import clean_line
from reader.dating import day
from reader.describing import account
from reader.note_lines import on_one_line
from reader.snippets import pieces
from reader.widgets.tag_ink import Colours, TagInk, uncoloured

_ROOM = 200
"""Cells for the tolls, which wrap."""


class Preview(Static):
    """Title, origin, what happened to people, and the words found or the opening lines."""

    def __init__(self, colours: Colours = uncoloured) -> None:
        """Args:
        colours: Reads the colours of tags.
        """
        super().__init__(id="preview", markup=False)
        self._colours = colours
        self._shown: tuple[Article, Sequence[Toll], Sequence[str]] | None = None

    def notify_style_update(self) -> None:
        """Give the tags the shades of another theme."""
        super().notify_style_update()
        if self._shown is not None and self._shown[0].tags:
            self.call_after_refresh(self.show, *self._shown)

    def show(self, article: Article, tolls: Sequence[Toll], stretches: Sequence[str]) -> None:
        """Show an article.

        Args:
            article: The article.
            tolls: What it says happened to people.
            stretches: Stretches of its text, the words found between marks.
        """
        origin = (article.source, day(article.published), ", ".join(article.byline))
        self._shown = article, tolls, stretches
        tags = TagInk(self, self._colours()).signs(article.tags, gap=" · ")
        known = Content.styled(clean_line(" · ".join(filter(None, origin))), "dim")
        lines = [
            Content.styled(clean_line(article.title or article.id), "bold"),
            Content(" · ").join(part for part in (known, tags) if part.plain),
            Content.styled(account(tolls, width=_ROOM, sources=True), "italic"),
            Content.styled(f"✎ {on_one_line(article.note)}" if article.note else "", "dim"),
            *map(_stretch, stretches),
        ]
        self.update(Content("\n").join(line for line in lines if line.plain))


def _stretch(marked: str) -> Content:
    return Content.assemble(
        *((text, "bold underline") if found else text for text, found in pieces(marked))
    )

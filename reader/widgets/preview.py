"""What an article is about, below the list of articles."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from annotations.model import Article
from annotations.summary import Toll
from annotations.text import clean_line
from reader.dating import day
from reader.describing import account
from reader.snippets import pieces

_ROOM = 200
"""Cells for the tolls, which wrap."""


class Preview(Static):
    """Title, origin, what happened to people, and the words found or the opening lines."""

    def __init__(self) -> None:
        """Make an empty pane; `show` fills it."""
        super().__init__(id="preview", markup=False)

    def show(self, article: Article, tolls: Sequence[Toll], stretches: Sequence[str]) -> None:
        """Show an article.

        Args:
            article: The article.
            tolls: What it says happened to people.
            stretches: Stretches of its text, the words found between marks.
        """
        tags = (f"#{tag}" for tag in article.tags)
        origin = (article.source, day(article.published), ", ".join(article.byline), *tags)
        lines = [
            Content.styled(clean_line(article.title or article.id), "bold"),
            Content.styled(clean_line(" · ".join(filter(None, origin))), "dim"),
            Content.styled(account(tolls, width=_ROOM, sources=True), "italic"),
            Content.styled(f"✎ {clean_line(article.note)}" if article.note else "", "dim"),
            *map(_stretch, stretches),
        ]
        self.update(Content("\n").join(line for line in lines if line.plain))


def _stretch(marked: str) -> Content:
    return Content.assemble(
        *((text, "bold underline") if found else text for text, found in pieces(marked))
    )

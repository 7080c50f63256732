"""What an article is about, below the list of articles."""

from collections.abc import Callable, Sequence
from functools import partial

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
        self._show_again: Callable[[], None] | None = None
        self._has_tags = False

    def notify_style_update(self) -> None:
        """Give the tags the shades of another theme."""
        super().notify_style_update()
        if self._show_again is not None and self._has_tags:
            self.call_after_refresh(self._show_again)

    def show(
        self,
        article: Article,
        tolls: Sequence[Toll],
        stretches: Sequence[str],
        *,
        copies: Sequence[str] = (),
        folded: int = 0,
    ) -> None:
        """Show an article.

        Args:
            article: The article.
            tolls: What it says happened to people.
            stretches: Stretches of its text, the words found between marks.
            copies: The outlets of its copies.
            folded: How many of them its row stands for.
        """
        origin = (article.source, day(article.published), ", ".join(article.byline))
        self._show_again = partial(
            self.show, article, tolls, stretches, copies=copies, folded=folded
        )
        self._has_tags = bool(article.tags)
        tags = TagInk(self, self._colours()).signs(article.tags, gap=" · ")
        known = Content.styled(clean_line(" · ".join(filter(None, origin))), "dim")
        lines = [
            Content.styled(clean_line(article.title or article.id), "bold"),
            Content(" · ").join(part for part in (known, tags) if part.plain),
            Content.styled(account(tolls, width=_ROOM, sources=True), "italic"),
            Content.styled(_copied(copies, folded), "dim"),
            Content.styled(f"✎ {on_one_line(article.note)}" if article.note else "", "dim"),
            *map(_stretch, stretches),
        ]
        self.update(Content("\n").join(line for line in lines if line.plain))


def _copied(copies: Sequence[str], folded: int) -> str:
    """Who has copies of an article, and what becomes of those that its row stands for."""
    if not copies:
        return ""
    together = f" · selecting the row selects {folded:,} with it" if folded else ""
    return f"also in {clean_line(', '.join(dict.fromkeys(copies)))}{together}"


def _stretch(marked: str) -> Content:
    return Content.assemble(
        *((text, "bold underline") if found else text for text, found in pieces(marked))
    )

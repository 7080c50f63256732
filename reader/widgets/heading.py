"""The head of an article: its title, where it comes from, and what it says happened to people."""

from collections.abc import Iterable

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from annotations.language import no_detector
from annotations.model import Annotation, Article, CasualtyFigure
from annotations.summary import Toll, summarize
from annotations.text import clean_line
from reader.article_states import shown
from reader.dating import moment
from reader.describing import account
from reader.layout import Layout
from reader.note_lines import on_one_line
from reader.tag_spans import tag_spans
from reader.widgets.tag_ink import Colours, TagInk, uncoloured

_GAP = 3
_LINES = 2
"""The most lines that the title may take, and where the article comes from."""


class Heading(Static):
    """Title; source, date, byline and tags; the tolls, beside them if there is room; the note."""

    def __init__(self, article: Article, colours: Colours = uncoloured) -> None:
        """Args:
        article: What is read.
        colours: Reads the colours of tags.
        """
        self._article = article
        self._colours = colours
        self._figures: dict[int, CasualtyFigure] = {}
        self._unplaced = 0
        self._outlets = 0
        self.tolls: tuple[Toll, ...] = ()
        """What the article says happened to people."""
        self._content = self._lines(width=0)
        super().__init__(self._content, id="heading", markup=False)

    def show(
        self,
        article: Article,
        figures: Iterable[CasualtyFigure],
        *,
        unplaced: int = 0,
        outlets: int = 0,
    ) -> None:
        """Show an article as it stands in the store.

        Args:
            article: The article.
            figures: Its casualty figures, as stored.
            unplaced: How many annotations have no place in its text.
            outlets: How many other outlets have copies of it.
        """
        self._unplaced, self._outlets = unplaced, outlets
        self._article = article
        self._figures = {each.id: each for each in figures if each.id is not None}
        self._summarize()

    def refresh_tags(self) -> None:
        """Follow the colours of the tags."""
        if self._article.tags:
            self._draw()

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

    def notify_style_update(self) -> None:
        """Give the tags the shades of another theme."""
        super().notify_style_update()
        if self._article.tags and self.is_attached:
            self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        content = self._lines(width=self.size.width)
        if not content.is_same(self._content):
            self._content = content
            self.update(content)

    def _lines(self, *, width: int) -> Content:
        article = self._article
        title = _cut(clean_line(article.title or article.id), width)
        note = f"\n✎ {on_one_line(article.note)}" if article.note else ""
        return Content.assemble(
            (title, "bold"), "\n", *self._origin_and_tolls(width), (note, "dim")
        )

    def _origin_and_tolls(self, width: int) -> tuple[Content, str]:
        """The tolls stand to the right of the origin, or on a line of their own below it."""
        origin = _cut(self._origin(), width)
        beside = width - cell_len(origin) - _GAP
        tolls = account(self.tolls, width=beside, sources=True)
        inked = self._inked(origin, width)
        if tolls and not tolls.endswith("…"):
            return inked, f"{' ' * (width - cell_len(origin) - cell_len(tolls))}{tolls}"
        tolls = account(self.tolls, width=width, sources=True)
        return inked, f"\n{tolls}" if origin and tolls else tolls

    def _inked(self, origin: str, width: int) -> Content:
        """Where the article comes from, with its tags in their colours."""
        content = Content.styled(origin, "dim")
        colours = self._colours() if width else uncoloured()
        if not colours:
            return content
        ink = TagInk(self, colours)
        for tag, start, end in tag_spans(origin, self._article.tags):
            sign = ink.sign(tag)
            if sign.spans:
                content = Content("").join((content[:start], sign[: end - start], content[end:]))
        return content

    def _origin(self) -> str:
        """Which text it is, where it comes from, the state that a person has given it, its tags."""
        article = self._article
        version = f"version {article.version}" if article.version > 1 else ""
        waiting = f"{self._unplaced:,} to place" if self._unplaced else ""
        byline = ", ".join(article.byline)
        origin = (article.source, moment(article.published), byline)
        unread = no_detector(article.language)
        known = (unread, version, waiting, shown(article.state), *origin, self._elsewhere())
        parts = [part for part in known if part] + [f"#{tag}" for tag in article.tags]
        return clean_line(" · ".join(parts))

    def _elsewhere(self) -> str:
        if not self._outlets:
            return ""
        have = "outlet has" if self._outlets == 1 else "outlets have"
        return f"{self._outlets:,} more {have} this report"


def _cut(text: str, width: int) -> str:
    """A text of no more lines than there are for it."""
    layout = Layout(text, width)
    if not width or len(layout) <= _LINES:
        return text
    return f"{text[: layout.offset_at(_LINES - 1, width - 1)].rstrip()}…"

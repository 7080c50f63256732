"""The library: every article of the store, to filter, sort and open."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from annotations.review import Marks
from annotations.store import SORTS, ArticleRow
from reader.commands import bindings
from reader.listing import Listing
from reader.messages import (
    Answered,
    AnswerTyped,
    AskingCancelled,
    DetectArticle,
    OpenArticle,
    OpenNames,
    OpenSampleCorpus,
)
from reader.screens.base import parse_tags
from reader.screens.typed import Typing
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.widgets.article_table import ArticleTable, TableHeading
from reader.widgets.status_line import StatusLine
from reader.widgets.virtual_rows import VirtualRows

if TYPE_CHECKING:
    from annotations.store.edit_log import EditGroup

_FILTER_PAUSE = 0.1
"""Seconds without a key before the filter is applied."""


class LibraryScreen(Typing):
    """A table of articles with counts, review progress and tags."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library")]
    HELP_ROOMS = ("library", "rows", "app")

    def __init__(self, session: Session, *, settings: Settings = DEFAULTS) -> None:
        """Args:
        session: The store.
        settings: What the person prefers.
        """
        super().__init__(session, settings=settings)
        self._query = ""
        self._sort, self._descending = "published", True
        self._pause: Timer | None = None
        self._listing: Listing | None = None

    def compose(self) -> ComposeResult:
        """The table, or what to do when there is nothing in it."""
        yield TableHeading()
        yield ArticleTable(lambda keys: self.session.store.articles.rows(keys), self.session.tolls)
        yield Static(self._invitation(), id="empty")
        with Vertical(id="foot"):
            yield from self.compose_foot()

    def _invitation(self) -> Content:
        """What to do while there is no article."""
        return Content.assemble(
            ("There is no article here yet.\n\n", "bold"),
            "Press ",
            (self.key("library.sample"), "bold"),
            " to open the sample corpus that comes with closeread, or leave with ",
            (self.key("library.quit"), "bold"),
            " and add\nyour own:\n\n    closeread add FILE or FOLDER …",
        )

    def on_mount(self) -> None:
        """List what is there."""
        self._list()
        self.table.focus()

    @property
    def table(self) -> ArticleTable:
        """The list of articles."""
        return self.query_one(ArticleTable)

    def store_changed(self) -> None:
        """List again: somebody else has written to the store."""
        self._list()

    def on_screen_resume(self) -> None:
        """List again: the article that was open may have changed."""
        super().on_screen_resume()
        if self.is_mounted:
            self._list()
            self._point_at_last()

    def _list(self) -> None:
        if not self.session.is_open:
            self._show_empty(empty=True)
            return
        articles = self.session.store.articles
        keys = articles.keys(query=self._query, sort=self._sort, descending=self._descending)
        self._listing = Listing(keys)
        self.table.show(keys)
        self.query_one(TableHeading).show(self._sort, descending=self._descending)
        self._show_empty(empty=not keys and not self._query)
        found = f" for “{self._query}”" if self._query else ""
        noun = "article" if len(keys) == 1 else "articles"
        self.query_one(StatusLine).show_place(f"{len(keys):,} {noun}{found}")

    def _point_at_last(self) -> None:
        """Put the cursor on the article that was left; it need not be the one opened here."""
        last = self.session.last_article
        if last is not None and self.session.holds(last):
            self.table.point_at(self.session.store.articles.key(last))

    def _show_empty(self, *, empty: bool) -> None:
        self.query_one("#empty").display = empty
        self.table.display = not empty

    # Opening

    @on(VirtualRows.Chosen)
    def _open(self, event: VirtualRows.Chosen) -> None:
        row = self.table.article(event.row)
        if row is not None:
            self.session.listing = self._listing
            self.post_message(OpenArticle(row.id))

    def action_open_sample(self) -> None:
        """Add the sample corpus, and open it."""
        self.post_message(OpenSampleCorpus())

    def action_names(self, group: str) -> None:
        """Show who and where: the names in all articles."""
        self.post_message(OpenNames(group))

    def action_detect(self) -> None:
        """Run the detector again on the article under the cursor."""
        row = self._current()
        if row is not None:
            self.post_message(DetectArticle(row.id))

    def _current(self) -> ArticleRow | None:
        return self.table.article(self.table.row)

    # Filtering and sorting

    def action_filter(self) -> None:
        """Ask for words to filter by."""
        self.ask("filter", "Filter: ", value=self._query, hint="words in title and text")

    def action_clear_filter(self) -> None:
        """List every article again."""
        self._filter("")
        self.table.focus()

    @on(AnswerTyped)
    def _filter_soon(self, event: AnswerTyped) -> None:
        if event.purpose != "filter":
            return
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(_FILTER_PAUSE, lambda: self._filter(event.value))

    def _filter(self, query: str) -> None:
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        if query != self._query:
            self._query = query
            self._list()

    def action_sort(self) -> None:
        """Sort by the next column."""
        self._sort = SORTS[(SORTS.index(self._sort) + 1) % len(SORTS)]
        self._descending = self._sort not in ("title", "source")
        self._list()
        self.say(f"sorted by {self._sort}")

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._descending = not self._descending
        self._list()

    # Tags and notes

    def action_edit_tags(self) -> None:
        """Ask for tags of the article under the cursor."""
        row = self._current()
        if row is not None:
            value = ", ".join(row.tags)
            self.ask(f"tags {row.id}", "Tags: ", value=value, hint="separated by commas")

    def typed_tag(self, tags: str) -> None:
        """Add tags to the article under the cursor."""
        row = self._current()
        if row is not None:
            self._mark("tags", row.id, ", ".join((*row.tags, tags)))

    def action_edit_note(self) -> None:
        """Ask for a note on the article under the cursor."""
        row = self._current()
        if row is not None:
            note = self.session.store.articles.get(row.id).note
            self.ask(f"note {row.id}", "Note: ", value=note or "")

    @on(Answered)
    def _take_answer(self, event: Answered) -> None:
        purpose, _, article_id = event.purpose.partition(" ")
        answer = event.value.strip()
        self.table.focus()
        if purpose == "filter":
            self._filter(event.value)
            return
        if event.changed and purpose in ("tags", "note"):
            self.attempt(lambda: self._mark(purpose, article_id, answer))

    def _mark(self, purpose: str, article_id: str, answer: str) -> None:
        article = self.session.store.articles.get(article_id)
        marks = Marks(tags=article.tags, note=article.note)
        if purpose == "tags":
            after = Marks(tags=parse_tags(answer), note=marks.note)
        else:
            after = Marks(tags=marks.tags, note=answer or None)
        if after != marks:
            self.session.mark(article, "tag" if purpose == "tags" else "note", after)
            self._list()

    @on(AskingCancelled)
    def _cancel_prompt(self, event: AskingCancelled) -> None:
        if event.purpose == "filter":
            self._filter("")
        self.table.focus()

    # Undoing

    def action_undo(self) -> None:
        """Undo the last edit in the store."""
        self._show_step("undid", self.walk(self.session.undo))

    def action_redo(self) -> None:
        """Redo what was undone last."""
        self._show_step("redid", self.walk(self.session.redo))

    def _show_step(self, verb: str, group: "EditGroup | None") -> None:
        if group is not None:
            titles = (self.session.store.articles.get(each).title for each in group.article_ids)
            self._list()
            self.say(f"{verb}: {group.action} in {', '.join(titles)}")

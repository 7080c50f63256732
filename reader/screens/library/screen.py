"""The library: every article of the store, to filter, sort and open."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from annotations.filters import EVERYTHING, Query
from annotations.store import BEST, COUNTED_FIGURES, SMALLEST_FIRST, SORTS, TOLLS
from reader.article_states import VERDICTS
from reader.commands import Command, bindings
from reader.listing import Listing
from reader.messages import (
    Answered,
    AskingCancelled,
    OpenArticle,
    OpenNames,
    OpenSampleCorpus,
    StopEditing,
)
from reader.screens.library.folding import Folding
from reader.services import questions
from reader.services.messages import Listed, Snippets
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.widgets.article_table import ArticleTable, TableHeading
from reader.widgets.facet_list import FacetList
from reader.widgets.preview import Preview
from reader.widgets.status_line import StatusLine
from reader.widgets.virtual_rows import VirtualRows

_FIRST = 200
"""Articles listed for the first paint, before all of them are."""

_FOR_ARTICLES = frozenset(
    f"library.{verb}"
    for verb in (
        *("mark", "mark-range", "mark-all", "tags", "note", "accept", "reject", "reopen"),
        *("delete", "detect", "related", "queue", "fold", "copies"),
        *(f"state-{verdict}" for verdict in VERDICTS),
    )
)
"""Commands that need an article that is listed."""


class LibraryScreen(Folding):
    """A table of articles with counts, review progress and tags."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library")]
    HELP_ROOMS = ("library", "rows", "app")

    def __init__(self, session: Session, *, settings: Settings = DEFAULTS) -> None:
        """Args:
        session: The store.
        settings: What the person prefers.
        """
        super().__init__(session, settings=settings)
        self._sort: str | None = None
        self._shown_sort = questions.LATEST
        self._descending = True
        self._by_day = False
        self._listing: Listing | None = None
        self._is_empty = False
        """Whether there is no article at all."""
        self._is_bare = False
        """Whether none is listed."""

    def compose(self) -> ComposeResult:
        """The table, or what to do when there is nothing in it."""
        with Horizontal(id="library"):
            with Vertical(id="list"):
                yield TableHeading()
                yield ArticleTable(
                    lambda keys: self.session.store.articles.rows(keys),
                    self.session.tolls,
                    self.session.tag_colours,
                )
                yield Static(self._invitation(), id="empty")
            yield FacetList(self.session.tag_colours)
        yield Preview(self.session.tag_colours)
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
            " and add your own:\n\n    closeread add FILE or FOLDER …",
        )

    def on_mount(self) -> None:
        """List the first articles, and soon all of them."""
        if self.session.is_open:
            self.table.show(self.session.store.articles.keys(limit=_FIRST))
        self._show_empty()
        self.table.focus()
        self.call_after_refresh(self.reload)

    @property
    def is_listed(self) -> bool:
        """Whether the articles are listed that were asked for."""
        return self.lookup.is_idle and super().is_listed

    def store_changed(self) -> None:
        """List again: somebody else has written to the store."""
        self.reload()

    def on_screen_resume(self) -> None:
        """List again: the article that was open may have changed."""
        if self.is_mounted:
            self.reload()
            self._point_at_last()

    def reload(self) -> None:
        """List the articles as they stand in the store."""
        if self.session.is_open:
            self.lookup.ask(
                "listing",
                questions.listing(
                    self.wanted,
                    sort=self._sort,
                    descending=self._descending,
                    by_day=self._by_day,
                    folding=self.folds,
                ),
            )

    @on(Listed)
    def _show_listed(self, event: Listed) -> None:
        by_words = bool(event.query.sought)
        self._listing = Listing([key for key in event.keys if key >= 0])
        self._shown_sort = event.sort
        self.table.show(event.keys, by_words=by_words, headings=event.headings, fold=event.fold)
        self.query_one(TableHeading).show(
            event.sort, descending=self._descending, by_words=by_words
        )
        self._show_empty()
        self.show_place()
        self.survey()

    def show_place(self) -> None:
        """Say how many articles there are, of what, and how many are selected."""
        count = self.table.articles
        parts = [f"{count:,} article{'' if count == 1 else 's'}"]
        if self.wanted != EVERYTHING:
            parts.append(f"for “{self.typed.strip()}”")
        if self._shown_sort == BEST:
            parts.append("· best match first")
        if self.table.folded_away:
            parts.append(f"· {self.table.folded_away:,} folded")
        if self.table.marked:
            parts.insert(0, f"{len(self.table.marked):,} selected of")
        self.query_one(StatusLine).show_place(" ".join(parts))

    def _point_at_last(self) -> None:
        """Put the cursor on the article that was left; it need not be the one opened here."""
        last = self.session.last_article
        if last is not None and self.session.holds(last):
            self.table.point_at(self.session.store.articles.key(last))

    def _show_empty(self) -> None:
        """Show what to do in a library without any article, which is not one of deleted ones."""
        before = self._is_empty, self._is_bare
        self._is_bare = not self.table.count
        self._is_empty = self._is_bare and not self.session.holds_any()
        self.query_one("#empty").display = self._is_empty
        self.table.display = not self._is_empty
        if before != (self._is_empty, self._is_bare):
            self.refresh_bindings()

    @on(ArticleTable.SnippetsWanted)
    def _look_for_snippets(self, event: ArticleTable.SnippetsWanted) -> None:
        self.lookup.ask("snippets", questions.snippets(self.wanted, event.keys))

    @on(Snippets)
    def _show_snippets(self, event: Snippets) -> None:
        if event.query == self.wanted:
            self.table.put_snippets(event.by_key)

    def why_not(self, command: Command) -> str:
        """Why a command would do nothing: there is no article, or none is listed."""
        if command.id == "library.sample":
            return "" if self._is_empty else "the sample corpus is for a library without articles"
        if command.room == "rows" and self._is_bare and not self.facets.has_focus:
            return "no article is listed"
        if command.room != "library" or command.id == "library.quit":
            return ""
        if self._is_empty:
            return "there is no article here yet"
        return "no article is listed" if self._is_bare and command.id in _FOR_ARTICLES else ""

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

    def action_unplaced(self) -> None:
        """Show what has no place in the new texts of articles."""
        from reader.screens.unplaced import UnplacedScreen

        if self.session.is_open:
            self.app.push_screen(UnplacedScreen(self.session, settings=self.settings))

    async def action_leave(self) -> None:
        """Leave the facets, else closeread."""
        if self.facets.has_focus:
            self.close_facets()
        else:
            await self.app.action_quit()

    # Filtering and sorting

    def action_clear_filter(self) -> None:
        """Stop an edit; else select none; if none is selected, list every article again."""
        if self.session.is_busy:
            self.post_message(StopEditing())
        elif self.facets.has_focus:
            self.leave_facets()
        elif not self.table.has_focus:
            self.table.focus()
        elif self.table.marked:
            self.table.unmark()
            self.show_place()
        else:
            self.filter_by("")

    def list_fitting(self, query: Query) -> None:
        """List what fits a query."""
        self.wanted = query
        self.reload()
        self.count_facets()

    def action_sort(self) -> None:
        """Sort by the next column."""
        not_shown = {COUNTED_FIGURES if self.table.shows_tolls else TOLLS}
        if not self.wanted.sought:
            not_shown.add(BEST)
        sorts = [each for each in SORTS if each not in not_shown]
        place = sorts.index(self._shown_sort) if self._shown_sort in sorts else -1
        self._sort_by(sorts[(place + 1) % len(sorts)])

    @on(TableHeading.SortChosen)
    def _sort_by_column(self, event: TableHeading.SortChosen) -> None:
        if event.sort == self._shown_sort:
            self.action_reverse()
        else:
            self._sort_by(event.sort)

    def _sort_by(self, sort: str) -> None:
        self._sort = sort
        self._descending = sort not in SMALLEST_FIRST
        self.reload()
        self.say(f"sorted by {sort.replace('-', ' ')}")

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._descending = not self._descending
        self.reload()

    def action_group(self) -> None:
        """Group by the day of the event, or no longer."""
        self._by_day = not self._by_day
        self.reload()
        self.say("grouped by event day" if self._by_day else "not grouped")

    # Answers

    @on(Answered)
    def _take_answer(self, event: Answered) -> None:
        self.table.focus()
        if event.purpose == "filter":
            self.filter_by(event.value)
        elif event.purpose == "save":
            self.save_filter(event.value.strip())
        else:
            self.take_marks(event)

    @on(AskingCancelled)
    def _cancel_prompt(self, event: AskingCancelled) -> None:
        if event.purpose == "filter":
            self.filter_by("")
        self.table.focus()

"""The edits of a store or of an article, newest first, and what one of them changed."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from annotations.store.log import LoggedGroup, Wanted
from annotations.text import clean_line
from reader.screens.leading import Leading
from reader.screens.questioning import Questioning
from reader.services import log_questions
from reader.services.log_questions import ChangesFound, ChangesRead, GroupsFound, GroupsRead
from reader.services.log_steps import how_many_edits
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.widgets.log_lists import EXPANDED, ChangeList, GroupList
from reader.widgets.read_rows import ReadRows
from reader.widgets.status_line import StatusLine
from reader.widgets.virtual_rows import VirtualRows


class LogListing(Leading, Questioning):
    """A screen with the edits over what the one under the cursor changed."""

    def __init__(
        self,
        session: Session,
        *,
        settings: Settings = DEFAULTS,
        origin: str | None = None,
        title: str = "",
    ) -> None:
        """Args:
        session: The store.
        settings: What the person prefers.
        origin: The id of the article over which this opens, and whose edits are listed at first;
            null for those of the whole store.
        title: Of that article.
        """
        super().__init__(session, settings=settings, origin=origin)
        self._title = title
        self.wanted = Wanted(article_id=origin)
        self.day = ""
        """The days that are wanted, as they were typed."""
        self.annotators: list[str] = []
        self._is_listed = False
        self._previewed: int | None = None

    def compose(self) -> ComposeResult:
        """Which edits they are, the edits, and what one of them changed."""
        yield Static(id="log-heading", markup=False)
        yield GroupList()
        yield ChangeList()
        with Vertical(id="foot"):
            yield from self.compose_foot()

    def on_mount(self) -> None:
        """Look for the edits."""
        self.groups.focus()
        self.look()

    @property
    def is_listed(self) -> bool:
        """Whether the edits are listed that were asked for."""
        return self._is_listed

    @property
    def groups(self) -> GroupList:
        """The list of edits."""
        return self.query_one(GroupList)

    @property
    def changes(self) -> ChangeList:
        """The list of what the edit under the cursor changed."""
        return self.query_one(ChangeList)

    @property
    def group(self) -> LoggedGroup | None:
        """The edit under the cursor; null if there is none, or it is not read yet."""
        return self.groups.current

    # Looking

    def look(self) -> None:
        """List the edits that are wanted."""
        self._is_listed = False
        if not self.groups.count:
            self.query_one(StatusLine).show_place("reading …")
        self.lookup.ask("groups", log_questions.find_groups(self.wanted))
        self._show_heading()

    def store_changed(self) -> None:
        """Look again."""
        self.look()

    def edited(self, said: str) -> None:
        """Look again, and tell what was done."""
        self.look()
        super().edited(said)

    @on(GroupsFound)
    def _show_groups(self, event: GroupsFound) -> None:
        if event.wanted != self.wanted:
            return
        self._is_listed = True
        self.annotators = list(event.annotators)
        self.groups.in_article = event.wanted.article_id is not None
        self.groups.show_ids(event.ids)
        self.query_one(StatusLine).show_place(how_many_edits(len(event.ids)))
        self._preview()
        self.refresh_bindings()

    @on(ReadRows.RowsWanted)
    def _read(self, event: ReadRows.RowsWanted) -> None:
        if event.rows is self.groups:
            question = log_questions.read_groups(event.ids, self.wanted.article_id)
            self.lookup.ask("rows", question)
        else:
            self.lookup.ask("changes of rows", log_questions.read_changes(event.ids))

    @on(GroupsRead)
    def _show_rows(self, event: GroupsRead) -> None:
        self.groups.put(event.asked, event.groups)
        self.refresh_bindings()

    @on(ChangesRead)
    def _show_changes_read(self, event: ChangesRead) -> None:
        self.changes.put(event.asked, event.edits)

    @on(VirtualRows.Moved)
    def _follow(self, event: VirtualRows.Moved) -> None:
        if event.rows is self.groups:
            self._preview()

    def _preview(self) -> None:
        """Show what the edit under the cursor changed."""
        if self.groups.count:
            group = self.groups.ids[self.groups.row]
            self.lookup.ask("changes", log_questions.find_changes(group, most=EXPANDED))
        else:
            self._previewed = None
            self.changes.show_changes((), (), several=False, again=False)

    @on(ChangesFound)
    def _show_changes(self, event: ChangesFound) -> None:
        again, self._previewed = event.group == self._previewed, event.group
        several = len({each.article_id for each in event.edits}) > 1 or not event.edits
        self.changes.show_changes(event.ids, event.edits, several=several, again=again)

    def _show_heading(self) -> None:
        """Say which edits are listed."""
        title = clean_line(self._title)
        parts = [f"“{title}”" if self.wanted.article_id else "the whole store"]
        if self.wanted.annotator:
            parts.append(f"by {clean_line(self.wanted.annotator)}")
        if self.day:
            parts.append(f"on {self.day}")
        self.query_one("#log-heading", Static).update(f"Edits of {' · '.join(parts)}")

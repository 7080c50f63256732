"""What people did in an earlier text and has no place in the present one: to place or to drop."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from annotations.anchoring.candidates import Candidate
from annotations.store.edit_log import EditGroup
from annotations.store.versions import Versions, Waiting
from annotations.text import clean_line
from reader.commands import Command, bindings
from reader.messages import OpenArticle
from reader.screens.leading import Leading
from reader.screens.stepping import Stepping
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.unplaced_lines import details, lost_parts, placed
from reader.widgets.status_line import StatusLine
from reader.widgets.unplaced_list import UnplacedList
from reader.widgets.virtual_rows import VirtualRows

_FOR_ONE = frozenset(
    ("rows.choose", *(f"unplaced.{verb}" for verb in ("put", "other", "drop", "drop-all")))
)
"""Commands that need an annotation that is listed."""


class UnplacedScreen(Leading, Stepping):
    """The list, and under it where the one under the cursor stood and where it may belong."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("unplaced")]
    HELP_ROOMS = ("unplaced", "rows", "app")

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
        origin: The article over which this opens, whose annotations alone are listed; null for
            those of the whole store.
        title: Of that article.
        """
        super().__init__(session, settings=settings, origin=origin)
        self._title = title
        self._candidates: Sequence[Candidate] = ()
        self._chosen = 0

    def compose(self) -> ComposeResult:
        """The list, or that there is nothing in it."""
        yield Static(id="unplaced-heading", markup=False)
        yield UnplacedList(lambda ids: self._versions.waiting(ids))
        yield Static(self._nothing(), id="no-unplaced", markup=False)
        yield Static(id="unplaced-detail", markup=False)
        with Vertical(id="foot"):
            yield from self.compose_foot()

    def _nothing(self) -> str:
        return (
            "Everything has its place.\n\n"
            "If an article is added again with another text, what was decided in it goes along to "
            "where it is in the new text. What has no certain place there is listed here."
        )

    def on_mount(self) -> None:
        """Read what waits."""
        self.store_changed()

    @property
    def steps_in(self) -> str | None:
        """The article whose edits are undone, if it opened over one."""
        return self.origin

    @property
    def _versions(self) -> Versions:
        return self.session.store.versions

    @property
    def waiting(self) -> UnplacedList:
        """The list of what has no place."""
        return self.query_one(UnplacedList)

    def store_changed(self) -> None:
        """Read again: somebody has written to the store."""
        self.attempt(self._read)

    def edited(self, said: str) -> None:
        """Read again what an edit has changed, and tell of it."""
        self.store_changed()
        super().edited(said)

    def _read(self) -> None:
        if self.session.is_open:
            ids = self._versions.waiting_ids(self.origin)
            self.waiting.show(ids, several=self.origin is None)
        count = self.waiting.count
        for wanted, is_empty in (("#no-unplaced", True), ("#unplaced-detail", False)):
            self.query_one(wanted).display = (not count) is is_empty
        self.waiting.display = bool(count)
        self.set_focus(self.waiting if count else None)
        where = f" in “{clean_line(self._title)}”" if self.origin else ""
        self.query_one("#unplaced-heading", Static).update(f"Without a place{where}")
        self.query_one(StatusLine).show_place(f"{count:,} to place")
        self._show_current()

    # The one under the cursor

    @on(VirtualRows.Moved)
    def _show_current(self) -> None:
        waiting = self.waiting.current
        self._candidates, self._chosen = (), 0
        if waiting is not None and waiting.unplaced.annotation.id is not None:
            self._candidates = self._versions.candidates(waiting.unplaced.annotation.id)
        self._show_detail(waiting)
        self.refresh_bindings()

    def _show_detail(self, waiting: Waiting | None) -> None:
        if waiting is None:
            return
        text = self.session.store.articles.get(waiting.article_id).text
        lines = details(waiting, self._candidates, self._chosen, text=text)
        self.query_one("#unplaced-detail", Static).update(
            Content("\n").join(
                Content.assemble((head, "dim"), before, (words, "bold underline"), behind)
                for head, before, words, behind in lines
            )
        )

    def why_not(self, command: Command) -> str:
        """Why a command would do nothing: nothing waits, or nothing is like it."""
        if command.id in _FOR_ONE and not self.waiting.count:
            return "everything has its place"
        if command.id in ("unplaced.put", "unplaced.other") and not self._candidates:
            key = self.key("rows.choose")
            return f"no place is like it: {key} goes to the text, to select its words"
        if command.id == "unplaced.other" and len(self._candidates) == 1:
            return "there is one place only that is like it"
        is_nowhere = self.origin is None and not self.waiting.count
        if command.id == "unplaced.versions" and is_nowhere:
            return "open an article first"
        return ""

    def action_other(self) -> None:
        """Point at the next place."""
        self._chosen = (self._chosen + 1) % len(self._candidates)
        self._show_detail(self.waiting.current)

    def action_put(self) -> None:
        """Put it at the place that is pointed at."""
        waiting = self.waiting.current
        if waiting is None or waiting.unplaced.annotation.id is None:
            return
        annotation, place = waiting.unplaced.annotation, self._candidates[self._chosen].place
        row = waiting.unplaced.annotation.id

        def commit() -> None:
            """Place it, and say what could not be placed with it."""
            after = self._versions.place(row, place).changes[0].after
            assert after is not None
            lost = lost_parts(annotation, after)
            self._done(placed(after.text, 0, key="", lost=lost))

        self.write(commit)

    def action_drop(self) -> None:
        """Let the one under the cursor wait no longer."""
        waiting = self.waiting.current
        if waiting is not None and (row := waiting.unplaced.annotation.id) is not None:
            self.write(lambda: self._tell_dropped(self._versions.drop([row]), 1))

    def action_drop_all(self) -> None:
        """Let none of those that are listed wait any longer."""
        ids = list(self.waiting.ids)
        self.write(lambda: self._tell_dropped(self._versions.drop(ids), len(ids)))

    def _tell_dropped(self, _: EditGroup, count: int) -> None:
        self._done(f"dropped {count:,}; {self.key('unplaced.undo')} undoes it")

    def _done(self, said: str) -> None:
        self._read()
        self.say(said)

    @on(VirtualRows.Chosen)
    def _by_hand(self) -> None:
        """To the article, to select the words there."""
        waiting = self.waiting.current
        if waiting is None:
            return
        self.session.placing = waiting.unplaced.annotation.id
        if waiting.article_id == self.origin:
            self.app.pop_screen()
        else:
            self.post_message(OpenArticle(waiting.article_id))

    def action_versions(self) -> None:
        """Show the texts that the article has had."""
        from reader.screens.versions import VersionsScreen

        waiting = self.waiting.current
        article_id = self.origin or (None if waiting is None else waiting.article_id)
        if article_id is not None:
            screen = VersionsScreen(self.session, article_id, settings=self.settings)
            self.app.push_screen(screen)

    def on_screen_resume(self) -> None:
        """Show what was done in the screens over this one."""
        if self.is_mounted and self.children:
            self.store_changed()

"""What became of one annotation: every state it was in, to look at and to go back to."""

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from annotations.model import Annotation
from annotations.store.log import AnnotationHistory
from annotations.text import clean_line
from reader.commands import bindings
from reader.describing import short
from reader.log_lines import history_lines
from reader.screens.leading import Leading
from reader.screens.questioning import Questioning
from reader.screens.stepping import Stepping
from reader.services.log_questions import HistoryRead, read_history
from reader.services.log_steps import how_many_edits, restoring
from reader.services.long_edits import LongEdit
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.widgets.log_lists import LineList
from reader.widgets.status_line import StatusLine
from reader.widgets.virtual_rows import VirtualRows


class HistoryScreen(Leading, Stepping, Questioning):
    """A block a state, the first one first, with what differs from the one before."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("history")]
    HELP_ROOMS = ("history", "rows", "app")

    def __init__(
        self,
        session: Session,
        annotation_id: int,
        *,
        settings: Settings = DEFAULTS,
        origin: str | None = None,
    ) -> None:
        """Args:
        session: The store.
        annotation_id: The annotation; it may be gone.
        settings: What the person prefers.
        origin: The id of the article over which this opens; null if it opens over another screen.
        """
        super().__init__(session, settings=settings, origin=origin)
        self._annotation = annotation_id
        self._history: AnnotationHistory | None = None
        self._is_first = True

    def compose(self) -> ComposeResult:
        """Whose history it is, and the states."""
        yield Static(id="history-heading", markup=False)
        yield LineList(id="history")
        with Vertical(id="foot"):
            yield from self.compose_foot()

    def on_mount(self) -> None:
        """Read the history."""
        self._list.focus()
        self.store_changed()

    @property
    def is_listed(self) -> bool:
        """Whether the history has been read."""
        return self._history is not None

    @property
    def _list(self) -> LineList:
        return self.query_one(LineList)

    def store_changed(self) -> None:
        """Read the history again."""
        self.lookup.ask("history", read_history(self._annotation))

    def edited(self, said: str) -> None:
        """Read the history again, and tell what was done."""
        self.store_changed()
        super().edited(said)

    @on(HistoryRead)
    def _show(self, event: HistoryRead) -> None:
        history = self._history = event.history
        if history is None:
            self.query_one("#history-heading", Static).update("There is no such annotation.")
            return
        known = history.now or self._states(history)[-1] or history.began
        subject = "" if known is None else f"of {short(known)} "
        gone = "" if history.now is not None else ", which was removed"
        heading = f"History {subject}in “{clean_line(history.title)}”{gone}"
        self.query_one("#history-heading", Static).update(heading)
        self.query_one(StatusLine).show_place(how_many_edits(len(history.steps)))
        self._list.show(history_lines(history, today=date.today()))
        if self._is_first:  # where it stands now is at the end
            self._list.action_scroll_end()
            self._is_first = False

    @staticmethod
    def _states(history: AnnotationHistory) -> list[Annotation | None]:
        """What the annotation was, block by block."""
        began = [] if history.began is None else [history.began]
        return [*began, *(each.change.after for each in history.steps)]

    # What the keys do

    def action_restore(self) -> None:
        """Go back to the state under the cursor, by a new edit."""
        history = self._history
        if history is None:
            return
        state = self._states(history)[self._list.block]
        undo = self.key("history.undo")
        edit = restoring(history.annotation, history.article_id, state, undo_key=undo)
        self.carry_out(edit)

    @property
    def steps_in(self) -> str | None:
        """The article of the annotation, whose edits are undone."""
        return None if self._history is None else self._history.article_id

    def carry_out(self, edit: LongEdit) -> None:
        """Have an edit made, unless there is nothing here to edit."""
        if self._history is not None:
            super().carry_out(edit)

    @on(VirtualRows.Chosen)
    def _go(self) -> None:
        """To where it is in the article, or was."""
        history = self._history
        if history is not None:
            states = [history.now, self._states(history)[self._list.block], history.began]
            states += (each.change.before for each in history.steps)
            there = next(each for each in states if each is not None)
            self.lead_to(history.article_id, history.annotation, there.start)

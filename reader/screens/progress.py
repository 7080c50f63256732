"""How far a library is: articles by state, what is decided, how good the machine was, the pace."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from annotations.measure.decided_evaluation import DecidedEvaluation
from reader.commands import bindings
from reader.messages import ListArticles
from reader.progress.lines import Report, Wrong, lines
from reader.screens.questioning import Questioning
from reader.screens.stepping import Stepping
from reader.screens.typed import Typing
from reader.services import progress_questions
from reader.services.progress_questions import DecisionsMeasured, Measuring, ProgressRead
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.widgets.progress_list import ProgressList
from reader.widgets.status_line import StatusLine
from reader.widgets.virtual_rows import VirtualRows

_TITLE = "Progress"


class ProgressScreen(Stepping, Typing, Questioning):
    """Lines of which some lead on: Enter lists the articles, or what was wrong."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("progress")]
    HELP_ROOMS = ("progress", "rows", "app")

    def __init__(
        self, session: Session, *, settings: Settings = DEFAULTS, origin: str | None = None
    ) -> None:
        """Args:
        session: The store, which has to be there.
        settings: What the person prefers.
        origin: The id of the article over which this opens; null if it opens over the library.
        """
        super().__init__(session, settings=settings)
        self._origin = origin
        self._measuring = session.measuring = session.measuring or Measuring()
        self._read: ProgressRead | None = None
        self._evaluation: DecidedEvaluation | None = None
        self._measured = self._to_measure = 0

    def compose(self) -> ComposeResult:
        """The list."""
        yield Static(_TITLE, id="progress-heading", markup=False)
        yield ProgressList()
        with Vertical(id="foot"):
            yield from self.compose_foot()

    def on_mount(self) -> None:
        """Ask for all of it."""
        self.list.focus()
        self.query_one(StatusLine).show_place("reading …")
        self.store_changed()

    def on_screen_resume(self) -> None:
        """Ask again: something may have been decided in an article that was over this."""
        if self._read is not None:
            self.store_changed()

    @property
    def list(self) -> ProgressList:
        """The lines."""
        return self.query_one(ProgressList)

    @property
    def is_listed(self) -> bool:
        """Whether there are lines; keys need not wait until all is measured."""
        return super().is_listed and self._read is not None

    @property
    def is_settled(self) -> bool:
        """Whether all is measured, and shown."""
        is_measured = self._evaluation is not None and self._measured >= self._to_measure
        return super().is_settled and is_measured

    # Reading the store

    def store_changed(self) -> None:
        """Read again: somebody else has written to the store."""
        self.lookup.ask("progress", progress_questions.progress())
        self.slow.ask("decisions", self._measuring.question(anew=True))

    def edited(self, said: str) -> None:
        """Read again what an edit has changed, and tell of it."""
        self.store_changed()
        super().edited(said)

    def detected(self, article_id: str, suggestions: int) -> None:
        """Count again what is suggested."""
        self.lookup.ask("progress", progress_questions.progress())

    @on(ProgressRead)
    def _take_progress(self, event: ProgressRead) -> None:
        self._read = event
        self._show()

    @on(DecisionsMeasured)
    def _take_measured(self, event: DecisionsMeasured) -> None:
        self._evaluation = event.evaluation
        self._measured, self._to_measure = event.measured, event.to_measure
        if not event.is_all:
            self.slow.ask("decisions", self._measuring.question(anew=False))
        self._show()

    # Showing

    def _show(self) -> None:
        if self._read is None:
            return
        report = Report(
            progress=self._read.progress,
            days=self._read.days,
            annotator=self.session.store.annotator,
            evaluation=self._evaluation,
            measured=self._measured,
            to_measure=self._to_measure,
        )
        self.list.show(lambda width: lines(report, width))
        decided, undecided = report.progress.decided, report.progress.undecided
        share = decided / (decided + undecided) if decided + undecided else 0
        self.query_one(StatusLine).show_place(f"{share:.0%} decided")

    @on(ProgressList.HeadingLeft)
    def _keep_heading(self, event: ProgressList.HeadingLeft) -> None:
        """Show above the list what heads its lines, where that has gone out of view."""
        self.query_one("#progress-heading", Static).update(event.heading or _TITLE)

    @on(VirtualRows.Chosen)
    def _follow(self) -> None:
        line = self.list.line
        if line is None or line.leads_to is None:
            self.say("this line leads nowhere")
        elif isinstance(line.leads_to, Wrong):
            self._show_wrong(line.leads_to)
        else:
            self.post_message(ListArticles(line.leads_to))

    def _show_wrong(self, wrong: Wrong) -> None:
        from reader.screens.mistakes import MistakesScreen

        screen = MistakesScreen(self.session, wrong, settings=self.settings, origin=self._origin)
        self.app.push_screen(screen)

"""The half of the application in which screens follow the store and the work behind them."""

import gc
from collections.abc import Callable, Iterator, Sequence

from textual import on
from textual.widget import Widget

from annotations.errors import CloseReadError
from annotations.model import Article
from annotations.sources import Source
from reader.enduring import Enduring
from reader.keyboard.in_turn import KeysInTurn
from reader.messages import EditArticles, StopEditing
from reader.screens.base import ReaderScreen
from reader.services.background import Background
from reader.services.editing import Editing
from reader.services.messages import (
    Added,
    AddingEnded,
    Detected,
    DetectionEnded,
    DetectionProgress,
    Edited,
    EditFailed,
    EditProgress,
    WorkFailed,
)
from reader.services.session import Session
from reader.terminal.sparing import SparingApp

_LOOK_EVERY = 0.4
"""Seconds between looks at what others have written to the store."""
_AFTER_PAINT = 0.1
"""Seconds that the first paint has to itself before any work is begun."""
_COPIES_EVERY = 5.0
"""Seconds between looks whether there are texts that were not compared with others yet."""
_FAILURES_SHOWN = 3
"""Failures of one series that are shown one by one; more would cover the screen."""


class WorkingApp(Enduring, KeysInTurn, SparingApp):
    """An app with a store, work in the background, and screens that are told of both."""

    def __init__(
        self, session: Session, *, article: Article | None, paths: Sequence[Source]
    ) -> None:
        """Args:
        session: The store.
        article: What is open at first; null for the library.
        paths: Files, folders and addresses to add once the first screen stands.
        """
        super().__init__()
        self.session = session
        self.animation_level = "none"
        self._article = article
        self._paths = paths
        self._failures = 0
        self._unseen = ""
        """Why nobody could look at what others have written, as it was told last."""
        self._works: dict[str, str] = {}
        """What goes on, by what it is: adding, detecting, editing."""
        self._is_leaving = False
        self.background = Background(session, post=self.post_message)
        self.editing = Editing(
            session.store_path, annotator=session.annotator, post=self.post_message
        )
        session.editing = self.editing

    def on_mount(self) -> None:
        """Paint first; what costs time begins when the first screen stands."""
        self.call_after_refresh(lambda: self.set_timer(_AFTER_PAINT, self.begin))
        self.set_interval(_LOOK_EVERY, self._look)
        self.set_interval(_COPIES_EVERY, self.background.look_for_copies)

    def on_unmount(self) -> None:
        """End what goes on in the background; all that was decided is committed already."""
        self.background.stop()
        self.editing.stop()
        self.session.close()

    def screens(self) -> Iterator[ReaderScreen]:
        """The full screens that stand, the one in front last; none that is being taken down."""
        return (
            screen
            for screen in self.screen_stack
            if isinstance(screen, ReaderScreen)
            and (screen.is_mounted and screen.stands and screen.children)
        )

    @property
    def _all_are_made(self) -> bool:
        """Whether no screen still makes its widgets; it would be asked to show what it lacks."""
        return self.is_running and all(
            node.is_mounted
            for screen in self.screen_stack
            if isinstance(screen, ReaderScreen) and screen.stands
            for node in screen.walk_children(Widget, with_self=True)
        )

    def _look(self) -> None:
        """Let the screens follow what others have written, as soon as all of them are made."""
        try:
            if self._all_are_made and self.session.changed_elsewhere():
                for screen in self.screens():
                    screen.store_changed()
        except CloseReadError as error:
            if error.message != self._unseen:  # else it would be told with every look
                self.complain(error)
            self._unseen = error.message
        else:
            self._unseen = ""

    def complain(self, error: CloseReadError) -> None:
        """Show an error on the screen in front."""
        for screen in list(self.screens())[-1:]:
            screen.complain(error)

    # Work in the background

    def begin(self) -> None:
        """Begin what has waited for the first paint."""
        gc.freeze()  # what stands by now stays, so no collection need look at it again
        gc.enable()
        if self._paths:
            self.attempt(lambda: self.background.add(self._paths))
        elif self.session.is_open and not self.session.store.read_only:
            self.background.detect()

    def attempt(self, act: Callable[[], None]) -> None:
        """Do something that may fail, and show why if it does."""
        try:
            act()
        except CloseReadError as error:
            self.complain(error)

    @on(Added)
    def _show_adding(self, event: Added) -> None:
        self._show_work("adding", f"adding articles: {event.count:,}")

    @on(AddingEnded)
    def _end_adding(self, event: AddingEnded) -> None:
        self._show_work("adding", "")
        self._tell_of_additions(event)
        self._sum_up_failures("inputs could not be read", hint="`closeread add` lists them all.")
        for screen in self.screens():
            screen.store_changed()
        front = self._article
        unrun = front is not None and not self.session.was_run(front.id)
        self.attempt(lambda: self.background.detect(front.id if front and unrun else None))

    def _tell_of_additions(self, event: AddingEnded) -> None:
        key = next((screen.key("library.unplaced") for screen in self.screens()), "")
        if told := event.sums.told_in_the_reader(key=key):
            self.notify(told, markup=False)

    @on(DetectionProgress)
    def _show_detection(self, event: DetectionProgress) -> None:
        title = self.session.store.articles.get(event.article_id).title
        waiting = f", {event.waiting:,} waiting" if event.waiting else ""
        self._show_work("detecting", f"detecting {event.share:.0%}{waiting}: {title}")

    @on(Detected)
    def _show_detected(self, event: Detected) -> None:
        for screen in self.screens():
            screen.detected(event.article_id, event.suggestions)

    @on(DetectionEnded)
    def _end_detection(self) -> None:
        self._show_work("detecting", "")
        self._sum_up_failures("articles could not be run", hint="They stay “not run yet”.")

    @on(WorkFailed)
    def _show_failure(self, event: WorkFailed) -> None:
        self._failures += 1
        if self._failures <= _FAILURES_SHOWN:
            self.complain(event.error)

    def _sum_up_failures(self, what: str, *, hint: str) -> None:
        """Say how many failures of a series that has ended were not shown one by one."""
        unseen, self._failures = self._failures - _FAILURES_SHOWN, 0
        if unseen > 0:
            self.complain(CloseReadError(f"{unseen:,} more {what}.", hint=hint))

    def _show_work(self, what: str, work: str) -> None:
        """Show what goes on of one kind, beside that of others; empty when it is over."""
        self._works[what] = work
        for screen in self.screens():
            screen.show_work("   ".join(filter(None, self._works.values())))

    # Edits of many articles

    @on(EditArticles)
    def _edit_articles(self, event: EditArticles) -> None:
        if self.session.is_open:
            self.editing.add(event.edit)

    @on(StopEditing)
    def _stop_editing(self) -> None:
        self.editing.give_up()

    @on(EditProgress)
    def _show_editing(self, event: EditProgress) -> None:
        waiting = f", {event.waiting:,} more" if event.waiting else ""
        leaving = "then closeread ends" if self._is_leaving else "Esc stops it"
        self._show_work("editing", f"{event.doing} {event.share:.0%}{waiting}; {leaving}")

    @on(Edited)
    def _show_edited(self, event: Edited) -> None:
        self._end_edit()
        for screen in self.screens():
            screen.edited(event.said)

    @on(EditFailed)
    def _show_failed_edit(self, event: EditFailed) -> None:
        self._end_edit()
        self.complain(event.error)

    def _end_edit(self) -> None:
        self._show_work("editing", "")
        if self._is_leaving and self.editing.is_idle:
            self.exit()

    async def action_quit(self) -> None:
        """End once all edits are made; asked again, at once, and without those that are not."""
        if self._is_leaving or self.editing.is_idle:
            self.exit()
            return
        self._is_leaving = True
        for screen in self.screens():
            screen.say("closeread ends once this is saved; quit again to leave without it")

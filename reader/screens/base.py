"""What all full screens have in common."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.geometry import Size

from annotations.errors import (
    UNWRITTEN,
    CloseReadError,
    NothingToUndo,
    OwnRuleError,
    StoreError,
    TagError,
)
from annotations.text import clean_line
from reader.commands import BY_ID, WIDGET_ROOMS, command_of
from reader.enduring import Enduring
from reader.keyboard.keymap import is_key
from reader.keyboard.sequences import KeySequences
from reader.messages import Answered, Remarked
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.terminal.rows import RowCompositor
from reader.widgets.drawn_lines import DrawnLines
from reader.widgets.key_bar import KeyBar
from reader.widgets.status_line import StatusLine
from reader.widgets.virtual_rows import VirtualRows

if TYPE_CHECKING:
    from annotations.store.edit_log import EditGroup
    from reader.widgets.prompt import Prompt


_MENDED = (*UNWRITTEN, TagError, OwnRuleError)
"""What may go well at another try, with the answer as it was typed or with a better one."""


class ReaderScreen(Enduring, KeySequences[None], inherit_bindings=False):
    """A full screen with a status line and a prompt, that follows the store.

    Of the keys that Textual gives every screen it keeps those that copy. Tab is a command's, and
    must not wander from widget to widget where somebody has given the command another key.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,super+c", "screen.copy_text", show=False)
    ]
    HELP_ROOMS: ClassVar[tuple[str, ...]] = ("app",)
    """Those of widgets work only while one of them has the keys."""
    # Textual declares both in a way that rules out a ClassVar here.
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (70, "-narrow"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012

    def __init__(self, session: Session, *, settings: Settings = DEFAULTS) -> None:
        """Args:
        session: The store to read from and to write to.
        settings: What the person prefers.
        """
        super().__init__()
        self._compositor = RowCompositor()
        self.session = session
        self.settings = settings
        self._prompt: Prompt | None = None
        self._is_fitting = False
        """Whether the screen takes a new size, and is not worth drawing yet."""
        self._has_failed = False
        """Whether an answer has failed that is worth another try, since a question was answered."""

    @property
    def rooms(self) -> tuple[str, ...]:
        """The rooms whose commands work now."""
        focused = self.focused.ROOM if isinstance(self.focused, DrawnLines) else ""
        return tuple(
            room for room in self.HELP_ROOMS if room == focused or room not in WIDGET_ROOMS
        )

    @property
    def is_listed(self) -> bool:
        """Whether the screen shows what was asked for: rows, or what a queue brings next."""
        return not self.is_seeking

    @property
    def is_seeking(self) -> bool:
        """Whether a queue looks for what comes next."""
        return self.session.queueing is not None and self.session.queueing.is_seeking

    @property
    def article_ids(self) -> Sequence[str]:
        """The articles that the rows of the list in focus lead to, in its order."""
        return self.focused.article_ids if isinstance(self.focused, VirtualRows) else ()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """What Textual binds now, without commands that have no key.

        The keys of commands that would do nothing are not enabled: they are not shown, but pressed
        they say why.
        """
        return {
            name: each._replace(enabled=each.enabled and not self._why_not_bound(each))
            for name, each in super().active_bindings.items()
            if is_key(name)
        }

    def _why_not_bound(self, active: ActiveBinding) -> str:
        command = BY_ID.get(active.binding.id or "")
        is_ours = active.node is self or active.binding.action.startswith("screen.")
        return self.why_not(command) if command is not None and is_ours else ""

    def refuses(self, action: str) -> bool:
        """Say why an action would do nothing here now; tells whether it would."""
        command = command_of(action, *self.rooms)
        reason = "" if command is None else self.why_not(command)
        if reason:
            self.say(reason)
        return bool(reason)

    def key(self, command_id: str) -> str:
        """The key of a command, for messages; where it has none, how else to get at it."""
        return self.settings.keymap.named(command_id)

    def _screen_resized(self, size: Size) -> None:
        """Lay out for a new size, and draw once the widgets have fitted their contents to it.

        Textual draws at once, then takes the classes of the new size, lays out again, and draws
        again whenever a widget has done its part.
        """
        self.update_classes(self._classes_of(size), animate=False)
        self._is_fitting = True
        super()._screen_resized(size)
        self._is_fitting = False
        self.refresh()

    def _classes_of(self, size: Size) -> dict[str, bool]:
        """The classes that tell how much room there is, and whether the screen has each."""
        breakpoints = (
            (size.width, self.HORIZONTAL_BREAKPOINTS),
            (size.height, self.VERTICAL_BREAKPOINTS),
        )
        return {
            name: name in self._get_breakpoint_classes(cells, classes)
            for cells, classes in breakpoints
            for _, name in classes
        }

    def _compositor_refresh(self) -> None:
        if not self._is_fitting:
            super()._compositor_refresh()

    def compose_foot(self) -> ComposeResult:
        """The last lines of the screen: status and keys."""
        yield StatusLine()
        yield KeyBar()

    def store_changed(self) -> None:
        """Read again what is shown: somebody else has written to the store."""

    def detected(self, article_id: str, suggestions: int) -> None:
        """Learn that the detector has read an article."""

    def queue_changed(self) -> None:
        """Show how far the queue is, if one is open."""

    def edited(self, said: str) -> None:
        """Learn that many articles were edited, and say so."""
        self.say(said)

    def show_work(self, work: str) -> None:
        """Say what goes on in the background."""
        self.query_one(StatusLine).show_work(work)

    def wait_for(self, first: str, *, count: int) -> None:
        """Show a count, and what may follow the first key of a sequence."""
        pending = self.settings.keymap.following(first, *self.rooms, count=count)
        self.query_one(StatusLine).show_pending(pending)

    def refuse_count(self, does: str) -> None:
        """Say that nothing was done."""
        self.say(f"Nothing done: “{does}” takes no number before it.")

    @on(Remarked)
    def _say_remark(self, event: Remarked) -> None:
        self.say(event.remark)

    def say(self, message: str) -> None:
        """Say what has just happened."""
        self.query_one(StatusLine).show_message(message)

    def say_everywhere(self, message: str) -> None:
        """Say what has just happened where another screen may already be in front."""
        self.notify(clean_line(message), markup=False)

    def attempt(self, act: Callable[[], None]) -> bool:
        """Do something that may fail, and say why if it does; tells whether it worked."""
        try:
            act()
        except CloseReadError as error:
            self.complain(error)
            return False
        return True

    def write(self, act: Callable[[], None]) -> bool:
        """Write to the store, unless many articles are being edited; tells whether it worked."""
        return not self._has_to_wait() and self.attempt(act)

    def _has_to_wait(self) -> bool:
        is_busy = self.session.is_busy
        if is_busy:
            self.say("wait until many articles are edited, or stop that with Esc")
        return is_busy

    def walk(self, step: Callable[[], "EditGroup"]) -> "EditGroup | None":
        """Undo or redo; null if there was nothing to, or it could not be done, which it says."""
        if self._has_to_wait():
            return None
        try:
            return step()
        except NothingToUndo as error:
            self.say(error.message)
        except CloseReadError as error:
            self.complain(error)
        return None

    def complain(self, error: CloseReadError) -> None:
        """Show an error without leaving the screen."""
        self.release_keys()  # what they were held back for has failed
        self._has_failed = isinstance(error, _MENDED) or type(error) is StoreError
        self.notify(
            clean_line(error.hint),
            title=clean_line(error.message),
            severity="error",
            markup=False,
            timeout=10,
        )

    def ask(
        self,
        purpose: str,
        question: str,
        *,
        value: str = "",
        hint: str = "",
        complete: Callable[[str], list[str]] | None = None,
        replacing: bool = False,
        lines: bool = False,
    ) -> None:
        """Ask for a line of input, unless one is asked for; the answer comes as `Answered`.

        What the arguments mean, `Prompt` says.
        """
        # It brings Textual's Input, which reading can do without.
        from reader.widgets.prompt import Prompt

        if self._prompt is not None and self._prompt.is_open:
            self._prompt.enter()
            return
        self._prompt = Prompt(
            *(purpose, question),
            value=value,
            hint=hint,
            complete=complete,
            replacing=replacing,
            lines=lines,
        )
        self.mount(self._prompt, before="#status")

    def expect_answer(self) -> None:
        """Learn that a question was answered, before anything is done with the answer."""
        self._has_failed = False

    @on(Answered)
    def _ask_again(self, event: Answered) -> None:
        """Ask once more, with what was typed, if it was wrong or could not be written.

        What subclasses do with an answer has come before.
        """
        asked = self._prompt
        if self._has_failed and asked is not None and asked.purpose == event.purpose:
            self._prompt = asked.again(event.value)
            self.mount(self._prompt, before="#status")

    def complete_again(self) -> None:
        """Let the question that stands offer what is known by now."""
        if self._prompt is not None and self._prompt.is_open:
            self._prompt.complete_again()

    def remark(self, remark: str) -> None:
        """Say something about the answer so far, beside it while the question stands."""
        if self._prompt is not None and self._prompt.is_open:
            self._prompt.remark(remark)
        elif remark:
            self.say(remark)

"""What all full screens have in common."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen

from annotations.errors import CloseReadError, NothingToUndo
from annotations.text import clean_line
from reader.services.session import Session
from reader.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from annotations.store.edit_log import EditGroup


class ReaderScreen(Screen[None]):
    """A full screen with a status line and a prompt, that follows the store."""

    HELP_ROOMS: ClassVar[tuple[str, ...]] = ("app",)
    """The rooms whose commands work here, in the order in which help lists them."""
    # Textual declares both in a way that rules out a ClassVar here.
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (70, "-narrow"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012

    def __init__(self, session: Session) -> None:
        """Args:
        session: The store to read from and to write to.
        """
        super().__init__()
        self.session = session

    def compose_foot(self) -> ComposeResult:
        """The last lines of the screen: status, and room for the keys."""
        yield StatusLine()
        yield Vertical(id="keys")

    def on_screen_resume(self) -> None:
        """Show the keys once the text stands; making them costs more than the rest of the foot."""
        self.call_after_refresh(self._show_keys)

    async def _show_keys(self) -> None:
        from textual.widgets import Footer

        keys = self.query_one("#keys")
        if self.is_attached and not keys.children:
            await keys.mount(Footer(show_command_palette=False, compact=True))
            self.refresh_bindings()  # the footer only learns of the keys from a change

    def store_changed(self) -> None:
        """Read again what is shown: somebody else has written to the store."""

    def detected(self, article_id: str, suggestions: int) -> None:
        """Learn that the detector has read an article."""

    def show_work(self, work: str) -> None:
        """Say what goes on in the background."""
        self.query_one(StatusLine).show_work(work)

    def say(self, message: str) -> None:
        """Say what has just happened."""
        self.query_one(StatusLine).show_message(message)

    def attempt(self, act: Callable[[], None]) -> bool:
        """Do something that may fail, and say why if it does; tells whether it worked."""
        try:
            act()
        except CloseReadError as error:
            self.complain(error)
            return False
        return True

    def walk(self, step: Callable[[], "EditGroup"]) -> "EditGroup | None":
        """Undo or redo; null if there was nothing to, or it could not be done, which it says."""
        try:
            return step()
        except NothingToUndo as error:
            self.say(error.message)
        except CloseReadError as error:
            self.complain(error)
        return None

    def complain(self, error: CloseReadError) -> None:
        """Show an error without leaving the screen."""
        self.notify(
            clean_line(error.hint),
            title=clean_line(error.message),
            severity="error",
            markup=False,
            timeout=10,
        )

    def ask(self, purpose: str, question: str, *, value: str = "", hint: str = "") -> None:
        """Ask for a line of input; the answer comes as `Answered`."""
        # It brings Textual's Input, which reading can do without.
        from reader.widgets.prompt import Prompt

        self.mount(Prompt(purpose, question, value=value, hint=hint), before="#status")


def parse_tags(answer: str) -> tuple[str, ...]:
    """Tags as typed, separated by commas; each counts once."""
    return tuple(dict.fromkeys(tag for part in answer.split(",") if (tag := part.strip())))

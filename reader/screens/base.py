"""What all full screens have in common."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message
from textual.screen import Screen

from annotations.errors import CloseReadError
from annotations.text import clean_line
from reader.services.session import Session
from reader.widgets.prompt import Prompt
from reader.widgets.status_line import StatusLine


@dataclass
class OpenArticle(Message):
    """Show an article of the store."""

    article_id: str


@dataclass
class CloseArticle(Message):
    """Go back to the library."""


@dataclass
class OpenSampleCorpus(Message):
    """Add the sample corpus and show it."""


@dataclass
class DetectArticle(Message):
    """Run the detector on an article again."""

    article_id: str


class ReaderScreen(Screen[None]):
    """A full screen with a status line and a prompt, that follows the store."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual's own shape
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012

    def __init__(self, session: Session) -> None:
        """Args:
        session: The store to read from and to write to.
        """
        super().__init__()
        self.session = session

    def store_changed(self) -> None:
        """Read again what is shown: somebody else has written to the store."""

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
        """Ask for a line of input; the answer comes as `Prompt.Answered`."""
        self.query_one(Prompt).ask(purpose, question, value=value, hint=hint)


def parse_tags(answer: str) -> tuple[str, ...]:
    """Tags as typed, separated by commas; each counts once."""
    return tuple(dict.fromkeys(tag for part in answer.split(",") if (tag := part.strip())))

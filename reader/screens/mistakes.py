"""What was wrong with suggestions of a kind, each in its context, and the way to it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from annotations.text import clean_line
from reader.commands import bindings
from reader.mistake_columns import FoundMistake, fitting
from reader.progress.lines import LAYER_WORDS, Wrong
from reader.screens.leading import Leading
from reader.screens.narrowing import Narrowing
from reader.screens.questioning import Questioning
from reader.screens.stepping import Stepping
from reader.services import mistake_questions
from reader.services.mistake_questions import MistakesFound
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.widgets.mistake_list import MistakeList
from reader.widgets.status_line import StatusLine
from reader.widgets.virtual_rows import VirtualRows

MOST = 2_000
"""Mistakes that are listed; nobody reads more, and `closeread evaluate --errors` has them all."""


class MistakesScreen(Leading, Narrowing, Stepping, Questioning):
    """The list; Enter opens the article where it was."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("mistakes")]
    HELP_ROOMS = ("mistakes", "rows", "app")
    ROWS = ("mistake", "mistakes")

    def __init__(
        self,
        session: Session,
        wrong: Wrong,
        *,
        settings: Settings = DEFAULTS,
        origin: str | None = None,
    ) -> None:
        """Args:
        session: The store.
        wrong: Of which suggestions.
        settings: What the person prefers.
        origin: The id of the article over which the progress opened, below this; null if none.
        """
        super().__init__(session, settings=settings, origin=origin)
        self._wrong = wrong
        self._found: list[FoundMistake] = []
        self._is_searching = True

    def compose(self) -> ComposeResult:
        """Which they are, the list, or why there is none."""
        yield Static(self._title, id="mistakes-heading", markup=False)
        yield MistakeList()
        yield Static(id="no-mistakes", markup=False)
        with Vertical(id="foot"):
            yield from self.compose_foot()

    def on_mount(self) -> None:
        """Look for them."""
        self.query_one("#no-mistakes").display = False
        self._list.focus()
        self.store_changed()

    @property
    def _title(self) -> str:
        kind = "" if self._wrong.kind is None else f" of {clean_line(self._wrong.kind)}"
        return f"What was wrong: {LAYER_WORDS[self._wrong.layer]}{kind}"

    @property
    def _list(self) -> MistakeList:
        return self.query_one(MistakeList)

    @property
    def is_listed(self) -> bool:
        """Whether there is something to go to; keys need not wait until all are found."""
        return super().is_listed and (bool(self._found) or not self._is_searching)

    @property
    def is_settled(self) -> bool:
        """Whether all have been found, and are listed."""
        return super().is_settled and not self._is_searching

    def on_screen_resume(self) -> None:
        """Look again: something may have been decided in an article that was over this."""
        if not self._is_searching:
            self.store_changed()

    def store_changed(self) -> None:
        """Look again: somebody else has written to the store."""
        self._is_searching = True
        self.slow.ask("mistakes", mistake_questions.mistakes(self._wrong))

    @on(MistakesFound)
    def _take(self, event: MistakesFound) -> None:
        """List what was found, behind what was found before, unless the search began anew."""
        earlier = self._found if event.behind else []
        self._found = [*earlier, *event.found][:MOST]
        self._is_searching = event.to_go_on is not None and len(self._found) < MOST
        if self._is_searching and event.to_go_on is not None:
            self.slow.ask(
                "mistakes", mistake_questions.mistakes(self._wrong, behind=event.to_go_on)
            )
        self.show_rows()

    def edited(self, said: str) -> None:
        """Look again for what an edit has changed, and tell of it."""
        self.store_changed()
        super().edited(said)

    def focus_rows(self) -> None:
        """Give the list the keys."""
        self._list.focus()

    def show_rows(self) -> None:
        """List those that have the words."""
        shown = fitting(self._found, self.words) if self.words.strip() else self._found
        self._list.show(shown)
        is_empty = not self._found and not self._is_searching
        nothing = self.query_one("#no-mistakes", Static)
        nothing.display, self._list.display = is_empty, not is_empty
        nothing.update("Nothing was wrong with these, and none was missed, so far.")
        if not is_empty and self.focused is None:
            self._list.focus()
        more = " …" if self._is_searching else " or more" if len(self._found) == MOST else ""
        self.query_one(StatusLine).show_place(self.how_many(len(shown)) + more)

    @on(VirtualRows.Chosen)
    def _open(self) -> None:
        found = self._list.mistake
        if found is None:
            return
        app, start = self.app, found.mistake.at[0]
        one = found.mistake.expected or found.mistake.found
        self.lead_to(found.article_id, None if one is None else one.id, start)
        if found.article_id == self.origin:
            app.pop_screen()  # the progress, too, which lies between

    def action_clear(self) -> None:
        """All of them again; from them, back."""
        if self.words:
            self.narrow("")
        else:
            self.app.pop_screen()

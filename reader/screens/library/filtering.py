"""Typing a filter, which the list follows, and what it can go on to be."""

from collections.abc import Sequence

from textual import on

from annotations.errors import FilterError
from annotations.filters import Key, Query, completions, parsed, written
from reader.messages import AnswerTyped
from reader.screens.library.surveying import Surveying
from reader.services import questions
from reader.services.messages import ValuesFound
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings

_HINT = "words, source: tag: place: person: after: before: is: has:  Tab: more"
"""Most of what can be asked for, as far as 80 columns have room; help lists all of it."""


class Filtering(Surveying):
    """A list of articles that a typed filter narrows."""

    def __init__(self, session: Session, *, settings: Settings = DEFAULTS) -> None:
        """Args:
        session: The store.
        settings: What the person prefers.
        """
        super().__init__(session, settings=settings)
        self.typed = ""
        """The filter as it was typed."""
        self._complained = False
        """Whether the line below the rows says what is wrong with the filter."""
        self._values: dict[tuple[Key, str], Sequence[str]] = {}
        """The values that the store has for the beginnings that were typed."""

    def list_fitting(self, query: Query) -> None:
        """List what fits a query."""
        raise NotImplementedError

    def action_filter(self) -> None:
        """Ask for a filter."""
        self._values.clear()
        self.ask("filter", "Filter: ", value=self.typed, hint=_HINT, complete=self._complete)

    @on(AnswerTyped)
    def _filter_as_typed(self, event: AnswerTyped) -> None:
        if event.purpose == "filter":
            self.filter_by(event.value)

    def filter_by(self, typed: str) -> None:
        """List what fits; what has no meaning is told, and the list stays as it is."""
        if typed == self.typed:
            return
        self.typed = typed
        try:
            query = parsed(typed)
        except FilterError as error:
            self.say(str(error))
            self._complained = True
            return
        if self._complained:
            self.say("")
            self._complained = False
        if query != self.wanted:
            self.list_fitting(query)

    def ask_for(self, query: Query) -> None:
        """Make a filter that of the list."""
        self.filter_by(written(query))

    # Completing

    def _complete(self, typed: str) -> list[str]:
        return completions(typed, self._known)

    def _known(self, key: Key, begun: str) -> Sequence[str]:
        """The values that are known to begin so; the store is asked for others in a thread."""
        if (key, begun) in self._values:
            return self._values[key, begun]
        if self.session.is_open:
            self.slow.ask("values", questions.values(key, begun))
        return ()

    @on(ValuesFound)
    def _take_values(self, event: ValuesFound) -> None:
        self._values[event.key, event.begun] = event.values
        self.complete_again()

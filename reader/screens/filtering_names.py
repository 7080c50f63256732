"""Typing words that a list of names follows."""

from collections.abc import Iterable

from textual import on

from annotations.store.names.profiles import Profile
from annotations.text import without_accents
from reader.messages import Answered, AnswerTyped, AskingCancelled
from reader.screens.typed import Typing

_PURPOSE = "names"


class FilteringNames(Typing):
    """A screen with names, which words narrow while they are typed."""

    filter = ""
    """The words; case and accents do not count."""

    def show_names(self) -> None:
        """List the names that fit."""
        raise NotImplementedError

    def focus_names(self) -> None:
        """Give the names the keys."""
        raise NotImplementedError

    def fitting(self, profiles: Iterable[Profile]) -> list[Profile]:
        """Those of some names that have all the words, or parts of words."""
        words = without_accents(self.filter).casefold().split()
        return [
            each
            for each in profiles
            if all(word in without_accents(each.name).casefold() for word in words)
        ]

    def filter_by(self, words: str) -> None:
        """List what fits the words."""
        if words != self.filter:
            self.filter = words
            self.show_names()

    def action_filter(self) -> None:
        """Ask for words to filter by."""
        self.focus_names()
        self.ask(_PURPOSE, "Names: ", value=self.filter, hint="words in the name")

    @on(AnswerTyped)
    def _filter_as_typed(self, event: AnswerTyped) -> None:
        if event.purpose == _PURPOSE:
            self.filter_by(event.value)

    @on(Answered)
    def _filter_as_answered(self, event: Answered) -> None:
        if event.purpose == _PURPOSE:
            self.focus_names()
            self.filter_by(event.value)

    @on(AskingCancelled)
    def _forget_filter(self, event: AskingCancelled) -> None:
        if event.purpose == _PURPOSE:
            self.focus_names()
            self.filter_by("")

"""What became of the articles that were added, in numbers and in words. Pure."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotations.errors import CloseReadError
from annotations.language import has_detector, name_of
from annotations.store import Addition
from annotations.store.additions import Outcome
from annotations.text import clean_line
from reader.unplaced_lines import told_of_versions

_MOST_REASONS = 5
"""Reasons that are told apart; the rest is summed up."""
_NUMBER = re.compile(r"\d+")
_PLACE = re.compile(r"^\W*(?:(?:line|message|record|row|page|entry|member) N\W*)+")


@dataclass(kw_only=True)
class Sums:
    """Counts what becomes of each article."""

    became: Counter[Addition] = field(default_factory=Counter)
    taken: int = 0
    """Annotations that have a place in a new text."""
    left_over: int = 0
    """Those that have none."""
    filled: int = 0
    """Articles that are as they were, but of which more is known now."""
    languages: Counter[str] = field(default_factory=Counter)
    """New articles that no detector reads, by the codes of their languages."""
    failed: int = 0
    """Inputs that could not be read."""
    reasons: Counter[str] = field(default_factory=Counter)
    """Why, by what is the same for many."""

    def fail(self, error: CloseReadError, *, name: str | None) -> None:
        """Count what could not be read.

        Args:
            error: Why.
            name: What the error calls the input.
        """
        self.failed += 1
        self.reasons[reason(error.message, name=name)] += 1

    def add(self, outcome: Outcome) -> None:
        """Count an article by what became of it."""
        self.expect(outcome.addition, language=outcome.language)
        self.taken += outcome.taken
        self.left_over += outcome.left_over
        self.filled += bool(outcome.filled)

    def expect(self, addition: Addition, *, language: str | None) -> None:
        """Count an article by what would become of it.

        Args:
            addition: That.
            language: Its language, if it is known.
        """
        self.became[addition] += 1
        if addition is Addition.ADDED and not has_detector(language):
            self.languages[language or ""] += 1

    def told_in_the_reader(self, *, key: str) -> str:
        """What somebody should know who sees the articles that were added; often nothing."""
        told = []
        if self.became[Addition.NEW_VERSION]:
            numbers = (self.became[Addition.NEW_VERSION], self.taken, self.left_over)
            told.append(told_of_versions(*numbers, key=key))
        if self.languages:
            told.append(self.told_of_languages())
        if self._has_common_reasons:
            told.append(self.told_of_failures())
        return "\n".join(told)

    def lines(self, *, key: str) -> Iterator[str]:
        """The summary.

        Args:
            key: What shows, in the reader, what has no place.
        """
        became = self.became
        yield (
            f"{became[Addition.ADDED]:,} added, "
            f"{became[Addition.UNCHANGED] + became[Addition.OLDER]:,} unchanged, "
            f"{became[Addition.CONFLICT]:,} in conflict, {self.failed:,} failed."
        )
        if became[Addition.NEW_VERSION]:
            numbers = (became[Addition.NEW_VERSION], self.taken, self.left_over)
            yield told_of_versions(*numbers, key=key)
        if self.filled:
            yield f"{self.filled:,} unchanged got what was not known of them, such as a date."
        if became[Addition.OLDER]:
            yield (
                f"{became[Addition.OLDER]:,} have had that text before; "
                "they keep the one that they have now."
            )
        if became[Addition.DELETED]:
            yield (
                f"{became[Addition.DELETED]:,} were deleted in the library and stay so; "
                "its filter is:deleted lists them."
            )
        if self.languages:
            yield self.told_of_languages()
        if self._has_common_reasons:
            yield self.told_of_failures()

    @property
    def _has_common_reasons(self) -> bool:
        """Whether several failed for one reason, so that a sum says more than each error did."""
        return any(count > 1 for count in self.reasons.values())

    def told_of_languages(self) -> str:
        """How many of the new ones no detector reads."""
        each = (f"{count:,} {name_of(code)}" for code, count in self.languages.most_common())
        total = self.languages.total()
        return f"{total:,} in other languages, for which there is no detector: {', '.join(each)}."

    def told_of_failures(self) -> str:
        """How many failed for which reasons."""
        common = self.reasons.most_common(_MOST_REASONS)
        parts = [f"{count:,} {words}" for words, count in common]
        if rest := self.failed - sum(count for _, count in common):
            parts.append(f"{rest:,} for other reasons")
        return f"{self.failed:,} failed: {'; '.join(parts)}."


def reason(message: str, *, name: str | None) -> str:
    """What an error says that others may say too: without the input's name, and its numbers.

    >>> reason("a.txt is not text.", name="a.txt")
    'is not text'
    >>> reason("a.jsonl, line 2: not JSON (column 1).", name="a.jsonl")
    'not JSON (column N)'
    """
    words = message.replace(name, "", 1) if name else message
    words = _PLACE.sub("", _NUMBER.sub("N", words))
    return clean_line(words).strip(" ,:›").removesuffix(".")

"""Names looked for in texts, the longer ones first."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

Value = TypeVar("Value")

_WORD = re.compile(r"[^\W_]+")


def ends_word(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit goes on behind the stretch `[start, end)`."""
    return not text[end : end + 1].isalnum()


class Lookup(Generic[Value]):
    """Finds names in texts, each with what is known of it."""

    def __init__(
        self,
        values: Mapping[str, Value],
        *,
        is_whole: Callable[[str, int, int], bool] = ends_word,
    ) -> None:
        """Args:
        values: What to give for each name; names that begin with no letter or digit are not found.
        is_whole: Whether a stretch of a text, which begins with a word, may be a name.
        """
        self._values = values
        self._is_whole = is_whole
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in values:
            word = _WORD.match(name)
            if word is not None:
                lengths[word[0]].add(len(name))
        self._lengths = {word: sorted(found, reverse=True) for word, found in lengths.items()}

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, Value]]:
        """Yield start, end and value of the names in `[start, end)`, none inside another."""
        reached = start
        for word in _WORD.finditer(text, start, end):
            if word.start() >= reached:
                after = self._after(text, word, end)
                if after is not None:
                    yield word.start(), after, self._values[text[word.start() : after]]
                    reached = after

    def _after(self, text: str, word: re.Match[str], end: int) -> int | None:
        """Where the longest name ends that begins with a word; null if none does."""
        start = word.start()
        for length in self._lengths.get(word[0], ()):
            after = start + length
            is_there = after <= end and text[start:after] in self._values
            if is_there and self._is_whole(text, start, after):
                return after
        return None

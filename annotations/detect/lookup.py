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
        self._by_first_word: dict[str, list[str]] = defaultdict(list)
        for name in sorted(values, key=len, reverse=True):
            match = _WORD.match(name)
            if match is not None:
                self._by_first_word[match[0]].append(name)

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, Value]]:
        """Yield start, end and value of the names in `[start, end)`, none inside another."""
        reached = start
        for word in _WORD.finditer(text, start, end):
            if word.start() < reached:
                continue
            for name in self._by_first_word.get(word[0], ()):
                after = word.start() + len(name)
                is_there = after <= end and text.startswith(name, word.start())
                if is_there and self._is_whole(text, word.start(), after):
                    yield word.start(), after, self._values[name]
                    reached = after
                    break

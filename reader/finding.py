"""Finding text in the open article: by its letters, or by a regular expression. Pure."""

import re
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from annotations.errors import CloseReadError

PATTERN_SIGN = "\\v"
"""What a regular expression begins with, to be told from plain text; it is no part of it."""
MOST_HITS = 20_000
"""Hits kept; nobody walks through more, and a million would be felt."""
_ESCAPED = re.compile(r"\\.", re.DOTALL)


class BadPattern(CloseReadError):
    """What was typed is no regular expression, or not yet."""


@dataclass(frozen=True, slots=True)
class Hits:
    """Every place where what is sought stands, in order; none overlaps another."""

    sought: str = ""
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    is_cut: bool = False
    """Whether there are more, which are left out."""

    def __len__(self) -> int:
        """How many places there are."""
        return len(self.starts)

    @property
    def total(self) -> str:
        """How many there are, as shown."""
        return f"{len(self):,}{'+' if self.is_cut else ''}"

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The hits `[start, end)` that share a character with a stretch of text."""
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, end)
        return list(zip(self.starts[first:last], self.ends[first:last], strict=True))

    def number_in(self, start: int, end: int) -> int | None:
        """The number of the first hit that begins in a stretch of text, counted from 0."""
        number = bisect_left(self.starts, start)
        return number if number < len(self) and self.starts[number] < end else None

    def after(self, offset: int) -> int | None:
        """The number of the first hit behind an offset, going round at the end."""
        if not self.starts:
            return None
        return bisect_right(self.starts, offset) % len(self.starts)

    def before(self, offset: int) -> int | None:
        """The number of the last hit before an offset, going round at the beginning."""
        if not self.starts:
            return None
        return (bisect_left(self.starts, offset) - 1) % len(self.starts)


def is_pattern(sought: str) -> bool:
    """Whether what is sought is a regular expression."""
    return sought.startswith(PATTERN_SIGN)


def find(text: str, sought: str) -> Hits:
    """Find every occurrence of a text; capitals count only if it has some (smart case)."""
    if not sought:
        return Hits()
    return _hits(sought, re.compile(re.escape(sought), _case(sought)).finditer(text))


def find_pattern(text: str, sought: str) -> Hits:
    """Find whatever a regular expression matches; capitals count only if it has some.

    `^` and `$` stand for the borders of paragraphs. This may take for ever.

    Args:
        text: Where to look.
        sought: `PATTERN_SIGN` and the expression, in Python's notation.

    Raises:
        BadPattern: If it is no regular expression.
    """
    pattern = sought.removeprefix(PATTERN_SIGN)
    if not pattern:
        return Hits(sought)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of notations whose meaning may change some day
            compiled = re.compile(pattern, _case(_ESCAPED.sub("", pattern)) | re.MULTILINE)
    except (re.error, OverflowError, RecursionError) as error:
        raise BadPattern(f"no regular expression: {error}") from error
    return _hits(sought, compiled.finditer(text))


def _case(sought: str) -> re.RegexFlag:
    is_exact = any(letter.isupper() for letter in sought)
    return re.NOFLAG if is_exact else re.IGNORECASE


def _hits(sought: str, matches: Iterable[re.Match[str]]) -> Hits:
    spans = list(islice(_inked(matches), MOST_HITS + 1))
    kept = spans[:MOST_HITS]
    return Hits(
        sought,
        tuple(start for start, _ in kept),
        tuple(end for _, end in kept),
        is_cut=len(spans) > MOST_HITS,
    )


def _inked(matches: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The stretches of the matches that take in anything."""
    return (match.span() for match in matches if match.start() < match.end())

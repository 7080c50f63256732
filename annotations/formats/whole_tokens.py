"""Stretches of a text on whole tokens, for formats in which spans begin and end with tokens."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from annotations.formats.format import Token, Tokens


def spacy_tokens(text: str, tokens: Tokens) -> tuple[Token, ...]:
    """The tokens with which spaCy makes a text again: blank space has tokens of its own.

    A single blank after a token belongs to it; what blank space is left is a token.
    """
    return tuple(_tokens(text, tokens.tokens))


def _tokens(text: str, words: Iterable[Token]) -> Iterator[Token]:
    end = 0
    for start, word_end in (*((each.start, each.end) for each in words), (len(text), len(text))):
        if start > end:
            yield Token(end, start, False)
        if word_end > start:
            blank = text[word_end : word_end + 1] == " "
            yield Token(start, word_end, blank)
            end = word_end + blank
        else:
            end = start


class WholeTokens:
    """Finds the tokens that a stretch has something of."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        """Args:
        tokens: As `spacy_tokens` gives them; at least one.
        """
        self.tokens = tokens
        self._starts = [each.start for each in tokens]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The tokens `[first, after)` of a stretch; the blank after a token is of that token."""
        first = bisect_right(self._starts, start) - 1
        after = bisect_left(self._starts, end)
        if start >= self.tokens[first].end and after > first + 1:
            first += 1
        return first, max(after, first + 1)


def apart(
    stretches: Iterable[tuple[int, int, int]], *, taken: Iterable[tuple[int, int, int]] = ()
) -> list[int]:
    """The numbers of stretches of which none overlaps another, longest first.

    Args:
        stretches: `[first, after)` of their tokens, and their numbers.
        taken: Others that none may overlap.
    """
    used = {place for first, after, _ in taken for place in range(first, after)}
    kept: list[int] = []
    for first, after, number in sorted(stretches, key=lambda each: (each[0] - each[1], each)):
        if used.isdisjoint(range(first, after)):
            used.update(range(first, after))
            kept.append(number)
    return kept

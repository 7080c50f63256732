"""Where sentences begin and end, looked up once: `Token.sent` searches for it at every call."""

from collections.abc import Iterator

from spacy.tokens import Doc

_SHORT = 3
"""Letters of words that headlines set in lower case: "in", "and"."""
_LONGEST_HEADLINE = 30
"""Words."""
_CLOSING = frozenset(".?!…:\"”’'")


class Sentences:
    """Where the sentences of an article begin and end."""

    def __init__(self, doc: Doc) -> None:
        """Args:
        doc: The article.
        """
        self._doc = doc
        self._headlines: dict[int, bool] = {}
        self._starts = _sentence_starts(doc)
        self._ends = {start: index + 1 for index, start in enumerate(self._starts)}
        self._numbers = {start: number for number, start in enumerate(self._ends)}

    def first(self, index: int) -> int:
        """Index of the first token of the sentence that a token stands in."""
        return self._starts[index]

    def after(self, index: int) -> int:
        """Index after the last token of the sentence that a token stands in."""
        return self._ends[self._starts[index]]

    def is_headline(self, index: int) -> bool:
        """Whether nearly all words of the sentence that a token stands in begin with a capital."""
        first = self.first(index)
        if first not in self._headlines:
            self._headlines[first] = _is_capitalized(self._doc, first, self.after(index))
        return self._headlines[first]

    def number(self, index: int) -> int:
        """How many sentences come before the one that a token stands in."""
        return self._numbers[self._starts[index]]


def _sentence_starts(doc: Doc) -> list[int]:
    """For each token the index of the first one of its sentence.

    A line break ends a sentence too, so this works without a parser. A short line without a full
    stop is one sentence, whatever the parser makes of it.
    """
    starts: list[int] = []
    for first, after in _lines(doc):
        if _is_title(doc, first, after):
            starts += [first] * (after - first)
            continue
        current = first
        for token in doc[first:after]:
            current = token.i if token.is_sent_start else current
            starts.append(current)
    return starts


def _lines(doc: Doc) -> Iterator[tuple[int, int]]:
    """Indexes `[first, after)` of the lines, each with the break that ends it."""
    first = 0
    for token in doc:
        if "\n" in token.text:
            yield first, token.i + 1
            first = token.i + 1
    if first < len(doc):
        yield first, len(doc)


def _is_title(doc: Doc, first: int, after: int) -> bool:
    """Whether a line is short and has no closing mark."""
    while after > first and not doc[after - 1].text.strip():
        after -= 1
    return first < after <= first + _LONGEST_HEADLINE and doc[after - 1].text not in _CLOSING


def _is_capitalized(doc: Doc, first: int, after: int) -> bool:
    if after - first > _LONGEST_HEADLINE:
        return False
    words = [token.text for token in doc[first:after] if token.is_alpha and len(token) > _SHORT]
    return len(words) > 2 and all(word[0].isupper() for word in words)

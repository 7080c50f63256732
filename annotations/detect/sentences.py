"""Where sentences begin and end, looked up once: `Token.sent` searches for it at every call."""

from spacy.tokens import Doc


class Sentences:
    """Where the sentences of an article begin and end."""

    def __init__(self, doc: Doc) -> None:
        """Args:
        doc: The article.
        """
        self._starts = _sentence_starts(doc)
        self._ends = {start: index + 1 for index, start in enumerate(self._starts)}
        self._numbers = {start: number for number, start in enumerate(self._ends)}

    def first(self, index: int) -> int:
        """Index of the first token of the sentence that a token stands in."""
        return self._starts[index]

    def after(self, index: int) -> int:
        """Index after the last token of the sentence that a token stands in."""
        return self._ends[self._starts[index]]

    def number(self, index: int) -> int:
        """How many sentences come before the one that a token stands in."""
        return self._numbers[self._starts[index]]


def _sentence_starts(doc: Doc) -> list[int]:
    """For each token the index of the first one of its sentence.

    A line break ends a sentence too, so this works without a parser.
    """
    starts: list[int] = []
    current = 0
    for token in doc:
        previous_breaks = token.i > 0 and "\n" in doc[token.i - 1].text
        if token.is_sent_start or previous_breaks:
            current = token.i
        starts.append(current)
    return starts

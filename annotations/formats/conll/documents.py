"""What files of words and tags hold, before it is an article."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from annotations.errors import RecordError, SourceError
from annotations.sources import limits
from annotations.sources.inputs import Input
from annotations.text import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word as a line has it."""

    form: str
    tag: str
    line: int
    before: str = ""
    """The blanks before it that the file tells, at the beginning of a text."""
    after: str | None = None
    """The blanks after it; null if the file does not tell them."""
    goes_on: bool = False
    """Whether it goes on with what the sentence before ends with."""


@dataclass(slots=True, kw_only=True)
class Document:
    """The sentences of a document."""

    id: str | None = None
    title: str = ""
    sentences: list[list[Word]] = field(default_factory=list)
    errors: list[RecordError] = field(default_factory=list)
    is_open: bool = False
    """Whether words that come belong to the last sentence."""
    _size: int = 0

    def take(self, word: Word) -> None:
        """Add a word, to a new sentence if none is open.

        Raises:
            SourceError: If there are more than an article may have.
        """
        if not self.is_open:
            self.sentences.append([])
        self.is_open = True
        self.sentences[-1].append(word)
        self._size += len(word.before) + len(word.form) + len(word.after or " ")
        if self._size > limits.TEXT:
            raise SourceError(f"Line {word.line}: the document is too long.")

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it, be it right or wrong."""
        return not self.sentences and not self.errors

    @property
    def words(self) -> list[Word]:
        """The words of all sentences."""
        return [word for sentence in self.sentences for word in sentence]


Documents = Callable[[Input], Iterator[Document]]
"""Reads a file, a document at a time."""

_CLOSING = re.compile(r"[.,;:!?%)\]}’”»…]+|['’](?:s|S|re|ve|ll|d|m|t)?|n['’]t|-RRB-")
_OPENING = re.compile(r"[(\[{“‘«$£€#]+|-LRB-")
_QUOTES = ('"', "``", "''")


def text_of(document: Document) -> tuple[str, list[tuple[int, int]]]:
    """A text of a document's words, and where each word is in it.

    Blanks are as the file tells them; where it does not, they stand between words as in English
    print, and each sentence is a line.
    """
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    length = 0
    for sentence in document.sentences:
        gaps = _gaps([each.form for each in sentence])
        for word, gap in zip(sentence, gaps, strict=True):
            blanks = gap if word.after is None else word.after
            start = length + len(word.before)
            places.append((start, start + len(word.form)))
            pieces += (word.before, word.form, blanks)
            length = start + len(word.form) + len(blanks)
    text = clean("".join(pieces))
    told = document.sentences and document.sentences[-1][-1].after is not None
    return text if told else text.rstrip("\n"), places


def _gaps(forms: Sequence[str]) -> Iterator[str]:
    """What follows each word of a sentence if the file does not say."""
    opened = False
    for form, following in zip(forms, [*forms[1:], None], strict=True):
        opened = opened is not (form in _QUOTES)
        if following is None:
            yield "\n"
        else:
            yield "" if _is_close(form, following, opened=opened) else " "


def _is_close(form: str, following: str, *, opened: bool) -> bool:
    """Whether nothing stands between two words; quotation marks are close to what they quote."""
    if opened and (form in _QUOTES or following in _QUOTES):
        return True
    return bool(_OPENING.fullmatch(form) or _CLOSING.fullmatch(following))


def places_in(text: str, words: Sequence[Word]) -> list[tuple[int, int]] | None:
    """Where words are in a text that has nothing but blanks beside them; null if it has not."""
    places: list[tuple[int, int]] = []
    end = 0
    for word in words:
        form = clean(word.form)
        start = text.find(form, end)
        if start < 0 or text[end:start].strip():
            return None
        end = start + len(form)
        places.append((start, end))
    return None if text[end:].strip() else places

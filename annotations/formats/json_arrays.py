"""The objects of a JSON array one after the other, however many there are."""

import codecs
import json
from collections.abc import Iterator

from annotations.errors import SourceError
from annotations.records import Record
from annotations.sources import limits
from annotations.sources.inputs import Input
from annotations.text import clean_line

_CHUNK = 1_000_000
_BLANK = " \t\r\n"


def is_array(given: Input) -> bool:
    """Whether an input begins as a JSON array does."""
    return given.head.text.lstrip("\ufeff" + _BLANK).startswith("[")


def read_items(given: Input) -> Iterator[Record | SourceError]:
    """The objects of the array that an input is, each when it is complete.

    What is no object is an error in its place; nothing can be read after what is no JSON.
    """
    characters = _Characters(given)
    number = 0
    try:
        characters.pass_over("[")
        while characters.next() != "]":
            number += 1
            item = characters.value()
            if isinstance(item, dict):
                yield item
            else:
                yield SourceError(f"{given.name}, item {number}: not a JSON object.")
            if characters.next() != "]":
                characters.pass_over(",")
    except SourceError as error:
        yield SourceError(f"{given.name}, item {max(1, number)}: {error.message}.")


class _Characters:
    """The characters of an input, of which no more are kept than an item needs."""

    def __init__(self, given: Input) -> None:
        self._file = given.reader()
        self._name = given.name
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")(errors="replace")
        self._ahead = ""
        self._at = 0
        self._ended = False

    def next(self) -> str:
        """The next character that is not blank, which stays.

        Raises:
            SourceError: If there is none.
        """
        while True:
            while self._at < len(self._ahead) and self._ahead[self._at] in _BLANK:
                self._at += 1
            if self._at < len(self._ahead):
                return self._ahead[self._at]
            if not self._read():
                raise SourceError("not JSON (it ends too early)")

    def pass_over(self, wanted: str) -> None:
        """Pass over a character.

        Raises:
            SourceError: If the next one is another.
        """
        if self.next() != wanted:
            raise SourceError(f"not JSON ({wanted!r} is missing)")
        self._at += 1

    def value(self) -> object:
        """The JSON value that begins here.

        Raises:
            SourceError: If there is none, or it is longer than an article may be.
        """
        self.next()
        while True:
            try:
                value, end = json.JSONDecoder().raw_decode(self._ahead, self._at)
            except (ValueError, RecursionError) as error:
                if isinstance(error, RecursionError) or not self._read():
                    raise SourceError(f"not JSON ({clean_line(str(error))})") from error
                continue
            if end < len(self._ahead) or not self._read():  # a number may go on
                self._at = end
                return value

    def _read(self) -> bool:
        """Read on, twice as much as there is already, so that nothing is parsed often."""
        if self._ended:
            return False
        left = self._ahead[self._at :]
        if len(left) > limits.WHOLE:
            raise SourceError(f"it has more than {limits.WHOLE // 1_000_000} MB in one piece")
        data = self._file.read(max(_CHUNK, len(left)))
        self._ended = not data
        self._ahead = left + self._decoder.decode(data, final=self._ended)
        self._at = 0
        return not self._ended

"""JSON values one after the other, from text that may be larger than memory."""

import json
import re
from typing import TextIO

from annotations.errors import SourceError
from annotations.sources import limits
from annotations.sources.json_size import has_too_many_values
from annotations.sources.tables.streamed_text import mended

_CHUNK = 262_144
"""Characters that are read at once."""
_BLANK = re.compile("[ \t\r\n\x1e]*")
"""Blank space, and what stands before each value of an RFC 7464 sequence."""
_CUT = 16
"""Characters at the end of what was read in which an error may be due to the cut."""


class JsonText:
    """A text of JSON, gone through once. No more of it is in memory than one value needs."""

    def __init__(self, stream: TextIO) -> None:
        """Args:
        stream: The text.
        """
        self._stream = stream
        self._decoder = json.JSONDecoder(strict=False)
        self._seen = ""
        self._at = 0
        self._ended = False

    def peek(self) -> str:
        """The next character that is not blank; empty at the end."""
        while True:
            self._at = _end_of_blank(self._seen, self._at)
            if self._at < len(self._seen):
                return self._seen[self._at]
            if not self._read(_CHUNK):
                return ""

    def passes(self, character: str) -> bool:
        """Go past the next character that is not blank, if it is this one."""
        is_there = self.peek() == character
        self._at += is_there
        return is_there

    def value(self) -> tuple[object, str]:
        """The value that stands next, and how it is written.

        Raises:
            SourceError: If it is no JSON, or too long. The message is a reason without a full stop.
        """
        self.peek()
        while True:
            if has_too_many_values(self._seen, self._at):
                raise SourceError("too many values in one record")
            try:
                value, end = self._decoder.raw_decode(self._seen, self._at)
            except json.JSONDecodeError as error:
                if not self._goes_on(error):
                    raise SourceError(self._reason(error)) from error
            except RecursionError as error:
                raise SourceError("it is nested too deeply") from error
            except ValueError as error:  # an integer with more digits than Python converts
                raise SourceError(f"not JSON ({error})") from error
            else:
                may_go_on = isinstance(value, int | float) and end >= len(self._seen) - _CUT
                if not may_go_on or not self._read(_CHUNK):  # "1" may be all there is of "1.5"
                    written, self._at = self._seen[self._at : end], end
                    return value, written

    def _goes_on(self, error: json.JSONDecodeError) -> bool:
        """Whether more text, which is then read, may mend an error; twice as much at each try."""
        left = len(self._seen) - self._at
        is_cut = _is_open(error) or error.pos >= len(self._seen) - _CUT
        if is_cut and left > limits.WHOLE:
            raise SourceError(f"more than {limits.WHOLE // 1_000_000} MB in one value")
        return is_cut and self._read(max(_CHUNK, left))

    def _reason(self, error: json.JSONDecodeError) -> str:
        rest = self._seen[error.pos :].strip() if error.pos >= len(self._seen) - _CUT else "}"
        if self._ended and (_is_open(error) or not rest or rest.isalnum()):
            return "the file ends in the middle of it"
        return f"not JSON ({error.msg.removesuffix(' at').rstrip(': ')})"

    def _read(self, size: int) -> bool:
        """Read on, and forget what was gone through; whether there was more."""
        more = mended(self._stream.read(size))
        self._ended = not more
        if more:
            self._seen = self._seen[self._at :] + more
            self._at = 0
        return bool(more)


def _is_open(error: json.JSONDecodeError) -> bool:
    return error.msg.startswith("Unterminated string")


def _end_of_blank(text: str, start: int) -> int:
    match = _BLANK.match(text, start)
    return match.end() if match else start

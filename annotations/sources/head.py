"""The beginning of an input, which tells its kind."""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from annotations.errors import SourceError
from annotations.text import decode

_ROOT = re.compile(
    r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?>\[.*?\]\s*)?>)*+<([a-z_][\w.:-]*)",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Head:
    """The first bytes of an input, and its name."""

    data: bytes
    name: str

    @cached_property
    def suffix(self) -> str:
        """How the name ends, in lower case and with the dot; empty if it has no ending."""
        return PurePath(self.name).suffix.lower()

    @cached_property
    def text(self) -> str:
        """The beginning as text, without blank space before it; empty if it is none."""
        try:
            return decode(self.data).lstrip()
        except SourceError:
            return ""

    @cached_property
    def root(self) -> str:
        """The name of the first element of what may be XML or HTML, in lower case, without a
        namespace's prefix; empty if it begins with none.
        """
        match = _ROOT.match(self.text)
        return match[1].rpartition(":")[2].lower() if match else ""


def has_json_object(data: bytes) -> bool:
    """Whether the first line that is not blank has ended, and is a JSON object."""
    line, ended, _ = data.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    return bool(ended) and is_json_object(line)


def is_json_object(line: bytes | str) -> bool:
    """Whether a line is a JSON object."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False

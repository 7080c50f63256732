"""The words of Rich Text Format: groups, control words with their numbers, and bytes of text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"(?P<open>\{)"
    rb"|(?P<close>\})"
    rb"|\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<byte>[0-9A-Fa-f]{2})"
    rb"|\\(?P<sign>[^A-Za-z'])"
    rb"|(?P<ends>[\r\n]+)"
    rb"|(?P<text>[^\\{}\r\n]+)"
    rb"|.",  # a backslash at the very end
    re.DOTALL,
)


class Token(NamedTuple):
    """One of them."""

    kind: str
    """`open`, `close`, `word`, `byte`, `sign` or `text`."""
    value: bytes
    number: int | None = None
    """Of a control word; null if it has none."""


def tokens(data: bytes) -> Iterator[Token]:
    r"""Part Rich Text into its words. The bytes behind `\bin` are passed over."""
    position = 0
    while match := _TOKEN.match(data, position):
        position = match.end()
        kind = match.lastgroup
        if kind in ("word", "number"):
            number = None if match["number"] is None else int(match["number"])
            if match["word"] == b"bin":
                position += max(number or 0, 0)
            yield Token("word", match["word"], number)
        elif kind == "byte":
            yield Token("byte", bytes.fromhex(match["byte"].decode()))
        elif kind is not None and kind != "ends":
            yield Token(kind, match[kind])

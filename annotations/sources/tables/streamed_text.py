"""The text of an input that may be larger than memory."""

import codecs
import io
import re
from typing import TextIO

from annotations.sources.inputs import Input

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 before UTF-16: the little-endian mark of the one begins with that of the other."""

_WRITTEN = [
    *("cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp874", "koi8_r"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
"""Charsets other than Windows-1252 that spreadsheets and databases write tables in."""

_ESCAPED = re.compile("[\udc80-\udcff]")
_STRAY = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
"""What bytes mean that are no UTF-8, in the form in which Python hands them on."""


def streamed_text(given: Input) -> TextIO:
    """The text of an input, with line ends as they are.

    The charset is told from a byte order mark, from whoever delivered the input, or from its
    beginning. Bytes further on that are none in it are handed on for `mended`.
    """
    data = given.head.data
    charset = _marked(data) or _named(given.charset) or charset_of(data)
    errors = "replace" if charset in ("utf-16", "utf-32") else "surrogateescape"
    return io.TextIOWrapper(given.reader(), encoding=charset, errors=errors, newline="")


def mended(text: str) -> str:
    """A text with its bytes that are no UTF-8 read as Windows-1252."""
    if text.isascii() or not _ESCAPED.search(text):
        return text
    return text.translate(_STRAY)


def beginning(data: bytes) -> str:
    """The first bytes of an input as text, without a character that is cut at their end."""
    decoder = codecs.getincrementaldecoder(charset_of(data))("replace")
    return decoder.decode(data)


def charset_of(data: bytes) -> str:
    """The charset that some text begins in, as Python calls it."""
    return _marked(data) or ("utf-8" if _is_mostly_utf8(data) else _guessed(data))


def _marked(data: bytes) -> str | None:
    """The charset that a byte order mark tells of."""
    return next((charset for mark, charset in _MARKS if data.startswith(mark)), None)


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether there is more that is UTF-8, beyond ASCII, than is not.

    Dumps from several sources have a row here and there in another charset.
    """
    text = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode(data)
    strays = len(_ESCAPED.findall(text))
    return not strays or sum(not each.isascii() for each in text) > 2 * strays


def _guessed(data: bytes) -> str:
    """Windows-1252 for what is mostly ASCII, as English is."""
    if len(data.translate(None, bytes(range(0x80)))) * 10 < len(data):
        return "cp1252"
    from charset_normalizer import from_bytes  # 20 ms that most tables need not pay

    best = from_bytes(data, cp_isolation=_WRITTEN).best()
    return "cp1252" if best is None else best.encoding


def _named(name: str | None) -> str | None:
    """A charset that a server names; null if it is none, or none for text."""
    try:
        "".encode(name or "")
    except (LookupError, ValueError):
        return None
    return name

"""From bytes to the text of an article: decoding, line ends, cleaning, paragraphs.

Decoding and folding of line ends may change how many characters there are; cleaning never does.
Afterwards the text is fixed, and every offset counts its code points.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator

from annotations.errors import SourceError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 before UTF-16: the little-endian mark of the one begins with that of the other."""

_WEB_NAMES = dict.fromkeys(("ascii", "iso8859-1"), "cp1252")
"""Charsets whose name usually stands on Windows-1252, curly quotation marks included; the WHATWG
Encoding Standard has every browser read them so."""

_NEVER_TEXT = bytes((*range(0x00, 0x07), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
"""Control characters that text files do without, as `file` counts them."""

_NOT_GUESSED = [
    *("utf_7", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le"),
    *("cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140"),
]
"""Charsets that short files in an ordinary one are mistaken for: wide ones, and EBCDIC."""

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_ESCAPE_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor movement, erasing
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x80-\x9f\n]*(?:\x07|\x1b\\|\x9c)"  # OSC
    r"|\x1b[ -/]+[0-~]"  # character sets
    r"|\x1b[0-Zc-~]"  # single functions: save cursor, reset
)
"""ECMA-48 control sequences with all that belongs to them, in their 7-bit and 8-bit forms."""

_CLEANED: dict[int, str] = (
    dict.fromkeys((*range(0x00, 0x20), *range(0x7F, 0xA0)), _REPLACEMENT)
    | dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT)  # lone surrogates
    | dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x2070)), _REPLACEMENT)  # bidi
    | dict.fromkeys(range(0xFFF9, 0xFFFC), _REPLACEMENT)  # interlinear annotation
    | {ord("\t"): " ", 0x0A: "\n", 0x0B: "\n", 0x0C: "\n", 0x0D: "\n", 0x85: "\n"}
    | {0x2028: "\n", 0x2029: "\n"}
)
_UNCLEAN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff]"
)
_BROKEN_HEAD = re.compile(r"\A\S*\s+")
_BROKEN_TAIL = re.compile(r"\s+\S*\Z")
_PARAGRAPH = re.compile(r"^[^\n]*\S[^\n]*", re.MULTILINE)


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Turn bytes into text.

    A byte order mark decides, then the declared charset, then UTF-8 if the bytes are valid in
    it. What is left is Windows-1252 if it is mostly ASCII, as English is, and otherwise what
    charset-normalizer finds.

    Args:
        data: The bytes of a whole file.
        declared: Charset named by the source (an HTTP header, a `<meta>` tag).

    Raises:
        SourceError: If the bytes are no text in any charset.
    """
    for mark, charset in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(charset, errors="replace")
    text = _decode_as(declared, data) if declared else None
    if text is None:
        _check_is_text(data)
        text = _decode_as("utf-8", data)
    return _detect(data) if text is None else text


def _decode_as(charset: str, data: bytes) -> str | None:
    """Decode by a charset that the bytes claim; null if it is unknown or does not fit."""
    try:
        name = codecs.lookup(charset).name
        return data.decode(_WEB_NAMES.get(name, name))
    except (LookupError, ValueError):
        return None


def _check_is_text(data: bytes) -> None:
    """Refuse bytes of which more than one in twenty is a control character."""
    controls = len(data) - len(data.translate(None, _NEVER_TEXT))
    if controls * 20 > len(data):
        raise SourceError("The bytes are not text.", hint="Convert the file to plain text first.")


def _detect(data: bytes) -> str:
    """Decode by the charset that the bytes look most like."""
    beyond_ascii = data.translate(None, bytes(range(0x80)))
    if len(beyond_ascii) * 10 < len(data):
        return data.decode("cp1252", errors="replace")
    from charset_normalizer import from_bytes  # 20 ms that most files need not pay

    best = from_bytes(data, cp_exclusion=_NOT_GUESSED).best()
    return str(best) if best is not None else data.decode("cp1252", errors="replace")


def fold_line_ends(text: str) -> str:
    r"""Make every line end `\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def clean(text: str) -> str:
    r"""Replace whatever a terminal would obey or could not show; the length stays the same.

    Escape sequences become blanks as a whole. Other control characters, lone surrogates and
    bidirectional overrides become U+FFFD, tabs become blanks, and every kind of line break
    becomes `\n`. A `\r\n` that was not folded before becomes a blank and `\n`.
    """
    if not _UNCLEAN.search(text):
        return text
    blanked = _ESCAPE_SEQUENCE.sub(lambda match: " " * len(match[0]), text)
    return blanked.replace("\r\n", " \n").translate(_CLEANED)


def clean_line(text: str) -> str:
    """Clean text that has to stay on one line: a title, a name, a label."""
    return " ".join(clean(text).split())


def whole_words(stretch: str, *, begins: bool = False, ends: bool = False) -> str:
    """What is left of a stretch of a text without the words that its borders have cut.

    It should have one character more than is wanted at each border, for a word that ends just there
    to be kept. A stretch without any blank stays as it is.

    Args:
        stretch: A stretch of a text.
        begins: Whether it begins where the text does.
        ends: Whether it ends where the text does.
    """
    kept = stretch
    if not begins:
        kept = _BROKEN_HEAD.sub("", kept)
    if not ends:
        kept = _BROKEN_TAIL.sub("", kept)
    return kept if kept.strip() else stretch


def has_words(text: str, words: str) -> bool:
    """Whether a text has all of some words, or parts of words; case and accents do not count."""
    folded = without_accents(text).casefold()
    return all(word in folded for word in without_accents(words).casefold().split())


def without_accents(text: str) -> str:
    """A text with its letters taken apart, without what Unicode combines with them."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield `(start, end)` of every line that is not blank, in order."""
    for match in _PARAGRAPH.finditer(text):
        yield match.span()

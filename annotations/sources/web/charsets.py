"""The charset of an HTML document: who is believed when several say different things."""

import codecs
import re

from annotations.text import decode

_DECLARATIONS = 65_536
"""Bytes in which a document says what its charset is; browsers look at fewer, but programs that
save pages put comments and styles first."""

_DECLARED = re.compile(
    rb"""<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)|\A\s*<\?xml\s[^>]*?encoding=["']([\w:.-]+)""",
    re.IGNORECASE,
)

_ALIASES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "x-euc-jp": "euc_jp",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "windows-949": "cp949",
    "big5": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "iso-8859-9": "cp1254",
    "x-cp1250": "cp1250",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "x-mac-cyrillic": "mac_cyrillic",
    "iso-8859-8-i": "iso-8859-8",
    "unicode-1-1-utf-8": "utf-8",
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
}
"""Labels that Python does not know or takes more narrowly than browsers do: the WHATWG Encoding
Standard. A document in which a declaration can be read as ASCII is not in UTF-16."""

_STRAY = 4
"""Characters of UTF-8 that there have to be for each byte that is none."""


def decoded(html: bytes, charset: str | None = None) -> str:
    """The text of a document.

    A byte order mark decides; then bytes beyond ASCII that are valid UTF-8, which no other charset
    gives by chance, whatever is declared; then whoever delivered the document, then the document.
    UTF-8 with a few broken bytes, as of a page that was cut, is UTF-8 still.

    Args:
        html: The document.
        charset: As whoever delivered it says.

    Raises:
        SourceError: If the bytes are no text in any charset.
    """
    text = decode_utf_8(html)
    if text is not None:
        return text
    for label in (charset, declared(html)):
        if label and (name := _known(label)):
            try:
                return decode_as(name, html)
            except UnicodeDecodeError:
                continue
    return decode(html)


def declared(html: bytes) -> str | None:
    """The charset that a document says it is in; null if it does not say."""
    match = _DECLARED.search(html, 0, _DECLARATIONS)
    label = match and (match[1] or match[2])
    return label.decode("ascii", errors="replace") if label else None


def decode_utf_8(html: bytes) -> str | None:
    """A document in UTF-8; null if it is ASCII, and so may be anything, or something else."""
    if html.isascii() or html.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    text = html.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    if broken == 0:
        return text
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore"))
    return text if beyond_ascii - broken >= _STRAY * broken else None


def decode_as(name: str, html: bytes) -> str:
    """A document in a charset.

    Raises:
        UnicodeDecodeError: If it is not in that charset at all.
    """
    text = html.decode(name, errors="replace")
    if text.count("\N{REPLACEMENT CHARACTER}") * 100 > len(text):
        html.decode(name)
    return text


def _known(label: str) -> str | None:
    folded = label.strip().strip("'\"").lower()
    try:
        name = codecs.lookup(_ALIASES.get(folded, folded)).name
    except (LookupError, ValueError):
        return None
    if name not in _TEXT_CHARSETS:
        return None
    return "cp1252" if name in ("ascii", "iso8859-1") else name


_TEXT_CHARSETS = frozenset(
    codecs.lookup(name).name
    for name in (
        *("ascii", "utf-8", "iso8859-1", "cp1252", "gb18030", "cp932", "euc_jp", "iso2022_jp"),
        *("cp949", "big5hkscs", "cp874", "cp866", "koi8-r", "koi8-u", "mac_roman", "mac_cyrillic"),
        *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
        *(f"cp125{digit}" for digit in range(9)),
    )
)
"""Those of the Encoding Standard: Python's own, such as "rot13" and "idna", are none of a page."""

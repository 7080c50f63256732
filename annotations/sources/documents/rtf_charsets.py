"""What bytes mean in Rich Text: code pages by their numbers, and by the character sets of fonts."""

import codecs

DEFAULT = "cp1252"

_OF_FONT = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
}
"""By `\\fcharset`, as the specification of Rich Text 1.9.1 lists them."""

_OF_FILE = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


def of_font(number: int) -> str | None:
    """The charset of a font; null if it says none, as symbols' do."""
    return _OF_FONT.get(number)


def of_code_page(number: int) -> str | None:
    """The charset of a code page; null if there is none of that number."""
    name = "utf-8" if number == 65001 else f"cp{number}"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def of_file(word: str) -> str | None:
    """The charset that a file's first control words name; null for any other word."""
    return _OF_FILE.get(word)

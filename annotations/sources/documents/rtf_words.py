"""Control words of Rich Text that matter for its text."""

SKIPPED = frozenset(
    {
        *("colortbl", "stylesheet", "filetbl", "revtbl", "private", "comment"),
        *(f"{end}er{side}" for end in ("head", "foot") for side in ("", "l", "r", "f")),
        *("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn"),
        *("pict", "sp", "objdata", "objclass", "objname"),
        *("xe", "tc", "rxe", "txe"),  # entries of indexes and tables of contents
        "nonesttables",
    }
)
"""Groups whose text is none of the document's."""

STARRED = frozenset(("shpinst", "shptxt", "ftnalt", "nesttableprops", "background"))
"""Groups that old programs are to pass over, but which hold text, or nothing that harms."""

INFO = frozenset(("title", "author", "keywords"))
"""Groups in the group `info` that hold text."""

TIMES = frozenset(("creatim", "revtim"))
"""Groups in the group `info` that hold a time."""

MARKS = frozenset(("listtext", "pntext"))
"""Groups that hold what stands before an item of a list."""

SIGNS = {
    "tab": " ",
    "line": "\n",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "endash": "–",
    "emdash": "—",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "zwj": "\N{ZERO WIDTH JOINER}",
    "zwnj": "\N{ZERO WIDTH NON-JOINER}",
    "ltrmark": "\N{LEFT-TO-RIGHT MARK}",
    "rtlmark": "\N{RIGHT-TO-LEFT MARK}",
}
"""Words that stand for a character."""

SYMBOLS = {b"~": " ", b"_": "-", b"\t": " ", b"\n": "\r", b"\r": "\r"}
"""Signs behind a backslash that stand for a character; `\\r` is the end of a paragraph here."""

BREAKS = frozenset(("par", "sect", "page", "column"))
"""What ends a paragraph."""

r"""The text of an article in Markdown: what has a meaning there escaped, names in bold, figures in
italics, and footnotes behind quotes and figures.

https://spec.commonmark.org/0.31.2/. A stretch is emphasised only where the rules for delimiters
leave no doubt that it will be: not in the middle of words with signs at their borders, not across
lines, and not within another.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

BOLD, ITALICS = "**", "*"

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#~|&^=$%\r]")
_LISTED = re.compile(r"(\s*)([-+]|\d+(?=[.)]))(.?)", re.DOTALL)
_EDGES = re.compile(r"^[ \t]+|[ \t]+$")


@dataclass(frozen=True, slots=True)
class Emphasis:
    """A stretch `[start, end)` to emphasise."""

    start: int
    end: int
    sign: str


def escaped(text: str) -> str:
    """Words fit for a line of Markdown, in which nothing of them has a meaning."""
    return _SPECIAL.sub(lambda found: _escape(found[0]), text)


def paragraphs_of(
    text: str, emphasised: Sequence[Emphasis], notes: Mapping[int, Sequence[int]]
) -> Iterator[str]:
    """The paragraphs of a text in Markdown.

    Args:
        text: As it is.
        emphasised: What to emphasise, as `fitting` leaves it.
        notes: Numbers of footnotes, by the offset behind which they stand.
    """
    signs: dict[int, list[str]] = {}
    for each in emphasised:
        signs.setdefault(each.end, []).insert(0, each.sign)
        signs.setdefault(each.start, []).append(each.sign)
    for at, numbers in notes.items():
        signs.setdefault(at, []).extend(f"[^{number}]" for number in numbers)
    for match in re.finditer(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", text):
        yield "\\\n".join(_lines(text, match.start(), match.end(), signs))


def fitting(text: str, wanted: Sequence[Emphasis]) -> list[Emphasis]:
    """Those that can be emphasised, by place; where two meet, the one that comes first in
    `wanted`.
    """
    taken: list[Emphasis] = []
    used = bytearray(len(text) + 1)
    for each in wanted:
        if not any(used[each.start : each.end + 1]) and _is_sure(text, each):
            taken.append(each)
            used[each.start : each.end + 1] = b"\1" * (each.end + 1 - each.start)
    return sorted(taken, key=lambda each: each.start)


def _is_sure(text: str, emphasis: Emphasis) -> bool:
    """Whether both signs are flanked as the rules want it, by any of their versions."""
    start, end = emphasis.start, emphasis.end
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    return (
        "\n" not in text[start:end]
        and _leans(text[start], outside=before)
        and _leans(text[end - 1], outside=after)
    )


def _leans(inside: str, *, outside: str) -> bool:
    """Whether a sign between two characters belongs to the one inside.

    Symbols are punctuation for newer versions of CommonMark alone; here they are what is worse.
    """
    if inside.isspace():
        return False
    is_word = unicodedata.category(inside)[0] not in "PSZC"
    return is_word or outside.isspace() or unicodedata.category(outside)[0] == "P"


def _lines(text: str, start: int, end: int, signs: Mapping[int, Sequence[str]]) -> Iterator[str]:
    for line in text[start:end].split("\n"):
        yield _line(line, {at - start: signs[at] for at in _within(signs, start, len(line))})
        start += len(line) + 1


def _within(signs: Mapping[int, Sequence[str]], start: int, length: int) -> Iterator[int]:
    return (at for at in range(start, start + length + 1) if at in signs)


def _line(line: str, signs: Mapping[int, Sequence[str]]) -> str:
    """A line with its signs; blanks at its borders and what would begin a list are kept."""
    written = [_escape(each) if _SPECIAL.match(each) else each for each in line]
    for blank in _EDGES.finditer(line):
        for at in range(*blank.span()):
            written[at] = f"&#{ord(line[at])};"
    listed = _LISTED.match(line)
    if listed:
        at = listed.start(2) if listed[2] in "-+" else listed.start(3)
        written[at] = f"\\{line[at]}"
    pieces = (f"{''.join(signs.get(at, ()))}{each}" for at, each in enumerate(written))
    return "".join(pieces) + "".join(signs.get(len(line), ()))


def _escape(character: str) -> str:
    return "&#13;" if character == "\r" else f"\\{character}"

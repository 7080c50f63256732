"""Paragraphs of text whose lines were broken at a fixed width, each made one line again.

A break was made by a program if the next word would not have fitted. So every such break says
between which two widths the line was to be filled, and a width that nearly all of them allow is the
one of the text. Lists, verse and addresses agree on none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

_NARROWEST = 25
_WIDEST = 200
"""Characters of a line, indentation included, that a text may have been filled to."""
_NARROW = 40
_FEW = 3
"""Breaks within a sentence that are the least to tell a width from …"""
_MANY = 12
"""… and if it is narrower than `_NARROW`, as lines of verse and of lists are."""
_WITHIN_SENTENCES = 0.85
"""Share of the breaks within a sentence that the width explains, at least."""
_ALL = 0.6
"""The same of all breaks, those at ends of paragraphs too. As so many go, few rounds are left."""
_UNBREAKABLE = 30
"""Characters of a word that tells no width: an address, or a line of a script without blanks."""

_LAID_OUT = re.compile(
    r"\s*(?:[>|]|#{1,6}\s|```|~~~|\.\.\s|[^\w\s]{3,}\s*\Z|\[\^?[\w-]+\]:)"  # quoted, rules, marks
    r"|.*?\S(?: {3,}|\s*\|\s+)\S"  # columns
)
"""A line that is nobody's continuation and has none."""
_ITEM = re.compile(r"\s*(?P<mark>[•*◦▪‣●■–—+-]|\(?(?:\d{1,3}|[a-zA-Z])[.)])(?P<gap>\s+)\S")
_SURE_MARKS = frozenset("•◦▪‣●■*+")
"""Marks of an item that no sentence goes on with."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_SIGNATURE = "--"
_ENDED = tuple(".!?:;…。؟।")
_CLOSING = "\"'”’»)]*_"
_SUSPENDED = frozenset({"and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e"})
"""Words before which a hyphen stands for what comes later: "two- and three-storey"."""
_GLUED = re.compile(r"\w(?:-|--|–|—)\Z")
_HAS_CASE = re.compile(r"[a-zß-öø-ÿα-ωа-я]")
_BROKEN = re.compile(r"\S[^\S\n]*\n[^\S\n]*\S")


def reflowed(text: str) -> str:
    """A text with every paragraph on one line, if its lines were clearly broken at a fixed width.

    Every other text comes back as it is. Only line breaks and blanks around them change: a
    hyphen at the end of a line stays. Items of lists become a line each; tables, rules, quoted
    lines, signatures and whatever else ends before its line was full keep their lines.

    Args:
        text: Clean text with folded line ends.
    """
    while _BROKEN.search(text):
        blocks = _blocks(text)
        width = _width(blocks)
        if width is None:
            return text
        joined = "\n".join(_filled(blocks, width))
        if joined == text:
            return text
        text = joined
    return text


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    """Without blanks around it."""
    indent: int
    is_kept: bool
    """Whether it is laid out in a way of its own."""

    @property
    def end(self) -> int:
        """The column that it reaches to."""
        return self.indent + len(self.text)


_Block = Sequence[_Line]
"""Lines without an empty one between them; or only empty ones, which have no text."""


def _blocks(text: str) -> list[_Block]:
    lines: list[_Line] = []
    is_signed = False
    for raw in text.split("\n"):
        stripped = raw.strip()
        is_signed = is_signed or stripped == _SIGNATURE
        indent = len(raw) - len(raw.lstrip()) if stripped else 0
        lines.append(_Line(stripped, indent, is_signed or bool(_LAID_OUT.match(raw.rstrip()))))
    return [list(group) for _, group in groupby(lines, key=lambda line: bool(line.text))]


def _width(blocks: Sequence[_Block]) -> int | None:
    """The width that explains most breaks within sentences; null if it does not explain enough."""
    breaks = [each for block in blocks for each in _breaks(block)]
    is_cased = any(_HAS_CASE.search(line.text) for line, _ in breaks)
    within = [each for each in breaks if _is_within_sentence(*each, is_cased=is_cased)]
    explained, explained_within = _counts(breaks), _counts(within)
    width = max(range(_WIDEST + 1), key=lambda each: (explained_within[each], explained[each]))
    needed = _FEW if width >= _NARROW else _MANY
    is_wrapped = (
        explained_within[width] >= max(needed, _WITHIN_SENTENCES * len(within))
        and explained[width] >= _ALL * len(breaks)
        and not _overflows(blocks, width)
    )
    return width if is_wrapped else None


def _counts(breaks: Iterable[tuple[_Line, _Line]]) -> Sequence[int]:
    """For each width, how many breaks a program that fills lines to it would have made."""
    counts = [0] * (_WIDEST + 2)
    for line, following in breaks:
        low, high = max(line.end, _NARROWEST), min(_fills(line, following), _WIDEST)
        if low <= high:
            counts[low] += 1
            counts[high + 1] -= 1
    return list(accumulate(counts))


def _breaks(block: _Block) -> Iterator[tuple[_Line, _Line]]:
    """The breaks in a block that a program may have made, and that tell a width."""
    for starts, line, following in _line_pairs(block):
        if not starts and len(_first_word(following.text)) <= _UNBREAKABLE:
            yield line, following


def _line_pairs(block: _Block) -> Iterator[tuple[bool, _Line, _Line]]:
    """Each two lines that follow each other, and whether the second begins something new."""
    if not block[0].text:
        return
    base = min((line.indent for line in block[1:]), default=0)
    is_list = _ITEM.match(block[0].text) is not None
    hanging = _hanging(block[0])
    for line, following in pairwise(block):
        is_new = (
            line.is_kept
            or following.is_kept
            or _is_item(following, line, is_list=is_list)
            or _is_address_alone(following, line)
            or (following.indent > base and following.indent not in (hanging, line.indent))
            or (following.indent == line.indent > base and hanging is None)
        )
        yield is_new, line, following
        if is_new:
            hanging = _hanging(following)


def _hanging(line: _Line) -> int | None:
    """The column at which an item's text begins, and goes on in the next line."""
    item = _ITEM.match(line.text)
    return line.indent + item.end("gap") if item else None


def _is_item(line: _Line, previous: _Line, *, is_list: bool) -> bool:
    """Whether a line is an item, and no sentence that goes on with a dash or a number."""
    item = _ITEM.match(line.text)
    return item is not None and (is_list or item["mark"] in _SURE_MARKS or _has_ended(previous))


def _is_address_alone(line: _Line, previous: _Line) -> bool:
    return _has_ended(previous) and _ADDRESS.fullmatch(line.text) is not None


def _has_ended(line: _Line) -> bool:
    return line.text.rstrip(_CLOSING).endswith(_ENDED)


def _is_within_sentence(line: _Line, following: _Line, *, is_cased: bool) -> bool:
    return not _has_ended(line) and not (is_cased and following.text[0].isupper())


def _first_word(text: str) -> str:
    return text.split(None, 1)[0]


def _fills(line: _Line, following: _Line) -> int:
    """The greatest width at which the next line's first word does not fit."""
    return line.end + len(_first_word(following.text))


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the next word had no room; a word that is too long for any line never has."""
    fits_no_line = " " not in line.text and len(line.text) > _UNBREAKABLE
    return (line.end <= width or fits_no_line) and _fills(line, following) >= width


def _overflows(blocks: Sequence[_Block], width: int) -> bool:
    """Whether lines of paragraphs are too long too often for a width."""
    ends = [
        line.end
        for block in blocks
        if len(block) > 1
        for line in block
        if line.text and not line.is_kept and not _ADDRESS.search(line.text)
    ]
    return sum(end > width for end in ends) * 10 > len(ends)


def _filled(blocks: Sequence[_Block], width: int) -> Iterator[str]:
    """The lines of the text, with every paragraph on one."""
    for block in blocks:
        if block[0].text:
            yield from _filled_block(block, width)
        else:
            yield from ("" for _ in block)


def _filled_block(block: _Block, width: int) -> Iterator[str]:
    """The paragraphs of a block, with an empty line between those that had several lines."""
    pairs = list(_line_pairs(block))
    full = [not starts and _is_full(line, next_, width) for starts, line, next_ in pairs]
    is_filled = 2 * sum(full) >= len(full) or _ITEM.match(block[0].text) is not None
    joins = [
        is_full or (is_filled and not starts and _goes_on(line, following))
        for is_full, (starts, line, following) in zip(full, pairs, strict=True)
    ]
    units: list[list[_Line]] = [[block[0]]]
    for is_joined, line in zip(joins, block[1:], strict=True):
        if is_joined:
            units[-1].append(line)
        else:
            units.append([line])
    for previous, unit in pairwise(([], *units)):
        if previous and _stand_apart(previous, unit):
            yield ""
        yield _joined(unit)


def _goes_on(line: _Line, following: _Line) -> bool:
    """Whether a sentence that has not ended goes on in small letters."""
    return not _has_ended(line) and following.text[0].islower()


def _stand_apart(unit: Sequence[_Line], following: Sequence[_Line]) -> bool:
    """Whether two pieces of a block are paragraphs, one of which had several lines."""
    is_listed = any(_ITEM.match(each[0].text) or each[0].is_kept for each in (unit, following))
    return not is_listed and len(unit) + len(following) > 2


def _joined(unit: Sequence[_Line]) -> str:
    if len(unit) == 1 and unit[0].is_kept:
        return " " * unit[0].indent + unit[0].text
    pieces = [unit[0].text]
    for line, following in pairwise(unit):
        is_glued = _GLUED.search(line.text) and following.text[0].isalnum()
        if not is_glued or _first_word(following.text).lower() in _SUSPENDED:
            pieces.append(" ")
        pieces.append(following.text)
    return "".join(pieces)

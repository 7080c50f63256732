"""What becomes of a hyphen at the end of a line."""

import re
from collections import Counter
from collections.abc import Iterable

from annotations.sources.documents.pdf.compounds import (
    BEFORE,
    FIRST,
    SECOND,
    SHORTEST_BEFORE_SECOND,
)

_SOFT = "\N{SOFT HYPHEN}"
_AUTOMATIC = "\N{HYPHEN}"
"""Set by programs that part words themselves; people type the other one."""
_HYPHENS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
_LAST = re.compile(r"(?:^|[\s(\[“‘\"'/—–])((?:[^\W_]|['’])+(?:[-‐‑](?:[^\W_]|['’])+)*)[-‐‑]$")
_FIRST = re.compile(r"^((?:[^\W_])+)")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_CLOSE_UP = re.compile(r"(?:\S—|\d–|[^\s–]/|\w@)$")
"""What goes on without a blank: dashes that are set closed up, ranges of figures, addresses."""

Words = Counter[str]
"""How often words stand in a document other than at the ends of lines, in lower case."""


def words_of(lines: Iterable[str]) -> Words:
    """The words of lines, but for the first and last of each, which may be parts of words."""
    counted: Words = Counter()
    for line in lines:
        counted[_AUTOMATIC] += line[:-1].count(_AUTOMATIC)
        counted.update(word.lower() for word in _WORD.findall(line)[1:-1])
    return counted


def joined(before: str, after: str, words: Words) -> str:
    """Two lines of one paragraph as one.

    A hyphen at the end of the first stays where the word has one: before a capital or a figure
    ("Al-" "Shabaab", "12-" "year-old"), in a word that has another one, where the document has
    the word so within a line, and in known compounds ("co-" "operation"). Otherwise it goes.

    Args:
        before: The first line.
        after: The second one.
        words: The document's words.
    """
    if before.endswith(_SOFT) or (before.endswith(_AUTOMATIC) and not words[_AUTOMATIC]):
        return before[:-1] + after
    last, first = _LAST.search(before), _FIRST.match(after)
    if last and first:
        stays = _stays(last[1], first[1], words)
        return (before if stays else before[:-1]) + after
    if before[-1:] in _HYPHENS and before[-2:-1].isalnum() and first:
        return before + after
    return before + after if _CLOSE_UP.search(before) else f"{before} {after}"


def _stays(last: str, first: str, words: Words) -> bool:
    """Whether the hyphen between two parts of a word is the word's own."""
    if not first[0].islower() or not last[-1].isalpha() or last.isupper():
        return not (last.isupper() and first.isupper() and len(last) > 1)
    left, right = last.lower(), first.lower()
    together, apart = words[left + right], words[f"{left}-{right}"] + words[f"{left}‐{right}"]
    if together != apart:
        return apart > together
    if any(hyphen in last for hyphen in _HYPHENS):
        return True
    if right in SECOND and len(left) >= SHORTEST_BEFORE_SECOND:
        return True
    return left in FIRST or right.startswith(BEFORE.get(left, ("\0",)))

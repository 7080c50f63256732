"""What does not belong to a name although the recogniser took it in.

Borders follow OntoNotes: no title before a person, no possessive ending, the leading article of a
body or place inside.
"""

import re
from collections.abc import Iterator

from annotations.detect import lexicon
from annotations.detect.entities.names import title_length

_OUTSIDE = "\"“”„‟«»‹›‘’'`´,;:([{<•*·|/ \t\n\r\xa0"
"""Stripped from both ends: quotation marks, blanks, punctuation that opens or separates."""

_CLOSING = _OUTSIDE + ")]}>!?—–-"
_POSSESSIVE = re.compile(r"['’‘][sS]$")
_OWNED = re.compile(r"['’][sS] (?=[A-Z])")
_GENERATION = re.compile(r" [JS]r\.?(?= )")
_OF_NAMES = frozenset(("GPE", "LOC", "NORP"))
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ]")
_LEADING = re.compile(r"(?:(?!the )[a-z]+ )+")
_TRAILING = re.compile(r"(?: [a-z]+)+$")
_HANGING = re.compile(r"(?: (?:and|at|of|on|for|in|the|&))+\s*$")
_MONTH = re.compile(
    r" (?:in|on|at) (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b.*"
)


def trimmed(text: str, start: int, end: int, *, label: str) -> Iterator[tuple[int, int]]:
    """Yield the borders of the names in a stretch that was taken for one of a label.

    Usually one; a line break parts names. A body before a person's name is left out: "the Health
    Ministry's Eva Lind". None if nothing is left.
    """
    for first, after in _lines(text, start, end):
        one = _after_owner(text, first, after) if label == "PERSON" else first
        one, other = stripped(text, one, _before_open_end(text, one, after))
        if label == "PERSON":
            one, other = _without_title(text, one, other)
        elif label in _OF_NAMES:
            one, other = _without_common_words(text, one, other)
        if one < other:
            yield one, other


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Borders without blanks, stray marks and possessive ending; empty if nothing is left."""
    while start < end and (text[start] in _OUTSIDE or text[start].isspace()):
        start += 1
    while start < end:
        possessive = _POSSESSIVE.search(text[max(start, end - 2) : end])
        if possessive:
            end -= 2
        elif text[end - 1].isspace() or _is_stray_end(text, start, end):
            end -= 1
        else:
            break
    return start, end


def _before_open_end(text: str, start: int, end: int) -> int:
    """Where a name ends that goes on with a bracket it does not close, or with "of" or "and"."""
    opened = text.rfind("(", start + 1, end)
    if opened >= 0 and text.find(")", opened, end) < 0:
        end = opened
    hanging = _HANGING.search(text, start, end)
    return end if hanging is None else hanging.start()


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while (broken := text.find("\n", start, end)) >= 0:
        yield start, broken
        start = broken + 1
    yield start, end


def _after_owner(text: str, start: int, end: int) -> int:
    """Where a person's name begins behind a body with a possessive."""
    owned = _OWNED.search(text, start, end)
    return start if owned is None else owned.end()


def _without_title(text: str, start: int, end: int) -> tuple[int, int]:
    """A person's name without the titles before it, and what is no part of it behind it."""
    end = _before_extras(text, start, end)
    words = text[start:end].split(" ")
    if words[-1].endswith(".") and title_length(words) == len(words):
        return end, end
    while len(words) > 1 and (length := title_length(words)) and length < len(words):
        start += len(" ".join(words[:length])) + 1
        words = words[length:]
    return start, end


def _before_extras(text: str, start: int, end: int) -> int:
    """Where a person's name ends before "in May", the name after "Jr.", or letters like "QC"."""
    late = _MONTH.search(text, start, end)
    end = end if late is None else late.start()
    mark = _GENERATION.search(text, start, end)
    end = end if mark is None else mark.end()
    while (blank := text.rfind(" ", start, end)) >= 0:
        letters = text[blank + 1 : end].replace(".", "")
        if letters.islower() or letters.lower() not in lexicon.words("post_nominals"):
            break
        end = blank - (text[blank - 1] == ",")
    return end


def _without_common_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A place or people without the words in lower case beside it: "eastern", "county"."""
    first = _CAPITAL.search(text, start, end)
    if first is None:
        return start, end
    leading = _LEADING.match(text, start, first.start())
    trailing = _TRAILING.search(text, first.start(), end)
    is_common = leading is not None and leading.end() == first.start()
    kept = first.start() if is_common else start
    return kept, trailing.start() if trailing is not None else end


def _is_stray_end(text: str, start: int, end: int) -> bool:
    """Whether the last character closes something that the name did not open."""
    last = text[end - 1]
    if last == ")":
        return text.count("(", start, end) < text.count(")", start, end)
    return last in _CLOSING

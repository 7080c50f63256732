"""What a person has typed for one field of a casualty figure. Pure.

Each function takes the text and gives what it means.

Raises:
    ValueError: If it means nothing; with the reason, in few words, to stand beside the field.
"""

import re
from collections.abc import Sequence
from datetime import date

from annotations.detect import lexicon
from annotations.detect.casualties import numbers
from annotations.detect.casualties.numbers import qualifiers
from annotations.detect.casualties.numbers.expressions import MOST
from annotations.detect.casualties.numbers.words import Words
from annotations.detect.dates.resolving import resolve
from annotations.model import Span, VagueRule
from annotations.text import clean_line

IS = " = "
"""Between the words of a date and what they mean."""
OPEN = "?"
"""In place of what the words of a date mean, where nobody knows."""

_DIGITS = re.compile(r"\d{1,3}(?:[,.'’_ \u00a0\u2009\u202f]\d{3})+|\d+", re.ASCII)
_NO_DIGITS = re.compile(r"\D")
_DAY_OR_LONGER = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
_NO_DATE = f"no date: 2019-03-05, on Tuesday, or “words{IS}2019-03”"
_LETTER = re.compile(r"[^\W\d_]")
_SURE = numbers.Precision.EXACT, numbers.Precision.NONE


def number(text: str, *, vague_rule: VagueRule) -> tuple[int, bool]:
    """How many it is, in digits or words, and whether a vague word says so ("dozens").

    Args:
        text: What was typed.
        vague_rule: Which number "dozens" stands for.
    """
    if _DIGITS.fullmatch(text):
        return _possible(int(_NO_DIGITS.sub("", text))), False
    found = numbers.find(text, vague_rule=vague_rule)
    is_all = len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))
    value = found[0].count.best if is_all else None
    if value is None:
        raise ValueError("no number: 1,300 or two dozen")
    if found[0].precision is numbers.Precision.RANGE:
        raise ValueError("a range: goes into low and high")
    return _possible(value), found[0].precision not in _SURE


def _possible(value: int) -> int:
    if value > MOST:
        raise ValueError("more than there are people")
    return value


def one_of(text: str, known: Sequence[str]) -> str:
    """The one of some words that is meant: itself, or the only one that begins so."""
    typed = text.casefold()
    fitting = [each for each in known if each.startswith(typed)]
    if typed in fitting:
        return typed
    if len(fitting) == 1:
        return fitting[0]
    raise ValueError(f"one of {', '.join(fitting or known)}")


def some_of(text: str, known: Sequence[str]) -> list[str]:
    """Those of some words that are meant, separated by commas, in the order of the known ones."""
    typed = filter(None, (part.strip() for part in text.split(",")))
    chosen = {one_of(each, known) for each in typed}
    return [each for each in known if each in chosen]


def qualifier(text: str) -> str:
    """The name of a qualifier, or of what its words say: "no fewer than" is `at_least`."""
    known = lexicon.table("number_qualifiers")
    name = text.casefold().replace(" ", "_")
    found = name if name in known else _before(text) or _after(text)
    if found is None:
        raise ValueError(f"one of {', '.join(each.replace('_', ' ') for each in known)}")
    return found


def _before(text: str) -> str | None:
    words = Words(f"{text} 12")
    names, first = qualifiers.before(words, len(words) - 1)
    return qualifiers.main(names) if first == 0 else None


def _after(text: str) -> str | None:
    words = Words(f"12 {text}")
    names, end = qualifiers.after(words, 1)
    return qualifiers.main(names) if end == len(words) else None


def dated(text: str, *, published: date | None) -> tuple[str | None, str | None]:
    """The words of a date and what they mean in ISO 8601.

    "on Tuesday" is understood by the day of the article, "that morning" by nothing, so that it is
    known by its words alone; "the feast = 2019-03-05" says when that was, and "the feast = ?" that
    nobody knows. Without words it is "= 2019-03-05".

    Args:
        text: What was typed.
        published: The day of the article.
    """
    words, equals, meaning = (part.strip() for part in f" {text} ".rpartition(IS))
    if not equals:
        iso = meaning if is_iso(meaning) else resolve(meaning, published=published)
        if iso is None and not _LETTER.search(meaning):
            raise ValueError(_NO_DATE)
        return meaning, iso
    if meaning != OPEN and not is_iso(meaning):
        raise ValueError(f"no date behind “{IS.strip()}”: 2019-03-05, 2019-03, 2019 or {OPEN}")
    return words or None, None if meaning == OPEN else meaning


def is_iso(text: str) -> bool:
    """Whether it is a day, a month, a year, or two of them with `/` between; `..` is an open end.

    An interval does not end before it begins.
    """
    first, slash, last = text.partition("/")
    if not slash:
        return _is_day_or_longer(first)
    ends = [each for each in (first, last) if each != ".."]
    return bool(ends) and all(map(_is_day_or_longer, ends)) and ends == sorted(ends)


def _is_day_or_longer(text: str) -> bool:
    if not _DAY_OR_LONGER.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "0001-01-01"[len(text) :])
    except ValueError:
        return False
    return True


def whole(words: str, figures: Sequence[Span], *, offset: int) -> Span:
    """The figure of the article that some words are, closest to a place.

    Args:
        words: What was typed; capitals count only if they differ, as do blanks.
        figures: The article's figures.
        offset: The place.
    """
    typed = " ".join(words.split())
    found = [each for each in figures if clean_line(each.text) == typed]
    found = found or [
        each for each in figures if clean_line(each.text).casefold() == typed.casefold()
    ]
    if not found:
        raise ValueError("no other figure of the article")
    return min(found, key=lambda each: abs(each.start - offset))

"""How measures, and the annotations that they come from, are written in a line."""

from collections.abc import Iterator, Sequence

from annotations.measure.bootstrap import Interval
from annotations.measure.mistakes import Mistake
from annotations.model import Annotation, Article
from annotations.text import clean_line

SURENESS = "95 of 100"
"""Heads the columns of intervals."""
_AROUND = 40
"""Characters of context on either side of a stretch."""
_NOTHING = "-"


def percent(share: float | None) -> str:
    """A share of 1, in hundredths."""
    return _NOTHING if share is None else f"{100 * share:.1f}"


def limits(sure: Interval | None) -> str:
    """Between what a share lies, in hundredths."""
    return _NOTHING if sure is None else f"{100 * sure.low:.1f}–{100 * sure.high:.1f}"


def coefficient(value: float | None) -> str:
    """A coefficient of agreement, as papers have it."""
    return _NOTHING if value is None else f"{value:.3f}"


def interval_record(sure: Interval | None) -> list[float] | None:
    """An interval, for JSON."""
    return None if sure is None else [sure.low, sure.high]


def mistake_cells(article: Article, mistake: Mistake) -> Iterator[str]:
    """The article, what is wrong, what should be and what is there, and the text around."""
    there = mistake.expected or mistake.found
    assert there is not None
    yield article.id
    yield there.layer.value
    yield " ".join((mistake.wrong, *mistake.fields))
    yield in_short(mistake.expected, mistake.fields)
    yield in_short(mistake.found, mistake.fields)
    yield in_context(article.text, *mistake.at)


def in_context(text: str, start: int, end: int) -> str:
    """A stretch of a text between brackets, with some of what stands around it."""
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return clean_line(f"{before}[{text[start:end]}]{behind}")


def in_short(annotation: Annotation | None, fields: Sequence[str]) -> str:
    """An annotation with the fields that matter."""
    if annotation is None:
        return _NOTHING
    values = (f"{name}={_value(annotation, name)}" for name in fields)
    return clean_line(" ".join((annotation.kind, repr(annotation.text), *values)))


def _value(annotation: Annotation, name: str) -> str:
    value = getattr(annotation, name, None)
    return str(getattr(value, "text", value))

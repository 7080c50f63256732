"""How measures, and what was wrong, are written in tables and lines."""

from collections.abc import Iterator, Sequence

from annotations.measure.bootstrap import Interval
from annotations.measure.mistakes import Mistake
from annotations.model import Annotation, Article
from annotations.text import clean_line

SURENESS = "95 of 100"
"""Heads the column of intervals."""
_AROUND = 40
"""Characters of context on either side of a mistake."""


def percent(share: float | None) -> str:
    """A share in percent; a dash where nothing was measured."""
    return "-" if share is None else f"{100 * share:.1f}"


def limits(lies: Interval | None) -> str:
    """Between what a share lies, in percent."""
    return "-" if lies is None else f"{100 * lies.low:.1f}–{100 * lies.high:.1f}"


def limits_record(lies: Interval | None) -> list[float] | None:
    """The same for JSON, from 0 to 1."""
    return None if lies is None else [lies.low, lies.high]


def mistake_cells(article: Article, mistake: Mistake) -> Iterator[str]:
    """The article, what is wrong, what should be and what is there, and the text around."""
    text, (start, end) = article.text, mistake.at
    there = mistake.expected or mistake.found
    assert there is not None
    yield article.id
    yield there.layer.value
    yield " ".join((mistake.wrong, *mistake.fields))
    yield _said(mistake.expected, mistake.fields)
    yield _said(mistake.found, mistake.fields)
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    yield clean_line(f"{before}[{text[start:end]}]{behind}")


def _said(annotation: Annotation | None, fields: Sequence[str]) -> str:
    """An annotation in short, with the fields that matter."""
    if annotation is None:
        return "-"
    values = (f"{name}={_value(annotation, name)}" for name in fields)
    return clean_line(" ".join((annotation.kind, repr(annotation.text), *values)))


def _value(annotation: Annotation, name: str) -> str:
    value = getattr(annotation, name, None)
    return str(getattr(value, "text", value))

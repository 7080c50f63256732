"""How measures, and the annotations that they come from, are written in a line."""

from collections.abc import Iterator, Sequence

from annotations.measure.bootstrap import Interval
from annotations.measure.differences import Difference
from annotations.measure.fields import Agreed
from annotations.measure.mistakes import Mistake
from annotations.model import Annotation, Article
from annotations.text import clean_line
from reader.headless.tables import Column

SURENESS = "95 of 100"
"""Heads the columns of intervals."""
AGREED = (Column("same", right=True), Column("of", right=True), Column("share", right=True))
"""Heads the columns of how often fields, or kinds, are the same."""
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


def agreed_cells(agreed: Agreed) -> tuple[str, ...]:
    """What stands under `AGREED`."""
    return f"{agreed.same:,}", f"{agreed.of:,}", percent(agreed.accuracy)


def mistake_cells(article: Article, mistake: Mistake) -> Iterator[str]:
    """The article, what is wrong, what should be and what is there, and the text around."""
    difference = Difference(mistake.expected, mistake.found, mistake.fields)
    return difference_cells(article, difference, " ".join((mistake.wrong, *mistake.fields)))


def difference_cells(article: Article, difference: Difference, what: str) -> Iterator[str]:
    """The article, the layer, what is not the same, what either side has, and the text around."""
    yield article.id
    yield difference.layer.value
    yield what
    yield in_short(difference.first, difference.fields)
    yield in_short(difference.second, difference.fields)
    yield in_context(article.text, *difference.at)


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

"""A casualty figure as texts, one for each field, and back. Pure."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from annotations.claims import holds
from annotations.model import Annotation, CasualtyFigure, Category, Span, VagueRule
from annotations.text import clean_line
from reader.describing import FLAGS, flags
from reader.figures import values


class Field(StrEnum):
    """A field of the form, in order; the value is what it is called on the screen."""

    CATEGORY = "category"
    LOW = "low"
    BEST = "best"
    HIGH = "high"
    QUALIFIER = "qualifier"
    VICTIMS = "victims"
    GROUP = "whose"
    PLACE = "place"
    DATE = "date"
    CLAIMANT = "claimed by"
    FLAGS = "is"
    PART = "part of"


COUNTS = (Field.LOW, Field.BEST, Field.HIGH)
CHOSEN = (Field.CATEGORY, Field.FLAGS)
"""Fields whose words are ours; those of all others can be taken from the text."""
_PLAIN = {
    Field.VICTIMS: "victim_type",
    Field.GROUP: "victim_group",
    Field.CLAIMANT: "claimed_by",
}
"""Fields that hold whatever is typed."""


def _nowhere(words: str) -> None:
    """What words name in an article without places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the texts are read by."""

    text: str
    """The article's."""
    published: date | None = None
    """The day of the article, which "on Tuesday" is counted from."""
    vague_rule: VagueRule = VagueRule.DEFAULT
    """Which number "dozens" stands for."""
    figures: Sequence[Span] = ()
    """All figures of the article, of which one can be a part of another."""
    place_of: Callable[[str], Annotation | None] = _nowhere
    """From words to the place of the article that they name, which may be on the map."""

    def figure_around(self, span: Span) -> Span | None:
        """The innermost figure that a stretch of the text lies in, or takes up."""
        around = (each for each in self.figures if holds(each, span.start, span.end))
        return min(around, key=lambda each: each.end - each.start, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What the texts of a form come to."""

    figure: CasualtyFigure
    """As far as the texts could be read; what is wrong has its old value."""
    errors: Mapping[Field, str]
    """What is wrong, in few words; empty if nothing is."""
    remarks: Mapping[Field, str]
    """How a text was understood, where that is not plain to see."""


def shown(figure: CasualtyFigure) -> dict[Field, str]:
    """The texts of a figure, each on one line; what is unknown is empty."""
    count, part = figure.count, figure.part_of
    texts = {
        Field.CATEGORY: figure.category,
        Field.LOW: _number(count.low),
        Field.BEST: _number(count.best),
        Field.HIGH: _number(count.high),
        Field.QUALIFIER: (figure.qualifier or "").replace("_", " "),
        Field.PLACE: figure.place or "",
        Field.DATE: _date(figure),
        Field.FLAGS: ", ".join(flags(figure)),
        Field.PART: part.text if part is not None else "",
        **{each: getattr(figure, name) or "" for each, name in _PLAIN.items()},
    }
    return {each: clean_line(texts[each]) for each in Field}


def _number(value: int | None) -> str:
    return "" if value is None else f"{value:,}"


def _date(figure: CasualtyFigure) -> str:
    words, iso = figure.date, figure.date_iso
    if not words and not iso:
        return ""
    return words if words and words == iso else f"{words or ''}{values.IS}{iso or values.OPEN}"


def read(
    texts: Mapping[Field, str],
    figure: CasualtyFigure,
    surroundings: Surroundings,
    *,
    spans: Mapping[Field, Span] | None = None,
) -> Filled:
    """Make of a figure what the texts say.

    A text that is as it was shown leaves all as it was, also what it does not show.

    Args:
        texts: One for each field.
        figure: What the form began with.
        surroundings: What the texts are read by.
        spans: Where texts were taken from, if they were; for what has to be a place in the text.
    """
    changed = changed_texts(texts, figure, spans or {})
    changes: dict[str, Any] = {}
    errors: dict[Field, str] = {}
    reading = _Reader(figure, surroundings, spans or {})
    for each, text in changed.items():
        try:
            changes |= reading.of(each, text)
        except ValueError as error:
            errors[each] = str(error)
    counts = {each: changes.pop(each) for each in COUNTS if each in changes}
    count, rule = replace(figure.count, **counts), reading.rule_after(counts)
    after = replace(figure, count=count, vague_rule=rule, **changes)
    errors |= {each: why for each, why in _disorder(after).items() if each not in errors}
    remarks = {
        each: remark
        for each, text in changed.items()
        if each not in errors and (remark := _remark(each, text, after, reading.vague))
    }
    return Filled(figure=after, errors=errors, remarks=remarks)


def changed_texts(
    texts: Mapping[Field, str], figure: CasualtyFigure, spans: Mapping[Field, Span]
) -> dict[Field, str]:
    """The texts that are not as they were shown, or stand for another place in the article.

    Args:
        texts: One for each field.
        figure: What the form began with.
        spans: Where texts were taken from, if they were.
    """
    before, part = shown(figure), spans.get(Field.PART)
    stripped = {each: text.strip() for each, text in texts.items()}
    changed = {each: text for each, text in stripped.items() if text != before[each]}
    text = stripped[Field.PART]
    if part is not None and part != figure.part_of and clean_line(part.text) == text:
        changed[Field.PART] = text
    return changed


class _Reader:
    """Reads texts, each as the changes to a figure that it stands for."""

    def __init__(
        self, figure: CasualtyFigure, surroundings: Surroundings, spans: Mapping[Field, Span]
    ) -> None:
        self._figure = figure
        self._surroundings = surroundings
        self._spans = spans
        self.vague: set[Field] = set()
        """The fields whose number is a vague word."""

    def rule_after(self, counts: Mapping[Field, int | None]) -> str | None:
        """The rule for vague words by which the figure counts, once these counts are typed.

        As long as there is a number left that an earlier rule gave, it is that one.
        """
        if not counts:
            return self._figure.vague_rule
        if self.vague:
            return self._surroundings.vague_rule
        before = self._figure.count
        left = (getattr(before, each) for each in COUNTS if each not in counts)
        return self._figure.vague_rule if any(each is not None for each in left) else None

    def of(self, each: Field, text: str) -> dict[str, Any]:
        """The changes that the text of a field stands for.

        Raises:
            ValueError: If it means nothing.
        """
        if each in COUNTS:
            return self._number(each, text)
        if name := _PLAIN.get(each):
            return {name: text or None}
        readers: dict[Field, Callable[[str], dict[str, Any]]] = {
            Field.CATEGORY: lambda text: {"category": values.one_of(text, tuple(Category))},
            Field.QUALIFIER: lambda text: {"qualifier": values.qualifier(text) if text else None},
            Field.PLACE: self._place,
            Field.DATE: self._date,
            Field.FLAGS: self._flags,
            Field.PART: self._part,
        }
        return readers[each](text)

    def _number(self, each: Field, text: str) -> dict[str, Any]:
        if not text:
            return {each: None}
        value, is_vague = values.number(text, vague_rule=self._surroundings.vague_rule)
        if is_vague:
            self.vague.add(each)
        return {each: value}

    def _place(self, text: str) -> dict[str, Any]:
        """A place, which lies where the article's own lies that has the same words."""
        known = self._surroundings.place_of(text)
        fields = ("country", "latitude", "longitude", "geo_precision")
        return {"place": text or None, **{name: getattr(known, name, None) for name in fields}}

    def _date(self, text: str) -> dict[str, Any]:
        if not text:
            return {"date": None, "date_iso": None}
        words, iso = values.dated(text, published=self._surroundings.published)
        return {"date": words, "date_iso": iso}

    def _flags(self, text: str) -> dict[str, Any]:
        chosen = values.some_of(text, FLAGS)
        return {flag: flag in chosen for flag in FLAGS}

    def _part(self, text: str) -> dict[str, Any]:
        if not text:
            return {"part_of": None}
        own = (self._figure.start, self._figure.end)
        part, figures = self._spans.get(Field.PART), self._surroundings.figures
        if part is None or part not in figures or clean_line(part.text) != text:
            part = values.whole(text, figures, offset=own[0])
        if (part.start, part.end) == own:
            raise ValueError("no figure is a part of itself")
        return {"part_of": part}


def _disorder(figure: CasualtyFigure) -> dict[Field, str]:
    """Where the bounds of a count contradict each other."""
    low, best, high = figure.count.low, figure.count.best, figure.count.high
    found: dict[Field, str] = {}
    if low is not None and high is not None and high < low:
        found[Field.HIGH] = f"less than low, {low:,}"
    if best is not None and low is not None and best < low:
        found[Field.BEST] = f"less than low, {low:,}"
    elif best is not None and high is not None and best > high:
        found[Field.BEST] = f"more than high, {high:,}"
    return found


def _remark(each: Field, text: str, figure: CasualtyFigure, vague: Set[Field]) -> str:
    """What a text means; empty where it says so itself."""
    if each is Field.DATE:
        iso = figure.date_iso or values.OPEN
        return f"= {iso}" if not text.endswith(iso) else ""
    meaning = shown(figure)[each]
    if each in vague:
        return f"= {meaning} by the {figure.vague_rule} rule"
    return f"= {meaning}" if meaning.casefold() != clean_line(text).casefold() else ""

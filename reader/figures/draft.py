"""A form as far as a person has filled it in; it outlives the screen that shows it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from annotations.detect.casualties import numbers
from annotations.model import CasualtyFigure, Span
from annotations.text import clean_line
from reader.figures.form import COUNTS, Field, Filled, Surroundings, changed_texts, read, shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The texts of a figure's form, and which of them a person is at."""

    figure: CasualtyFigure
    """What the form began with."""
    is_new: bool
    """Whether the figure is still to be added."""
    texts: Mapping[Field, str]
    spans: Mapping[Field, Span] = field(default_factory=dict)
    """Where texts were taken from, for those that were."""
    at: Field = Field.CATEGORY

    @classmethod
    def of(cls, figure: CasualtyFigure, *, is_new: bool = False) -> Self:
        """The form of a figure, not touched yet."""
        return cls(figure=figure, is_new=is_new, texts=shown(figure))

    @property
    def is_changed(self) -> bool:
        """Whether there is something that would be lost."""
        return bool(changed_texts(self.texts, self.figure, self.spans))

    def go(self, rows: int) -> Self:
        """The same, so many fields further down, or up, as far as there are any."""
        fields = list(Field)
        row = min(max(0, fields.index(self.at) + rows), len(fields) - 1)
        return replace(self, at=fields[row])

    def to(self, each: Field) -> Self:
        """The same at a field."""
        return replace(self, at=each)

    def put(self, text: str) -> Self:
        """The same with a text in the field one is at."""
        return replace(self, texts={**self.texts, self.at: text.strip()})

    def take(self, span: Span, surroundings: Surroundings) -> Self:
        """The same with what a stretch of the article says for the field one is at.

        What is said to be a part of another figure is a subset from then on.
        """
        if self.at is Field.PART:
            span = surroundings.figure_around(span) or span
        text = taken(self.at, span.text, surroundings)
        spans = {**self.spans, self.at: span}
        after = replace(self, texts={**self.texts, self.at: text}, spans=spans)
        flagged = after.texts[Field.FLAGS]
        if self.at is Field.PART and span in surroundings.figures and "subset" not in flagged:
            joined = ", ".join(filter(None, (flagged, "subset")))
            after = replace(after, texts={**after.texts, Field.FLAGS: joined})
        return after

    def filled(self, surroundings: Surroundings) -> Filled:
        """What the texts come to."""
        return read(self.texts, self.figure, surroundings, spans=self.spans)


def taken(each: Field, words: str, surroundings: Surroundings) -> str:
    """What a stretch of the article says for a field: of "at least 12 people", 12, or at least.

    All of it, where there is nothing in particular to look for.
    """
    number = next(iter(numbers.find(words, vague_rule=surroundings.vague_rule)), None)
    if number is not None and each is Field.QUALIFIER and number.qualifier:
        return number.qualifier.replace("_", " ")
    if number is not None and each in COUNTS:
        value = getattr(number.count, each)
        is_range = number.precision is numbers.Precision.RANGE
        return f"{value:,}" if is_range and value is not None else words[number.start : number.end]
    return clean_line(words)

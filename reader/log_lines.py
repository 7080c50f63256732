"""What an edit changed and what became of an annotation, line by line. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from annotations.review import Change
from annotations.store.log import AnnotationHistory, HistoryStep, LoggedEdit
from annotations.text import clean_line
from reader.dating import told
from reader.describing import short
from reader.differences import Difference, differences, in_one_line, stated
from reader.step_words import change_words

_NAME_WIDTH = 12
"""Cells of the names of fields."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list in which some lines belong together."""

    block: int
    """Which of the things listed it is about, counted from 0."""
    text: str
    is_heading: bool = False
    """Whether it is the first of its block."""
    stands_back: bool = False
    """Whether it is about something that was undone."""


def change_lines(edits: Sequence[LoggedEdit], *, several: bool) -> list[Line]:
    """Each change with the fields that differ.

    Args:
        edits: The changes, in order.
        several: Whether they are of several articles, which then are named.
    """
    return [
        line
        for block, edit in enumerate(edits)
        for line in _block(block, subject(edit, several=several), differences(edit.change))
    ]


def change_line(edit: LoggedEdit, *, several: bool) -> str:
    """A change on one line."""
    return f"{subject(edit, several=several)}: {in_one_line(edit.change)}"


def subject(edit: LoggedEdit, *, several: bool) -> str:
    """What a change is about."""
    title = clean_line(edit.title)
    if isinstance(edit.change, Change):
        state = edit.change.after or edit.change.before
        assert state is not None
        return f"{short(state)}, in “{title}”" if several else short(state)
    return f"“{title}”" if several else "the article"


def history_lines(
    history: AnnotationHistory, *, today: date, zone: tzinfo | None = None
) -> list[Line]:
    """What an annotation was at first, and what each edit made of it.

    Args:
        history: Of the annotation. Its first state is the first block, and each step another one;
            where it began with a step, these alone.
        today: The day that it is.
        zone: The time of where a person is; null for that of this machine.
    """
    lines: list[Line] = []
    if history.began is not None:
        detector = clean_line(history.began.detector or "")
        by = f" by {detector}" if detector else ""
        lines += _block(0, f"suggested{by}", stated(history.began))
    for block, step in enumerate(history.steps, start=len(lines) and 1):
        when = told(step.at, today=today, zone=zone)
        heading = f"{when}  {clean_line(step.annotator)}  {_step_words(step)}"
        undone = step.state != "done"
        lines += _block(block, heading, differences(step.change), stands_back=undone)
    return lines


def _step_words(step: HistoryStep) -> str:
    undone = {"done": "", "undone": ", undone", "dropped": ", undone for good"}[step.state]
    others = f", with {step.together - 1:,} more" if step.together > 1 else ""
    return f"{change_words(step.action, step.change)}{others}{undone}"


def _block(
    block: int, heading: str, found: Iterable[Difference], *, stands_back: bool = False
) -> Iterator[Line]:
    yield Line(block, heading, is_heading=True, stands_back=stands_back)
    for each in found:
        yield Line(block, f"   {each.field:{_NAME_WIDTH}} {each}", stands_back=stands_back)

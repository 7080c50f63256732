"""What differs between two states of an annotation, or of an article, field by field. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotations.language import name_of
from annotations.model import Annotation
from annotations.review import Change, Marks
from annotations.store.article_changes import (
    DeletionChange,
    LanguageChange,
    MarksChange,
    PlaceChange,
    StateChange,
    VersionChange,
)
from annotations.store.log import AnyChange
from annotations.store.settled import Settling
from annotations.text import clean_line
from reader.describing import excerpt, fields
from reader.step_words import ARROW

NOTHING = "nothing"
"""What a field says that is not there."""
_UNSET = "as its annotations say"
"""The state of an article to which nobody has given one."""
_EXCERPT = 60
"""Characters of an annotation's text that are shown."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field before and after."""

    field: str
    was: str
    """Empty if there was nothing."""
    became: str
    """Empty if there is nothing any more."""

    def __str__(self) -> str:
        if not self.was or not self.became:
            return self.became or f"{self.was} {ARROW} {NOTHING}"
        return f"{self.was} {ARROW} {self.became}"


def differences(change: AnyChange) -> list[Difference]:
    """Each field that a change has changed, most telling first."""
    match change:
        case Change(before=None, after=Annotation() as after):
            return [Difference(name, "", value) for name, value in _known(after)]
        case Change(before=Annotation(), after=None):
            return [Difference("annotation", "there", "")]
        case Change(before=Annotation() as before, after=Annotation() as after):
            return _between(before, after)
        case MarksChange(before=before, after=after):
            return list(_between_marks(before, after))
        case DeletionChange(deleted=deleted):
            states = ("in the library", "deleted")
            return [Difference("article", *(states if deleted else states[::-1]))]
        case StateChange(before=was, after=became):
            return [
                Difference("state", *(each or "as its annotations say" for each in (was, became)))
            ]
        case LanguageChange(before=was_said, after=is_said):
            names = (name_of(each) if each else "unknown" for each in (was_said, is_said))
            return [Difference("language", *names)]
        case VersionChange(before=old, after=new):
            return [Difference("text", f"version {old}", f"version {new}")]
        case PlaceChange(annotation=annotation, listed=listed):
            words = f"{excerpt(annotation.text, width=_EXCERPT)} waits"
            return [Difference("place", *(("", words) if listed else (words, "")))]
        case Settling(before=was_settled, after=is_settled):
            verdicts = ("" if each is None else each.verdict for each in (was_settled, is_settled))
            return [Difference("disagreement", *verdicts)]
    raise TypeError(f"{type(change).__name__} is no change")


def stated(annotation: Annotation) -> list[Difference]:
    """All that is known of an annotation, as if nothing had been there before."""
    return [Difference(name, "", value) for name, value in _known(annotation)]


def in_one_line(change: AnyChange) -> str:
    """The fields that a change has changed, on one line."""
    return " · ".join(f"{each.field} {each}" for each in differences(change))


def _known(annotation: Annotation) -> Iterator[tuple[str, str]]:
    yield "text", excerpt(annotation.text, width=_EXCERPT)
    yield from fields(annotation)


def _between(before: Annotation, after: Annotation) -> list[Difference]:
    was, became = dict(_known(before)), dict(_known(after))
    found = [
        Difference(name, was.get(name, ""), became.get(name, ""))
        for name in (*became, *(each for each in was if each not in became))
        if was.get(name) != became.get(name)
    ]
    if (before.start, before.end) != (after.start, after.end) and before.text == after.text:
        found.insert(0, Difference("place", *(f"{each.start:,}" for each in (before, after))))
    return found or [Difference("details", "", "changed")]


def _between_marks(before: Marks, after: Marks) -> Iterator[Difference]:
    if before.tags != after.tags:
        tags = (clean_line(", ".join(each.tags)) for each in (before, after))
        yield Difference("tags", *tags)
    if before.note != after.note:
        notes = (clean_line(each.note or "") for each in (before, after))
        yield Difference("note", *notes)

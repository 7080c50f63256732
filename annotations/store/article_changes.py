"""What can happen to an article as a whole, and the records by which the log keeps it."""

from dataclasses import dataclass
from typing import Any

from annotations.model import Annotation, ArticleState, Layer
from annotations.records import Record, annotation_from_record, annotation_record
from annotations.review import Marks
from annotations.store.settled import Settling, settling_of_records, settling_records

_DELETED = "deleted"
"""What the record of a deletion says; that of tags and a note does not."""
_STATE = "state"
"""What the record of a state says, and no other."""
_LANGUAGE = "language"
"""What the record of a language says, and no other."""
_VERSION = "version"
"""What the record of a version says, and no other."""
_LISTED = "listed"
"""What the record of an annotation that has no place says, and no other."""

_SETTLED = "settled"
"""What the record of a settled disagreement says, and no other."""

KIND = """
    CASE
        WHEN json_type({0}.after, '$.deleted') IS NOT NULL THEN 'deletion'
        WHEN json_type({0}.after, '$.state') IS NOT NULL THEN 'state'
        WHEN json_type({0}.after, '$.language') IS NOT NULL THEN 'language'
        WHEN json_type({0}.after, '$.version') IS NOT NULL THEN 'version'
        WHEN json_type({0}.after, '$.listed') IS NOT NULL
            THEN 'place ' || json_extract({0}.after, '$.annotation.id')
        WHEN json_type({0}.after, '$.settled') IS NOT NULL
            THEN 'disagreement ' || json_extract({0}.after, '$.disagreement')
        ELSE 'marks'
    END
"""
"""What the row of an edit that is about an article changes in it, as SQL; the same for two that
cannot be undone in any order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksChange:
    """The tags and the note of an article before and after an edit."""

    before: Marks
    after: Marks


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionChange:
    """An article that is taken out of the library, or back into it."""

    deleted: bool
    """Whether it is out after the edit; before, it was the other way round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateChange:
    """The state that a person has given to an article before and after an edit; null for none."""

    before: ArticleState | None
    after: ArticleState | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageChange:
    """The ISO 639 code of an article's language before and after an edit; null if not known."""

    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionChange:
    """Which version of its text an article has before and after an edit."""

    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceChange:
    """An annotation that waits for a place in a new text, or waits no longer."""

    annotation: Annotation
    """As it was in the text where it had a place, with its id."""
    version: int
    """Of that text."""
    listed: bool
    """Whether it waits after the edit; before, it was the other way round."""


ArticleChange = (
    MarksChange
    | DeletionChange
    | StateChange
    | LanguageChange
    | VersionChange
    | PlaceChange
    | Settling
)
"""What can happen to an article as a whole."""


def taken_back(change: ArticleChange) -> ArticleChange:
    """The change that takes a change back."""
    match change:
        case MarksChange(before=was, after=became):
            return MarksChange(before=became, after=was)
        case DeletionChange(deleted=deleted):
            return DeletionChange(deleted=not deleted)
        case StateChange(before=was_in, after=is_in):
            return StateChange(before=is_in, after=was_in)
        case LanguageChange(before=was_said, after=is_said):
            return LanguageChange(before=is_said, after=was_said)
        case VersionChange(before=old, after=new):
            return VersionChange(before=new, after=old)
        case PlaceChange(annotation=annotation, version=version, listed=listed):
            return PlaceChange(annotation=annotation, version=version, listed=not listed)
        case Settling(before=open_before, after=open_after):
            return Settling(before=open_after, after=open_before)


def records_of(change: ArticleChange) -> tuple[Record, Record]:
    """What the log keeps of a change: before and after."""
    match change:
        case MarksChange(before=before, after=after):
            return _marks_record(before), _marks_record(after)
        case DeletionChange(deleted=deleted):
            return {_DELETED: not deleted}, {_DELETED: deleted}
        case StateChange(before=was, after=became):
            return {_STATE: was}, {_STATE: became}
        case LanguageChange(before=was_said, after=is_said):
            return {_LANGUAGE: was_said}, {_LANGUAGE: is_said}
        case VersionChange(before=old, after=new):
            return {_VERSION: old}, {_VERSION: new}
        case PlaceChange(annotation=annotation, version=version, listed=listed):
            what: dict[str, Any] = {
                "layer": annotation.layer.value,
                "from": version,
                "annotation": annotation_record(annotation),
            }
            return {_LISTED: not listed}, {_LISTED: listed, **what}
        case Settling():
            return settling_records(change)


def change_of_records(before: Record, after: Record) -> ArticleChange:
    """The change that the log has kept."""
    if _DELETED in after:
        return DeletionChange(deleted=after[_DELETED])
    if _STATE in after:
        return StateChange(before=_state(before), after=_state(after))
    if _LANGUAGE in after:
        return LanguageChange(before=before[_LANGUAGE], after=after[_LANGUAGE])
    if _VERSION in after:
        return VersionChange(before=before[_VERSION], after=after[_VERSION])
    if _LISTED in after:
        return PlaceChange(
            annotation=annotation_from_record(Layer(after["layer"]), after["annotation"]),
            version=after["from"],
            listed=after[_LISTED],
        )
    if _SETTLED in after:
        return settling_of_records(before, after)
    return MarksChange(before=_marks(before), after=_marks(after))


def _state(record: Record) -> ArticleState | None:
    state = record.get(_STATE)
    return None if state is None else ArticleState(state)


def _marks(record: Record) -> Marks:
    return Marks(tags=tuple(record.get("tags", ())), note=record.get("note"))


def _marks_record(marks: Marks) -> Record:
    return {"tags": list(marks.tags), "note": marks.note}

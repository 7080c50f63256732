"""Changes made to rows, if what they start from still holds. Doing, undoing and redoing alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, groupby
from operator import attrgetter

from annotations.errors import EditConflict
from annotations.model import Annotation, Quote, Status
from annotations.offsets import check
from annotations.review import Change
from annotations.store.annotations import stored_by_article
from annotations.store.article_changes import (
    DeletionChange,
    LanguageChange,
    MarksChange,
    PlaceChange,
    StateChange,
    VersionChange,
)
from annotations.store.articles import text_of
from annotations.store.connection import Connection
from annotations.store.deletion import is_deleted, set_deleted
from annotations.store.edit_log import Entry
from annotations.store.marks import marks_of, set_marks
from annotations.store.progress import Report, untold
from annotations.store.rows import content, evidence
from annotations.store.settled import Settling, settle
from annotations.store.states import given_state, set_given_state
from annotations.store.writing import insert, overwrite, remove

_AT_ONCE = 100
"""Articles whose annotations are read together."""


def apply(
    connection: Connection, entries: Sequence[Entry], *, report: Report = untold
) -> list[Entry]:
    """Make changes one after the other.

    Args:
        connection: A store in a write transaction, to be rolled back on any error.
        entries: What to change, in order.
        report: Told how far it has come, in changes.

    Returns:
        The same, with the ids that additions were given.

    Raises:
        EditConflict: If something is not as a change expects to find it.
        OffsetError: If an annotation would not cover the text it says.
    """
    applied: list[Entry] = []
    for batch in _batches(entries):
        standing = stored_by_article(connection, _known_ids(chain.from_iterable(batch.values())))
        for article, group in batch.items():
            applied += _apply_to_article(connection, article, group, standing.get(article, {}))
            report(len(applied), len(entries))
    return applied


def _batches(entries: Sequence[Entry]) -> Iterator[dict[int, list[Entry]]]:
    """The entries of so many articles at a time that all of theirs can be read at once.

    What stands in an article is read anew when its turn comes a second time.
    """
    batch: dict[int, list[Entry]] = {}
    for article, group in groupby(entries, key=attrgetter("article")):
        if article in batch or len(batch) == _AT_ONCE:
            yield batch
            batch = {}
        batch[article] = list(group)
    if batch:
        yield batch


def _apply_to_article(
    connection: Connection,
    article: int,
    entries: Sequence[Entry],
    standing: dict[int, Annotation],
) -> list[Entry]:
    """Make changes in one article, and keep up with what stands there."""
    # Whichever way a new text comes or goes, all else that goes with it fits the text that stays.
    entries = sorted(entries, key=lambda entry: not isinstance(entry.change, VersionChange))
    text = None
    applied = []
    for entry in entries:
        match entry.change:
            case VersionChange() as change:
                _apply_version(connection, article, change)
            case PlaceChange() as change:
                _apply_place(connection, article, change)
            case MarksChange() as change:
                _apply_marks(connection, article, change)
            case DeletionChange() as change:
                _apply_deletion(connection, article, change)
            case StateChange() as change:
                _apply_state(connection, article, change)
            case LanguageChange() as change:
                _apply_language(connection, article, change)
            case Settling() as change:
                settle(connection, article, change)
            case Change() as change:
                _check_expectation(change, standing)
                if change.after is not None and not _turns_down(change):
                    text = text_of(connection, article) if text is None else text
                    check(change.after, text)
                done = _write(connection, article, change, standing)
                _keep_up(standing, done)
                entry = entry if done is change else replace(entry, change=done)
        applied.append(entry)
    return applied


def _known_ids(entries: Iterable[Entry]) -> set[int]:
    """Ids of the annotations that changes start from or lead to."""
    changes = (entry.change for entry in entries)
    states = (
        state
        for change in changes
        if isinstance(change, Change)
        for state in (change.before, change.after)
    )
    return {state.id for state in states if state is not None and state.id is not None}


def _check_expectation(change: Change, standing: dict[int, Annotation]) -> None:
    """Make sure that an annotation is as a change expects to find it.

    Who found it, and how, may differ: a detector has merely suggested the same again.

    Raises:
        EditConflict: If it is otherwise, or missing, or there where it should not be.
    """
    subject = change.before or change.after
    assert subject is not None
    found = None if subject.id is None else standing.get(subject.id)
    expected = change.before
    if found is not None and expected is not None:
        expected = _found_like(expected, found)
    if found != expected:
        raise EditConflict(
            f"The annotation {subject.text!r} has been changed elsewhere; nothing was changed.",
            hint="Look at it as it is, and decide again.",
        )


def _turns_down(change: Change) -> bool:
    """Whether an annotation is only rejected, as it has to be possible for a damaged one."""
    before, after = change.before, change.after
    if before is None or after is None or after.status is not Status.REJECTED:
        return False
    return content(before) == content(after)


def _found_like(annotation: Annotation, other: Annotation) -> Annotation:
    """The annotation as if the same detector had found it on the same evidence as another."""
    if evidence(annotation) == evidence(other) and annotation.detector == other.detector:
        return annotation
    if isinstance(annotation, Quote) and isinstance(other, Quote):
        annotation = replace(annotation, speaker_rule=other.speaker_rule)
    return replace(
        annotation, detector=other.detector, rule=other.rule, confidence=other.confidence
    )


def _write(
    connection: Connection, article: int, change: Change, standing: Mapping[int, Annotation]
) -> Change:
    match change:
        case Change(before=None, after=Annotation() as after):
            return Change(before=None, after=replace(after, id=insert(connection, article, after)))
        case Change(before=Annotation() as before, after=None):
            remove(connection, [before.id])
        case Change(before=Annotation(id=int() as row)):
            overwrite(connection, replace(change, before=standing[row]))
    return change


def _keep_up(standing: dict[int, Annotation], done: Change) -> None:
    """Let a later change to the same annotation start from where this one led."""
    if done.before is not None and done.before.id is not None:
        standing.pop(done.before.id, None)
    if done.after is not None and done.after.id is not None:
        standing[done.after.id] = done.after


def _apply_version(connection: Connection, article: int, change: VersionChange) -> None:
    from annotations.store.version_rows import current_version, set_version  # a rare edit

    if current_version(connection, article) != change.before:
        raise EditConflict(
            "The article has got another text elsewhere; nothing was changed.",
            hint="Look at the article as it is, and decide again.",
        )
    set_version(connection, article, change.after)


def _apply_place(connection: Connection, article: int, change: PlaceChange) -> None:
    from annotations.store.unplaced import Unplaced, set_listed, unplaced_one

    annotation = change.annotation
    assert annotation.id is not None
    if (unplaced_one(connection, annotation.id) is not None) is change.listed:
        raise EditConflict(
            f"What becomes of {annotation.text!r} has been decided elsewhere; nothing was changed.",
            hint="Look at what has no place as it is, and decide again.",
        )
    unplaced = Unplaced(annotation=annotation, version=change.version)
    set_listed(connection, article, unplaced, listed=change.listed)


def _apply_marks(connection: Connection, article: int, change: MarksChange) -> None:
    if marks_of(connection, article) != change.before:
        raise EditConflict(
            "The article's tags or note have been changed elsewhere; nothing was changed.",
            hint="Look at them as they are, and decide again.",
        )
    set_marks(connection, article, change.after)


def _apply_deletion(connection: Connection, article: int, change: DeletionChange) -> None:
    if is_deleted(connection, article) is change.deleted:
        done = "deleted" if change.deleted else "restored"
        raise EditConflict(
            f"The article has been {done} elsewhere; nothing was changed.",
            hint="Look at the library as it is, and decide again.",
        )
    set_deleted(connection, article, deleted=change.deleted)


def _apply_state(connection: Connection, article: int, change: StateChange) -> None:
    if given_state(connection, article) != change.before:
        raise EditConflict(
            "The article's state has been changed elsewhere; nothing was changed.",
            hint="Look at the article as it is, and decide again.",
        )
    set_given_state(connection, article, change.after)


def _apply_language(connection: Connection, article: int, change: LanguageChange) -> None:
    from annotations.store.languages import language_set, set_language  # a rare edit

    if language_set(connection, article) != change.before:
        raise EditConflict(
            "The article's language has been changed elsewhere; nothing was changed.",
            hint="Look at the article as it is, and decide again.",
        )
    set_language(connection, article, change.after)

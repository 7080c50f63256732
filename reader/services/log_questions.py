"""What the log and the history of an annotation ask the store, each answered in a thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message

from annotations.store import Store
from annotations.store.log import AnnotationHistory, LoggedEdit, LoggedGroup, Wanted
from reader.services.lookup import Answer


@dataclass
class GroupsFound(Message):
    """The edits that are wanted were found."""

    wanted: Wanted
    ids: Sequence[int]
    annotators: Sequence[str]
    """Everybody who has edited anything."""


@dataclass
class GroupsRead(Message):
    """What some edits did was read."""

    asked: Sequence[int]
    groups: dict[int, LoggedGroup]
    """By their ids, without those that are gone."""


@dataclass
class ChangesFound(Message):
    """What an edit changed was found."""

    group: int
    ids: Sequence[int]
    edits: Sequence[LoggedEdit]
    """The changes themselves if they are few, else none."""


@dataclass
class ChangesRead(Message):
    """Some changes were read."""

    asked: Sequence[int]
    edits: dict[int, LoggedEdit]


@dataclass
class HistoryRead(Message):
    """What became of an annotation was read."""

    history: AnnotationHistory | None
    """Null if there neither is nor was such an annotation."""


def find_groups(wanted: Wanted) -> Answer:
    """Which edits there are."""

    def answer(store: Store) -> GroupsFound:
        return GroupsFound(wanted, store.log.ids(wanted), store.log.annotators())

    return answer


def read_groups(ids: Sequence[int], article_id: str | None) -> Answer:
    """What some edits did, in an article before all."""

    def answer(store: Store) -> GroupsRead:
        groups = store.log.groups(ids, article_id=article_id)
        return GroupsRead(ids, {each.id: each for each in groups})

    return answer


def find_changes(group: int, *, most: int) -> Answer:
    """What an edit changed.

    Args:
        group: Its id.
        most: Changes that are read at once.
    """

    def answer(store: Store) -> ChangesFound:
        ids = store.log.edits(group)
        edits = store.log.changes(ids) if len(ids) <= most else {}
        return ChangesFound(group, ids, [edits[each] for each in ids if each in edits])

    return answer


def read_changes(ids: Sequence[int]) -> Answer:
    """Some changes."""

    def answer(store: Store) -> ChangesRead:
        return ChangesRead(ids, store.log.changes(ids))

    return answer


def read_history(annotation_id: int) -> Answer:
    """What became of an annotation."""

    def answer(store: Store) -> HistoryRead:
        return HistoryRead(store.log.of_annotation(annotation_id))

    return answer

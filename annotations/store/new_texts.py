"""A new text for an article that is there, with all that people have done to the old one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotations.anchoring.carrying import carried
from annotations.anchoring.spans import Anchors
from annotations.model import Annotation, Article, ArticleState, Status
from annotations.precedence import identity, surviving
from annotations.review import Change
from annotations.store.applying import apply
from annotations.store.article_changes import PlaceChange, StateChange, VersionChange
from annotations.store.connection import Connection
from annotations.store.edit_log import Entry, write_group
from annotations.store.states import given_state
from annotations.store.unplaced import unplaced_in
from annotations.store.version_rows import (
    add_version,
    current_version,
    is_loose,
    standing,
    text_of_version,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewText:
    """What became of a person's annotations when an article got a new text."""

    group: int
    """The id of the edit."""
    taken: int
    """Those that have a place in it."""
    left_over: int
    """Those that have none, and wait to be placed by hand."""


def take_new_text(
    connection: Connection, article: int, new: Article, *, action: str, annotator: str
) -> NewText:
    """Give an article a new text, as one group of edits.

    What a person has decided on, tagged or noted is moved to where it is in the new text; what has
    no certain place there is listed, and so is what waited before, if it still has none. What a
    machine suggested is shown where it still fits until a detector has read the new text. That the
    article was reviewed is no longer so.

    Args:
        connection: A store in a write transaction.
        article: The article's key.
        new: The text, and what is known about it.
        action: How the history names it.
        annotator: Who brings it.
    """
    number = current_version(connection, article)
    old = str(connection.value("SELECT text FROM articles WHERE key = ?", (article,)))
    found = carried(standing(connection, article), Anchors(old, new.text))
    kept = [each for each in found if not is_loose(each.before)]
    loose = [each.after for each in found if each.after is not None and is_loose(each.after)]
    changes = [
        *_moves([(each.before, each.after) for each in kept], version=number),
        *_found_again(connection, article, new.text, [each.after for each in kept]),
        *_opened_again(connection, article),
    ]
    decided = [
        each.after
        for each in changes
        if isinstance(each, Change) and each.after and each.after.status is not Status.SUGGESTED
    ]
    loose = surviving(loose, decided=decided)
    placed = sum(each.after is not None for each in kept)
    following = add_version(
        connection,
        article,
        new,
        loose,
        annotator=annotator,
        taken=placed,
        left_over=len(kept) - placed,
    )
    turned = VersionChange(before=number, after=following)
    entries = [Entry(article=article, change=each) for each in (turned, *changes)]
    group = write_group(connection, action, annotator, apply(connection, entries))
    return NewText(group=group, taken=placed, left_over=len(kept) - placed)


def _moves(
    pairs: Sequence[tuple[Annotation, Annotation | None]], *, version: int
) -> Iterator[Change | PlaceChange]:
    for before, after in pairs:
        if after != before:
            yield Change(before=before, after=after)
        if after is None:
            yield PlaceChange(annotation=before, version=version, listed=True)


def _found_again(
    connection: Connection, article: int, text: str, placed: Sequence[Annotation | None]
) -> Iterator[Change | PlaceChange]:
    """What waited for a place, and has one in a new text where nobody has said the same since."""
    said = {identity(each) for each in placed if each is not None}
    waiting = unplaced_in(connection, article)
    for version in {each.version for each in waiting}:
        there = [each.annotation for each in waiting if each.version == version]
        anchors = Anchors(text_of_version(connection, article, version), text)
        for each in carried(there, anchors):
            if each.after is not None and identity(each.after) not in said:
                said.add(identity(each.after))
                yield PlaceChange(annotation=each.before, version=version, listed=False)
                yield Change(before=None, after=each.after)


def _opened_again(connection: Connection, article: int) -> Iterator[StateChange]:
    if given_state(connection, article) is ArticleState.REVIEWED:
        yield StateChange(before=ArticleState.REVIEWED, after=None)

"""What a person does to many articles at once: each call one group of edits, undone as a whole."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from annotations.following import followers, leading
from annotations.model import Annotation, ArticleState, Quote
from annotations.review import SHOWN, Change, Decision, Marks
from annotations.store import edit_log, store_changes
from annotations.store.annotations import annotations_of, stored_by_article
from annotations.store.applying import apply
from annotations.store.article_changes import DeletionChange, MarksChange, StateChange
from annotations.store.connection import Connection
from annotations.store.deletion import is_deleted
from annotations.store.edit_log import Entry
from annotations.store.marks import marks_of
from annotations.store.progress import Report, untold
from annotations.store.rows import signed, unique
from annotations.store.states import given_state
from annotations.store.store_changes import StoreChange

_AT_ONCE = 100
"""Articles whose changes are made together, so that all of very many never fill the memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkOutcome:
    """How much an edit of many articles has changed."""

    articles: int
    changes: int
    """Annotations changed, without those that only follow; as many as articles where these were
    edited themselves."""


DecisionIn = Callable[[int], Decision]
"""What is decided on annotations of one article, by the article's key."""


class BulkEdits:
    """Edits of many articles, named by their keys. Every call is committed when it returns.

    Articles in which nothing would change are left out; where all are, no edit is logged.
    """

    def __init__(self, connection: Connection, *, annotator: str, report: Report = untold) -> None:
        """Args:
        connection: An open store.
        annotator: Who the edits are by.
        report: Told how far each call has come, in articles.
        """
        self._connection = connection
        self._annotator = annotator
        self._report = report

    def reporting(self, report: Report) -> Self:
        """The same edits, which tell how far they have come."""
        return type(self)(self._connection, annotator=self._annotator, report=report)

    def tag(
        self, keys: Iterable[int], *, add: Sequence[str] = (), remove: Sequence[str] = ()
    ) -> BulkOutcome:
        """Put tags on articles, behind those that they have, and take tags off."""

        def changed(key: int) -> Iterator[Entry]:
            """The new tags of an article, if they differ from the old ones."""
            before = marks_of(self._connection, key)
            kept = (tag for tag in (*before.tags, *add) if tag not in remove)
            after = Marks(tags=unique(kept), note=before.note)
            if after != before:
                yield Entry(article=key, change=MarksChange(before=before, after=after))

        return self._do("tag", keys, changed)

    def decide(self, keys: Iterable[int], action: str, decision: Decision) -> BulkOutcome:
        """Decide on the annotations of articles.

        Args:
            keys: The articles.
            action: What the person did, as the history names it.
            decision: Gives an annotation back as it is where nothing is decided.
        """

        def changed(key: int) -> Iterator[Entry]:
            """What the decision makes of the annotations of an article."""
            return self._decided(key, annotations_of(self._connection, key), decision)

        return self._do(action, keys, changed)

    def decide_on(
        self,
        chosen: Mapping[int, Collection[int]],
        action: str,
        decision_in: DecisionIn,
        *,
        fits: Callable[[Annotation], bool],
    ) -> BulkOutcome:
        """Decide on single annotations of many articles.

        Args:
            chosen: The ids of annotations by the keys of their articles. Those that are gone are
                passed over.
            action: What the person did, as the history names it.
            decision_in: Asked once for each article.
            fits: Whether an annotation still is what it was chosen for; others are passed over.
        """

        def changed(keys: Sequence[int]) -> Iterator[Entry]:
            """What the decision makes of the annotations that were chosen in some articles."""
            found = stored_by_article(
                self._connection, [each for key in keys for each in chosen[key]]
            )
            for key in keys:
                held = found.get(key, {})
                standing = (held[each] for each in chosen[key] if each in held)
                yield from self._decided(key, filter(fits, standing), decision_in(key))

        return self._do_together(action, chosen, changed)

    def set_state(
        self, keys: Iterable[int], action: str, state: ArticleState | None
    ) -> BulkOutcome:
        """Give articles a state.

        Args:
            keys: The articles.
            action: What the person did, as the history names it.
            state: One of `SETTABLE`; null to let it follow from the annotations again.
        """

        def changed(key: int) -> Iterator[Entry]:
            """The state of an article, if it was another."""
            before = given_state(self._connection, key)
            if before is not state:
                yield Entry(article=key, change=StateChange(before=before, after=state))

        return self._do(action, keys, changed)

    def delete(self, keys: Iterable[int]) -> BulkOutcome:
        """Take articles out of the library; all that they hold stays, and comes back with them."""
        return self._set_deleted("delete", keys, deleted=True)

    def restore(self, keys: Iterable[int]) -> BulkOutcome:
        """Take deleted articles back into the library."""
        return self._set_deleted("restore", keys, deleted=False)

    def _set_deleted(self, action: str, keys: Iterable[int], *, deleted: bool) -> BulkOutcome:
        def changed(key: int) -> Iterator[Entry]:
            """That an article is deleted or back, if it was not before."""
            if is_deleted(self._connection, key) is not deleted:
                yield Entry(article=key, change=DeletionChange(deleted=deleted))

        return self._do(action, keys, changed)

    def _decided(
        self, article: int, annotations: Iterable[Annotation], decision: Decision
    ) -> Iterator[Entry]:
        decided = ((before, decision(before)) for before in annotations)
        changes = [Change(before=b, after=after) for b, after in decided if after != b]
        if any(map(_is_quote_gone, changes)):  # seldom, so only then are all of an article read
            changes += followers(changes, annotations_of(self._connection, article))
        for change in changes:
            yield Entry(article=article, change=signed(change, annotator=self._annotator))

    def _do(
        self,
        action: str,
        keys: Iterable[int],
        changed: Callable[[int], Iterable[Entry]],
        *,
        beside: Sequence[StoreChange] = (),
    ) -> BulkOutcome:
        """Make changes to articles in one group, and beside them some that are of no article."""

        def changed_in(some: Sequence[int]) -> Iterable[Entry]:
            return (entry for key in some for entry in changed(key))

        return self._do_together(action, keys, changed_in, beside=beside)

    def _do_together(
        self,
        action: str,
        keys: Iterable[int],
        changed: Callable[[Sequence[int]], Iterable[Entry]],
        *,
        beside: Sequence[StoreChange] = (),
    ) -> BulkOutcome:
        """The same, where what is to be changed in several articles is found at once."""
        articles, changes, group = 0, 0, None
        with self._connection.writing():
            keys = list(keys)
            for begin in range(0, len(keys), _AT_ONCE):
                self._report(begin, len(keys))
                entries = list(changed(keys[begin : begin + _AT_ONCE]))
                if not entries:
                    continue
                done = apply(self._connection, entries)
                if group is None:
                    group = edit_log.begin_group(self._connection, action, self._annotator)
                edit_log.add_entries(self._connection, group, done)
                articles += len({entry.article for entry in done})
                changes += _number(done)
            if beside:
                if group is None:
                    group = edit_log.begin_group(self._connection, action, self._annotator)
                store_changes.make(self._connection, beside)
                store_changes.log(self._connection, group, beside)
        return BulkOutcome(articles=articles, changes=changes)


def _is_quote_gone(change: Change) -> bool:
    """Whether figures and other parts of an utterance may be bound to what is there no longer."""
    is_there = change.after is not None and change.after.status in SHOWN
    return isinstance(change.before, Quote) and not is_there


def _number(entries: Sequence[Entry]) -> int:
    """How many changes there are that do not only follow others."""
    changes = [each.change for each in entries]
    annotations = [each for each in changes if isinstance(each, Change)]
    return len(changes) - len(annotations) + len(leading(annotations))

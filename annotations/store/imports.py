"""Annotated articles from elsewhere, merged into a store without overruling anybody here."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from annotations.errors import ArticleConflict
from annotations.model import Annotation, Article, Detector
from annotations.offsets import check
from annotations.review import Change, Marks
from annotations.store.additions import Addition, Outcome, add
from annotations.store.annotations import annotations_of, stored
from annotations.store.article_changes import ArticleChange, MarksChange, PlaceChange, StateChange
from annotations.store.articles import text_of
from annotations.store.connection import Connection
from annotations.store.edit_log import Entry, mentions, write_group
from annotations.store.marks import marks_of, set_marks
from annotations.store.merge_plan import Fate, MergePlan, merge_plan
from annotations.store.rows import content, settled, unique
from annotations.store.runs import insert_run
from annotations.store.states import given_state, set_given_state
from annotations.store.tolls import keep
from annotations.store.unplaced import Unplaced, set_listed, unplaced_in
from annotations.store.writing import insert, overwrite, remove


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOutcome:
    """What became of one article and its annotations."""

    new_article: bool
    added: int
    updated: int
    """Suggestions here that a decision from there replaced, or that gained tags or a note."""
    unchanged: int
    kept_ours: int
    """Left out because a person here decided otherwise."""
    new_version: bool = False
    """Whether the article has another text now."""
    left_over: int = 0
    """Annotations, from here or there, that have no place in the text and wait to be placed."""


class Imports:
    """Takes in what another store exported."""

    def __init__(self, connection: Connection, *, annotator: str) -> None:
        """Args:
        connection: An open store.
        annotator: Who the imports are by.
        """
        self._connection = connection
        self._annotator = annotator

    def merge(self, article: Article, annotations: Sequence[Annotation]) -> ImportOutcome:
        """Add an article with its annotations, or merge them into the same article here.

        A decision made here stands. One from there replaces the same suggestion here. Tags are
        united, a note fills an empty one, a state is taken over where none was given. The same
        input twice changes nothing the second time. What changes in an article that was here
        already is one group of edits, to be undone as any other.

        Raises:
            ArticleConflict: If an article with this id but quite another text is here.
            OffsetError: If an annotation does not cover the text it says; nothing is written.
        """
        for each in annotations:
            check(each, article.text)
        incoming = [settled(each) for each in annotations]
        with self._connection.writing():
            became = add(self._connection, article, annotator=lambda: self._annotator, exact=True)
            key = became.key
            if became.addition is Addition.CONFLICT:
                raise ArticleConflict(article.id)
            if became.addition is Addition.ADDED:
                self._record_runs(key, incoming)
                self._insert(key, incoming)
                keep(self._connection, [key])
                return _outcome([Fate.ADDED] * len(incoming), became)
            homeless: list[PlaceChange] = []
            if became.addition is Addition.OLDER:
                incoming, homeless = self._in_present_text(key, article, incoming)
            else:
                self._record_runs(key, incoming)
            plan = merge_plan(annotations_of(self._connection, key), incoming)
            state = self._take_state(key, article)
            marks = self._unite_marks(key, article)
            self._log(key, [*marks, *state, *self._carry_out(key, plan), *homeless])
            return _outcome(plan.fates, became, homeless=len(homeless))

    def _in_present_text(
        self, key: int, article: Article, incoming: Sequence[Annotation]
    ) -> tuple[list[Annotation], list[PlaceChange]]:
        """Annotations of an older text, in the present one, and those that wait for a place now.

        Of what only a machine has found, what has no place is left out.
        """
        from annotations.anchoring.carrying import carried
        from annotations.anchoring.spans import Anchors
        from annotations.store.version_rows import FIRST, is_loose, number_of_text

        version = number_of_text(self._connection, key, article.text) or FIRST
        found = carried(incoming, Anchors(article.text, text_of(self._connection, key)))
        lost = [each.before for each in found if each.after is None and not is_loose(each.before)]
        waiting = {
            content(each.annotation)
            for each in unplaced_in(self._connection, key)
            if each.version == version
        }
        homeless = [
            self._let_wait(key, each, version=version)
            for each in lost
            if content(each) not in waiting
        ]
        return [each.after for each in found if each.after is not None], homeless

    def _let_wait(self, key: int, annotation: Annotation, *, version: int) -> PlaceChange:
        """Let an annotation wait for a place, under an id that nothing else will get."""
        row = insert(self._connection, key, replace(annotation, id=None))
        remove(self._connection, [row])
        unplaced = Unplaced(annotation=replace(annotation, id=row), version=version)
        set_listed(self._connection, key, unplaced, listed=True)
        return PlaceChange(annotation=unplaced.annotation, version=version, listed=True)

    def _carry_out(self, key: int, plan: MergePlan) -> list[Change]:
        """Write what was planned; the changes, with the ids that additions were given."""
        remove(self._connection, [each.id for each in plan.removals])
        for each in plan.updates:
            overwrite(self._connection, each)
        removals = [Change(before=each, after=None) for each in plan.removals]
        additions = [Change(before=None, after=each) for each in self._insert(key, plan.additions)]
        return [*removals, *plan.updates, *additions]

    def _log(self, key: int, changes: Sequence[Change | ArticleChange]) -> None:
        if changes:
            entries = [Entry(article=key, change=change) for change in changes]
            write_group(self._connection, "import", self._annotator, entries)

    def _insert(self, key: int, annotations: Iterable[Annotation]) -> list[Annotation]:
        """Write annotations, under their own ids where these are free; as they are stored."""
        written = []
        for each in annotations:
            kept = each.id is not None and self._is_free(each.id)
            wanted = each if kept else replace(each, id=None)
            written.append(replace(wanted, id=insert(self._connection, key, wanted)))
        return written

    def _is_free(self, annotation_id: int) -> bool:
        """Whether an id has no row, and no edit that undo or redo could bring back."""
        return not (
            stored(self._connection, [annotation_id]) or mentions(self._connection, annotation_id)
        )

    def _unite_marks(self, key: int, article: Article) -> list[MarksChange]:
        """Unite the tags and notes of the article; the change, if it is one."""
        ours = marks_of(self._connection, key)
        united = Marks(tags=unique((*ours.tags, *article.tags)), note=ours.note or article.note)
        if united == ours:
            return []
        set_marks(self._connection, key, united)
        return [MarksChange(before=ours, after=united)]

    def _take_state(self, key: int, article: Article) -> list[StateChange]:
        """Take over a state where nobody here has given one; the change, if it is one."""
        if article.state is None or given_state(self._connection, key) is not None:
            return []
        set_given_state(self._connection, key, article.state)
        return [StateChange(before=None, after=article.state)]

    def _record_runs(self, key: int, incoming: Sequence[Annotation]) -> None:
        """Record the detectors that annotations come from, so that the article counts as run."""
        for signature in dict.fromkeys(each.detector for each in incoming if each.detector):
            detector = Detector.from_signature(signature)
            known = self._connection.row(
                "SELECT 1 FROM runs WHERE article = ? AND detector = ? AND version = ?",
                (key, detector.name, detector.version),
            )
            if known is None:
                proposed = [each for each in incoming if each.detector == signature]
                insert_run(self._connection, key, detector, proposed)


def _outcome(fates: Iterable[Fate], became: Outcome, *, homeless: int = 0) -> ImportOutcome:
    counts = Counter(fates)
    return ImportOutcome(
        new_article=became.addition is Addition.ADDED,
        added=counts[Fate.ADDED],
        updated=counts[Fate.UPDATED],
        unchanged=counts[Fate.UNCHANGED],
        kept_ours=counts[Fate.KEPT_OURS],
        new_version=became.addition is Addition.NEW_VERSION,
        left_over=became.left_over + homeless,
    )

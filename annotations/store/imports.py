"""Annotated articles from elsewhere, merged into a store without overruling anybody here."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from annotations.errors import ArticleConflict
from annotations.model import Annotation, Article, Detector
from annotations.offsets import check
from annotations.review import Marks
from annotations.store import articles
from annotations.store.annotations import annotations_of, stored
from annotations.store.articles import Addition, article_key, marks_of, set_marks
from annotations.store.connection import Connection
from annotations.store.edit_log import mentions
from annotations.store.merge_plan import Fate, MergePlan, merge_plan
from annotations.store.rows import settled, unique
from annotations.store.runs import insert_run
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


class Imports:
    """Takes in what another store exported."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def merge(self, article: Article, annotations: Sequence[Annotation]) -> ImportOutcome:
        """Add an article with its annotations, or merge them into the same article here.

        A decision made here stands. One from there replaces the same suggestion here. Tags are
        united, a note fills an empty one. The same input twice changes nothing the second time.

        Raises:
            ArticleConflict: If an article with this id but another text is here.
            OffsetError: If an annotation does not cover the text it says; nothing is written.
        """
        for each in annotations:
            check(each, article.text)
        incoming = [settled(each) for each in annotations]
        with self._connection.writing():
            addition = articles.add(self._connection, article)
            if addition is Addition.CONFLICT:
                raise ArticleConflict(article.id)
            key = article_key(self._connection, article.id)
            self._record_runs(key, incoming)
            if addition is Addition.ADDED:
                self._insert(key, incoming)
                return _outcome([Fate.ADDED] * len(incoming), new_article=True)
            self._unite_marks(key, article)
            plan = merge_plan(annotations_of(self._connection, key), incoming)
            self._carry_out(key, plan)
            return _outcome(plan.fates, new_article=False)

    def _carry_out(self, key: int, plan: MergePlan) -> None:
        remove(self._connection, [each.id for each in plan.removals])
        for each in plan.updates:
            overwrite(self._connection, each)
        self._insert(key, plan.additions)

    def _insert(self, key: int, annotations: Iterable[Annotation]) -> None:
        for each in annotations:
            kept = each.id is not None and self._is_free(each.id)
            insert(self._connection, key, each if kept else replace(each, id=None))

    def _is_free(self, annotation_id: int) -> bool:
        """Whether an id has no row, and no edit that undo or redo could bring back."""
        return not (
            stored(self._connection, [annotation_id]) or mentions(self._connection, annotation_id)
        )

    def _unite_marks(self, key: int, article: Article) -> None:
        ours = marks_of(self._connection, key)
        united = Marks(tags=unique((*ours.tags, *article.tags)), note=ours.note or article.note)
        if united != ours:
            set_marks(self._connection, key, united)

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


def _outcome(fates: Iterable[Fate], *, new_article: bool) -> ImportOutcome:
    counts = Counter(fates)
    return ImportOutcome(
        new_article=new_article,
        added=counts[Fate.ADDED],
        updated=counts[Fate.UPDATED],
        unchanged=counts[Fate.UNCHANGED],
        kept_ours=counts[Fate.KEPT_OURS],
    )

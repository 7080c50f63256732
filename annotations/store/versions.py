"""What a person sees of the versions of articles, and does about what has no place in a new one."""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotations.anchoring.candidates import Candidate, candidates, put
from annotations.anchoring.spans import Anchors, Range
from annotations.claims import within_quote
from annotations.errors import EditConflict
from annotations.following import followers
from annotations.model import Annotation, Article, CasualtyFigure, Quote, Status
from annotations.precedence import surviving
from annotations.review import SHOWN, Change
from annotations.store.applying import apply
from annotations.store.article_changes import PlaceChange
from annotations.store.articles import article_key, text_of
from annotations.store.connection import Connection
from annotations.store.deletion import NOT_DELETED
from annotations.store.edit_log import EditGroup, Entry, read_group, write_group
from annotations.store.new_texts import NewText, take_new_text
from annotations.store.standing_text import check_version
from annotations.store.unplaced import Unplaced, read_unplaced, unplaced_in, unplaced_one
from annotations.store.version_rows import (
    Version,
    annotations_of_version,
    current_version,
    is_loose,
    standing,
    text_of_version,
    version_as_article,
    versions_of,
)

_KEYS = f"""
    SELECT u.annotation FROM unplaced_annotations AS u CROSS JOIN articles AS a ON a.key = u.article
    WHERE u.article {NOT_DELETED} AND u.article = coalesce(?, u.article)
    ORDER BY coalesce(a.title, a.id) COLLATE NOCASE, u.article,
        json_extract(u.record, '$.status') = 'rejected', u.version,
        json_extract(u.record, '$.start'), u.annotation
"""
BACK, PLACE, DROP = "go back", "place", "drop unplaced"
"""How the history names what is done here."""
_AROUND = 60
"""Characters of the old text that are shown on either side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An annotation that waits for a place, with where it stood."""

    article_id: str
    title: str
    unplaced: Unplaced
    before: str
    """The old text before it, as much as shows where it stood."""
    after: str
    """The old text behind it."""


class Versions:
    """The texts that articles have had. Every call that edits is committed when it returns."""

    def __init__(self, connection: Connection, *, annotator: str) -> None:
        """Args:
        connection: An open store.
        annotator: Who the edits are by.
        """
        self._connection = connection
        self._annotator = annotator

    def of(self, article_id: str) -> list[Version]:
        """All versions of an article, the latest first; none as long as it has but one text.

        Raises:
            NoSuchArticle: If there is no such article.
        """
        return versions_of(self._connection, article_key(self._connection, article_id))

    def text(self, article_id: str, number: int) -> str:
        """The text of a version.

        Raises:
            NoSuchArticle: If there is no such article.
            NoSuchVersion: If it has no version with this number.
        """
        return text_of_version(self._connection, article_key(self._connection, article_id), number)

    def article(self, article_id: str, number: int) -> Article:
        """An article as it is in one of its versions, without tags, note and state.

        Raises:
            NoSuchArticle: If there is no such article.
            NoSuchVersion: If it has no version with this number.
        """
        with self._connection.reading():
            key = article_key(self._connection, article_id)
            return version_as_article(self._connection, key, number)

    def annotations(self, article_id: str, number: int) -> list[Annotation]:
        """What is annotated in a version; in an earlier one, what was when it was left.

        Raises:
            NoSuchArticle: If there is no such article.
            NoSuchVersion: If it has no version with this number.
        """
        with self._connection.reading():
            key = article_key(self._connection, article_id)
            return annotations_of_version(self._connection, key, number)

    def anchors(self, article_id: str, held: int, now: int) -> Anchors:
        """Where stretches of one version of an article are in another one.

        Raises:
            NoSuchArticle: If there is no such article.
            NoSuchVersion: If it has no version with one of these numbers.
        """
        return Anchors(self.text(article_id, held), self.text(article_id, now))

    def go_back(self, article_id: str, number: int) -> NewText:
        """Give an article the text of another version again, as its newest version.

        What was decided since is taken along, and what waited for a place has one again if it
        stood in that text.

        Raises:
            NoSuchArticle: If there is no such article.
            NoSuchVersion: If it has no version with this number.
            ValueError: If it has this text already.
        """
        with self._connection.writing():
            key = article_key(self._connection, article_id)
            if number == current_version(self._connection, key):
                raise ValueError("the article has this version already")
            old = version_as_article(self._connection, key, number)
            return take_new_text(self._connection, key, old, action=BACK, annotator=self._annotator)

    # What has no place

    def unplaced(self, article_id: str) -> list[Unplaced]:
        """What waits for a place in an article.

        Raises:
            NoSuchArticle: If there is no such article.
        """
        return unplaced_in(self._connection, article_key(self._connection, article_id))

    def count_unplaced(self, article_id: str) -> int:
        """How much waits for a place in an article; of one that is not there, nothing."""
        counted = """
            SELECT count(*) FROM unplaced_annotations
            WHERE article = (SELECT key FROM articles WHERE id = ?)
            """
        return int(self._connection.value(counted, (article_id,)))

    def waiting_ids(self, article_id: str | None = None) -> "array[int]":
        """The ids of all annotations that wait for a place, article by article.

        Args:
            article_id: Only those of this article; null for all. Deleted articles are left out.

        Raises:
            NoSuchArticle: If there is no such article.
        """
        key = None if article_id is None else article_key(self._connection, article_id)
        return array("q", self._connection.column(_KEYS, (key,)))

    def waiting(self, ids: Sequence[int]) -> list[Waiting]:
        """Annotations that wait for a place, by their ids; those that do not are left out."""
        found = self._connection.rows(
            """
            SELECT a.id, coalesce(a.title, a.id), u.version, u.layer, u.record,
                substr(v.text, max(1, u.start - ?2 + 1), min(u.start, ?2)),
                substr(v.text, u.stop + 1, ?2)
            FROM (
                SELECT n.*, wanted.key AS place, json_extract(n.record, '$.start') AS start,
                    json_extract(n.record, '$.end') AS stop
                FROM json_each(?1) AS wanted
                    CROSS JOIN unplaced_annotations AS n ON n.annotation = wanted.value
            ) AS u
                CROSS JOIN articles AS a ON a.key = u.article
                CROSS JOIN article_versions AS v
                    ON v.article = u.article AND v.number = u.version
            ORDER BY u.place
            """,
            (json.dumps(list(ids)), _AROUND),
        )
        return [
            Waiting(
                article_id=article_id,
                title=title,
                unplaced=read_unplaced(version, layer, record),
                before=before,
                after=after,
            )
            for article_id, title, version, layer, record, before, after in found
        ]

    def candidates(self, annotation_id: int) -> list[Candidate]:
        """Where in the present text an annotation that waits may belong, the likeliest first."""
        with self._connection.reading():
            found = unplaced_one(self._connection, annotation_id)
            key = self._article_of(annotation_id)
            if found is None or key is None:
                return []
            return candidates(found.annotation, self._anchors(key, found))

    def place(self, annotation_id: int, place: Range, *, version: int | None = None) -> EditGroup:
        """Put an annotation that waits where it belongs.

        Args:
            annotation_id: Its id, which it keeps.
            place: The stretch of the present text.
            version: Of the text that the person saw; null if the present one is meant.

        Returns:
            The group; its change has the annotation as it stands now.

        Raises:
            EditConflict: If it waits no longer, or the article has another text by now.
            OffsetError: If the place is no stretch of the text.
        """
        with self._connection.writing():
            found, key = self._found(annotation_id)
            check_version(self._connection, key, version)
            after = put(found.annotation, place, self._anchors(key, found))
            there = standing(self._connection, key)
            placed = Change(before=None, after=_in_its_quote(after, there, self._annotator))
            answered = self._answered(key, after)
            left = [each for each in there if each not in answered]
            changes: tuple[Change | PlaceChange, ...] = (
                _listed_no_longer(found),
                placed,
                *(Change(before=each, after=None) for each in answered),
                *followers([placed], left),
            )
            return self._do(PLACE, [Entry(article=key, change=each) for each in changes])

    def _answered(self, key: int, decision: Annotation) -> list[Annotation]:
        """What a machine suggests in place of what a person has decided."""
        if decision.status is Status.SUGGESTED:
            return []
        suggested = [each for each in standing(self._connection, key) if is_loose(each)]
        kept = surviving(suggested, decided=[decision])
        return [each for each in suggested if each not in kept]

    def drop(self, annotation_ids: Sequence[int]) -> EditGroup:
        """Let annotations wait no longer that have no place any more; the log keeps them.

        Raises:
            EditConflict: If one of them does not wait.
            ValueError: If there are none.
        """
        if not annotation_ids:
            raise ValueError("an edit has to change something")
        with self._connection.writing():
            found = sorted((self._found(each) for each in annotation_ids), key=lambda each: each[1])
            entries = [Entry(article=key, change=_listed_no_longer(each)) for each, key in found]
            return self._do(DROP, entries)

    def _found(self, annotation_id: int) -> tuple[Unplaced, int]:
        found = unplaced_one(self._connection, annotation_id)
        key = self._article_of(annotation_id)
        if found is None or key is None:
            raise EditConflict(
                "Somebody has placed or dropped the annotation meanwhile; nothing was changed.",
                hint="Look at what has no place as it is, and decide again.",
            )
        return found, key

    def _article_of(self, annotation_id: int) -> int | None:
        key: int | None = self._connection.value(
            "SELECT article FROM unplaced_annotations WHERE annotation = ?", (annotation_id,)
        )
        return key

    def _anchors(self, key: int, unplaced: Unplaced) -> Anchors:
        def read() -> Anchors:
            """Both texts, compared."""
            old = text_of_version(self._connection, key, unplaced.version)
            return Anchors(old, text_of(self._connection, key))

        return self._connection.remembered(("anchors", key, unplaced.version), read)

    def _do(self, action: str, entries: Sequence[Entry]) -> EditGroup:
        done = apply(self._connection, entries)
        return read_group(
            self._connection, write_group(self._connection, action, self._annotator, done)
        )


def _in_its_quote(after: Annotation, there: Sequence[Annotation], annotator: str) -> Annotation:
    """What somebody has placed; a figure with the quote that it stands in there."""
    after = replace(after, annotator=annotator)
    if not isinstance(after, CasualtyFigure):
        return after
    quotes = (each for each in there if isinstance(each, Quote) and each.status in SHOWN)
    return within_quote(after, quotes)


def _listed_no_longer(unplaced: Unplaced) -> PlaceChange:
    return PlaceChange(annotation=unplaced.annotation, version=unplaced.version, listed=False)

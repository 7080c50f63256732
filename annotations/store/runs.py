"""Runs of detectors: what they suggested, and which articles still wait for one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotations.model import Annotation, Detector, Layer, Status
from annotations.offsets import check
from annotations.precedence import identity, surviving
from annotations.review import is_marked
from annotations.store.annotations import annotations_of
from annotations.store.articles import article_key, text_of
from annotations.store.clock import now
from annotations.store.connection import Connection, Row
from annotations.store.deletion import NOT_DELETED
from annotations.store.languages import NOT_FOREIGN
from annotations.store.own_rules.rows import are_any, rules_on, set_uses
from annotations.store.rows import content, evidence
from annotations.store.standing_text import check_version
from annotations.store.tolls import keep
from annotations.store.writing import insert_suggestions, remove, sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a detector on one article."""

    detector: Detector
    at: str
    """When, in UTC, ISO 8601."""
    entities: int
    """How many it proposed, like `quotes` and `casualties`, kept or not."""
    quotes: int
    casualties: int


class Runs:
    """What detectors have done to a store."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def record(
        self,
        article_id: str,
        detector: Detector,
        suggestions: Sequence[Annotation],
        *,
        version: int | None = None,
    ) -> int:
        """Replace what is still suggested in an article by what a detector suggests now.

        What a person decided stays, and suppresses the same and conflicting suggestions. Rules of a
        person's own change the others, or leave them out, before they are suggested. A
        suggestion that stands already keeps its row; only who found it, and how, is noted anew.
        One that carries a person's tags or note stays as it is, also where nothing or the same
        with other details is suggested instead.

        Args:
            article_id: The article.
            detector: Who suggests; recorded with every suggestion.
            suggestions: May be empty: that the detector ran is recorded too.
            version: Of the text that the detector has read; null if the present one is meant.

        Returns:
            How many of the suggestions were kept.

        Raises:
            NoSuchArticle: If there is no such article.
            TextChanged: If the article has got another text meanwhile; nothing is written.
            OffsetError: If a suggestion does not cover the text it says; nothing is written.
        """
        key = article_key(self._connection, article_id)
        with self._connection.writing():
            check_version(self._connection, key, version)
            proposed = _checked(suggestions, text_of(self._connection, key))
            stored = annotations_of(self._connection, key)
            decided = [each for each in stored if each.status is not Status.SUGGESTED]
            standing = [each for each in stored if each.status is Status.SUGGESTED]
            kept = _beside_marked(self._governed(key, proposed, decided), standing)
            self._replace(key, standing, kept, str(detector))
            keep(self._connection, [key])
            insert_run(self._connection, key, detector, proposed)
        return len(kept)

    def pending(self) -> list[str]:
        """Ids of the articles on which no detector has run, in the order they were added.

        Deleted ones are left out, and those in a language that no detector reads.
        """
        return self._connection.column(
            f"""
            SELECT id FROM articles INDEXED BY articles_id
            WHERE NOT EXISTS (SELECT 1 FROM runs WHERE runs.article = articles.key)
                AND key {NOT_DELETED} AND key {NOT_FOREIGN}
            ORDER BY key
            """
        )

    def last(self, article_id: str) -> Run | None:
        """The latest run on an article, or null.

        Raises:
            NoSuchArticle: If there is no such article.
        """
        row = self._connection.row(
            """
            SELECT detector, version, at, entities, quotes, casualties FROM runs
            WHERE article = ? ORDER BY id DESC LIMIT 1
            """,
            (article_key(self._connection, article_id),),
        )
        if row is None:
            return None
        name, version, at, entities, quotes, casualties = row
        return Run(
            detector=Detector(name=name, version=version),
            at=at,
            entities=entities,
            quotes=quotes,
            casualties=casualties,
        )

    def _governed(
        self, key: int, proposed: Sequence[Annotation], decided: Sequence[Annotation]
    ) -> list[Annotation]:
        """What a person's decisions in an article, then their rules leave of the suggestions.

        What a rule has made of one must not conflict with a decision either.
        """
        kept = surviving(proposed, decided=decided)
        if not are_any(self._connection):
            return kept
        from annotations.own_rules.governing import Rulebook, words_of  # only where there are rules

        rules = rules_on(self._connection, filter(None, map(words_of, proposed)))
        book = Rulebook(rules)
        times = Counter(by for each in proposed for by in book.verdict(each).by)
        set_uses(self._connection, key, times)
        after = (book.verdict(each).after for each in kept)
        return surviving([each for each in after if each is not None], decided=decided)

    def _replace(
        self, key: int, standing: Iterable[Annotation], kept: Iterable[Annotation], detector: str
    ) -> None:
        """Leave of the suggestions in an article those that are kept, and a person's work."""
        fresh = {content(each): evidence(each) for each in kept}
        gone: list[int | None] = []
        again: dict[Layer, list[Row]] = {layer: [] for layer in Layer}
        for each in standing:
            said = content(each)
            if said in fresh:
                found = fresh.pop(said)
                if (each.detector, evidence(each)) != (detector, found):
                    again[each.layer].append((detector, *found, each.id))
            elif not is_marked(each):
                gone.append(each.id)
        remove(self._connection, gone)
        for layer, signatures in again.items():
            sign(self._connection, layer, signatures)
        suggestions = ((*said, *found) for said, found in fresh.items())
        insert_suggestions(self._connection, key, detector, suggestions)


def insert_run(
    connection: Connection, article: int, detector: Detector, proposed: Iterable[Annotation]
) -> None:
    """Record that a detector ran on an article.

    Args:
        connection: A store in a write transaction.
        article: The article's key.
        detector: Who ran.
        proposed: What it suggested; only counted.
    """
    counts = Counter(each.layer for each in proposed)
    connection.execute(
        """
        INSERT INTO runs (article, detector, version, at, entities, quotes, casualties)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        (article, detector.name, detector.version, now(), *(counts[layer] for layer in Layer)),
    )


def withdraw(connection: Connection, article: int) -> None:
    """Take back what detectors have suggested in an article, and that they ran.

    What a person decided or marked stays.

    Args:
        connection: A store in a write transaction.
        article: The article's key.
    """
    standing = annotations_of(connection, article)
    suggested = (each for each in standing if each.status is Status.SUGGESTED)
    remove(connection, [each.id for each in suggested if not is_marked(each)])
    connection.execute("DELETE FROM runs WHERE article = ?", (article,))
    if are_any(connection):
        set_uses(connection, article, {})
    keep(connection, [article])


def _beside_marked(
    suggestions: Sequence[Annotation], standing: Iterable[Annotation]
) -> list[Annotation]:
    """Drop the suggestions that only put otherwise what stands already with a person's marks."""
    said = {content(each) for each in suggestions}
    held = {identity(each) for each in standing if is_marked(each) and content(each) not in said}
    return [each for each in suggestions if identity(each) not in held]


def _checked(suggestions: Iterable[Annotation], text: str) -> list[Annotation]:
    """The suggestions, each once, after making sure that they cover the text they say."""
    distinct: dict[Row, Annotation] = {}
    for each in suggestions:
        check(each, text)
        distinct.setdefault(content(each), each)
    return list(distinct.values())

"""Articles added: new ones, those that are there already, and new texts of those."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from annotations.model import Article
from annotations.review import Marks
from annotations.store.clock import now
from annotations.store.connection import Connection
from annotations.store.deletion import is_deleted
from annotations.store.marks import set_marks
from annotations.store.rows import unique
from annotations.store.states import set_given_state

_BATCH_ARTICLES = 100
_BATCH_CHARACTERS = 500_000
_BATCH_SECONDS = 0.2

NEW_VERSION = "new version"
"""How the history names that an article got another text."""


class Addition(Enum):
    """What became of an article that was to be added."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    """An article with the same id and text is there."""
    NEW_VERSION = "new version"
    """An article with the same id was there, and has the new text now."""
    OLDER = "older"
    """An article with the same id is there and has another text by now; it has had this one."""
    CONFLICT = "conflict"
    """An article with the same id and a text that has nothing to do with this one is there, and
    was left as it is."""
    DELETED = "deleted"
    """The same article was deleted by a person, and stays so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of an article, and of a person's annotations in it."""

    addition: Addition
    article_id: str
    """The id that the article has in the store."""
    key: int
    """The integer key that it has there."""
    taken: int = 0
    """Annotations that have a place in a new text."""
    left_over: int = 0
    """Those that have none, and wait to be placed by hand."""


def add_all(
    connection: Connection, articles: Iterable[Article], *, annotator: Callable[[], str]
) -> Iterator[tuple[Article, Outcome]]:
    """See `Articles.add`."""
    batch: list[Article] = []

    def added(ready: Sequence[Article]) -> list[tuple[Article, Outcome]]:
        """A batch, once it is safe."""
        if not ready:
            return []
        with connection.writing():
            return [(each, add(connection, each, annotator=annotator)) for each in ready]

    began = time.monotonic()
    try:
        for article in articles:
            batch.append(article)
            if _is_full(batch) or time.monotonic() - began > _BATCH_SECONDS:
                ready, batch = batch, []
                yield from added(ready)
                began = time.monotonic()
    except Exception:
        yield from added(batch)
        raise
    yield from added(batch)


def add(connection: Connection, article: Article, *, annotator: Callable[[], str]) -> Outcome:
    """Add an article, with its tags and note, or a new text of one that is there.

    An article that brings no id goes by its text; a changed one is known by its address, or by the
    file that it alone is in.

    Args:
        connection: A store in a write transaction.
        article: The article.
        annotator: Says who adds it; asked only for a new text.
    """
    outcome = _add(connection, article, annotator=annotator)
    if article.origin is not None:
        _keep_origin(connection, article.origin, outcome.key)
    return outcome


def _add(connection: Connection, article: Article, *, annotator: Callable[[], str]) -> Outcome:
    there = same(connection, article)
    if there is None:
        key = _insert(connection, article)
        return Outcome(addition=Addition.ADDED, article_id=article.id, key=key)
    key, article_id, text = there
    outcome = Outcome(addition=Addition.UNCHANGED, article_id=article_id, key=key)
    if text != article.text:
        return _add_text(connection, article, outcome, text, annotator=annotator)
    return replace(outcome, addition=Addition.DELETED) if is_deleted(connection, key) else outcome


def _add_text(
    connection: Connection,
    article: Article,
    outcome: Outcome,
    text: str,
    *,
    annotator: Callable[[], str],
) -> Outcome:
    """Give an article another text, if it is one of the same article and nobody had it before."""
    from annotations.anchoring.blocks import are_related
    from annotations.store.new_texts import take_new_text
    from annotations.store.version_rows import number_of_text

    if number_of_text(connection, outcome.key, article.text) is not None:
        return replace(outcome, addition=Addition.OLDER)
    if not are_related(text, article.text):
        if outcome.article_id == article.id:
            return replace(outcome, addition=Addition.CONFLICT)
        key = _insert(connection, article)
        return Outcome(addition=Addition.ADDED, article_id=article.id, key=key)
    if is_deleted(connection, outcome.key):
        return replace(outcome, addition=Addition.DELETED)
    became = take_new_text(
        connection, outcome.key, article, action=NEW_VERSION, annotator=annotator()
    )
    return replace(
        outcome,
        addition=Addition.NEW_VERSION,
        taken=became.taken,
        left_over=became.left_over,
    )


_FOUND_BY = (
    "a.id = :id",
    "a.url = :url AND :is_nameless",
    "a.key = (SELECT article FROM article_origins WHERE origin = :origin) AND :is_nameless",
)
"""What tells that two texts are of one article, the surest first."""


def same(connection: Connection, article: Article) -> tuple[int, str, str] | None:
    """Key, id and text of the article that this is a text of; null if it is a new one."""
    from annotations.sources.content_id import content_id  # its package brings all kinds of files

    known = {
        "id": article.id,
        "url": article.url,
        "origin": article.origin,
        "is_nameless": article.id == content_id(article.text),
    }
    for condition in _FOUND_BY:
        found = connection.row(
            f"SELECT key, id, text FROM articles AS a WHERE {condition} ORDER BY key LIMIT 1", known
        )
        if found is not None:
            return found[0], found[1], found[2]
    return None


def _keep_origin(connection: Connection, origin: str, article: int) -> None:
    """Remember which article a file holds."""
    connection.execute(
        """
        INSERT INTO article_origins (origin, article) VALUES (?, ?)
        ON CONFLICT (origin) DO UPDATE SET article = excluded.article
            WHERE article <> excluded.article
        """,
        (origin, article),
    )


def _insert(connection: Connection, article: Article) -> int:
    key = connection.execute(
        """
        INSERT INTO articles
            (id, title, source, url, published, byline, language, added_at, text,
            updated, section, read_from, sha256)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            article.id,
            article.title or None,
            article.source,
            article.url,
            article.published,
            json.dumps(article.byline, ensure_ascii=False),
            article.language,
            now(),
            article.text,
            article.updated,
            article.section,
            article.read_from,
            article.sha256,
        ),
    ).lastrowid
    assert key is not None
    set_marks(connection, key, Marks(tags=unique(article.tags), note=article.note))
    if article.state is not None:
        set_given_state(connection, key, article.state)
    return key


def _is_full(batch: Sequence[Article]) -> bool:
    return (
        len(batch) >= _BATCH_ARTICLES
        or sum(len(article.text) for article in batch) >= _BATCH_CHARACTERS
    )

"""Articles added: new ones, those that are there already, and new texts of those."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from annotations.copies.sameness import fingerprint
from annotations.model import Article
from annotations.review import Marks
from annotations.store.clock import now
from annotations.store.connection import Connection
from annotations.store.deletion import is_deleted
from annotations.store.filling import fill
from annotations.store.identities import There, free_id, keep, keep_missing, same
from annotations.store.languages import is_said
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
    """The same article is there, blanks and typography apart."""
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
    language: str | None = None
    """The ISO 639 code of the language that it was added with, if that is known."""
    taken: int = 0
    """Annotations that have a place in a new text."""
    left_over: int = 0
    """Those that have none, and wait to be placed by hand."""
    filled: tuple[str, ...] = ()
    """What was not known of an article that is there, and is now."""


LanguageOf = Callable[[str, str | None], str | None]
"""From a text, and the language that its source says, to the one that it is in, if it is known."""


def add_all(
    connection: Connection,
    articles: Iterable[Article],
    *,
    annotator: Callable[[], str],
    language_of: LanguageOf | None = None,
) -> Iterator[tuple[Article, Outcome]]:
    """See `Articles.add`."""
    batch: list[Article] = []
    keep_missing(connection)  # of a large store some at a time, as others may want to write

    def added(ready: Sequence[Article]) -> list[tuple[Article, Outcome]]:
        """A batch, once it is safe."""
        if not ready:
            return []
        told = [_told(each, language_of) for each in ready]  # before others have to wait
        with connection.writing():
            return [
                (each, add(connection, each, annotator=annotator, language=language))
                for each, language in zip(ready, told, strict=True)
            ]

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


def _told(article: Article, language_of: LanguageOf | None) -> str | None:
    return None if language_of is None else language_of(article.text, article.language)


def add(
    connection: Connection,
    article: Article,
    *,
    annotator: Callable[[], str],
    exact: bool = False,
    language: str | None = None,
) -> Outcome:
    """Add an article, with its tags and note, or a new text of one that is there.

    `identities.same` says what is there. What is told of an article that was not known when it was
    added, such as its date, is added to it.

    Args:
        connection: A store in a write transaction.
        article: The article.
        annotator: Says who adds it; asked only for a new text.
        exact: Whether offsets into its text are to hold in the text that it has in the store.
        language: What its text tells of its language; one that is there already keeps its own.
    """
    keep_missing(connection)
    outcome = _add(connection, article, annotator=annotator, exact=exact, language=language)
    if article.origin is not None:
        _keep_origin(connection, article.origin, outcome.key)
    return outcome


def expected(connection: Connection, article: Article) -> Addition:
    """What would become of an article that was added; nothing is written."""
    return _decided(connection, article, same(connection, article))


def _add(
    connection: Connection,
    article: Article,
    *,
    annotator: Callable[[], str],
    exact: bool,
    language: str | None,
) -> Outcome:
    there = same(connection, article, exact=exact)
    addition = _decided(connection, article, there, exact=exact)
    if there is None or addition is Addition.ADDED:
        return _insert(connection, article, language=language or article.language)
    outcome = Outcome(addition=addition, article_id=there.id, key=there.key)
    if addition is Addition.NEW_VERSION:
        return _with_new_text(connection, article, outcome, annotator=annotator)
    if addition is Addition.UNCHANGED:
        return replace(outcome, filled=fill(connection, there.key, article))
    return outcome


def _with_new_text(
    connection: Connection, article: Article, outcome: Outcome, *, annotator: Callable[[], str]
) -> Outcome:
    """Give an article another text; the language that a person has said it is in stays."""
    from annotations.store.new_texts import take_new_text

    if is_said(connection, outcome.key):
        article = replace(article, language=None)
    became = take_new_text(
        connection, outcome.key, article, action=NEW_VERSION, annotator=annotator()
    )
    keep_missing(connection)
    return replace(outcome, taken=became.taken, left_over=became.left_over)


def _decided(
    connection: Connection, article: Article, there: There | None, *, exact: bool = False
) -> Addition:
    """What becomes of an article, by the one that is there."""
    if there is None:
        return Addition.ADDED
    if there.text == article.text or (
        not exact and fingerprint(there.text) == fingerprint(article.text)
    ):
        return Addition.DELETED if is_deleted(connection, there.key) else Addition.UNCHANGED
    from annotations.anchoring.blocks import are_related

    if _was_had(connection, there.key, article.text):
        return Addition.OLDER
    if not are_related(there.text, article.text):
        return Addition.CONFLICT if there.id == article.id else Addition.ADDED
    return Addition.DELETED if is_deleted(connection, there.key) else Addition.NEW_VERSION


def _was_had(connection: Connection, key: int, text: str) -> bool:
    """Whether an article has had a text, blanks and typography apart."""
    had = connection.column("SELECT text FROM article_versions WHERE article = ?", (key,))
    return text in had or fingerprint(text) in map(fingerprint, had)


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


def _insert(connection: Connection, article: Article, *, language: str | None) -> Outcome:
    article_id = free_id(connection, article)
    key = connection.execute(
        """
        INSERT INTO articles
            (id, title, source, url, published, byline, language, added_at, text,
            updated, section, read_from, sha256)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            article_id,
            article.title or None,
            article.source,
            article.url,
            article.published,
            json.dumps(article.byline, ensure_ascii=False),
            language,
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
    keep(connection, key, url=article.url, text=article.text)
    return Outcome(addition=Addition.ADDED, article_id=article_id, key=key, language=language)


def _is_full(batch: Sequence[Article]) -> bool:
    return (
        len(batch) >= _BATCH_ARTICLES
        or sum(len(article.text) for article in batch) >= _BATCH_CHARACTERS
    )

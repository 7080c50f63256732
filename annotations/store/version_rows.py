"""The versions of articles as rows, and which of them an article has."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from annotations.errors import DamagedRow, NoSuchVersion
from annotations.model import Annotation, Article, Status
from annotations.records import annotations_from_record, layer_records
from annotations.review import is_marked
from annotations.store.annotations import each_annotation
from annotations.store.article_rows import COLUMNS, article_from
from annotations.store.clock import now
from annotations.store.connection import Connection
from annotations.store.writing import insert, remove

_RUN = "detector, version, at, entities, quotes, casualties"
FIRST = 1
"""The number of the text that an article was added with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A text that an article has or has had."""

    number: int
    at: str
    """When it was added, in UTC, ISO 8601."""
    annotator: str | None
    """Who added it; null for the first."""
    is_current: bool
    taken: int
    """A person's annotations that found a place in it when it came."""
    left_over: int
    """Those that did not."""
    length: int
    """Characters."""


def versions_of(connection: Connection, article: int) -> list[Version]:
    """All versions of an article, by its key, the latest first; none if it has but one text."""
    found = connection.rows(
        """
        SELECT number, at, annotator, is_current, taken, left_over, length(text)
        FROM article_versions WHERE article = ? ORDER BY number DESC
        """,
        (article,),
    )
    return [
        Version(
            number=number,
            at=at,
            annotator=annotator,
            is_current=bool(is_current),
            taken=taken,
            left_over=left_over,
            length=length,
        )
        for number, at, annotator, is_current, taken, left_over, length in found
    ]


def current_version(connection: Connection, article: int) -> int:
    """The number of the version that an article has, by its key."""
    number = connection.value(
        "SELECT number FROM article_versions WHERE article = ? AND is_current", (article,)
    )
    return FIRST if number is None else int(number)


def text_of_version(connection: Connection, article: int, number: int) -> str:
    """The text of a version, by its article's key.

    Raises:
        NoSuchVersion: If there is none with this number.
    """
    text = connection.value(
        "SELECT text FROM article_versions WHERE article = ? AND number = ?", (article, number)
    )
    if text is None and number == FIRST == current_version(connection, article):
        text = connection.value("SELECT text FROM articles WHERE key = ?", (article,))
    if text is None:
        raise NoSuchVersion(number)
    return str(text)


def version_as_article(connection: Connection, article: int, number: int) -> Article:
    """An article as it is in one of its versions, by its key.

    Raises:
        NoSuchVersion: If there is none with this number.
    """
    row = connection.row(
        f"""
        SELECT a.id, {", ".join(f"v.{each}" for each in COLUMNS.split(", "))}
        FROM article_versions AS v CROSS JOIN articles AS a ON a.key = v.article
        WHERE v.article = ? AND v.number = ?
        """,
        (article, number),
    )
    if row is None and number == current_version(connection, article):
        select = f"SELECT id, {COLUMNS} FROM articles WHERE key = ?"
        row = connection.row(select, (article,))
    if row is None:
        raise NoSuchVersion(number)
    return replace(article_from(row), version=number)


def annotations_of_version(connection: Connection, article: int, number: int) -> list[Annotation]:
    """What was annotated in a version when its article last had it, without damaged rows.

    Raises:
        NoSuchVersion: If there is none with this number.
    """
    text_of_version(connection, article, number)
    if number == current_version(connection, article):
        return standing(connection, article)
    return _held(connection, article, number)


def number_of_text(connection: Connection, article: int, text: str) -> int | None:
    """The number of the version of an article that has this text; null if none has."""
    number: int | None = connection.value(
        "SELECT max(number) FROM article_versions WHERE article = ? AND text = ?", (article, text)
    )
    return number


def add_version(
    connection: Connection,
    article: int,
    new: Article,
    suggestions: Iterable[Annotation],
    *,
    annotator: str,
    taken: int,
    left_over: int,
) -> int:
    """Add a version that its article does not have yet, and log nothing.

    Args:
        connection: A store in a write transaction.
        article: The article's key.
        new: The text, and what is known about it; what is not known stays as it is.
        suggestions: What a machine had found that is in this text too.
        annotator: Who adds it.
        taken: A person's annotations that have a place in it.
        left_over: Those that have none.

    Returns:
        Its number.
    """
    _keep_first(connection, article)
    connection.execute(
        f"""
        INSERT INTO article_versions
            (article, number, at, annotator, is_current, taken, left_over, annotations, runs,
            {COLUMNS})
        SELECT ?1, (SELECT max(number) + 1 FROM article_versions WHERE article = ?1),
            ?2, ?3, 0, ?4, ?5, ?6, '[]', coalesce(?7, title), coalesce(?8, source),
            coalesce(?9, url), coalesce(?10, published), iif(?11 = '[]', byline, ?11),
            coalesce(?12, language), ?13, coalesce(?14, updated), coalesce(?15, section),
            coalesce(?16, read_from), ?17
        FROM articles WHERE key = ?1
        """,
        (
            *(article, now(), annotator, taken, left_over, _dumped(suggestions)),
            *(new.title or None, new.source, new.url, new.published),
            json.dumps(new.byline, ensure_ascii=False),
            *(new.language, new.text, new.updated, new.section, new.read_from, new.sha256),
        ),
    )
    number = "SELECT max(number) FROM article_versions WHERE article = ?"
    return int(connection.value(number, (article,)))


def _keep_first(connection: Connection, article: int) -> None:
    """Keep the text that an article was added with, unless that is done."""
    connection.execute(
        f"""
        INSERT OR IGNORE INTO article_versions
            (article, number, at, is_current, taken, left_over, {COLUMNS})
        SELECT key, {FIRST}, added_at, 1, 0, 0, {COLUMNS} FROM articles AS a WHERE key = ?1
            AND NOT EXISTS (SELECT 1 FROM article_versions WHERE article = ?1)
        """,
        (article,),
    )


def set_version(connection: Connection, article: int, number: int) -> None:
    """Let an article have the text of another version.

    What a machine had suggested, and that it had run, stays with the text that is left; what was
    suggested in the other one, as it was left, is there again. What a person has decided on or
    marked has to be moved by the caller.

    Args:
        connection: A store in a write transaction.
        article: The article's key.
        number: Of a version that is there, and is not current.

    Raises:
        NoSuchVersion: If there is none with this number.
    """
    text_of_version(connection, article, number)
    _put_aside(connection, article)
    connection.execute(
        f"""
        UPDATE articles SET ({COLUMNS}) = (
            SELECT {COLUMNS} FROM article_versions WHERE article = ?1 AND number = ?2
        ) WHERE key = ?1
        """,
        (article, number),
    )
    _take_up(connection, article, number)


def _put_aside(connection: Connection, article: int) -> None:
    """Keep with the current version what was annotated in it, and take the suggestions out."""
    found = standing(connection, article)
    runs = connection.rows(f"SELECT id, {_RUN} FROM runs WHERE article = ? ORDER BY id", (article,))
    connection.execute(
        """
        UPDATE article_versions SET is_current = 0, annotations = ?, runs = ?
        WHERE article = ? AND is_current
        """,
        (_dumped(found), json.dumps(runs), article),
    )
    remove(connection, [each.id for each in found if is_loose(each)])
    connection.execute("DELETE FROM runs WHERE article = ?", (article,))


def _take_up(connection: Connection, article: int, number: int) -> None:
    """Put back what the version that is now current holds of suggestions and runs."""
    held = _held(connection, article, number)
    for each in sorted(filter(is_loose, held), key=lambda each: each.start):
        holder = connection.value("SELECT article FROM annotations WHERE id = ?", (each.id,))
        if holder != article:  # else a person has decided on it by now
            insert(connection, article, each if holder is None else replace(each, id=None))
    runs = connection.value(
        "SELECT runs FROM article_versions WHERE article = ? AND number = ?", (article, number)
    )
    connection.executemany(
        f"""
        INSERT INTO runs (id, article, {_RUN})
        VALUES (
            iif(EXISTS (SELECT 1 FROM runs WHERE id = ?1), NULL, ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8
        )
        """,
        ((run, article, *rest) for run, *rest in json.loads(runs or "[]")),
    )
    connection.execute(
        """
        UPDATE article_versions SET is_current = 1, annotations = NULL, runs = NULL
        WHERE article = ? AND number = ?
        """,
        (article, number),
    )


def standing(connection: Connection, article: int) -> list[Annotation]:
    """The annotations in the text that an article has, without damaged rows."""
    found = each_annotation(connection, article)
    return [each for each in found if not isinstance(each, DamagedRow)]


def _held(connection: Connection, article: int, number: int) -> list[Annotation]:
    """The annotations that a version holds which is not current."""
    held = connection.value(
        "SELECT annotations FROM article_versions WHERE article = ? AND number = ?",
        (article, number),
    )
    return annotations_from_record(json.loads(held))


def _dumped(annotations: Iterable[Annotation]) -> str:
    return json.dumps(layer_records(annotations), ensure_ascii=False)


def is_loose(annotation: Annotation) -> bool:
    """Whether an annotation is a machine's alone, so that a new run may take it away."""
    return annotation.status is Status.SUGGESTED and not is_marked(annotation)

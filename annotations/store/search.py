"""Ranked full-text search."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotations.filters import Query
from annotations.store.articles import Articles, text_of
from annotations.store.connection import Connection
from annotations.store.matching import match_expression
from annotations.store.orders import BEST
from annotations.text import whole_words

_SNIPPET_TOKENS = 24
_OPENING_CHARACTERS = 160
_MARKS = ("\x02", "\x03")
"""What stands before and after a word found until the marks that are wanted do; in no text."""
_UNMARKED = str.maketrans("", "", "".join(_MARKS))
_GOES_ON = "…"
_MOST_OF_A_WORD = 30
"""Characters; what has no blanks at all, as Chinese, stays cut."""
_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that a query found."""

    article_id: str
    title: str
    source: str | None
    published: str | None
    snippet: str
    """A stretch of its text or title on one line, the words found between marks; the beginning of
    the text if no words were looked for."""


class Search:
    """Full-text search over titles and texts."""

    def __init__(self, connection: Connection, articles: Articles) -> None:
        """Args:
        connection: An open store.
        articles: Its articles.
        """
        self._connection = connection
        self._articles = articles

    def find(
        self, query: Query, *, limit: int = 50, mark: tuple[str, str] = ("[", "]")
    ) -> list[Hit]:
        """The articles that fit best, best first; without words to look for, the latest first.

        Args:
            query: As in `Articles.keys`.
            limit: At most so many.
            mark: What to put before and after each word found.
        """
        with self._connection.reading():
            keys = self._articles.keys(query=query, sort=BEST, limit=limit)
            snippets = snippets_of(self._connection, query, keys, mark=mark)
            found = self._connection.rows(
                """
                SELECT a.key, a.id, a.title, a.source, a.published
                FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.key = wanted.value
                ORDER BY wanted.key
                """,
                (json.dumps(list(keys)),),
            )
        return [
            Hit(
                article_id=article_id,
                title=title or "",
                source=source,
                published=published,
                snippet=snippets[key],
            )
            for key, article_id, title, source, published in found
        ]

    def snippets(
        self, query: Query, keys: Sequence[int], *, mark: tuple[str, str] = ("[", "]")
    ) -> dict[int, str]:
        """A stretch of each article that shows why it was found; see `Hit.snippet`.

        Args:
            query: What was asked for.
            keys: The articles.
            mark: What to put before and after each word found.
        """
        with self._connection.reading():
            return snippets_of(self._connection, query, keys, mark=mark)

    def highlighted(self, query: Query, key: int, *, mark: tuple[str, str]) -> str:
        """The text of an article with every word found between marks.

        Args:
            query: What was asked for.
            key: The article; if it does not have the words, its text comes without marks.
            mark: What to put before and after each word found.
        """
        found = None
        if query.sought:
            found = self._connection.value(
                """
                SELECT highlight(articles_fts, 1, ?, ?) FROM articles_fts
                WHERE articles_fts MATCH ? AND rowid = ?
                """,
                (*mark, match_expression(query.sought), key),
            )
        return found or text_of(self._connection, key)


def snippets_of(
    connection: Connection, query: Query, keys: Sequence[int], *, mark: tuple[str, str]
) -> dict[int, str]:
    """See `Search.snippets`."""
    wanted = json.dumps(list(keys))
    if query.sought:
        # With the plus the words are looked up once, and not once an article.
        found = connection.rows(
            f"""
            SELECT rowid, snippet(articles_fts, -1, ?, ?, '…', {_SNIPPET_TOKENS}), title, text
            FROM articles_fts WHERE articles_fts MATCH ?
                AND +rowid IN (SELECT value FROM json_each(?))
            """,
            (*_MARKS, match_expression(query.sought), wanted),
        )
        snippets = {key: _in_whole_words(snippet, texts) for key, snippet, *texts in found}
    else:
        found = connection.rows(
            f"""
            SELECT key, substr(text, 1, {_OPENING_CHARACTERS} + 1) FROM articles
            WHERE key IN (SELECT value FROM json_each(?))
            """,
            (wanted,),
        )
        snippets = {key: _opening(text) for key, text in found}
    marked = str.maketrans(dict(zip(_MARKS, mark, strict=True)))
    return {key: " ".join(snippet.split()).translate(marked) for key, snippet in snippets.items()}


def _opening(text: str) -> str:
    """The beginning of a text, with a sign where it goes on."""
    if len(text) <= _OPENING_CHARACTERS:
        return text
    return f"{whole_words(text, begins=True)[:_OPENING_CHARACTERS]}…"


def _in_whole_words(snippet: str, texts: Iterable[str | None]) -> str:
    """A snippet with the rest of the words at its borders, which FTS5 would cut at an apostrophe.

    "1,200 people" is no "200 people".

    Args:
        snippet: As FTS5 has it.
        texts: The columns that it can be from.
    """
    inner = snippet.removeprefix(_GOES_ON).removesuffix(_GOES_ON)
    bare = inner.translate(_UNMARKED)
    for text in filter(None, texts):
        start = text.find(bare)
        if start >= 0:
            end = start + len(bare)
            begun = _BLANK.split(text[max(0, start - _MOST_OF_A_WORD) : start])[-1]
            ended = _BLANK.split(text[end : end + _MOST_OF_A_WORD], maxsplit=1)[0]
            before = _GOES_ON if start > len(begun) else ""
            behind = _GOES_ON if end + len(ended) < len(text) else ""
            return f"{before}{begun}{inner}{ended}{behind}"
    return snippet

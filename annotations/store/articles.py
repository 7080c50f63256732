"""Articles as rows: read one by one, streamed, and listed by key; `additions` makes them."""

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from annotations.errors import NoSuchArticle
from annotations.model import Article, ArticleState
from annotations.store import choosing, listing
from annotations.store.article_rows import COLUMNS, article_from
from annotations.store.choosing import ArticleName
from annotations.store.connection import Connection, Row
from annotations.store.deletion import NOT_DELETED
from annotations.store.listing import ArticleRow
from annotations.store.marks import tags_of
from annotations.store.orders import Orders
from annotations.store.states import CALLED_REVIEWED, CLOSED, NOT_EXCLUDED

if TYPE_CHECKING:
    from annotations.filters import Query
    from annotations.store.additions import Addition, LanguageOf, Outcome

_PAGE = 50
"""Articles read at a time when all of them are streamed."""

_SELECT = f"""
    SELECT a.key, n.note, s.state, coalesce(v.number, 1), a.id,
        {", ".join(f"a.{each}" for each in COLUMNS.split(", "))}
    FROM articles AS a LEFT JOIN article_notes AS n ON n.article = a.key
        LEFT JOIN article_states AS s ON s.article = a.key
        LEFT JOIN article_versions AS v ON v.article = a.key AND v.is_current
"""


class Articles:
    """The articles of a store."""

    def __init__(self, connection: Connection, *, annotator: Callable[[], str]) -> None:
        """Args:
        connection: An open store.
        annotator: Says who adds new texts.
        """
        self._connection = connection
        self._annotator = annotator
        self._orders = Orders(connection)

    def add(
        self, articles: Iterable[Article], *, language_of: "LanguageOf | None" = None
    ) -> "Iterator[tuple[Article, Outcome]]":
        """Add articles as they come, and new texts of articles that are there.

        They are committed in small batches, so that other processes can write in between, and
        each is yielded when it is safe. What came before an error in `articles` is added. A new
        text is one group of edits.

        Args:
            articles: May be read while they are added.
            language_of: Tells the language of those that are new.

        Raises:
            StoreError: If a batch cannot be written; then none of it is.
        """
        from annotations.store.additions import add_all  # an article can be shown without

        return add_all(
            self._connection, articles, annotator=self._annotator, language_of=language_of
        )

    def add_one(self, article: Article) -> "Outcome":
        """Add one article, or a new text of it.

        Raises:
            StoreError: If it cannot be written.
        """
        from annotations.store.additions import add

        with self._connection.writing():
            return add(self._connection, article, annotator=self._annotator)

    def expected(self, article: Article) -> "Addition":
        """What would become of an article that was added; nothing is written."""
        from annotations.store.additions import expected

        return expected(self._connection, article)

    def fill_language(self, article_id: str, language: str) -> None:
        """Note the language of an article of which it was not known; a person's word stays.

        Raises:
            NoSuchArticle: If there is none with this id.
        """
        from annotations.store.languages import fill_language

        with self._connection.writing():
            fill_language(self._connection, self.key(article_id), language)

    def get(self, article_id: str) -> Article:
        """One article.

        Raises:
            NoSuchArticle: If there is none with this id.
        """
        return self._one("a.id", article_id)

    def known(self, name: str) -> Article | None:
        """The article with an id or else an address, the first that has it; null if none has."""
        for column in ("a.id", "a.url"):
            try:
                return self._one(column, name)
            except NoSuchArticle:
                continue
        return None

    def has(self, article_id: str) -> bool:
        """Whether there is an article with this id."""
        found = self._connection.row("SELECT 1 FROM articles WHERE id = ?", (article_id,))
        return found is not None

    def is_from(self, address: str) -> bool:
        """Whether there is an article from this address."""
        found = self._connection.value(
            "SELECT EXISTS (SELECT 1 FROM articles WHERE url = :address)"
            " OR EXISTS (SELECT 1 FROM article_origins WHERE origin = :address)",
            {"address": address},
        )
        return bool(found)

    def text(self, article_id: str) -> str | None:
        """The text of the article with this id; null if there is none."""
        found = self._connection.row("SELECT text FROM articles WHERE id = ?", (article_id,))
        return None if found is None else str(found[0])

    def count(self) -> int:
        """How many articles there are, without deleted ones."""
        counted = f"SELECT count(*) FROM article_counts WHERE article {NOT_DELETED}"
        return int(self._connection.value(counted))

    def are_any(self) -> bool:
        """Whether there is any article, and be it a deleted one."""
        return bool(self._connection.value("SELECT EXISTS (SELECT 1 FROM article_counts)"))

    def excluded(self) -> int:
        """How many of them a person has excluded."""
        counted = f"SELECT count(*) FROM article_counts WHERE article {NOT_DELETED}"
        return int(self._connection.value(f"{counted} AND NOT article {NOT_EXCLUDED}"))

    def ids(self, *, worked_on: bool) -> list[str]:
        """The ids of articles in the order they were added, without deleted and excluded ones.

        Args:
            worked_on: Only those that a person has decided something in, numbers and dates apart,
                or called reviewed.
        """
        wanted = f"AND (c.reviewed > 0 OR c.article IN ({CALLED_REVIEWED}))" if worked_on else ""
        return self._connection.column(
            f"""
            SELECT a.id FROM article_counts AS c CROSS JOIN articles AS a ON a.key = c.article
            WHERE c.article {NOT_DELETED} AND c.article {NOT_EXCLUDED} {wanted}
            ORDER BY c.article
            """
        )

    def unfinished(self) -> list[str]:
        """The ids of articles in which something is decided and something waits.

        Those that a person has called reviewed or excluded, and deleted ones, are left out.
        """
        return self._connection.column(
            f"""
            SELECT a.id FROM article_counts AS c CROSS JOIN articles AS a ON a.key = c.article
            WHERE c.reviewed > 0 AND c.unreviewed > 0
                AND c.article {NOT_DELETED} AND c.article NOT IN ({CLOSED})
            ORDER BY c.article
            """
        )

    def iterate(self, *, excluded: bool = True) -> Iterator[Article]:
        """All articles in the order they were added, a few in memory at a time.

        Deleted ones are left out. Articles may be added and changed meanwhile.

        Args:
            excluded: Whether to give those that a person has excluded, too.
        """
        wanted = "" if excluded else f"AND a.key {NOT_EXCLUDED}"
        last = 0
        while True:
            with self._connection.reading():
                page = self._connection.rows(
                    f"{_SELECT} WHERE a.key > ? AND a.key {NOT_DELETED} {wanted} "
                    f"ORDER BY a.key LIMIT {_PAGE}",
                    (last,),
                )
                articles = [self._article(row) for row in page]
            if not page:
                return
            yield from articles
            last = page[-1][0]

    def keys(
        self,
        *,
        query: "Query | None" = None,
        sort: str = "published",
        descending: bool = True,
        limit: int | None = None,
    ) -> "array[int]":
        """The integer keys of articles, in order.

        Args:
            query: Which ones; null for all. The last of its words may be unfinished.
            sort: One of `SORTS`. Without words to look for, the best match is the latest.
            descending: Largest, newest or last first; articles without the value come last. The
                best match is first either way.
            limit: At most so many; null for all.

        Returns:
            The keys; the array may be kept and must not be changed.

        Raises:
            ValueError: If `sort` is not one of `SORTS`.
        """
        return listing.keys(
            self._connection,
            self._orders,
            query=query,
            sort=sort,
            descending=descending,
            limit=limit,
        )

    def can_be_ranked(self, query: "Query") -> bool:
        """Whether a query has words to look for, and not so many articles that have them."""
        from annotations.store import filtering  # only lists need it

        return filtering.can_be_ranked(self._connection, query)

    def rows(self, keys: Sequence[int]) -> list[ArticleRow]:
        """What a list shows of some articles, in the order of their keys.

        Articles that are not there are left out.
        """
        return listing.rows(self._connection, keys)

    def meant(self, words: str, *, limit: int = 10) -> list[ArticleName]:
        """The articles that somebody may mean, at most so many.

        The one with this id; else those whose ids begin so; else those with all the words in
        their titles, the last one perhaps unfinished.
        """
        return choosing.meant(self._connection, words, limit=limit)

    def titled(self, words: str, *, limit: int = 10) -> list[ArticleName]:
        """The articles with all the words in their titles, each perhaps unfinished.

        At most so many, those added last first, however many articles there are.
        """
        return choosing.titled(self._connection, words, limit=limit)

    def key(self, article_id: str) -> int:
        """The integer key of an article.

        Raises:
            NoSuchArticle: If there is none with this id.
        """
        return article_key(self._connection, article_id)

    def known_as(self, article: Article) -> str | None:
        """The id under which an article is in the store, perhaps with another text; else null.

        `identities.same` says by what it is known.
        """
        from annotations.store.identities import same  # an article can be shown without

        found = same(self._connection, article)
        return None if found is None else found.id

    def version(self, article_id: str) -> int:
        """The number of the text that an article has; 1 if it has never had another.

        Raises:
            NoSuchArticle: If there is none with this id.
        """
        number = self._connection.value(
            "SELECT number FROM article_versions WHERE article = ? AND is_current",
            (self.key(article_id),),
        )
        return 1 if number is None else int(number)

    def keys_of(self, article_ids: Sequence[str]) -> list[int]:
        """The integer keys of articles, in this order; of those that there are."""
        return self._connection.column(
            """
            SELECT a.key FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.id = wanted.value
            ORDER BY wanted.key
            """,
            (json.dumps(list(article_ids)),),
        )

    def by_key(self, key: int) -> Article:
        """One article, by its integer key.

        Raises:
            NoSuchArticle: If there is none with this key.
        """
        return self._one("a.key", key)

    def _one(self, column: str, value: str | int) -> Article:
        with self._connection.reading():
            row = self._connection.row(f"{_SELECT} WHERE {column} = ?", (value,))
            if row is None:
                raise NoSuchArticle(str(value))
            return self._article(row)

    def _article(self, row: Row) -> Article:
        key, note, state, version, *rest = row
        return replace(
            article_from(tuple(rest)),
            tags=tags_of(self._connection, key),
            note=note,
            state=None if state is None else ArticleState(state),
            version=version,
        )


def article_key(connection: Connection, article_id: str) -> int:
    """The integer key of an article.

    Raises:
        NoSuchArticle: If there is no such article.
    """
    key: int | None = connection.value("SELECT key FROM articles WHERE id = ?", (article_id,))
    if key is None:
        raise NoSuchArticle(article_id)
    return key


def text_of(connection: Connection, article: int) -> str:
    """The text of an article, by its key."""
    return str(connection.value("SELECT text FROM articles WHERE key = ?", (article,)))

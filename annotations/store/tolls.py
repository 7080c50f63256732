"""How many people each article says were killed, injured and so on, kept to sort articles by it.

What an article as a whole says follows from all its figures (`annotations.summary`), in a way that
SQL cannot tell. So it is worked out here and kept in `article_tolls`. Whatever changes a figure, by
whatever program, takes the row of its article out (see `migrations.tolls`), and it is worked out
again before anybody sorts by it.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from annotations.errors import DamagedRow, StoreBusy
from annotations.model import CasualtyFigure, Category, Count
from annotations.store import rows
from annotations.store.connection import Connection
from annotations.summary import summarize

_COLUMNS = ("article", *Category)
_MISSING = """
    SELECT article FROM article_counts
    WHERE casualties > 0 AND NOT EXISTS
        (SELECT 1 FROM article_tolls WHERE article_tolls.article = article_counts.article)
"""
_AT_ONCE = 500
"""Articles worked out in one transaction, so that others can write in between."""


def figures_of(connection: Connection, articles: Iterable[int]) -> dict[int, list[CasualtyFigure]]:
    """The casualty figures of some articles, without rejected ones and without their tags.

    Args:
        connection: An open store.
        articles: The articles' keys.

    Returns:
        By key, in the order of the text; articles that have none are left out.
    """
    found: dict[int, list[CasualtyFigure]] = {}
    for key, *row in connection.stream(
        f"""
        SELECT article, id, {", ".join(rows.ALL)} FROM annotations
        WHERE article IN (SELECT value FROM json_each(?))
            AND layer = 'casualties' AND status <> 'rejected'
        ORDER BY article, start, "end" DESC, id
        """,
        (json.dumps(list(articles)),),
    ):
        with suppress(DamagedRow):  # it is left out wherever it could be seen
            figure = rows.annotation(tuple(row))
            if isinstance(figure, CasualtyFigure):
                found.setdefault(key, []).append(figure)
    return found


def keep(connection: Connection, articles: Sequence[int]) -> None:
    """Work out and keep what some articles say.

    Args:
        connection: A store in a write transaction.
        articles: The articles' keys.
    """
    found = figures_of(connection, articles)
    places = ", ".join("?" * len(_COLUMNS))
    connection.executemany(
        f"INSERT OR REPLACE INTO article_tolls ({', '.join(_COLUMNS)}) VALUES ({places})",
        ((key, *_numbers(found[key])) for key in articles if key in found),
    )


def keep_all(connection: Connection) -> None:
    """Keep it for all articles for which it is not known.

    Where the store cannot be written, now or at all, these stay unknown.
    """
    if connection.read_only or connection.raw.in_transaction:
        return
    missing = connection.column(_MISSING)
    for start in range(0, len(missing), _AT_ONCE):
        try:
            with connection.writing():
                keep(connection, missing[start : start + _AT_ONCE])
        except StoreBusy:
            return


def _numbers(figures: Iterable[CasualtyFigure]) -> Iterator[int | None]:
    """The number of each category; null where nothing is said of it."""
    said = {toll.category: _number(toll.own.figure.count) for toll in summarize(figures)}
    return (said.get(category) for category in Category)


def _number(count: Count) -> int | None:
    return next((each for each in (count.best, count.low, count.high) if each is not None), None)

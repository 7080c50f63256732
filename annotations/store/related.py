"""The articles that share names, places and days with another."""

import json

from annotations.origins import OPENING, is_credit, is_of_source
from annotations.relatedness import Bond, Related, Shared, ranked
from annotations.store import days
from annotations.store.connection import Connection
from annotations.store.filtering import PLACES
from annotations.store.names import decisions
from annotations.store.names.families import Families
from annotations.store.names.values import NameGroup

_MOST = 5_000
"""Articles from which on a name or a day is so common that sharing it says nothing."""
_NAMED = "layer = 'entities' AND name IS NOT NULL AND status <> 'rejected'"


class Relations:
    """What articles have to do with each other, and with the days of events."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def related(self, key: int, *, limit: int = 50) -> list[Related]:
        """Other articles that share names, places and days with one, the most related first.

        Args:
            key: The article.
            limit: At most so many.
        """
        return _related(self._connection, key, limit=limit)

    def event_days(self) -> dict[int, str]:
        """The day on which what an article reports happened, by key, where any is known."""
        return days.event_days(self._connection)


def _related(connection: Connection, article: int, *, limit: int) -> list[Related]:
    with connection.reading():
        total = int(connection.value("SELECT count(*) FROM article_counts"))
        deleted = set(connection.column("SELECT article FROM deleted_articles"))
        sharing = {**_by_names(connection, article), **_by_days(connection, article)}
    others = {
        shared: found - deleted - {article}
        for shared, found in sharing.items()
        if len(found) <= _MOST
    }
    return ranked({each: keys for each, keys in others.items() if keys}, total=total, limit=limit)


def _by_names(connection: Connection, article: int) -> dict[Shared, set[int]]:
    merges = decisions.standing_merges(connection)
    places = Families(merges[NameGroup.PLACE])
    others = Families(
        {
            name: into
            for group, parents in merges.items()
            if group is not NameGroup.PLACE
            for name, into in parents.items()
        }
    )
    found: dict[Shared, set[int]] = {}
    for name, is_place in _names(connection, article):
        families = places if is_place else others
        shared = Shared(Bond.PLACE if is_place else Bond.NAME, families.root(name))
        if shared not in found:
            found[shared] = _having(connection, sorted(families.family(name)), place=is_place)
    return found


def _names(connection: Connection, article: int) -> set[tuple[str, bool]]:
    """The names of an article and whether they are of places, without whose report it is."""
    source, opening = connection.rows(
        f"SELECT source, substr(text, 1, {OPENING}) FROM articles WHERE key = ?", (article,)
    )[0]
    names: set[tuple[str, bool]] = set()
    origins: set[str] = set()
    for name, is_place, start, end in connection.rows(
        f"""
        SELECT name, label IN (SELECT value FROM json_each(?)), start, "end" FROM annotations
        WHERE article = ? AND {_NAMED}
        """,
        (json.dumps(PLACES), article),
    ):
        names.add((name, bool(is_place)))
        if not isinstance(start, int) or not isinstance(end, int):
            continue  # a damaged row
        if is_of_source(name, source) or is_credit(opening, start, end):
            origins.add(name)
    return {(name, is_place) for name, is_place in names if is_place or name not in origins}


def _having(connection: Connection, names: list[str], *, place: bool) -> set[int]:
    """The articles that have one of some names, as a place or as anything else."""
    return set(
        connection.column(
            f"""
            SELECT DISTINCT article FROM annotations
            WHERE {_NAMED} AND name IN (SELECT value FROM json_each(?))
                AND (label IN (SELECT value FROM json_each(?))) = ?
            LIMIT {_MOST + 1}
            """,
            (json.dumps(names), json.dumps(PLACES), int(place)),
        )
    )


def _by_days(connection: Connection, article: int) -> dict[Shared, set[int]]:
    return {
        Shared(Bond.DAY, day): set(days.articles_of(connection, day))
        for day in days.days_of(connection, article)
    }

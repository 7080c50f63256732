"""How the articles that a filter finds are spread: over sources, tags, names, months and states."""

from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass

from annotations.filters import Is, Key, Query, toggled
from annotations.store.connection import Connection, Row
from annotations.store.filtering import LABELS, STATES, fitting
from annotations.store.names import decisions
from annotations.store.names.families import Families
from annotations.store.names.values import NameGroup

_SHOWN = 30
"""Values listed of each facet, the commonest ones."""
_FEW = 5_000
"""Articles whose names are sooner looked up one by one than picked from all names."""
_STATES = (Is.UNRUN, Is.UNREVIEWED, Is.BEGUN, Is.REVIEWED)
_GROUPS = {
    Key.PLACE: NameGroup.PLACE,
    Key.PERSON: NameGroup.PERSON,
    Key.ORG: NameGroup.ORGANISATION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way in which articles are spread."""

    key: Key
    """What each value is of, in a filter."""
    values: tuple[tuple[str, int], ...]
    """Each value, as a filter asks for it as a whole, with how many articles have it."""


class Facets:
    """Counts over the articles that a filter finds."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def of(self, query: Query) -> list[Facet]:
        """The facets of what a query finds, without those that have no value."""
        with self._connection.reading():
            found = fitting(self._connection, query)
            self._choose(found)
            counted = {
                Key.IS: self._states(),
                Key.SOURCE: self._counted(
                    "SELECT source, count(*) FROM articles WHERE source IS NOT NULL"
                    " AND {} GROUP BY source COLLATE NOCASE",
                    "key",
                ),
                Key.TAG: self._counted(
                    "SELECT tag, count(*) FROM article_tags WHERE {} GROUP BY tag", "article"
                ),
                **self._names(query),
                Key.ON: self._months(),
            }
        facets = (Facet(key=key, values=tuple(values)) for key, values in counted.items())
        return [facet for facet in facets if facet.values]

    def _choose(self, found: Set[int] | None) -> None:
        """Put the articles into a table of this connection's own; all of them need none."""
        self._size = None if found is None else len(found)
        if found is not None:
            self._connection.execute("DROP TABLE IF EXISTS temp.chosen")
            self._connection.execute("CREATE TABLE temp.chosen (key INTEGER PRIMARY KEY)")
            self._connection.executemany(
                "INSERT INTO temp.chosen VALUES (?)", ((key,) for key in sorted(found))
            )

    def _among(self, key: str) -> str:
        """The condition that a column holds the key of one of the articles."""
        return "TRUE" if self._size is None else f"{key} IN (SELECT key FROM temp.chosen)"

    def _counted(self, statement: str, key: str) -> list[tuple[str, int]]:
        counts: dict[str, int] = dict(self._connection.rows(statement.format(self._among(key))))
        return Counter(counts).most_common(_SHOWN)

    def _states(self) -> list[tuple[str, int]]:
        """How many articles are how far; in the order of the work, those that none is left out."""
        counts = {
            state.value: self._connection.value(
                f"WITH found (key) AS ({STATES[state]}) "
                f"SELECT count(*) FROM found WHERE {self._among('key')}"
            )
            for state in _STATES
        }
        return [(state, count) for state, count in counts.items() if count]

    def _months(self) -> list[tuple[str, int]]:
        """Months of publication, the latest first."""
        return self._connection.rows(
            f"""
            SELECT substr(published, 1, 7) AS month, count(*) FROM articles
            WHERE published IS NOT NULL AND {self._among("key")}
            GROUP BY month ORDER BY month DESC LIMIT {_SHOWN}
            """
        )

    def _names(self, query: Query) -> dict[Key, list[tuple[str, int]]]:
        """The names that most articles have, each with what was merged into it."""
        merges = decisions.standing_merges(self._connection)
        rows = self._name_rows()
        return {
            key: self._most_common(key, rows, Families(merges[group]), query)
            for key, group in _GROUPS.items()
        }

    def _name_rows(self) -> list[Row]:
        """Name, label and number of articles, from an index that holds all three."""
        mine = "layer = 'entities' AND name IS NOT NULL AND status <> 'rejected'"
        if self._size is not None and self._size <= _FEW:
            source = "temp.chosen AS c CROSS JOIN annotations AS n ON n.article = c.key"
        else:
            source, mine = "annotations AS n", f"{mine} AND {self._among('article')}"
        return self._connection.rows(
            f"""
            SELECT name, label, count(*) FROM (
                SELECT DISTINCT name, label, article FROM {source} WHERE {mine}
            ) GROUP BY name, label
            """
        )

    def _most_common(
        self, key: Key, rows: Iterable[Row], families: Families, query: Query
    ) -> list[tuple[str, int]]:
        labels = LABELS[key]
        counts: Counter[str] = Counter()
        for name, label, articles in rows:
            if label in labels:
                counts[families.root(name)] += articles
        return [
            (name, self._recounted(query, key, name) if families.merged_into(name) else articles)
            for name, articles in counts.most_common(_SHOWN)
        ]

    def _recounted(self, query: Query, key: Key, name: str) -> int:
        """How many articles have a name under any of its forms; some may have several."""
        return len(fitting(self._connection, toggled(query, key, name)) or ())

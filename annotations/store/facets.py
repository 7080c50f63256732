"""How the articles that a filter finds are spread: over sources, tags, names, months and states."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from annotations.filters import Condition, Is, Key, Query, Value, picked, without_picked
from annotations.filters.values import folded
from annotations.language import DETECTABLE
from annotations.store.connection import Connection, Row
from annotations.store.filtering import LABELS, STATES, fitting
from annotations.store.languages import UNKNOWN
from annotations.store.names import decisions
from annotations.store.names.families import Families
from annotations.store.names.values import NameGroup
from annotations.store.tag_facets import tag_tree

_SHOWN = 30
"""Values listed of each facet, the commonest ones."""
_FEW = 5_000
"""Articles whose names are sooner looked up one by one than picked from all names."""
_FEW_MONTHS = 24
"""Months up to which they are listed by themselves, and not by years."""
_SOURCES = (
    "SELECT source, count(*) FROM articles WHERE source IS NOT NULL"
    " AND {} GROUP BY source COLLATE NOCASE"
)
_LANGUAGES = (
    f"SELECT coalesce(language, '{UNKNOWN}') AS code, count(*) FROM articles"
    " WHERE {} GROUP BY code"
)
_STATES = (
    *(Is.UNRUN, Is.FOREIGN, Is.NEW, Is.UNREVIEWED, Is.BEGUN),
    *(Is.LATER, Is.REVIEWED, Is.EXCLUDED),
)
_GROUPS = {
    Key.PLACE: NameGroup.PLACE,
    Key.PERSON: NameGroup.PERSON,
    Key.ORG: NameGroup.ORGANISATION,
}


_KEYS = (Key.IS, Key.LANG, Key.SOURCE, Key.TAG, Key.PLACE, Key.PERSON, Key.ORG, Key.ON)
_Counts = list[tuple[str, int]]
"""Values with the number of articles that have each, in the order in which they are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way in which articles are spread."""

    key: Key
    """What each value is of, in a filter."""
    values: tuple[tuple[str, int], ...]
    """Each value, as a filter asks for it as a whole, with how many articles have it."""
    more: int = 0
    """How many other values there are."""


class Facets:
    """Counts over the articles that a filter finds."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection
        self._families: dict[Key, Families] = {}

    def of(self, query: Query, *, opened: Set[Key] = frozenset()) -> list[Facet]:
        """The facets of what a query finds, without those that have no value.

        Of a facet of which the query asks for whole values, all are counted that could be asked for
        as well or instead; of the others, those that articles have which the query finds.

        Args:
            query: What is asked for.
            opened: The facets of which every value is listed, and not only the commonest.
        """
        with self._connection.reading():
            merges = decisions.standing_merges(self._connection)
            self._families = {key: Families(merges[group]) for key, group in _GROUPS.items()}
            found = [
                facet
                for base, keys in _bases(query).items()
                for facet in self._counted_in(base, keys, query, opened)
            ]
        return sorted(found, key=lambda facet: _KEYS.index(facet.key))

    def _counted_in(
        self, base: Query, keys: Sequence[Key], query: Query, opened: Set[Key]
    ) -> Iterator[Facet]:
        """The facets of some keys over what a query finds that asks for no whole value of them."""
        self._choose(fitting(self._connection, base))
        for key, counts in self._counts(keys).items():
            asked = _asked_for(query, key)
            listed = _by_year(counts, asked) if key is Key.ON else counts
            is_open = key in opened or key is Key.ON
            shown = _with_asked(listed if is_open else listed[:_SHOWN], listed, asked)
            if shown:
                values = tuple(self._recounted(base, key, shown))
                yield Facet(key=key, values=values, more=max(0, len(listed) - len(shown)))

    def _counts(self, keys: Sequence[Key]) -> dict[Key, _Counts]:
        """All values of some keys among the chosen articles."""
        counts: dict[Key, _Counts] = {}
        rows = self._name_rows() if _GROUPS.keys() & set(keys) else []
        for key in keys:
            match key:
                case Key.IS:
                    counts[key] = self._states()
                case Key.SOURCE:
                    counts[key] = self._counted(_SOURCES, "key")
                case Key.LANG:
                    counts[key] = self._languages()
                case Key.TAG:
                    counts[key] = tag_tree(self._connection, self._among)
                case Key.ON:
                    counts[key] = self._months()
                case _:
                    counts[key] = _most_common(key, rows, self._families[key])
        return counts

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
        return Counter(counts).most_common()

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

    def _languages(self) -> list[tuple[str, int]]:
        """How many articles are in each language, unless all are in English or nobody knows."""
        counts = self._counted(_LANGUAGES, "key")
        one = counts[0][0] if len(counts) == 1 else None
        return [] if one in (DETECTABLE, UNKNOWN) else counts

    def _months(self) -> list[tuple[str, int]]:
        """Months of publication, the latest first."""
        return self._connection.rows(
            f"""
            SELECT substr(published, 1, 7) AS month, count(*) FROM articles
            WHERE published IS NOT NULL AND {self._among("key")}
            GROUP BY month ORDER BY month DESC
            """
        )

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

    def _recounted(self, base: Query, key: Key, counts: _Counts) -> Iterator[tuple[str, int]]:
        """The counts, with those corrected of names that articles may have under several forms."""
        families = self._families.get(key)
        for value, count in counts:
            if families is not None and families.merged_into(value):
                wanted = Condition(key, (Value(value, whole=True),))
                found = fitting(self._connection, Query((*base.terms, wanted)))
                yield value, len(found or ())
            else:
                yield value, count


def _bases(query: Query) -> dict[Query, list[Key]]:
    """The queries that each facet's values are counted in, with the keys of these facets."""
    bases: dict[Query, list[Key]] = {}
    for key in _KEYS:
        bases.setdefault(without_picked(query, key), []).append(key)
    return bases


def _asked_for(query: Query, key: Key) -> list[str]:
    """The values of a facet that a query asks for."""
    condition = picked(query, key)
    return [] if condition is None else [value.text for value in condition.values]


def _with_asked(shown: _Counts, counts: _Counts, asked: Sequence[str]) -> _Counts:
    """Values with those that are asked for behind them, whether any article has them or not."""
    there = {folded(value) for value, _ in shown}
    missing = [each for each in asked if folded(each) not in there]
    if not missing:
        return shown
    forms = {folded(value): (value, count) for value, count in counts}
    return shown + [forms.get(folded(each), (each, 0)) for each in missing]


def _by_year(months: _Counts, asked: Iterable[str]) -> _Counts:
    """The months, or if they are many the years, with the months of those that are asked for."""
    if len(months) <= _FEW_MONTHS:
        return months
    years: dict[str, _Counts] = {}
    for month, count in months:
        years.setdefault(month[:4], []).append((month, count))
    open_years = {each[:4] for each in asked}
    listed: _Counts = []
    for year, of_year in years.items():
        listed.append((year, sum(count for _, count in of_year)))
        listed += [each for each in of_year if year in open_years and each[0] != year]
    return listed


def _most_common(key: Key, rows: Iterable[Row], families: Families) -> _Counts:
    """The names that most articles have, each with what was merged into it."""
    labels = LABELS[key]
    counts: Counter[str] = Counter()
    for name, label, articles in rows:
        if label in labels:
            counts[families.root(name)] += articles
    return counts.most_common()

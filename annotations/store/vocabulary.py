"""The values that a condition of a filter may go on to have, for whoever is typing one."""

from collections.abc import Iterable

from annotations.filters import EVERYTHING, Key, Value
from annotations.filters.values import folded
from annotations.store.connection import Connection
from annotations.store.facets import Facets
from annotations.store.filtering import sources, tags
from annotations.store.languages import UNKNOWN
from annotations.store.languages import beginning as languages_beginning
from annotations.store.names.beginning import names_beginning
from annotations.store.names.values import NameGroup

_GROUPS: dict[Key, NameGroup | None] = {
    Key.PLACE: NameGroup.PLACE,
    Key.PERSON: NameGroup.PERSON,
    Key.ORG: NameGroup.ORGANISATION,
    Key.NAME: None,
}


class Vocabulary:
    """Sources, tags and names of a store, by their beginnings."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def beginning(self, key: Key, begun: str, *, limit: int = 20) -> list[str]:
        """The values of a key that somebody may be typing, the likeliest first.

        Args:
            key: What they are of.
            begun: The beginning of a word of them; of names, the commonest are given without.
            limit: At most so many.
        """
        match key:
            case Key.SOURCE:
                return _fitting(sources(self._connection), begun)[:limit]
            case Key.TAG:
                return _fitting(tags(self._connection), begun)[:limit]
            case Key.LANG:
                return [*languages_beginning(self._connection, begun), UNKNOWN][:limit]
            case Key.PLACE | Key.PERSON | Key.ORG | Key.NAME:
                return self._names(key, begun, limit)
            case _:
                return []

    def _names(self, key: Key, begun: str, limit: int) -> list[str]:
        if begun.strip():
            group = _GROUPS[key]
            found = names_beginning(self._connection, begun, group=group, limit=limit)
            return list(dict.fromkeys(each.name for each in found))
        facets = Facets(self._connection).of(EVERYTHING)
        commonest = (facet.values for facet in facets if facet.key is key)
        return [name for values in commonest for name, _ in values[:limit]]


def _fitting(texts: Iterable[str], begun: str) -> list[str]:
    """The texts in which a word begins so, those that begin so themselves first."""
    value, start = Value(begun), folded(begun)
    found = [text for text in texts if value.fits(text)]
    return sorted(found, key=lambda text: (not folded(text).startswith(start), folded(text)))

"""Finding names by their words, among however many different ones there are."""

from collections.abc import Iterable

from annotations.filters import Value, Word
from annotations.store.connection import Connection
from annotations.store.matching import match_expression
from annotations.store.names import decisions
from annotations.store.names.families import Families


def names_meant(connection: Connection, values: Iterable[Value]) -> list[str]:
    """Every name that one of the values fits, and every other that counts as the same.

    Args:
        connection: An open store.
        values: Whole names, or beginnings of words in names.
    """
    fitting = {name for value in values for name in _fitting(connection, value)}
    if not decisions.are_any(connection):
        return sorted(fitting)
    for parents in decisions.standing_merges(connection).values():
        families = Families(parents)
        fitting |= {each for name in tuple(fitting) for each in families.family(name)}
    return sorted(fitting)


def names_begun(connection: Connection, words: str, *, limit: int) -> list[str]:
    """Some of the names in which a word begins as it was typed, those that begin so first.

    Args:
        connection: An open store.
        words: The beginning of one word, or some words and the beginning of the last.
        limit: How many to look at, which keeps it quick where thousands fit.
    """
    if not words.strip():
        return []
    found = connection.column(
        """
        SELECT name FROM written_names
        WHERE key IN (
            SELECT rowid FROM written_names_fts WHERE written_names_fts MATCH ? LIMIT ?
        )
        """,
        (match_expression([Word(words, phrase=True)]) + "*", limit),
    )
    begun = words.strip().casefold()
    return sorted(found, key=lambda name: (not name.casefold().startswith(begun), name))


def _fitting(connection: Connection, value: Value) -> list[str]:
    """The names in annotations and splits that a value fits."""
    expression = match_expression([Word(value.text, phrase=value.whole)])
    found = connection.column(
        """
        SELECT name FROM written_names
        WHERE key IN (SELECT rowid FROM written_names_fts WHERE written_names_fts MATCH ?)
        UNION SELECT meant FROM name_splits
        """,
        (expression,),
    )
    return [name for name in found if value.fits(name)]

"""Finding names by their words, among however many different ones there are."""

from collections.abc import Iterable

from annotations.filters import Value, Word
from annotations.store.connection import Connection
from annotations.store.matching import beginning_expression, match_expression
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
    """Some of the names that have all of some words, each perhaps unfinished; quickly.

    Args:
        connection: An open store.
        words: What was typed of a name; case and accents do not count.
        limit: How many to look at, which keeps it quick where thousands fit: the first that were
            ever found stand for all.

    Returns:
        Those that begin as it was typed first; else in alphabetical order.
    """
    expression = beginning_expression(words)
    if not expression:
        return []
    found = connection.column(
        """
        SELECT name FROM written_names WHERE key IN (
            SELECT rowid FROM written_names_fts WHERE written_names_fts MATCH ?
            ORDER BY rowid LIMIT ?
        )
        """,
        (expression, limit),
    )
    begun = " ".join(words.split()).casefold()
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

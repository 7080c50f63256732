"""Filters that a person has given a name.

They are kept in the store and not in the configuration, because the sources, tags and names that
they ask for are this store's: whoever opens the file, on whatever machine, has them.
"""

from annotations.store.connection import Connection


class SavedFilters:
    """The filters of a store by their names."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def all(self) -> dict[str, str]:
        """Each name with its filter as it was typed, in alphabetical order."""
        return dict(
            self._connection.rows(
                "SELECT name, filter FROM saved_filters ORDER BY name COLLATE NOCASE"
            )
        )

    def save(self, name: str, typed: str) -> None:
        """Give a filter a name; one that had it before loses it.

        Raises:
            StoreError: If it cannot be written.
        """
        with self._connection.writing():
            self._connection.execute(
                "INSERT OR REPLACE INTO saved_filters (name, filter) VALUES (?, ?)", (name, typed)
            )

    def remove(self, name: str) -> None:
        """Forget a filter.

        Raises:
            StoreError: If it cannot be written.
        """
        with self._connection.writing():
            self._connection.execute("DELETE FROM saved_filters WHERE name = ?", (name,))

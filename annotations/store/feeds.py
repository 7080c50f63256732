"""What is remembered of feeds between two looks at them."""

from dataclasses import dataclass

from annotations.store.connection import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """How far a feed has been read."""

    etag: str | None = None
    modified: str | None = None
    """`Last-Modified`, as the server wrote it."""
    not_before: float = 0
    """When its server may be asked again, in seconds since 1970."""


class Feeds:
    """The feeds that are watched."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def state(self, address: str, *, with_pages: bool) -> FeedState:
        """How far a feed has been read; not at all if it is new.

        Args:
            address: The address of the feed.
            with_pages: Whether the pages behind its entries are read.
        """
        row = self._connection.row(
            "SELECT etag, modified, not_before FROM feeds WHERE address = ? AND with_pages = ?",
            (address, with_pages),
        )
        if row is None:
            return FeedState()
        return FeedState(etag=row[0], modified=row[1], not_before=row[2])

    def remember(self, address: str, state: FeedState, *, with_pages: bool) -> None:
        """Keep how far a feed has been read.

        Raises:
            StoreError: If it cannot be written.
        """
        with self._connection.writing():
            self._connection.execute(
                "INSERT OR REPLACE INTO feeds (address, with_pages, etag, modified, not_before)"
                " VALUES (?, ?, ?, ?, ?)",
                (address, with_pages, state.etag, state.modified, state.not_before),
            )

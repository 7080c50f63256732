"""Feeds, and any other addresses, that are watched."""

from collections.abc import Callable, Iterator

from annotations.errors import FetchError, SourceError
from annotations.sources import Address, Item, Options
from annotations.sources.network.addresses import fetchable
from annotations.sources.network.answers import Validators
from annotations.sources.network.fetching import Fetcher
from annotations.sources.reading import read_input
from annotations.store.feeds import Feeds, FeedState
from reader.watching.rounds import NEVER

_GONE = 410
_LONGEST = 86_400.0
"""Seconds that a feed is left alone for after however many failures."""
_MOST_DOUBLINGS = 12


class WatchedFeed:
    """An address that is asked every so often, unless its server wants to be left alone."""

    def __init__(
        self,
        address: Address,
        *,
        every: float,
        fetcher: Fetcher,
        options: Options,
        feeds: Feeds,
        clock: Callable[[], float],
    ) -> None:
        """Args:
        address: The address.
        every: Seconds between looks.
        fetcher: Opens it.
        options: How to read.
        feeds: What is remembered of it.
        clock: Tells the time, in seconds since 1970.
        """
        self.name = str(address)
        self._address = address.text
        self._every = every
        self._fetcher = fetcher
        self._options = options
        self._feeds = feeds
        self._clock = clock
        self._failures = 0
        self._told: str | None = None
        """Why it could not be opened the last time, as it was told."""
        self._problems: set[str] = set()
        """What is wrong with what is in it, as it was told."""
        self._state = self._remembered()
        self._read = self._state
        """The state once all that was read last is kept."""
        self.due = max(clock(), min(self._state.not_before, clock() + _LONGEST))

    def look(self) -> Iterator[Item]:
        """Read it, if it has changed. A failure is told once, until it is another one."""
        seen = Validators(etag=self._state.etag, modified=self._state.modified)
        self.due = self._clock() + self._every
        self._read = self._state
        try:
            with self._fetcher.get(self._address, seen=seen) as answer:
                self._failures, self._told = 0, None
                self._wait(answer.retry_after)
                if answer.input is None:
                    return
                self._read = FeedState(
                    etag=answer.validators.etag, modified=answer.validators.modified
                )
                yield from self._news(read_input(answer.input, self._options))
        except SourceError as error:
            self._back_off(error)
            if str(error) != self._told:
                self._told = str(error)
                yield error

    def _news(self, items: Iterator[Item]) -> Iterator[Item]:
        """All but what is wrong with what was there the last time, too."""
        problems: set[str] = set()
        for item in items:
            if isinstance(item, SourceError):
                problems.add(str(item))
                if str(item) in self._problems:
                    continue
            yield item
        self._problems = problems

    def settle(self) -> None:
        """Remember how far it is read, so that it need not be sent again."""
        if self._read != self._state:
            self._keep(self._read)

    def _remembered(self) -> FeedState:
        try:
            address = fetchable(self._address)
        except SourceError:
            return FeedState()  # it is told when it is looked at
        return self._feeds.state(address, with_pages=self._options.full)

    def _keep(self, state: FeedState) -> None:
        self._state = self._read = state
        self._feeds.remember(fetchable(self._address), state, with_pages=self._options.full)

    def _wait(self, asked_for: float | None) -> None:
        if asked_for is not None:
            self.due = max(self.due, self._clock() + min(asked_for, _LONGEST))

    def _back_off(self, error: SourceError) -> None:
        """Ask ever more seldom, and not before the server says."""
        self._failures = min(self._failures + 1, _MOST_DOUBLINGS)
        if not isinstance(error, FetchError) or error.status == _GONE:
            self.due = NEVER
            return
        self._wait(self._every * 2**self._failures)
        self._wait(error.retry_after)
        self._keep(
            FeedState(
                etag=self._state.etag,
                modified=self._state.modified,
                not_before=self.due if error.retry_after else 0,
            )
        )

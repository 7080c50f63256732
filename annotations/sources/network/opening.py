"""What opens addresses: made when it is needed, and keeping what is read twice."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from annotations.errors import SourceError
from annotations.sources.inputs import Input
from annotations.sources.options import Fetch

if TYPE_CHECKING:
    from annotations.sources.network.fetching import Fetcher


def fetching(*, allow_private: bool = False) -> Fetch:
    """What opens addresses; nothing is imported for it before the first one.

    Args:
        allow_private: Whether machines that are not on the public internet may be asked.
    """

    @cache
    def fetcher() -> "Fetcher":
        from annotations.sources.network.fetching import Fetcher  # 170 ms, most of it urllib3

        return Fetcher(allow_private=allow_private)

    def fetch(address: str) -> AbstractContextManager[Input]:
        return fetcher()(address)

    return fetch


class FetchedOnce:
    """Opens an address twice, but asks for it once.

    The reader shows the first article of an address before it adds them all.
    """

    def __init__(self, fetch: Fetch) -> None:
        """Args:
        fetch: What opens addresses.
        """
        self._fetch = fetch
        self._kept: dict[str, tuple[ExitStack, Input] | SourceError] = {}

    @contextmanager
    def __call__(self, address: str) -> Iterator[Input]:
        """Open an address: the first time for good, the second time what came then.

        Raises:
            SourceError: If it could not be opened.
        """
        kept = self._kept.pop(address, None)
        if isinstance(kept, SourceError):
            raise kept
        if kept is not None:
            stack, given = kept
            with stack:
                yield _from_the_start(given)
            return
        stack = ExitStack()
        try:
            given = stack.enter_context(self._fetch(address))
        except SourceError as error:
            self._kept[address] = error
            raise
        self._kept[address] = stack, given
        yield _from_the_start(given)


def _from_the_start(given: Input) -> Input:
    given.stream.seek(0)
    return replace(given)

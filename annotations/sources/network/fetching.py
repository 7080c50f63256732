"""Fetching: an open input from an address that a person gave.

No cookies are kept, no credentials sent, and one address is asked at a time. `robots.txt` is not
asked: it is for programs that find their addresses themselves, and here each is one that a person
named, or that stands in a list or feed that they did.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO, cast
from urllib.parse import unquote, urljoin, urlsplit

from urllib3 import BaseHTTPResponse, PoolManager, ProxyManager, Timeout, make_headers

from annotations import __version__
from annotations.errors import FetchError
from annotations.sources.inputs import Input
from annotations.sources.network.addresses import fetchable, shown, without_credentials
from annotations.sources.network.answers import NEVER_SEEN, Answer, Validators
from annotations.sources.network.bounds import USUAL, Bounds
from annotations.sources.network.connecting import pools_of
from annotations.sources.network.failing import failed, private, refused, slow
from annotations.sources.network.headers import charset_of, seconds_of
from annotations.sources.network.patience import Patience
from annotations.sources.network.proxies import proxy_for
from annotations.sources.network.screening import is_public

AGENT = f"closeread/{__version__} (reads articles for a person)"
"""What servers are told about who asks."""

_WANTED = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,"
    "application/feed+json,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}
_MOVED = frozenset((301, 302, 303, 307, 308))
_UNCHANGED = 304
_FAILED = 400
_CHUNK = 65_536
_IN_MEMORY = 4_000_000
"""Bytes of an answer that are kept in memory; the rest goes to a temporary file."""


class Fetcher:
    """Opens addresses; connections to one host are used again."""

    def __init__(self, *, allow_private: bool = False, bounds: Bounds = USUAL) -> None:
        """Args:
        allow_private: Whether machines that are not on the public internet may be asked.
        bounds: How much time and how many bytes an address may take.
        """
        self._allow_private = allow_private
        self._bounds = bounds
        self._pools: dict[str | None, PoolManager] = {}

    @contextmanager
    def __call__(self, address: str) -> Iterator[Input]:
        """Open an address.

        Raises:
            SourceError: If it cannot be opened.
        """
        with self.get(address) as answer:
            if answer.input is None:  # nobody has said what was seen
                raise FetchError(f"{shown(address)} gave no page.")
            yield answer.input

    @contextmanager
    def get(self, address: str, *, seen: Validators = NEVER_SEEN) -> Iterator[Answer]:
        """Open an address, unless it is as it was when it was seen last.

        All of it is there when this begins: however long reading takes, no server waits.

        Raises:
            SourceError: If it cannot be opened.
        """
        asked = fetchable(address)
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
            with Patience(self._bounds.total) as patience:
                answer = self._answer(asked, seen, copy, patience)
            yield answer

    def close(self) -> None:
        """Close the connections that are kept."""
        for pools in self._pools.values():
            pools.clear()

    def _answer(self, asked: str, seen: Validators, copy: IO[bytes], patience: Patience) -> Answer:
        response, final = self._followed(asked, seen, patience)
        try:
            if response.status >= _FAILED:
                raise refused(asked, response)
            if response.status != _UNCHANGED:
                with failed(asked, patience):
                    self._copy(response, copy, asked, patience)
        finally:
            response.close()
        headers = response.headers
        given = Input(
            name=shown(asked),
            stream=cast(BinaryIO, copy),
            origin=asked,
            address=final,
            charset=charset_of(headers.get("Content-Type")),
        )
        return Answer(
            input=None if response.status == _UNCHANGED else given,
            validators=Validators(etag=headers.get("ETag"), modified=headers.get("Last-Modified")),
            retry_after=seconds_of(headers.get("Retry-After")),
        )

    def _followed(
        self, asked: str, seen: Validators, patience: Patience
    ) -> tuple[BaseHTTPResponse, str]:
        """The response that redirects lead to, and its address.

        Raises:
            SourceError: If they lead on and on, or to something that is not fetched.
        """
        address = asked
        for _ in range(self._bounds.redirects + 1):
            response = self._request(address, seen, asked, patience)
            location = response.headers.get("Location")
            if response.status not in _MOVED or not location:
                return response, address
            response.close()
            address = fetchable(urljoin(address, location))
        raise FetchError(f"{shown(asked)} leads on and on to other addresses.")

    def _request(
        self, address: str, seen: Validators, asked: str, patience: Patience
    ) -> BaseHTTPResponse:
        timeout = Timeout(connect=self._bounds.connect, read=self._bounds.read)
        with failed(asked, patience):
            return self._pools_for(address).request(
                "GET",
                address,
                headers=_WANTED | seen.headers(),
                timeout=timeout,
                retries=False,
                redirect=False,
                preload_content=False,
            )

    def _copy(
        self, response: BaseHTTPResponse, copy: IO[bytes], asked: str, patience: Patience
    ) -> None:
        """Take over the body, decompressed.

        Raises:
            FetchError: If it is too large, or was cut off because time is over.
        """
        most = self._bounds.size
        length = response.headers.get("Content-Length", "")
        is_too_large = length.isdigit() and int(length[:20]) > most
        while not is_too_large and (piece := response.read1(_CHUNK, decode_content=True)):
            copy.write(piece)
            is_too_large = max(copy.tell(), response.tell()) > most
        if patience.is_over:
            raise slow(asked)
        if is_too_large:
            raise FetchError(
                f"{shown(asked)} has more than {most // 1_000_000} MB.",
                hint="Download it with another program, and add the file.",
            )
        copy.seek(0)

    def _pools_for(self, address: str) -> PoolManager:
        """The connections to use: through a proxy that the environment names, or to the host.

        A proxy resolves names itself; then only hosts that are spelled as IP addresses, or as
        this machine, can be told to be private.

        Raises:
            FetchError: If they are.
        """
        proxy = proxy_for(address)
        host = urlsplit(address).hostname or ""
        if proxy is not None and not self._allow_private and _is_spelled_private(host):
            raise private(address)
        if proxy not in self._pools:
            self._pools[proxy] = self._made(proxy)
        return self._pools[proxy]

    def _made(self, proxy: str | None) -> PoolManager:
        if proxy is None:
            return pools_of(PoolManager(), public_only=not self._allow_private)
        password = urlsplit(proxy).netloc.rpartition("@")[0]
        headers = make_headers(proxy_basic_auth=unquote(password)) if password else None
        through = ProxyManager(without_credentials(proxy), proxy_headers=headers)
        return pools_of(through, public_only=False)


def _is_spelled_private(host: str) -> bool:
    """Whether a host is private by its looks, whatever it resolves to."""
    if host.rstrip(".").rpartition(".")[2] in ("localhost", "local", "internal"):
        return True
    is_number = ":" in host or host.replace(".", "").isdigit() or host.startswith("0x")
    return is_number and not is_public(host)

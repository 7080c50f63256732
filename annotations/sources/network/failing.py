"""Why an address could not be opened, in a line."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

from urllib3 import BaseHTTPResponse
from urllib3.exceptions import (
    DecodeError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    ProxyError,
    SSLError,
)
from urllib3.exceptions import TimeoutError as TimedOut

from annotations.errors import FetchError
from annotations.sources.network.addresses import shown
from annotations.sources.network.connecting import PrivateMachine
from annotations.sources.network.headers import seconds_of
from annotations.sources.network.patience import Patience
from annotations.text import clean_line

ALLOW_PRIVATE = "--allow-private opens addresses on your own machine and network."

_LONGEST_REASON = 120
"""Characters of what a library says is wrong."""

_HINTS = {
    401: "It asks for a password. Save the page in a browser, and add the file.",
    402: "It asks for payment. Save the page in a browser, and add the file.",
    403: "It may want a browser. Save the page in one, and add the file.",
    429: "It was asked too often. Try again later.",
    503: "Try again later.",
}


@contextmanager
def failed(address: str, patience: Patience) -> Iterator[None]:
    """Make one error of whatever urllib3 raises.

    Raises:
        FetchError: In the place of it.
    """
    try:
        yield
    except PrivateMachine as error:
        raise private(address) from error
    except (HTTPError, OSError, ValueError) as error:
        raise slow(address) if patience.is_over else _error(address, error) from error


def private(address: str) -> FetchError:
    """That an address is not on the public internet."""
    return FetchError(
        f"{shown(address)} is on a private machine or network, and was not opened.",
        hint=ALLOW_PRIVATE,
    )


def slow(address: str) -> FetchError:
    """That an address takes too long."""
    return FetchError(f"{shown(address)} timed out.", hint="Try again later.")


def refused(address: str, response: BaseHTTPResponse) -> FetchError:
    """What the status of a response says."""
    status = response.status
    return FetchError(
        f"{shown(address)} was not opened: {status} {_phrase(status, response.reason)}.",
        hint=_HINTS.get(status, ""),
        status=status,
        retry_after=seconds_of(response.headers.get("Retry-After")),
    )


def _phrase(status: int, reason: str | None) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return clean_line(reason or "")[:_LONGEST_REASON] or "no reason given"


def _error(address: str, error: Exception) -> FetchError:
    name = shown(address)
    if isinstance(error, ProxyError):
        reason = clean_line(str(error.original_error))[:_LONGEST_REASON]
        return FetchError(
            f"{name} was not opened: the proxy failed ({reason}).",
            hint="Look at the variables https_proxy and http_proxy.",
        )
    if isinstance(error, NameResolutionError):
        return FetchError(
            f"{name} was not opened: there is no such host.",
            hint="Look at the address, and whether the network is there.",
        )
    if isinstance(error, NewConnectionError):
        return FetchError(f"{name} was not opened: {_reason(error.__cause__ or error)}.")
    if isinstance(error, SSLError):
        return _distrusted(name, error)
    if isinstance(error, TimedOut):
        return slow(address)
    if isinstance(error, DecodeError):
        return FetchError(f"{name} sent what cannot be decompressed.")
    return FetchError(f"{name} broke off ({_reason(error)}).", hint="Try again later.")


def _distrusted(name: str, error: SSLError) -> FetchError:
    cause = next((each for each in error.args if isinstance(each, ssl.SSLError)), None)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return FetchError(
            f"{name} was not opened: its certificate is not trusted ({cause.verify_message})."
        )
    reason = getattr(cause, "reason", None) or str(error)
    return FetchError(f"{name} was not opened: no secure connection ({clean_line(reason)}).")


def _reason(error: BaseException) -> str:
    """What the system says, in lower case as inside a sentence."""
    words = clean_line(str(getattr(error, "strerror", None) or error))[:_LONGEST_REASON]
    return words[:1].lower() + words[1:]

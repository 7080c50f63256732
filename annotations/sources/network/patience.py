"""A bound for all the time that an address takes.

The time-outs of a socket bound how long a machine may be silent; one that sends a byte of its
headers now and then could keep a person waiting for ever. When the time is over the socket is shut
under whoever reads from it.
"""

import socket
from contextlib import suppress
from contextvars import ContextVar
from threading import Timer
from typing import Self

_CURRENT: ContextVar["Patience | None"] = ContextVar("_CURRENT", default=None)


class Patience:
    """The time for one address, from entering to leaving it."""

    def __init__(self, seconds: float) -> None:
        """Args:
        seconds: How long it lasts.
        """
        self.is_over = False
        """Whether it has ended before the work had."""
        self._socket: socket.socket | None = None
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._before = _CURRENT.set(self)
        self._timer.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._timer.cancel()
        _CURRENT.reset(self._before)

    def _end(self) -> None:
        self.is_over = True
        if self._socket is not None:
            _shut(self._socket)

    def _covers(self, connected: socket.socket) -> None:
        self._socket = connected
        if self.is_over:
            _shut(connected)


def wait_on(connected: socket.socket | None) -> None:
    """Let the current patience end what is read from a socket."""
    patience = _CURRENT.get()
    if patience is not None and connected is not None:
        patience._covers(connected)


def _shut(connected: socket.socket) -> None:
    """End a connection while another thread waits for it; TLS must not be asked to say goodbye."""
    with suppress(OSError):
        socket.socket.shutdown(connected, socket.SHUT_RDWR)

"""Connections that end when patience does, and that are made to public machines alone.

The name is resolved here, and the connection made to the very address that was looked at: a name
that resolves to something else the next time (DNS rebinding) gains nothing.
"""

import socket

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.response import HTTPResponse
from urllib3.util.connection import allowed_gai_family, create_connection

from annotations.sources.network.patience import wait_on
from annotations.sources.network.screening import is_public


class PrivateMachine(Exception):
    """A name resolves to a machine that may not be asked."""


class _Connection(HTTPConnection):
    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3
        wait_on(self.sock)
        return super().getresponse()


class _SecureConnection(HTTPSConnection):
    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3
        wait_on(self.sock)
        return super().getresponse()


class _PublicConnection(_Connection):
    def _new_conn(self) -> socket.socket:
        return _connected(self)


class _PublicSecureConnection(_SecureConnection):
    def _new_conn(self) -> socket.socket:
        return _connected(self)


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


class _PublicPool(HTTPConnectionPool):
    ConnectionCls = _PublicConnection


class _PublicSecurePool(HTTPSConnectionPool):
    ConnectionCls = _PublicSecureConnection


def pools_of(pools: PoolManager, *, public_only: bool) -> PoolManager:
    """The pools, with connections of this module in them.

    Args:
        pools: Pools that nothing was asked of yet.
        public_only: Whether machines that are not on the public internet are refused.
    """
    classes = (_PublicPool, _PublicSecurePool) if public_only else (_Pool, _SecurePool)
    pools.pool_classes_by_scheme = dict(zip(("http", "https"), classes, strict=True))
    return pools


def _connected(connection: HTTPConnection) -> socket.socket:
    """A socket that is connected to the first address of a name that answers.

    Raises:
        PrivateMachine: If any of the addresses may not be asked; which one answers is chance.
    """
    failed: OSError | None = None
    for ip in _resolved(connection):
        try:
            return create_connection(
                (ip, connection.port),
                connection.timeout,
                source_address=connection.source_address,
                socket_options=connection.socket_options,
            )
        except OSError as error:
            failed = error
    if isinstance(failed, TimeoutError):
        raise ConnectTimeoutError(connection, "timed out") from failed
    raise NewConnectionError(connection, str(failed)) from failed


def _resolved(connection: HTTPConnection) -> list[str]:
    """The addresses of a connection's host, each once."""
    host = connection.host.strip("[]")
    try:
        family = allowed_gai_family()
        found = socket.getaddrinfo(host, connection.port, family, socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise NameResolutionError(connection.host, connection, error) from error
    ips = list(dict.fromkeys(str(address[0]) for *_, address in found))
    if not all(map(is_public, ips)):
        raise PrivateMachine(connection.host)
    return ips

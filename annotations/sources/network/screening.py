"""Which machines an address may lead to.

A page, a feed or a redirect can name any host; one on the person's own machine or network would be
asked in their name.
"""

import ipaddress
from collections.abc import Iterator

_Ip = ipaddress.IPv4Address | ipaddress.IPv6Address

_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""NAT64 (RFC 6052): the last 32 bits are the IPv4 address that is really reached."""


def is_public(ip: str) -> bool:
    """Whether an IP address is one of the public internet, in each form that it holds.

    Private, loopback, link-local, shared, multicast, reserved and unspecified ones are not.

    Args:
        ip: As `getaddrinfo` gives it; a zone (`fe80::1%eth0`) may follow.
    """
    try:
        parsed = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    return all(_is_global(each) for each in _forms(parsed))


def _is_global(ip: _Ip) -> bool:
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _forms(ip: _Ip) -> Iterator[_Ip]:
    """The address that packets end up at: IPv6 can carry an IPv4 address in several ways."""
    if isinstance(ip, ipaddress.IPv4Address):
        yield ip
        return
    if ip.ipv4_mapped is not None:
        yield ip.ipv4_mapped
        return
    if ip in _TRANSLATED:
        yield ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)
        return
    yield ip
    if ip.sixtofour is not None:
        yield ip.sixtofour
    if ip.teredo is not None:
        yield from ip.teredo

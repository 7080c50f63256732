"""Which machines may be asked."""

import pytest

from annotations.sources.network.screening import is_public


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::", "2001:0:7f00:1::1", "nonsense", "",
    ],
)  # fmt: skip
def test_private_in_every_form(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["93.184.215.14", "2606:2800:21f::1", "::ffff:93.184.215.14",
                                "64:ff9b::5db8:d70e"])  # fmt: skip
def test_public(ip: str) -> None:
    assert is_public(ip)

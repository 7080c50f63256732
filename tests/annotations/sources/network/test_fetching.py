"""Fetching, from a server on this machine."""

import socket
import zlib
from collections.abc import Iterator

import pytest

from annotations.errors import FetchError, SourceError
from annotations.sources.network.answers import Validators
from annotations.sources.network.bounds import Bounds
from annotations.sources.network.fetching import AGENT, Fetcher
from tests.site import Site


@pytest.fixture
def fetch() -> Iterator[Fetcher]:
    fetcher = Fetcher(allow_private=True, bounds=Bounds(size=100_000, redirects=3))
    yield fetcher
    fetcher.close()


def problem(fetch: Fetcher, address: str) -> str:
    with pytest.raises(SourceError) as raised, fetch(address):
        pass
    return str(raised.value)


def test_an_input_with_its_address_and_charset(fetch: Fetcher, site: Site) -> None:
    address = site.add("/a", "One.", Content_Type='text/html; charset="ISO-8859-2"')
    with fetch(address + "#top") as given:
        assert given.whole() == b"One."
        assert (given.origin, given.address, given.charset) == (address, address, "iso-8859-2")


def test_who_asks_and_nothing_else_is_told(fetch: Fetcher, site: Site) -> None:
    address = site.add("/a", "One.", Set_Cookie="who=you")
    for _ in range(2):
        with fetch(address.replace("http://", "http://anna:secret@")) as given:
            assert "secret" not in given.name
    for _, headers in site.asked:
        assert headers["user-agent"] == AGENT
        assert not headers.keys() & {"cookie", "authorization", "referer"}


def test_redirects_lead_to_the_address(fetch: Fetcher, site: Site) -> None:
    site.add("/a", status=301, Location="/b/")
    site.add("/b/", status=302, Location="c?d#e")
    site.add("/b/c?d", "There.")
    with fetch(site.address + "/a") as given:
        assert given.whole() == b"There."
        assert given.origin == site.address + "/a"
        assert given.address == site.address + "/b/c?d"


def test_redirects_in_a_circle(fetch: Fetcher, site: Site) -> None:
    address = site.add("/a", status=302, Location="/a")
    assert problem(fetch, address) == f"{address} leads on and on to other addresses."
    assert site.paths == ["/a"] * 4


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://a.example/b", "data:text/plain,x"])
def test_redirects_to_what_is_not_the_web(fetch: Fetcher, site: Site, to: str) -> None:
    address = site.add("/a", status=302, Location=to)
    assert "closeread opens http and https alone" in problem(fetch, address)


def test_compressed_answers(fetch: Fetcher, site: Site) -> None:
    address = site.add_zipped("/a", b"word " * 1000)
    with fetch(address) as given:
        assert given.whole() == b"word " * 1000


def test_too_much(fetch: Fetcher, site: Site) -> None:
    expected = "{} has more than 0 MB. Download it with another program, and add the file."
    plain = site.add("/plain", b"x" * 100_001)
    assert problem(fetch, plain) == expected.format(plain)
    bomb = site.add_zipped("/bomb", b"0" * 50_000_000)
    assert problem(fetch, bomb) == expected.format(bomb)
    unsaid = site.add("/unsaid", b"x" * 300_000, Content_Length="1" * 30, Connection="close")
    assert problem(fetch, unsaid) == expected.format(unsaid)


def test_what_breaks_off_or_is_no_http(fetch: Fetcher, site: Site) -> None:
    short = site.add("/short", b"half", Content_Length="100", Connection="close")
    assert problem(fetch, short).startswith(f"{short} broke off (")
    bad = site.add("/bad", b"no gzip", Content_Encoding="gzip")
    assert problem(fetch, bad) == f"{bad} sent what cannot be decompressed."


def test_the_status_is_told_in_words(fetch: Fetcher, site: Site) -> None:
    assert problem(fetch, site.address + "/a") == (
        f"{site.address}/a was not opened: 404 Not Found."
    )
    busy = site.add("/busy", status=503, Retry_After="120")
    with pytest.raises(FetchError) as raised, fetch(busy):
        pass
    assert str(raised.value) == f"{busy} was not opened: 503 Service Unavailable. Try again later."
    assert (raised.value.status, raised.value.retry_after) == (503, 120.0)
    odd = site.add("/odd", status=799)
    assert problem(fetch, odd) == f"{odd} was not opened: 799 no reason given."


def test_nobody_listens(fetch: Fetcher) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        assert problem(fetch, address) == f"{address} was not opened: connection refused."


def test_names_that_are_not_found(fetch: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*names: object, **more: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    expected = (
        "http://no.example/ was not opened: there is no such host. "
        "Look at the address, and whether the network is there."
    )
    assert problem(fetch, "http://no.example/") == expected
    assert problem(Fetcher(), "http://no.example/") == expected


def test_one_that_says_nothing(site: Site) -> None:
    address = site.address + "/silent"
    expected = f"{address} timed out. Try again later."
    assert problem(Fetcher(allow_private=True, bounds=Bounds(read=0.05)), address) == expected
    assert problem(Fetcher(allow_private=True, bounds=Bounds(total=0.05)), address) == expected


def test_private_machines_are_not_asked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    address = site.add("/a", "Secret.")
    assert problem(Fetcher(), address) == (
        f"{address} is on a private machine or network, and was not opened. "
        "--allow-private opens addresses on your own machine and network."
    )
    port = int(address.rpartition(":")[2].partition("/")[0])
    for host in ("localhost", "2130706433", "0x7f000001", "[::ffff:127.0.0.1]", "127.1"):
        assert "private machine" in problem(Fetcher(), f"http://{host}:{port}/a")
    assert site.asked == []


def test_names_are_resolved_once_and_all_they_resolve_to_is_looked_at(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(site.address.rpartition(":")[2])
    asked: list[object] = []

    def rebinding(host: object, *more: object, **others: object) -> list[tuple[object, ...]]:
        asked.append(host)
        public, private = ("93.184.215.14", port), ("127.0.0.1", port)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", at) for at in (public, private)]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    assert "private machine" in problem(Fetcher(), f"http://two.example:{port}/a")
    assert asked == ["two.example"]
    assert site.asked == []


def test_a_redirect_to_a_private_machine(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from annotations.sources.network import connecting

    first = site.add("/a", status=302, Location=site.address + "/b")
    checked: list[str] = []

    def once(ip: str) -> bool:
        checked.append(ip)
        return len(checked) == 1

    monkeypatch.setattr(connecting, "is_public", once)
    site.pages["/a"][1]["Connection"] = "close"
    assert "private machine" in problem(Fetcher(), first)
    assert site.paths == ["/a"]


def test_what_has_not_changed_is_not_sent(fetch: Fetcher, site: Site) -> None:
    address = site.add("/a", "One.", ETag='"1"', Last_Modified="Mon, 02 Mar 2026 10:00:00 GMT")
    with fetch.get(address) as answer:
        assert answer.input is not None
        seen = answer.validators
    assert seen == Validators(etag='"1"', modified="Mon, 02 Mar 2026 10:00:00 GMT")
    with fetch.get(address, seen=seen) as answer:
        assert answer.input is None
    assert site.asked[-1][1]["if-modified-since"] == "Mon, 02 Mar 2026 10:00:00 GMT"


def test_through_a_proxy(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    proxy = site.address.replace("http://", "http://anna:se%40cret@")
    monkeypatch.setenv("http_proxy", proxy)
    site.pages["http://far.example/a"] = (200, {}, b"Far.")
    with Fetcher()("http://far.example/a") as given:
        assert given.whole() == b"Far."
    assert site.asked[0][1]["proxy-authorization"] == "Basic YW5uYTpzZUBjcmV0"
    for host in ("10.0.0.1", "localhost", "printer.local", "[::1]"):
        assert "private machine" in problem(Fetcher(), f"http://{host}/a")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    address = site.add("/near", "Near.")
    with Fetcher(allow_private=True)(address) as given:
        assert given.whole() == b"Near."
    assert site.paths == ["http://far.example/a", "/near"]


def test_a_body_that_is_deflated_twice_is_no_text(fetch: Fetcher, site: Site) -> None:
    address = site.add("/a", zlib.compress(zlib.compress(b"One.")), Content_Encoding="deflate")
    with fetch(address) as given:
        assert zlib.decompress(given.whole()) == b"One."

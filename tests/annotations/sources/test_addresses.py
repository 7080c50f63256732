import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.sources.addresses import canonical

PAGE = "https://example.org/world/dam-breaks"


@pytest.mark.parametrize(
    "url",
    [
        PAGE,
        "http://example.org/world/dam-breaks",
        "HTTPS://Example.ORG/world/dam-breaks",
        " https://example.org/world/dam-breaks\n",
        "https://example.org:443/world/dam-breaks/",
        "http://example.org:80/world/dam-breaks",
        "https://www.example.org/world/dam-breaks#comments",
        "https://m.example.org/world/dam-breaks",
        "https://mobile.example.org/world/dam-breaks",
        "https://amp.example.org/world/dam-breaks",
        "https://example.org/amp/world/dam-breaks",
        "https://example.org/world/dam-breaks/amp/",
        "https://example.org/world/dam-breaks/amp.html",
        "https://example.org/world/dam-breaks?outputType=amp",
        "https://example.org/world/dam-breaks?amp",
        "https://example.org/world//dam-breaks/index.html",
        "https://example.org/world/dam-breaks?utm_source=feed&utm_medium=rss",
        "https://example.org/world/dam-breaks?fbclid=A1&gclid=B2&mc_cid=c&mc_eid=d&igshid=e",
        "https://example.org/world/dam-breaks?ref=home&smid=tw-share&ocid=x&cmpid=y&xtor=z",
        "https://example.org/world/dam%2Dbreaks?ns_mchannel=social&at_medium=custom7",
    ],
)
def test_the_same_page(url: str) -> None:
    assert canonical(url) == PAGE


@pytest.mark.parametrize(
    ("url", "is_known_as"),
    [
        ("https://example.org/story?id=1", "https://example.org/story?id=1"),
        ("https://example.org/story?id=2&utm_source=x", "https://example.org/story?id=2"),
        ("https://example.org/?p=17", "https://example.org?p=17"),
        ("https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2"),
        ("https://example.org/a?page=2", "https://example.org/a?page=2"),
        ("https://example.org/a.html", "https://example.org/a.html"),
        ("https://example.org/a.amp.html", "https://example.org/a.html"),
        ("https://example.org/Story", "https://example.org/Story"),
        ("https://example.org/camp", "https://example.org/camp"),
        ("https://example.org/amp", "https://example.org/amp"),
        ("https://example.org:8080/a", "https://example.org:8080/a"),
        ("https://news.example.org/a", "https://news.example.org/a"),
        ("https://m.org/a", "https://m.org/a"),
        ("https://example.org/%d8%af", "https://example.org/%D8%AF"),
        ("https://example.org/د", "https://example.org/%D8%AF"),
        ("https://example.org/100%25", "https://example.org/100%25"),
        ("https://user:secret@example.org/a", "https://example.org/a"),
        ("urn:newsml:example.org:2019:1", "urn:newsml:example.org:2019:1"),
        ("https://[::1", "https://[::1"),
        ("https://example.org:x/", "https://example.org:x/"),
        ("no address", "no address"),
        ("", ""),
    ],
)
def test_another_page_stays_another(url: str, is_known_as: str) -> None:
    assert canonical(url) == is_known_as


@given(st.text(max_size=80) | st.text(max_size=60).map("https://example.org/".__add__))
def test_the_canonical_address_of_one_is_itself(url: str) -> None:
    assert canonical(canonical(url)) == canonical(url)

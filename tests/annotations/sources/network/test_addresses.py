"""Addresses as people type them."""

from pathlib import Path

import pytest

from annotations.errors import SourceError
from annotations.sources.network.addresses import (
    Address,
    fetchable,
    same_host,
    shown,
    source_of,
)


@pytest.mark.parametrize("word", ["https://a.example/x", "HTTP://a.example", "feed:https://a/b"])
def test_what_begins_with_a_scheme_is_an_address(word: str) -> None:
    assert source_of(word) == Address(word)


@pytest.mark.parametrize("word", ["a.txt", "C:/news/a.txt", "C://news", "-", "www.a.ex", "a:b"])
def test_all_else_is_a_path(word: str) -> None:
    assert source_of(word) == Path(word)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("https://a.example/b?c=d#e", "https://a.example/b?c=d"),
        ("https://anna:secret@a.example:8443/b", "https://a.example:8443/b"),
        ("feed://a.example/rss", "http://a.example/rss"),
        ("feed:https://a.example/rss", "https://a.example/rss"),
        ("  http://a.example  ", "http://a.example"),
    ],
)
def test_what_is_asked_for(typed: str, asked: str) -> None:
    assert fetchable(typed) == asked


@pytest.mark.parametrize(
    "typed",
    ["ftp://a.example/b", "file:///etc/passwd", "javascript://a/%0aalert(1)", "gopher://a.example"],
)
def test_other_schemes_are_refused(typed: str) -> None:
    with pytest.raises(SourceError, match="closeread opens http and https alone"):
        fetchable(typed)


@pytest.mark.parametrize(
    "typed",
    ["http://", "http://[::1", "http://a.example:99999999/", "http://a b/", "http://a\x1b/"],
)
def test_malformed_ones_are_refused(typed: str) -> None:
    with pytest.raises(SourceError, match="no address that can be opened"):
        fetchable(typed)


def test_passwords_are_shown_nowhere() -> None:
    assert shown("https://anna:secret@a.example/b\n") == "https://a.example/b"
    assert str(Address("https://anna:secret@a.example/b")) == "https://a.example/b"
    with pytest.raises(SourceError) as raised:
        fetchable("ftp://anna:secret@a.example/b")
    assert "secret" not in str(raised.value)


def test_hosts() -> None:
    assert same_host("https://a.example/b", "https://A.example/c")
    assert same_host("http://a.example/b", "http://a.example/c")
    assert not same_host("https://a.example/b", "http://a.example/c")
    assert not same_host("https://a.example/b", "https://a.example.evil/b")
    assert not same_host("http://a.example:80/b", "http://a.example:81/b")

"""What opens addresses for those who read."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from annotations.errors import SourceError
from annotations.sources import Input, input_of_bytes
from annotations.sources.network.opening import FetchedOnce, fetching
from tests.site import Site


def test_an_address_is_opened(site: Site) -> None:
    address = site.add("/a", "One.")
    with fetching(allow_private=True)(address) as given:
        assert given.whole() == b"One."
    with pytest.raises(SourceError, match="private machine"), fetching()(address):
        pass


def test_nothing_is_imported_for_what_is_not_used() -> None:
    code = (
        "import sys; from annotations.sources.network.opening import fetching; fetching();"
        "print({'urllib3', 'feedparser', 'lxml', 'http.client'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"


def test_it_is_asked_for_once_and_opened_twice() -> None:
    asked: list[str] = []

    @contextmanager
    def fetch(address: str) -> Iterator[Input]:
        asked.append(address)
        yield input_of_bytes(b"one two", name=address)

    once = FetchedOnce(fetch)
    for _ in range(2):
        with once("a") as given:
            assert given.head.text == "one two"
            assert given.whole() == b"one two"
    assert asked == ["a"]
    with once("a"):
        pass
    assert asked == ["a", "a"]


def test_a_failure_is_not_waited_for_twice() -> None:
    asked: list[str] = []

    @contextmanager
    def fetch(address: str) -> Iterator[Input]:
        asked.append(address)
        raise SourceError("It timed out.")
        yield

    once = FetchedOnce(fetch)
    for _ in range(2):
        with pytest.raises(SourceError, match="timed out"), once("a"):
            pass
    assert asked == ["a"]

"""What bookmarks services, browsers and reference managers export."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import Input, Options, input_of_bytes, read_input
from annotations.sources.head import Head
from annotations.sources.links import columns, netscape, plain_list, records, ris
from annotations.sources.registry import kind_of

FILES = Path(__file__).parents[1] / "files" / "links"
WITH_TAGS = (
    *("pocket.csv", "instapaper.csv", "raindrop.csv", "readwise.csv", "matter.csv", "zotero.csv"),
    *("chrome.html", "pocket.html", "pinboard.json", "omnivore.json", "firefox.json", "csl.json"),
    "zotero.ris",
)
PLAIN = ("urls.txt", "bridge.url", "bridge.desktop", "bridge.webloc")
LISTS = {name: (FILES / name).read_bytes().decode() for name in (*WITH_TAGS, *PLAIN)}
SAVED = frozenset(WITH_TAGS) - {"csl.json", "matter.csv"}
"""Those that say when a link was saved."""


@contextmanager
def fetch(address: str) -> Iterator[Input]:
    """A page in plain text at every address of one host."""
    if "a.example" not in address:
        raise SourceError(f"{address} was not opened.")
    text = b"The bridge fell at dawn, and with it two lorries of a circus.\n\nNobody was hurt."
    given = input_of_bytes(text, name=address, origin=address)
    given.address = address
    yield given


def read(name: str, text: str, **options: object) -> list[Article | SourceError]:
    given = input_of_bytes(text.encode(), name=name)
    return list(read_input(given, Options(fetch=fetch, **options)))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", WITH_TAGS)
def test_tags_titles_and_days_are_kept(name: str) -> None:
    first = read(name, LISTS[name])[0]
    assert isinstance(first, Article)
    assert first.url == "https://a.example/bridge"
    assert first.tags == ("bridges", "2024")
    assert first.title == "A bridge falls"
    assert first.origin == "https://a.example/bridge"
    saved = ", saved on 2024-03-02" if name in SAVED else ""
    assert first.read_from == f"{name}{saved}"


@pytest.mark.parametrize("name", PLAIN)
def test_addresses_and_shortcuts(name: str) -> None:
    first = read(name, LISTS[name])[0]
    assert isinstance(first, Article)
    assert first.url == "https://a.example/bridge"


@pytest.mark.parametrize("name", ["raindrop.csv", "pinboard.json"])
def test_notes_are_kept(name: str) -> None:
    first = read(name, LISTS[name])[0]
    assert isinstance(first, Article)
    assert first.note == "check the count"


@pytest.mark.parametrize("name", ["csl.json", "zotero.ris"])
def test_references_say_what_a_page_does_not(name: str) -> None:
    first = read(name, LISTS[name])[0]
    assert isinstance(first, Article)
    assert (first.source, first.published, first.language) == ("Wire", "2024-03-01", "en")
    assert len(first.byline) in (1, 2)


def test_what_cannot_be_opened_is_an_error_in_its_place() -> None:
    assert [str(item) for item in read("pocket.csv", LISTS["pocket.csv"])[1:]] == [
        "https://b.example/x was not opened."
    ]


def test_links_elsewhere_are_counted() -> None:
    told: list[str] = []
    assert len(read("chrome.html", LISTS["chrome.html"], tell=told.append)) == 1
    assert told == ["chrome.html: 1 links lead elsewhere than to the web."]


def test_a_list_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotations.sources.links.following._MOST", 1_000)
    [problem] = read("a.csv", "url\n" + "https://a.example/\n" * 1_001)
    assert str(problem) == "a.csv lists more than 1,000 links. Part it into several."


def test_what_is_in_the_library_is_not_fetched_again() -> None:
    told: list[str] = []
    found = read("urls.txt", LISTS["urls.txt"], is_known=lambda name: True, tell=told.append)
    assert found == []
    assert told == ["urls.txt: 2 of 2 links are in the library already."]


@pytest.mark.parametrize("depth", [0, 1])
def test_without_the_network_and_inside_of_others_they_are_counted(depth: int) -> None:
    given = input_of_bytes(LISTS["pocket.csv"].encode(), name="pocket.csv")
    given.depth = depth
    options = Options(fetch=fetch if depth else None)
    assert [str(item) for item in read_input(given, options)] == [
        "pocket.csv lists 2 links, not opened. Name the file itself to have them fetched."
    ]


OTHERS = {
    "news.csv": "id,title,url,text\n1,A,https://a.example,Words\n",
    "words.csv": "url,headline,story\nhttps://a.example,A,Words\n",
    "people.csv": "name,born\nAnna,1970\n",
    "page.html": "<!DOCTYPE html><title>Pocket knives</title><p>Words",
    "a.json": '[{"id": 1, "title": "A", "text": "Words"}]',
    "a.txt": "https://a.example says that\nit rained.",
    "b.txt": "TY is a name.",
    "empty.txt": "",
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_holds_more_than_links_is_no_list(name: str) -> None:
    head = Head(data=OTHERS[name].encode(), name=name)
    kinds = (columns.KIND, netscape.KIND, plain_list.KIND, records.KIND, ris.KIND)
    assert not [kind.name for kind in kinds if kind.recognises(head)]


@settings(max_examples=80)
@for_all(st.sampled_from(sorted(LISTS)), st.integers(0, 400), st.integers(0, 30), st.text())
def test_any_list_ends_in_articles_or_errors(name: str, at: int, cut: int, put: str) -> None:
    whole = LISTS[name]
    mutated = (whole[:at] + put + whole[at + cut :]).encode("utf-8", errors="replace")
    given = input_of_bytes(mutated, name=name)
    for item in read_input(given, Options(fetch=fetch)):
        assert isinstance(item, Article | SourceError)


def test_each_is_recognised_by_its_own_kind() -> None:
    names = {
        name: kind.name
        for name, text in LISTS.items()
        if (kind := kind_of(Head(data=text.encode(), name=name)))
    }
    assert names["pocket.csv"] == names["zotero.csv"] == "table of links"
    assert names["chrome.html"] == names["pocket.html"] == "bookmarks"
    assert names["csl.json"] == names["firefox.json"] == "JSON of links"
    assert names["zotero.ris"] == "references (RIS)"
    assert names["urls.txt"] == names["bridge.webloc"] == "list of addresses"

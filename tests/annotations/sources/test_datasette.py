"""Tables that Datasette publishes."""

import json

import pytest

from annotations.model import Article
from annotations.sources import Address, Item, Options, input_of_bytes, read, read_input
from annotations.sources.content_id import content_id
from annotations.sources.datasette import KIND
from annotations.sources.head import Head
from annotations.sources.network.opening import fetching
from tests.site import Site


def row(number: int) -> dict[str, object]:
    return {"id": number, "headline": f"Flood {number}", "text": f"Village {number} was flooded."}


def found(address: str, **options: object) -> list[Item]:
    fetch = fetching(allow_private=True)
    return list(read(Address(address), Options(fetch=fetch, **options)))  # type: ignore[arg-type]


def test_all_pages_of_a_table(site: Site) -> None:
    second = f"{site.address}/news/floods.json?_next=2"
    first = {"ok": True, "rows": [row(1), row(2)], "truncated": False, "next_url": second}
    site.add("/news/floods.json", json.dumps(first))
    site.add("/news/floods.json?_next=2", json.dumps({"rows": [row(3)], "next_url": None}))
    articles = found(f"{site.address}/news/floods.json")
    assert [each.text for each in articles if isinstance(each, Article)] == [
        f"Village {number} was flooded." for number in (1, 2, 3)
    ]
    last = articles[-1]
    assert isinstance(last, Article)
    assert (last.id, last.title) == (f"{site.address}/news/floods/3", "Flood 3")
    assert last.read_from == f"{site.address}/news/floods.json, row 3"


def test_newer_versions_say_only_where_the_next_page_begins(site: Site) -> None:
    first = {"ok": True, "next": "2,x", "rows": [row(1)], "truncated": False}
    site.add("/news/floods.json?_size=1", json.dumps(first))
    site.add(
        "/news/floods.json?_size=1&_next=2%2Cx",
        json.dumps({"ok": True, "next": None, "rows": [row(2)]}),
    )
    assert len(found(f"{site.address}/news/floods.json?_size=1")) == 2


def test_older_versions_write_lists(site: Site) -> None:
    page = {
        "database": "news",
        "rows": [[1, "Village one was flooded.", "Flood"], [2, None, "None"]],
        "columns": ["id", "body", "name"],
        "truncated": False,
    }
    address = site.add("/news/floods.json", json.dumps(page))
    article, problem = found(address, fields={"text": "body", "title": "name"})
    assert isinstance(article, Article)
    assert (article.title, article.text) == ("Flood", "Village one was flooded.")
    assert str(problem).startswith(f"{address}, row 2: the record has no text")


def test_another_host_is_not_asked(site: Site) -> None:
    page = {"rows": [row(1)], "next_url": "http://10.0.0.1/news/floods.json?_next=2"}
    address = site.add("/t.json", json.dumps(page))
    _, problem = found(address)
    assert "the next page is on another host (http://10.0.0.1/news/floods.json?_next=2)" in str(
        problem
    )


def test_pages_in_a_circle_end(site: Site) -> None:
    address = site.address + "/t.json"
    site.add("/t.json", json.dumps({"rows": [row(1)], "next_url": address}))
    assert len(found(address)) == 1


def test_a_saved_page_is_read_alone() -> None:
    told: list[str] = []
    page = {"rows": [row(1)], "next_url": "https://a.example/t.json?_next=1"}
    given = input_of_bytes(json.dumps(page).encode(), name="t.json")
    [article] = read_input(given, Options(tell=told.append))
    assert isinstance(article, Article)
    assert article.id == content_id("Village 1 was flooded.")
    assert told == ["t.json is the first page of a table; the rest was not fetched."]


@pytest.mark.parametrize(
    ("text", "is_table"),
    [
        ('{"ok": true, "rows": [{"id": 1}], "truncated": false}', True),
        ('{"database": "a", "rows": [[1]], "next_url": null}', True),
        ('{"rows": [[1]], "total_rows": 1}', False),
        ('{"ok": true, "text": "Rows."}', False),
        ('[{"rows": [], "ok": true}]', False),
    ],
)
def test_how_it_is_known(text: str, is_table: bool) -> None:
    assert KIND.recognises(Head(data=text.encode(), name="a.json")) is is_table

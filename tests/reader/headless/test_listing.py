"""`closeread list`, and tables in general."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from annotations.model import Article, CasualtyFigure, Count, Detector, Entity
from annotations.store import Store
from reader.headless.tables import fit

Call = Callable[..., Any]
LONG = "The pause in the north holds for a third day, say residents of Lindow"


@pytest.fixture(autouse=True)
def articles(store: Store) -> None:
    store.articles.add_one(
        Article(
            id="old",
            text="Mara Dell spoke.",
            title=LONG,
            source="The Lindow Courier",
            published="2016-10-20",
            tags=("aid", "air strikes"),
        )
    )
    store.articles.add_one(Article(id="new", text="Text.", title="停火", published="2016-10-22"))
    name = Entity(start=0, end=9, text="Mara Dell", label="PERSON")
    store.runs.record("old", Detector(name="md", version="1"), [name])


def test_piped_it_is_whole_and_parted_by_tabs(call: Call) -> None:
    outcome = call("list")
    assert (outcome.status, outcome.messages) == (0, [])
    assert outcome.output == (
        "new\t2016-10-22\t\t停火\t-\t-\t-\t-\tnot run\tnew\t\t\t\n"
        f"old\t2016-10-20\tThe Lindow Courier\t{LONG}\t1\t0\t0\t0\t0/1\tnew\taid, air strikes\t\t\n"
    )


def test_as_json_lines(call: Call) -> None:
    found = [json.loads(line) for line in call("list", "--json").output.splitlines()]
    assert [record["id"] for record in found] == ["new", "old"]
    assert found[1] == {
        "id": "old",
        "title": LONG,
        "source": "The Lindow Courier",
        "published": "2016-10-20",
        "entities": 1,
        "names": 1,
        "quotes": 0,
        "casualties": 0,
        "reviewed": 0,
        "unreviewed": 1,
        "tags": ["aid", "air strikes"],
        "run": True,
        "state": "new",
        "version": 1,
        "unplaced": 0,
        "copies": 0,
        "copy_of": None,
        "language": None,
        "has_detector": True,
    }


def test_many_articles_are_all_listed(call: Call, store: Store) -> None:
    list(store.articles.add(Article(id=f"n{n}", text="Text.") for n in range(1100)))
    assert len(call("list").output.splitlines()) == 1102


@pytest.mark.parametrize("columns", [120, 80, 40])
def test_on_a_terminal_it_is_aligned_and_cut_to_its_width(
    terminal: Callable[..., tuple[int, str]], columns: int
) -> None:
    status, screen = terminal("list", columns=columns)
    header, new, old = screen.splitlines()
    assert status == 0
    assert all(cell_len(line) <= columns for line in (header, new, old))
    assert header.startswith("id   published   source")
    assert cell_len(new[: new.index("停火")]) == old.index("The p") == header.index("title")
    assert "…" in old


def test_hostile_titles_stay_on_their_line(call: Call, store: Store) -> None:
    store.articles.add_one(
        Article(id="x", text="T", title="a\tb\nc\x1b[31md", published="2017-01-01")
    )
    assert call("list").output.splitlines()[0].split("\t")[3] == "a b c d"


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [("ab", 4, "ab  "), ("abcd", 4, "abcd"), ("abcde", 4, "abc…"), ("停火停", 4, "停 …")],
)
def test_texts_are_fitted_into_cells(text: str, width: int, expected: str) -> None:
    assert fit(text, width) == expected


def test_an_empty_store_lists_nothing(call: Call, tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty.db"):
        pass
    outcome = call("list", "--store", str(tmp_path / "empty.db"))
    assert (outcome.status, outcome.output, outcome.messages) == (0, "", [])


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("published", ["new", "old", "few"]),
        ("figures", ["old", "few", "new"]),
        ("title", ["few", "old", "new"]),
    ],
)
def test_in_another_order(call: Call, store: Store, sort: str, expected: list[str]) -> None:
    store.articles.add_one(Article(id="few", text="Six died.", title="A fire"))
    for article_id, text, number in (("few", "Six", 6), ("old", "Mara", 20)):
        figure = CasualtyFigure(
            start=0,
            end=len(text),
            text=text,
            category="killed",
            count=Count(low=number, high=number, best=number),
        )
        store.runs.record(article_id, Detector(name="md", version="1"), [figure])
    lines = call("list", "--sort", sort).output.splitlines()
    assert [line.split("\t")[0] for line in lines] == expected


def test_an_unknown_order_is_refused(call: Call) -> None:
    assert call("list", "--sort", "match").status == 2


def test_numbers_and_dates_are_counted_apart_from_names(call: Call, store: Store) -> None:
    found = [
        Entity(start=0, end=4, text="Mara", label="PERSON"),
        Entity(start=5, end=9, text="Dell", label="DATE"),
        Entity(start=10, end=15, text="spoke", label="CARDINAL"),
    ]
    store.runs.record("old", Detector(name="md", version="2"), found)
    line = call("list", "lindow").output.splitlines()[0].split("\t")
    assert line[4:6] == ["1", "2"]

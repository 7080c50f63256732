"""`closeread figures`, and tables of figures and incidents as commands write them."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotations.formats.tables.figures import TABLE
from annotations.model import Article, CasualtyFigure, Count, Status
from annotations.store import Store
from tests.annotations.copies.reports import CUT, REPORT

Call = Callable[..., Any]
TEXT = "In Lindow 5 died, three of them children; 9 were hurt. A cook died."


def figure(text: str, words: str, count: int, category: str, **more: Any) -> CasualtyFigure:
    start = text.index(words)
    end = start + len(words)
    return CasualtyFigure(
        start=start,
        end=end,
        text=words,
        num_start=start,
        num_end=end,
        category=category,
        count=Count(low=count, high=count, best=count),
        **more,
    )


@pytest.fixture(autouse=True)
def articles(store: Store) -> None:
    where = {"place": "Lindow", "date_iso": "2020-05-03"}
    courier = Article(id="a", text=TEXT, source="The Courier", published="2020-05-04")
    found = [
        figure(TEXT, "9", 9, "injured", **where),
        figure(TEXT, "5", 5, "killed", claimed_by="the mayor", **where),
        figure(TEXT, "three", 3, "killed", subset=True, **where),
        figure(TEXT, "A cook", 1, "killed", implicit=True, **where),
    ]
    store.imports.merge(courier, found)
    text = "Only 7 died in Lindow, not 8."
    seven = figure(text, "7", 7, "killed", status=Status.ACCEPTED, annotator="ana", **where)
    eight = figure(text, "8", 8, "killed", status=Status.REJECTED, **where)
    post = Article(id="b", text=text, source="The Post", published="2020-05-03", tags=("mill",))
    store.imports.merge(post, [seven, eight])


LEFT_OUT = "1 implicit figures left out; --implicit lists them too."


def test_claims_of_all_articles_stand_side_by_side(call: Call) -> None:
    outcome = call("figures")
    assert (outcome.status, outcome.messages) == (0, [LEFT_OUT])
    day = "lindow-2020-05-03"
    assert outcome.output.splitlines() == [
        f"{day}\tkilled\t7\t\t2020-05-03\t\tThe Post\t\taccepted\tb",
        f"{day}\tkilled\t5\tthe mayor\t2020-05-04\t\tThe Courier\t\tsuggested\ta",
        f"{day}\tkilled\t⊂ three\t\t2020-05-04\t\tThe Courier\t\tsuggested\ta",
        f"{day}\tinjured\t9\t\t2020-05-04\t\tThe Courier\t\tsuggested\ta",
    ]


def numbers(output: str) -> list[str]:
    return [line.split("\t")[2] for line in output.splitlines()]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("tag:mill",), ["7"]),
        (("--label", "injured"), ["9"]),
        (("--only", "rejected"), ["8"]),
        (("--implicit", "source:courier", "--label", "killed"), ["5", "⊂ three", "A cook"]),
    ],
)
def test_filters(call: Call, words: tuple[str, ...], found: list[str]) -> None:
    assert numbers(call("figures", *words).output) == found


def test_as_csv(call: Call) -> None:
    rows = list(csv.DictReader(call("figures", "--format", "csv").output.splitlines()))
    assert list(rows[0]) == list(TABLE.columns)
    assert [row["count_best"] for row in rows] == ["7", "5", "3", "9"]


def test_as_json_lines(call: Call) -> None:
    output = call("figures", "--format", "jsonl", "--only", "accepted").output
    (row,) = map(json.loads, output.splitlines())
    assert list(row) == list(TABLE.columns)
    assert (row["count_best"], row["copy_of"], row["is_part"]) == (7, None, False)


def test_marks_tell_what_is_no_toll(call: Call, store: Store) -> None:
    text = "Since 2010, 110 died; no one else died and perhaps 4 more."
    found = [
        figure(text, "110", 110, "killed", historical=True),
        figure(text, "no one", 0, "killed", negated=True),
        figure(text, "4", 4, "killed", hypothetical=True, incremental=True),
    ]
    store.imports.merge(Article(id="c", text=text, tags=("marks",)), found)
    assert numbers(call("figures", "tag:marks").output) == ["(110)", "¬ no one", "+? 4"]


def test_copies_are_marked(call: Call, store: Store) -> None:
    for name, text in (("wire", REPORT), ("mail", CUT)):
        article = Article(id=name, text=text, tags=("wire",))
        store.imports.merge(article, [figure(text, "12", 12, "killed", place="Lindow")])
    lines = call("figures", "tag:wire").output.splitlines()
    assert {line.split("\t")[-1]: line.split("\t")[5] for line in lines} == {
        "wire": "",
        "mail": "wire",
    }


def test_incidents_by_profile(call: Call) -> None:
    output = call("export", "--format", "incidents", "--set", "profile=acled").output
    (row,) = csv.DictReader(output.splitlines())
    assert (row["incident_id"], row["fatalities"]) == ("lindow-2020-05-03", "5")
    assert row["source"] == "The Courier; The Post"


def test_a_profile_that_there_is_not(call: Call) -> None:
    outcome = call("export", "--format", "incidents", "--set", "profile=un")
    assert outcome.status == 2
    assert outcome.messages == [
        "There is no profile 'un'. Choose one of: plain, ucdp, ibc, acled, airwars."
    ]


def test_a_person_puts_figures_into_incidents_by_tags(call: Call, store: Store) -> None:
    article = Article(id="d", text="6 died.", tags=("incident/mill-fire",))
    store.imports.merge(article, [figure("6 died.", "6", 6, "killed", place="Lindow")])
    output = call("export", "--format", "incidents").output
    assert [row["incident_id"] for row in csv.DictReader(output.splitlines())] == [
        "lindow-2020-05-03",
        "lindow-2020-05-03",
        "mill-fire",
    ]


def test_the_table_comes_back_as_it_was_corrected(call: Call, store: Store) -> None:
    call("export", "-o", "x.csv", "--format", "csv")
    table = Path("x.csv").read_text(encoding="utf-8")
    corrected = table.replace(",9,suggested,", ",9,accepted,")
    assert corrected != table
    Path("x.csv").write_text(corrected, encoding="utf-8")
    outcome = call("import", "--format", "csv", "x.csv")
    assert (outcome.status, "1 updated" in outcome.messages[-1]) == (0, True)
    assert [each.status for each in store.annotations.of("a") if each.text == "9"] == [
        Status.ACCEPTED
    ]

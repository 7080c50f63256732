"""`closeread export`."""

import csv
import json
import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotations.formats import FORMATS
from annotations.formats.csv_table import COLUMNS
from annotations.model import (
    Annotation,
    Article,
    ArticleState,
    CasualtyFigure,
    Entity,
    Layer,
    Status,
)
from annotations.store import Store

Call = Callable[..., Any]
NAME = Entity(start=0, end=9, text="Mara Dell", label="PERSON")
CITY = Entity(start=14, end=20, text="Lindow", label="GPE", status=Status.ACCEPTED)


@pytest.fixture(autouse=True)
def articles(store: Store) -> None:
    found: list[Annotation] = [NAME, CITY]
    store.imports.merge(Article(id="a", text="Mara Dell, in Lindow 😊."), found)
    store.imports.merge(Article(id="b", text="Mara Dell."), [replace(NAME, status=Status.REJECTED)])


def exported(output: str) -> dict[str, list[str]]:
    """The texts of the entities, by article."""
    records = [json.loads(line) for line in output.splitlines()]
    return {record["id"]: [each["text"] for each in record["entities"]] for record in records}


def test_everything_by_default(call: Call) -> None:
    outcome = call("export")
    assert (outcome.status, outcome.messages) == (0, [])
    assert exported(outcome.output) == {"a": ["Mara Dell", "Lindow"], "b": ["Mara Dell"]}
    assert "😊" in outcome.output


def test_only_some_statuses(call: Call) -> None:
    assert exported(call("export", "--only", "accepted,added").output) == {"a": ["Lindow"], "b": []}
    assert exported(call("export", "--only", "rejected, suggested").output) == {
        "a": ["Mara Dell"],
        "b": ["Mara Dell"],
    }


@pytest.fixture
def implicit(store: Store) -> None:
    """Two articles with three suggestions of people without a number, and a stated figure."""
    nurse = CasualtyFigure(start=0, end=7, text="A nurse", category="killed", implicit=True)
    cook = replace(nurse, start=14, end=20, text="A cook")
    stated = replace(nurse, start=27, end=30, text="Two", implicit=False)
    text = "A nurse died. A cook died. Two died."
    store.imports.merge(Article(id="c", text=text), [nurse, cook, stated])
    store.imports.merge(Article(id="d", text="A nurse died."), [nurse])


def figures(output: str) -> list[str]:
    """The texts of the casualty figures of all articles, in JSON lines."""
    records = [json.loads(line) for line in output.splitlines()]
    return [each["text"] for record in records for each in record["casualties"]]


LEFT_OUT = "3 implicit figures left out; --implicit writes them too."


@pytest.mark.usefixtures("implicit")
def test_implicit_suggestions_only_when_asked_for(call: Call) -> None:
    without, whole = call("export"), call("export", "--implicit")
    assert (figures(without.output), without.messages) == (["Two"], [LEFT_OUT])
    assert (figures(whole.output), whole.messages) == (["A nurse", "A cook", "Two", "A nurse"], [])


@pytest.mark.usefixtures("implicit")
def test_every_format_leaves_implicit_suggestions_out(call: Call) -> None:
    for name in (name for name, each in FORMATS.items() if not (each.is_folder or each.is_binary)):
        without = call("export", "--format", name)
        whole = call("export", "--format", name, "--implicit")
        assert without.messages[:1] == [LEFT_OUT]
        assert LEFT_OUT not in whole.messages
        if Layer.CASUALTIES in FORMATS[name].carries and name != "incidents":
            assert len(whole.output) > len(without.output)


@pytest.mark.usefixtures("implicit")
def test_only_what_would_be_written_counts_as_left_out(call: Call) -> None:
    assert call("export", "--only", "accepted,added").messages == []
    assert call("export", "--article", "d").messages == [
        "1 implicit figures left out; --implicit writes them too."
    ]


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.SUGGESTED}))
def test_implicit_figures_that_a_person_decided_on_go_out(
    call: Call, store: Store, status: Status
) -> None:
    nurse = CasualtyFigure(
        start=0, end=7, text="A nurse", category="killed", implicit=True, status=status
    )
    store.imports.merge(Article(id="c", text="A nurse died."), [nurse])
    outcome = call("export", "--article", "c")
    assert (figures(outcome.output), outcome.messages) == (["A nurse"], [])


def test_help_says_that_implicit_suggestions_are_left_out(call: Call) -> None:
    words = " ".join(call("export", "--help").output.split())
    assert (
        "Figures of people named without a number (“a soldier was killed”) are left out while "
        "they are only suggested, unless --implicit is given; so are articles that you excluded, "
        "unless you name them or give --excluded." in words
    )


def test_an_unknown_status_lists_the_known_ones(call: Call) -> None:
    outcome = call("export", "--only", "checked")
    assert outcome.messages == [
        "--only checked: 'checked' is no status; "
        "there are suggested, accepted, corrected, added, rejected."
    ]


def test_some_articles_and_one_that_is_not_there(call: Call) -> None:
    outcome = call("export", "--article", "b", "--article", "x", "--article", "a")
    assert outcome.status == 1
    assert list(exported(outcome.output)) == ["b", "a"]
    assert outcome.messages == [
        "There is no article 'x' in the store. See `closeread list` for the ids."
    ]


def test_csv_says_what_it_leaves_out(call: Call) -> None:
    outcome = call("export", "--format", "csv", "--only", "accepted")
    header, row = csv.reader(outcome.output.splitlines())
    assert tuple(header) == COLUMNS
    assert row[:1] + row[10:15] == ["a", "entities", "14", "20", "Lindow", "accepted"]
    assert outcome.messages == [
        "Note: csv leaves out the articles' texts, and articles without annotations."
    ]


def test_a_file_takes_its_format_from_its_name(call: Call) -> None:
    assert call("export", "-o", "x.csv").output == ""
    assert Path("x.csv").read_text().startswith("article_id,title,")
    call("export", "-o", "x")
    assert list(exported(Path("x").read_text(encoding="utf-8"))) == ["a", "b"]
    call("export", "-o", "y.csv", "--format", "jsonl")
    assert list(exported(Path("y.csv").read_text(encoding="utf-8"))) == ["a", "b"]
    assert sorted(os.listdir()) == ["x", "x.csv", "y.csv"]


def test_a_file_of_an_unknown_ending_needs_a_format(call: Call) -> None:
    outcome = call("export", "-o", "x.xml")
    assert outcome.status == 2
    (message,) = outcome.messages
    assert message.startswith(
        "No format is known by the ending of x.xml. "
        "Choose one with --format: jsonl (.jsonl), csv (.csv), "
    )
    assert "spacy-corpus (a folder)" in message
    assert os.listdir() == []
    assert call("export", "-o", "x.xml", "--format", "jsonl").status == 0
    assert os.listdir() == ["x.xml"]


def test_a_file_that_cannot_be_written(call: Call) -> None:
    outcome = call("export", "-o", "nowhere/x.jsonl")
    assert outcome.status == 1
    assert outcome.messages == ["nowhere/x.jsonl: No such file or directory."]


def test_offsets_that_do_not_fit_cost_their_article(call: Call, store_path: Path) -> None:
    with sqlite3.connect(store_path) as broken:
        broken.execute("UPDATE annotations SET start = start + 1 WHERE text = 'Lindow'")
    broken.close()
    outcome = call("export", "-o", "x.jsonl")
    assert outcome.status == 1
    assert list(exported(Path("x.jsonl").read_text())) == ["b"]
    assert len(outcome.messages) == 1
    assert outcome.messages[0].startswith("Article a: entities annotation: ")


def test_a_failure_leaves_the_old_file(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("x.jsonl").write_text("old")

    def fail(*_: object, **__: object) -> list[Annotation]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("annotations.store.annotations.Annotations.of", fail)
    assert call("export", "-o", "x.jsonl").status == 1
    assert Path("x.jsonl").read_text() == "old"
    assert os.listdir() == ["x.jsonl"]


def test_excluded_articles_are_left_out_unless_they_are_asked_for(call: Call, store: Store) -> None:
    store.edits.set_state("b", "exclude", ArticleState.EXCLUDED)

    def written(*options: str) -> dict[str, str | None]:
        lines = call("export", *options).output.splitlines()
        return {record["id"]: record.get("state") for record in map(json.loads, lines)}

    assert written() == {"a": None}
    assert call("export").messages == ["1 excluded articles left out; --excluded writes them too."]
    assert written("--excluded") == {"a": None, "b": "excluded"}
    assert written("--article", "b") == {"b": "excluded"}


def texts(output: str) -> list[str]:
    return [text for found in exported(output).values() for text in found]


def test_annotations_are_chosen_by_layer_label_tag_and_person(call: Call, store: Store) -> None:
    tagged = replace(NAME, tags=("role/mayor",), annotator="ana", status=Status.ACCEPTED)
    store.imports.merge(Article(id="c", text="Mara Dell."), [tagged])
    assert texts(call("export", "--layer", "quotes,casualties").output) == []
    assert texts(call("export", "--label", "GPE").output) == ["Lindow"]
    assert exported(call("export", "--tag", "role").output)["c"] == ["Mara Dell"]
    assert texts(call("export", "--tag", "role").output) == ["Mara Dell"]
    assert texts(call("export", "--by", "ana,bo").output) == ["Mara Dell"]
    outcome = call("export", "--layer", "names")
    assert (outcome.status, outcome.messages) == (
        2,
        ["There is no layer 'names'. Choose among: entities, quotes, casualties."],
    )


def test_articles_are_chosen_by_a_filter(call: Call) -> None:
    assert list(exported(call("export", "lindow").output)) == ["a"]
    assert list(exported(call("export", "mara").output)) == ["a", "b"]
    assert call("export", "nothing:x").status == 2


def test_what_a_format_leaves_no_choice_of_cannot_be_set(call: Call) -> None:
    outcome = call("export", "--set", "split=0.9")
    assert outcome.status == 2
    assert outcome.messages == [
        "--set split=0.9 is nothing that can be asked of jsonl. It leaves no choice."
    ]


def test_what_a_table_does_not_hold_is_counted(call: Call, store: Store) -> None:
    store.articles.add_one(Article(id="c", text="Rain.", section="World", read_from="a.eml"))
    assert call("export", "--format", "csv").messages == [
        "Note: csv leaves out the articles' texts, and articles without annotations.",
        "csv could not hold: the section of 1 articles, the origin of 1 articles.",
    ]

"""`closeread evaluate` without files: how good the machine was where people have checked it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.model import Article, Detector, Entity, Quote, Status
from annotations.review import Change, accept, reject, relabel
from annotations.store import Store
from reader.cli import main

TEXT = "Ana Ruiz of Oldport told the Post on Monday: “We wait.”"


def entity(text: str, label: str, rule: str) -> Entity:
    start = TEXT.index(text)
    return Entity(start=start, end=start + len(text), text=text, label=label, rule=rule)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store in which one article is reviewed in full, and one is begun."""
    path = tmp_path / "store.db"
    start = TEXT.index("“")
    quote = Quote(start=start, end=len(TEXT), text=TEXT[start:], type="direct", rule="head")
    found = [
        entity("Ana Ruiz", "PERSON", "known"),
        entity("Oldport", "ORG", "shape"),
        entity("Monday", "PERSON", "shape"),
        quote,
    ]
    with Store.open(path, annotator="ana") as store:
        for article_id in ("a", "b"):
            store.articles.add_one(Article(id=article_id, text=TEXT, tags=(article_id,)))
            store.runs.record(article_id, Detector(name="finder", version="1"), found)
        ana, oldport, monday, quote_found = store.annotations.of("a")
        added = replace(entity("the Post", "ORG", "-"), rule=None, status=Status.ADDED)
        changes = [
            Change(before=ana, after=accept(ana)),
            Change(before=oldport, after=relabel(oldport, "GPE")),
            Change(before=monday, after=reject(monday)),
            Change(before=quote_found, after=accept(quote_found)),
            Change(before=None, after=added),
        ]
        store.edits.annotations("a", "review", changes)
        other = store.annotations.of("b")[0]
        store.edits.annotations("b", "accept", [Change(before=other, after=accept(other))])
    return path


def run(path: Path, *words: object) -> int:
    return main(["evaluate", "--store", str(path), *map(str, words)])


def test_tables(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "entities\tall\t4\t2\t1\t1\t1",
        "entities\tPERSON\t3\t2\t0\t1\t0",
        "entities\tORG\t1\t0\t1\t0\t1",
        "entities\tGPE\t0\t0\t0\t0\t0",
        "quotes\tall\t1\t1\t0\t0\t0",
        "quotes\tdirect\t1\t1\t0\t0\t0",
        "",
        "entities\tall\t50.0\t33.3–100.0\t33.3\t33.3\t-\t50.0",
        "entities\tPERSON\t66.7\t50.0–100.0\t100.0\t66.7\t-\t66.7",
        "entities\tORG\t0.0\t0.0–0.0\t0.0\t0.0\t-\t0.0",
        "entities\tGPE\t-\t-\t0.0\t0.0\t-\t-",
        "quotes\tall\t100.0\t100.0–100.0\t100.0\t100.0\t-\t100.0",
        "quotes\tdirect\t100.0\t100.0–100.0\t100.0\t100.0\t-\t100.0",
        "",
        "entities\tlabel\t2\t3\t66.7\t1",
        "quotes\ttype\t1\t1\t100.0\t0",
    ]
    assert "2 articles in which anything is decided" in err
    assert "1 of them, which are reviewed in full" in err


def test_rules_by_how_often_they_are_wrong(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "--by", "rule") == 0
    verdicts, measures, fields = capsys.readouterr().out.split("\n\n")
    assert verdicts.splitlines() == [
        "entities\tshape\t2\t0\t1\t1",
        "entities\tknown\t2\t2\t0\t0",
        "quotes\thead\t1\t1\t0\t0",
    ]
    assert measures.splitlines()[0] == "entities\tshape\t0.0\t0.0–0.0\t0.0"
    assert fields.splitlines() == ["entities\tshape\tlabel\t0\t1\t0.0\t1"]


def test_among_some_articles(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "--among", "tag:b") == 0
    assert capsys.readouterr().out.splitlines()[0] == "entities\tall\t1\t1\t0\t0\t0"


def test_errors_in_context(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "--errors") == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [row[:5] for row in rows] == [
        ["a", "entities", "field label", "GPE 'Oldport' label=GPE", "ORG 'Oldport' label=ORG"],
        ["a", "entities", "missed", "ORG 'the Post'", "-"],
        ["a", "entities", "spurious", "-", "PERSON 'Monday'"],
    ]
    assert rows[1][5] == "Ana Ruiz of Oldport told [the Post] on Monday: “We wait.”"


def test_json(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["articles"] == {"decided": 2, "complete": 1}
    assert found["suggestions"][1] == {
        "layer": "entities",
        "key": "PERSON",
        "decided": 3,
        "accepted": 2,
        "corrected": 0,
        "rejected": 1,
        "added": 0,
        "precision": 2 / 3,
        "precision_interval": [0.5, 1],
        "recall": 1,
        "f1": 2 / 3,
        "f1_interval": None,
        "overlap_precision": 2 / 3,
    }
    assert {
        "layer": "entities",
        "key": "ORG",
        "field": "label",
        "right": 0,
        "of": 1,
        "accuracy": 0,
        "corrected": 1,
    } in found["fields"]


def test_a_store_in_which_nothing_is_decided(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.db"
    Store.open(path).close()
    assert run(path) == 0
    out, err = capsys.readouterr()
    assert not out.strip()
    assert "Nothing is decided yet" in err


def test_no_such_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "none.db") == 1
    assert not (tmp_path / "none.db").exists()

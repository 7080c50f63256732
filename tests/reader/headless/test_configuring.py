"""`closeread config`, and that every command goes by the file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotations.model import Article, Entity
from annotations.store import Store
from reader.settings.places import configuration_file

Call = Callable[..., Any]


@pytest.fixture
def path() -> Path:
    """Where the configuration is; its folder is there."""
    path = configuration_file()
    path.parent.mkdir(parents=True)
    return path


def test_without_a_file(call: Call) -> None:
    outcome = call("config")
    assert outcome.status == 0
    assert outcome.output == (
        f"{configuration_file()}\nThere is no such file; everything is as by default.\n"
    )
    assert call("config", "--check").output == f"{configuration_file()}: there is no such file.\n"


def test_what_it_sets(call: Call, path: Path) -> None:
    path.write_text('layers = ["names"]\ncolumn-width = 60\n[keys]\ntext.next = "g k"\n')
    outcome = call("config")
    assert (outcome.status, outcome.messages) == (0, [])
    assert outcome.output == (
        f'{path}\nlayers = ["names"]\ncolumn-width = 60\nkeys.text.next = ["g k"]\n'
    )
    assert call("config", "--check").output == f"{path}: nothing is wrong.\n"


def test_a_file_that_sets_nothing(call: Call, path: Path) -> None:
    path.write_text("# nothing\n")
    assert call("config").output == f"{path}\nIt sets nothing.\n"


def test_what_is_wrong(call: Call, path: Path) -> None:
    path.write_text('theme = "pink"\nmodle = "x"\nannotator = "Ana"\n')
    messages = [
        f"{path}, line 1: theme is not one of auto, dark, light, ansi, contrast. "
        "Its default is used.",
        f"{path}, line 2: 'modle' is no key of it. Did you mean 'model'?",
    ]
    checked = call("config", "--check")
    assert (checked.status, checked.output, checked.messages) == (1, "", messages)
    told = call("config")
    assert (told.status, told.messages) == (1, messages)
    assert told.output == f'{path}\nannotator = "Ana"\n'


def test_the_defaults_saved_change_nothing(call: Call, path: Path) -> None:
    saved = call("config", "--defaults")
    assert (saved.status, saved.messages) == (0, [])
    path.write_text(saved.output)
    assert call("config").output == f"{path}\nIt sets nothing.\n"


def test_the_defaults_are_printed_whatever_is_wrong(call: Call, path: Path) -> None:
    path.write_text("theme = pink")
    outcome = call("config", "--defaults")
    assert (outcome.status, outcome.messages) == (0, [])


def test_other_commands_say_what_is_wrong_and_go_on(
    call: Call, path: Path, detectors: list[Any]
) -> None:
    path.write_text("theme pink")
    outcome = call("annotate", "-", stdin=b"Text.")
    assert outcome.status == 0
    assert outcome.messages == [
        f"{path}, line 1: Expected '=' after a key in a key/value pair. "
        "Nothing in the file is used; everything is as by default."
    ]


def test_model_and_vague_rule(call: Call, path: Path, detectors: list[Any]) -> None:
    path.write_text('model = "mine"\nvague-rule = "acled"')
    call("annotate", "-", stdin=b"Text.")
    call("annotate", "-", "--model", "other", "--vague-rule", "default", stdin=b"Text.")
    found = [(each.model, each.vague_rule.value) for each in detectors]
    assert found == [("mine", "acled"), ("other", "default")]


def test_the_store_unless_the_environment_or_the_command_line_names_one(
    call: Call, path: Path, monkeypatch: pytest.MonkeyPatch, store_path: Path, tmp_path: Path
) -> None:
    path.write_text('store = "mine.db"')
    call("add", "-", "--store", str(tmp_path / "one.db"), stdin=b"Text.")
    call("add", "-", stdin=b"Text.")
    assert not (path.parent / "mine.db").exists()
    monkeypatch.delenv("CLOSEREAD_STORE")
    call("add", "-", stdin=b"Text.")
    assert (path.parent / "mine.db").exists()


def test_the_annotator(call: Call, path: Path, store: Store) -> None:
    path.write_text('annotator = "Ana"')
    text = "Mara Dell and M Dell."
    names = [
        Entity(start=0, end=9, text="Mara Dell", label="PERSON", name="Mara Dell"),
        Entity(start=14, end=20, text="M Dell", label="PERSON", name="M Dell"),
    ]
    store.imports.merge(Article(id="a", text=text), names)
    call("names", "merge", "M Dell", "Mara Dell", "--force")
    rows = store._connection.rows("SELECT annotator FROM name_merges")
    assert rows == [("Ana",)]
    call("names", "split", "M Dell")
    assert store._connection.rows("SELECT undone_by FROM name_merges") == [("Ana",)]
    accepted = call("export").output.replace('"suggested"', '"accepted"')
    call("import", "-", stdin=accepted.encode())
    assert [group.annotator for group in store.edits.history()] == ["Ana"] * 3


def test_what_show_marks(call: Call, path: Path, store: Store) -> None:
    name = Entity(start=0, end=4, text="Mara", label="PERSON")
    day = Entity(start=8, end=14, text="Friday", label="DATE")
    store.imports.merge(Article(id="a", text="Mara on Friday."), [name, day])
    path.write_text('layers = ["numbers"]')
    assert call("show", "a").output == "a\n\nMara on [DATE Friday].\n"
    assert call("show", "a", "--layer", "names").output == "a\n\n[PERSON Mara] on Friday.\n"

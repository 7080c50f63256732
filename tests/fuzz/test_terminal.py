"""Nothing that an article, a file or its name says is ever obeyed by the terminal."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotations.model import Detector, Entity
from annotations.store import Store
from reader.cli import main
from tests.fuzz.hostile import obeyed, record, text


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("CLOSEREAD_STORE", str(tmp_path / "hostile.db"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))
    (folder / "dirty.jsonl").write_text(json.dumps(record()) + "\nnope\x1b[2J\n")
    (folder / "plain\x1b[2J\u202e[red].txt").write_text(text(), "utf-8", "surrogatepass")
    (folder / "empty\x1b]0;owned\x07.txt").write_text("")
    return folder


@pytest.fixture
def call(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    """Runs a command line and gives all that it wrote."""

    def run(*words: str) -> str:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
        capsys.readouterr()
        main(words)
        captured = capsys.readouterr()
        return captured.out + captured.err

    return run


def annotate(path: Path) -> None:
    """Let there be names, and edits to list."""
    with Store.open(path) as store:
        for article in store.articles.iterate():
            start = article.text.index("Ada Bell")
            found = Entity(
                start=start, end=start + 8, text="Ada Bell", label="PERSON", name="Ada Bell"
            )
            store.runs.record(article.id, Detector(name="x", version="1"), [found])
            store.edits.set_language(article.id, "set language", "en")


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("list", "--json"),
        ("search", "rain"),
        ("show", "Title", "--plain"),
        ("show", "Title", "--summary", "--plain"),
        ("log",),
        ("tags",),
        ("names",),
        ("export", "--format", "jsonl"),
        ("add", "--dry-run", "."),
        ("add", "."),
        ("add", "no\x1b[2Jsuch\u202e.txt"),
        ("show", "no\x1b[2Jsuch"),
        ("list", "source:no\x1b[2Jsuch", "is:\x1b[2J"),
    ],
    ids=" ".join,
)
def test_no_command_writes_what_is_obeyed(
    call: Callable[..., str], tmp_path: Path, words: tuple[str, ...]
) -> None:
    added = call("add", ".")
    assert "2 added" in added and "failed" in added
    assert obeyed(added) == []
    annotate(tmp_path / "hostile.db")
    written = call(*words)
    assert written
    assert obeyed(written) == []


def test_failed_file_holds_nothing_that_is_obeyed(call: Callable[..., str], here: Path) -> None:
    call("add", ".", "--failed", "failed.jsonl")
    failed = (here / "failed.jsonl").read_text("utf-8")
    assert len(failed.splitlines()) == 2
    assert obeyed(failed) == []

"""Progress bars are shown to people and to nobody else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotations.model import Article
from annotations.store import Store


def test_none_without_a_terminal(call: Callable[..., Any], store: Store) -> None:
    assert call("export").messages == []


def test_a_bar_on_standard_error_while_data_goes_to_a_file(
    terminal: Callable[..., tuple[int, str]], store: Store, tmp_path: Path
) -> None:
    store.articles.add_one(Article(id="a", text="Text."))
    output = tmp_path / "out.jsonl"
    status, screen = terminal("export", "--article", "a", "--article", "x", output=output)
    assert status == 1
    assert "exporting" in screen
    assert "There is no article 'x' in the store." in screen
    assert output.read_text().startswith('{"id": "a", ')
    assert output.read_text().endswith("}\n")


def test_no_bar_between_data_on_a_terminal(
    terminal: Callable[..., tuple[int, str]], store: Store
) -> None:
    store.articles.add_one(Article(id="a", text="Text."))
    status, screen = terminal("export")
    assert status == 0
    assert screen.startswith('{"id": "a", ')
    assert "exporting" not in screen


def test_a_bar_while_nothing_else_is_written(
    terminal: Callable[..., tuple[int, str]], store_path: Path
) -> None:
    Path("a.txt").write_text("Text.")
    status, screen = terminal("add", "a.txt")
    assert status == 0
    assert "adding" in screen
    assert "1 added, 0 unchanged, 0 in conflict, 0 failed." in screen

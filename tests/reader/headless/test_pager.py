from pathlib import Path

import pytest

from reader.headless.pager import command


@pytest.fixture
def less(tmp_path: Path) -> Path:
    """A folder with a program called less."""
    program = tmp_path / "less"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ("most", ["most"]),
        ("less -S '+/a b'", ["less", "-S", "+/a b"]),
        ("cat", []),
        ("", []),
        ("less '", []),
    ],
)
def test_the_pager_that_is_chosen(less: Path, chosen: str, words: list[str]) -> None:
    assert command({"PAGER": chosen, "PATH": str(less)}) == words


def test_less_unless_another_is_chosen(less: Path) -> None:
    assert command({"PATH": str(less)}) == ["less", "-R"]


def test_none_where_less_is_missing(tmp_path: Path) -> None:
    assert command({"PATH": str(tmp_path)}) == []

"""A folder is replaced as a whole, and only if an export has made it."""

from pathlib import Path

import pytest

from annotations.errors import UsageError
from annotations.formats import Format, Piece
from annotations.formats.carrying import EVERYTHING
from reader.exports.delivery import deliver
from reader.exports.folders import MANIFEST, replaced_folder


def names(folder: Path) -> list[str]:
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file())


def fill(folder: Path, *files: str) -> None:
    with replaced_folder(folder) as draft:
        for name in files:
            (draft / name).write_text("x")


def test_a_folder_is_there_only_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "out"
    with replaced_folder(target) as draft:
        (draft / "a.txt").write_text("x")
        assert not target.exists()
    assert names(tmp_path) == ["out/a.txt", f"out/{MANIFEST}"]


def test_an_export_takes_the_place_of_another(tmp_path: Path) -> None:
    fill(tmp_path / "out", "a.txt")
    fill(tmp_path / "out", "b.txt")
    assert names(tmp_path) == ["out/b.txt", f"out/{MANIFEST}"]


def test_an_error_leaves_what_was_there(tmp_path: Path) -> None:
    fill(tmp_path / "out", "a.txt")
    with pytest.raises(KeyboardInterrupt), replaced_folder(tmp_path / "out") as draft:
        (draft / "b.txt").write_text("x")
        raise KeyboardInterrupt
    assert names(tmp_path) == ["out/a.txt", f"out/{MANIFEST}"]


def test_nothing_else_is_ever_replaced(tmp_path: Path) -> None:
    fill(tmp_path / "out", "a.txt")
    (tmp_path / "out" / "mine.txt").write_text("x")
    with pytest.raises(UsageError, match=r"holds files .* such as mine\.txt"):
        fill(tmp_path / "out", "b.txt")
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="is no folder"):
        fill(tmp_path / "file", "b.txt")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / MANIFEST).write_text("[1")
    with pytest.raises(UsageError, match="holds files"):
        fill(tmp_path / "broken", "b.txt")
    assert (tmp_path / "out" / "mine.txt").exists()


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    fill(tmp_path / "out", "a.txt")
    assert names(tmp_path / "out") == ["a.txt", MANIFEST]


def test_pieces_of_many_files_come_in_order(tmp_path: Path) -> None:
    format_ = Format(
        name="many",
        title="many",
        suffix="",
        carries=EVERYTHING,
        write=lambda articles, writing: iter(()),
    )
    pieces = [
        Piece(f"{number}/a.txt", data)
        for data in ("one 😊", b" two", "\ud800\r\n")
        for number in range(40)
    ]
    deliver(format_, pieces, tmp_path / "out")
    assert len(names(tmp_path / "out")) == 41
    for number in (0, 39):
        written = (tmp_path / "out" / str(number) / "a.txt").read_bytes()
        assert written == "one 😊 two\\ud800\r\n".encode()

"""A folder's files are found in order, and nothing in it can lead in circles."""

import os
from pathlib import Path

import pytest

from annotations.sources import folders


def found(folder: Path) -> list[str]:
    """Names below a folder; errors as they read."""
    return [
        str(each.relative_to(folder)) if isinstance(each, Path) else str(each)
        for each in folders.files(folder, is_wanted=lambda name: name.lower().endswith(".txt"))
    ]


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def test_files_are_found_in_all_folders_in_order(tmp_path: Path) -> None:
    touch(
        tmp_path / "b.txt", tmp_path / "a" / "d.TXT", tmp_path / "a" / "c.txt", tmp_path / "z.txt"
    )
    assert found(tmp_path) == ["a/c.txt", "a/d.TXT", "b.txt", "z.txt"]


def test_hidden_and_unknown_files_are_left_out(tmp_path: Path) -> None:
    touch(tmp_path / ".a.txt", tmp_path / ".git" / "b.txt", tmp_path / "c.pdf", tmp_path / "d.txt")
    assert found(tmp_path) == ["d.txt"]


def test_guidelines_are_no_article_unless_they_are_named(tmp_path: Path) -> None:
    touch(tmp_path / "guidelines.md", tmp_path / "news" / "Guidelines.MD", tmp_path / "rules.md")
    listed = folders.files(tmp_path, is_wanted=lambda name: name.endswith(".md"))
    assert list(listed) == [tmp_path / "rules.md"]
    assert (
        list(folders.files(tmp_path / "guidelines.md", is_wanted=lambda name: name.endswith(".md")))
        == []
    )


def test_a_hidden_folder_can_be_named(tmp_path: Path) -> None:
    touch(tmp_path / ".news" / "a.txt")
    assert found(tmp_path / ".news") == ["a.txt"]


def test_links_are_followed_once(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    touch(elsewhere / "a.txt", tmp_path / "news" / "b.txt")
    news = tmp_path / "news"
    (news / "again").symlink_to(news)
    (news / "gone.txt").symlink_to(news / "nowhere.txt")
    (news / "self.txt").symlink_to(news / "self.txt")
    (news / "linked").symlink_to(elsewhere)
    (elsewhere / "back").symlink_to(news)
    assert found(news) == ["b.txt", "linked/a.txt"]


def test_a_folder_that_cannot_be_read_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path / "a" / "x.txt", tmp_path / "b" / "y.txt")
    real = os.listdir

    def listdir(path: Path) -> list[str]:
        if path.name == "a":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "listdir", listdir)
    assert found(tmp_path) == [f"{tmp_path}/a cannot be read: Permission denied.", "b/y.txt"]


def test_gold_is_left_out_unless_it_is_named(tmp_path: Path) -> None:
    touch(tmp_path / "gold" / "a.jsonl", tmp_path / "x" / "Gold" / "b.jsonl", tmp_path / "c.jsonl")
    assert list(folders.files(tmp_path, is_wanted=bool)) == [tmp_path / "c.jsonl"]
    in_gold = folders.files(tmp_path / "gold", is_wanted=bool)
    assert list(in_gold) == [tmp_path / "gold" / "a.jsonl"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
def test_named_pipes_and_devices_are_no_files(tmp_path: Path) -> None:
    touch(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "b.txt")
    (tmp_path / "c.txt").symlink_to("/dev/zero")
    assert found(tmp_path) == ["a.txt"]


def test_where_a_file_is_decides_too(tmp_path: Path) -> None:
    touch(tmp_path / "a" / "b.txt", tmp_path / "c.txt")
    asked: list[str] = []

    def is_wanted(path: str) -> bool:
        asked.append(path)
        return False

    assert not list(folders.files(tmp_path, is_wanted=is_wanted))
    assert asked == ["a/b.txt", "c.txt"]

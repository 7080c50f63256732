"""Folders and files that are watched."""

import os
from pathlib import Path

import pytest

from annotations.model import Article
from annotations.sources import Options
from reader.watching.folders import WatchedFolder

NOON = 1_800_000_000.0


class Scene:
    """A folder, a clock, and who watches."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.now = NOON
        self.watched = WatchedFolder(path, options=Options(), clock=lambda: self.now)

    def put(self, name: str, text: str, *, ago: float = 0) -> None:
        """Write a file as of so many seconds ago."""
        file = self.path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
        os.utime(file, (self.now - ago, self.now - ago))

    def look(self) -> list[str]:
        """What a look brings; the next one is two seconds later."""
        assert self.watched.due <= self.now
        items = list(self.watched.look())
        self.watched.settle()
        self.now += 2
        return [item.text if isinstance(item, Article) else str(item) for item in items]


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path / "news")


def test_what_is_there_is_read_once(scene: Scene) -> None:
    scene.put("a.txt", "One.", ago=60)
    scene.put("b.css", "No article.", ago=60)
    scene.put(".c.txt", "Hidden.", ago=60)
    assert scene.look() == ["One."]
    assert scene.look() == []


def test_a_file_that_is_still_written_is_read_when_it_is_whole(scene: Scene) -> None:
    scene.put("old.txt", "Old.", ago=60)
    scene.look()
    scene.put("a.txt", "One")
    assert scene.look() == []
    scene.put("a.txt", "One and two.")
    assert scene.look() == []
    assert scene.look() == ["One and two."]
    assert scene.look() == []


def test_a_file_that_is_changed_is_read_again(scene: Scene) -> None:
    scene.put("a.txt", "One.", ago=60)
    scene.look()
    scene.put("a.txt", "Two.", ago=30)
    assert scene.look() == ["Two."]


def test_a_failure_is_told_once(scene: Scene) -> None:
    scene.put("a.txt", "", ago=60)
    assert scene.look() == [f"{scene.path / 'a.txt'} has no text."]
    assert scene.look() == []


def test_folders_below_and_links_in_files(scene: Scene) -> None:
    scene.put("urls.txt", "https://a.example/b\n", ago=60)
    assert scene.look() == [
        f"{scene.path / 'urls.txt'} lists 1 link, not opened. "
        "Name the file itself to have them fetched."
    ]
    (scene.path / "below").mkdir()
    scene.put("below/b.txt", "Two.", ago=60)
    assert scene.look() == ["Two."]


def test_a_folder_that_comes_later(scene: Scene) -> None:
    assert scene.look() == [f"{scene.path} is not there. It is read once it is."]
    assert scene.look() == []
    scene.put("a.txt", "One.", ago=60)
    assert scene.look() == ["One."]


def test_a_single_file(tmp_path: Path) -> None:
    scene = Scene(tmp_path / "news")
    scene.put("a.log", "One.", ago=60)
    scene.watched = WatchedFolder(scene.path / "a.log", options=Options(), clock=lambda: scene.now)
    assert scene.look() == ["One."]
    (scene.path / "a.log").unlink()
    assert scene.look() == [f"{scene.path / 'a.log'} is not there. It is read once it is."]


def test_a_clock_that_is_behind(scene: Scene) -> None:
    scene.put("a.txt", "One.", ago=-3600)
    assert scene.look() == []
    assert scene.look() == ["One."]

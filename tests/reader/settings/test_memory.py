import json
from pathlib import Path

import pytest

from reader.settings.memory import Memory, MemoryFile
from reader.settings.places import configuration_file, memory_file, own_names_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "state.json"


def test_what_is_remembered_is_there_the_next_time(path: Path) -> None:
    assert MemoryFile(path).memory == Memory()
    MemoryFile(path).remember(theme="light", theme_before="auto")
    MemoryFile(path).remember(toured=True)
    assert MemoryFile(path).memory == Memory(theme="light", theme_before="auto", toured=True)


def test_what_another_has_remembered_meanwhile_is_kept(path: Path) -> None:
    one, other = MemoryFile(path), MemoryFile(path)
    one.remember(toured=True)
    other.remember(theme="light")
    assert other.memory == Memory(theme="light")
    assert MemoryFile(path).memory == Memory(theme="light", toured=True)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"theme": 3, "toured": "yes", "x": 1}'])
def test_what_is_odd_is_forgotten(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_text(content)
    assert MemoryFile(path).memory == Memory()
    MemoryFile(path).remember(toured=True)
    assert json.loads(path.read_text()) == {
        "theme": "",
        "theme_before": "",
        "ground": "",
        "toured": True,
    }


def test_a_memory_without_a_file_ends_with_the_program() -> None:
    memory = MemoryFile()
    memory.remember(toured=True)
    assert (memory.memory.toured, memory.is_lasting) == (True, False)


def test_what_cannot_be_written_is_remembered_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    memory = MemoryFile(tmp_path / "file" / "state.json")
    with pytest.raises(OSError):
        memory.remember(theme="light")
    assert memory.memory.theme == "light"


@pytest.mark.parametrize(
    ("memory", "preferred", "theme"),
    [
        (Memory(), "dark", "dark"),
        (Memory(theme="light", theme_before="dark"), "dark", "light"),
        (Memory(theme="light", theme_before="dark"), "ansi", "ansi"),
        (Memory(theme="auto", theme_before="dark"), "dark", "auto"),
        (Memory(theme="of a newer version", theme_before="dark"), "dark", "dark"),
    ],
)
def test_a_remembered_theme_counts_until_the_configuration_names_another(
    memory: Memory, preferred: str, theme: str
) -> None:
    assert memory.theme_after(preferred) == theme


def test_all_files_are_in_one_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    places = {configuration_file(), memory_file(), own_names_file()}
    assert len({place.parent for place in places}) == 1
    monkeypatch.setenv("CLOSEREAD_CONFIG", str(tmp_path))
    assert configuration_file() == tmp_path / "config.toml"

"""Files that are replaced as a whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from reader.exports.files import replaced


def test_the_file_is_there_only_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    with replaced(path) as file:
        file.write("a\nb\r\n😊\ud800")
        assert not path.exists()
    assert path.read_bytes() == "a\nb\r\n😊\\ud800".encode()
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["x.txt"]


def test_an_error_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("old")
    with pytest.raises(KeyboardInterrupt), replaced(path) as file:
        file.write("new")
        raise KeyboardInterrupt
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["x.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links and permissions are other on Windows")
def test_links_and_permissions_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "x.txt", tmp_path / "link.txt"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    with replaced(link) as file:
        file.write("new")
    assert link.is_symlink()
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file")
def test_a_device_is_written_to() -> None:
    with replaced(Path("/dev/null")) as file:
        file.write("x")
    assert not Path("/dev/null").is_file()


def test_errors_name_the_path_that_was_given(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "x.txt"
    with pytest.raises(FileNotFoundError) as caught, replaced(path):
        pass
    assert caught.value.filename == str(path)

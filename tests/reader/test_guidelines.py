from pathlib import Path

import pytest

from annotations.errors import CloseReadError
from reader import guidelines
from reader.guidelines import Guidelines, GuidelinesError


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


def test_they_lie_beside_the_store(tmp_path: Path, store: Path) -> None:
    (tmp_path / "guidelines.md").write_text("# Here")
    assert Guidelines(store=store).file() == tmp_path / "guidelines.md"


def test_those_of_the_folder_that_was_opened_come_first(tmp_path: Path, store: Path) -> None:
    for folder in (tmp_path, tmp_path / "news"):
        folder.mkdir(exist_ok=True)
        (folder / "guidelines.md").write_text("# Here")
    found = Guidelines(store=store, folders=[tmp_path / "news"])
    assert found.file() == tmp_path / "news" / "guidelines.md"


def test_a_file_that_was_named_is_the_only_one(tmp_path: Path, store: Path) -> None:
    (tmp_path / "guidelines.md").write_text("# Here")
    named = Guidelines(store=store, configured=tmp_path / "codebook.md")
    with pytest.raises(GuidelinesError, match=r"codebook\.md, but there is no such file"):
        named.file()
    (tmp_path / "codebook.md").write_text("# There")
    assert named.file() == tmp_path / "codebook.md"


def test_where_there_are_none_it_says_where_to_write_them(tmp_path: Path, store: Path) -> None:
    with pytest.raises(GuidelinesError) as told:
        Guidelines(store=store).with_folder(tmp_path / "news").file()
    assert f"{tmp_path}/news/guidelines.md nor {tmp_path}/guidelines.md" in told.value.message
    assert "--guidelines FILE" in told.value.hint


def test_what_a_terminal_would_obey_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "guidelines.md"
    path.write_bytes(b"# A\r\n\x1b]0;title\x07b \xc2\x9b31m c")
    assert guidelines.read(path) == "# A\n          b      c"


@pytest.mark.parametrize("content", [b"\0\1\2\3" * 50, b"x" * (2**20 + 1)])
def test_what_is_no_text_or_too_long_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "guidelines.md"
    path.write_bytes(content)
    with pytest.raises(CloseReadError):
        guidelines.read(path)


def test_a_change_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "guidelines.md"
    assert guidelines.state(path) is None
    path.write_text("a")
    before = guidelines.state(path)
    path.write_text("ab")
    assert guidelines.state(path) != before

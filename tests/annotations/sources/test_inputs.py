"""An input's bytes are taken once, whole and in order, and never more than may be."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.sources import Input, input_of_bytes, limits


class Pipe(io.RawIOBase):
    """A stream that cannot be gone about in, and gives little at a time."""

    def __init__(self, data: bytes, *, at_a_time: int) -> None:
        self._left = io.BytesIO(data)
        self._at_a_time = at_a_time

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._left.read(min(len(buffer), self._at_a_time))
        buffer[: len(piece)] = piece
        return len(piece)


def piped(data: bytes, *, at_a_time: int = 7) -> Input:
    return Input(name="x", stream=io.BufferedReader(Pipe(data, at_a_time=at_a_time)))


@given(st.binary(), st.booleans())
def test_looking_at_the_head_loses_nothing(data: bytes, looks: bool) -> None:
    for given_ in (piped(data), input_of_bytes(data, name="x")):
        if looks:
            assert data.startswith(given_.head.data)
        assert given_.whole() == data
    lines = piped(data)
    assert not looks or data.startswith(lines.head.data)
    assert list(lines.lines()) == io.BytesIO(data).readlines()
    copied = piped(data)
    assert not looks or data.startswith(copied.head.data)
    with copied.file() as file:
        assert file.read() == data
        file.seek(0)
        assert file.read() == data


def test_a_file_on_disk_is_not_copied(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"abc")
    with path.open("rb") as file:
        on_disk = Input(name="a.db", stream=file, origin=str(path))
        assert on_disk.head.data == b"abc"
        with on_disk.path() as found:
            assert found == path
        with on_disk.member("b", io.BytesIO(b"de")).path() as found:
            assert found.read_bytes() == b"de"
            assert found != path


def test_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WHOLE", 1_000_000)
    long = b"x" * 1_000_001
    for take in (
        lambda: list(piped(long, at_a_time=9_999).lines()),
        lambda: piped(long, at_a_time=9_999).whole(most=1_000_000),
        lambda: piped(long, at_a_time=9_999).file(most=1_000_000).__enter__(),
        lambda: piped(long, at_a_time=9_999).path(most=1_000_000).__enter__(),
    ):
        with pytest.raises(SourceError, match="x has more than 1 MB in one piece"):
            take()


def test_a_member_goes_by_where_it_is() -> None:
    outer = Input(name="news.zip", stream=io.BytesIO(), origin="/n/news.zip")
    member = outer.member("a\x1b[31m.txt", io.BytesIO(b"text"))
    assert (member.name, member.origin, member.depth) == (
        "news.zip › a .txt",
        "/n/news.zip!a\x1b[31m.txt",
        1,
    )
    assert member.head.suffix == ".txt"

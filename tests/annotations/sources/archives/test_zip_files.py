"""Members of zip files are read as files in folders are, and nothing in them can do harm."""

import io
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import Options, input_of_bytes, read_input
from annotations.sources.archives import bounded
from tests.annotations.sources.archives.making import outline, piped, read, zipped


def test_members_are_read_in_order_each_as_its_kind() -> None:
    data = zipped(
        {
            "news/": b"",
            "news/b.txt": "two",
            "news/a.jsonl": b'{"text": "one"}\n',
            "news/style.css": "left out",
            "news/.hidden.txt": "left out",
            "__MACOSX/news/._b.txt": "left out",
            "README": "left out",
        }
    )
    assert read(data, "n.zip") == [
        ("n.zip › news/b.txt", "two"),
        ("n.zip › news/a.jsonl, line 1", "one"),
    ]
    assert outline(read_input(piped(data, "n.zip"))) == read(data, "n.zip")


def test_archives_within_archives() -> None:
    inner = zipped({"a.txt": "deep"})
    assert read(zipped({"in.zip": inner, "b.txt": "flat"}), "n.zip") == [
        ("n.zip › in.zip › a.txt", "deep"),
        ("n.zip › b.txt", "flat"),
    ]
    for _ in range(5):
        inner = zipped({"in.zip": inner})
    assert read(inner, "n.zip") == [
        (
            None,
            f"n.zip{' › in.zip' * 5} is in more than 4 archives, one within the other.",
        )
    ]


def test_articles_are_known_by_where_they_are() -> None:
    data = zipped({"../a.txt": "text"})
    (item,) = read_input(input_of_bytes(data, name="n.zip", origin="/news/n.zip"))
    assert isinstance(item, Article)
    assert item.origin == "/news/n.zip!a.txt"


def test_patterns() -> None:
    inner = zipped({"c.html": "<p>c", "d.txt": "d"})
    data = zipped({"a.txt": "a", "x/b.log": "b", "in.zip": inner, "x/e.txt": "e"})
    assert read(data, "n", Options(include=("*.log", "d.*"))) == [
        ("n › x/b.log", "b"),
        ("n › in.zip › d.txt", "d"),
    ]
    assert read(data, "n", Options(exclude=("in.zip", "x"))) == [("n › a.txt", "a")]


def test_nothing_is_written_under_the_name_of_a_member(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = zipped({"../up.txt": "1", "/root.txt": "2", "C:\\drive.txt": "3", "a\\b.txt": "4"})
    assert [where for where, _ in read(data, "n")] == [
        "n › up.txt",
        "n › root.txt",
        "n › drive.txt",
        "n › a/b.txt",
    ]
    assert not list(tmp_path.iterdir())


def test_names_in_other_charsets() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in ("X1_X.txt", "X2_X.txt", "X3_X.txt"):
            archive.writestr(name, "text")
    data = made.getvalue()
    data = data.replace(b"X1_X", b"\xc3\xa4_X").replace(b"X2_X", b"\x84_22")
    data = data.replace(b"X3_X", b"\x1b[1m")
    assert [where for where, _ in read(data, "n")] == ["n › ä_X.txt", "n › ä_22.txt", "n › .txt"]


def test_members_of_one_name_are_all_read() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("a.txt", "one")
        archive.writestr("a.txt", "two")
    assert read(made.getvalue(), "n") == [("n › a.txt", "one"), ("n › a.txt", "two")]


def test_links_and_devices_are_no_articles() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, mode in (("a", stat.S_IFLNK), ("b", stat.S_IFIFO), ("c", stat.S_IFREG)):
            info = zipfile.ZipInfo(f"{name}.txt")
            info.external_attr = (mode | 0o644) << 16
            archive.writestr(info, "/etc/passwd")
    assert read(made.getvalue(), "n") == [("n › c.txt", "/etc/passwd")]


def changed(data: bytes, name: bytes, *, at: int, directory_at: int, value: int) -> bytes:
    """A zip file with two bytes of a member's headers changed."""
    made = bytearray(data)
    struct.pack_into("<H", made, data.index(name) - 30 + at, value)
    struct.pack_into("<H", made, data.rindex(name) - 46 + directory_at, value)
    return bytes(made)


def test_encrypted_members_are_told_once() -> None:
    data = zipped({"a.txt": "one", "b.txt": "two", "c.txt": "three"})
    for name in (b"a.txt", b"c.txt"):
        data = changed(data, name, at=6, directory_at=8, value=1)
    assert read(data, "n") == [
        ("n › b.txt", "two"),
        (None, "n › a.txt and 1 more are encrypted."),
    ]


def test_methods_that_are_not_read() -> None:
    data = changed(zipped({"a.txt": "one"}), b"a.txt", at=8, directory_at=10, value=14)
    ((_, message),) = read(data, "n")
    assert "is packed in a way that closeread does not read (method 14)" in message


def test_a_damaged_member_costs_no_other() -> None:
    data = bytearray(zipped({"a.txt": "one " * 50, "b.txt": "two"}))
    data[data.index(b"a.txt") + 5] ^= 0xFF
    (_, message), other = read(bytes(data), "n")
    assert "is cut short or damaged" in message
    assert other == ("n › b.txt", "two")


def streamed(members: dict[str, str], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file whose members' sizes stand behind them, as programs write it into a pipe."""
    made = io.BytesIO()
    out = io.BufferedWriter(made)
    out.seekable = lambda: False  # type: ignore[method-assign]
    out.tell = lambda: (_ for _ in ()).throw(OSError())  # type: ignore[method-assign]
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    out.flush()
    return made.getvalue()


NOISE = "".join(f"{number * 7919 % 10007:x}" for number in range(5_000))


@pytest.mark.parametrize("make", [zipped, streamed])
def test_a_truncated_archive_is_read_as_far_as_it_goes(
    make: Callable[[dict[str, str]], bytes],
) -> None:
    members = {"a.txt": "one", "x.css": NOISE, "empty/": "", "b.txt": "two", "c.txt": NOISE}
    data = make(members)
    assert bool(data[6] & 8) is (make is streamed)
    for cut in (data[:-30], data[: data.index(b"c.txt") + 900]):
        found = read(cut, "n.zip")
        whole = [("n.zip › a.txt", "one"), ("n.zip › b.txt", "two")]
        assert found[:2] == whole
        assert found[-1] == (None, "n.zip is cut short or damaged (File is not a zip file).")
        assert len(found) == (4 if len(cut) == len(data) - 30 else 3)


def test_an_empty_archive_holds_nothing() -> None:
    assert read(zipped({}), "n.zip") == []


def overlapping(count: int) -> bytes:
    """A zip file whose directory lists one member again and again."""
    data = zipped({"a.txt": b"0" * 100_000})
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[start:end]
    listed = b"".join(entry.replace(b"a.txt", b"%c.txt" % (97 + n)) for n in range(count))
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(listed), start, 0)
    return data[:start] + listed + tail


def test_members_that_share_their_bytes_are_a_trap() -> None:
    assert read(overlapping(20), "n.zip") == [
        (None, "n.zip is a trap: its members share their bytes, to unpack endlessly.")
    ]


def test_a_directory_of_millions_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "_DIRECTORY", 1_000)
    data = zipped({f"{number}.txt": "x" for number in range(50)})
    assert read(data, "n.zip") == [(None, "n.zip has too many members.")]


def test_what_unpacks_to_too_much_ends_with_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "_FREE", 1_000_000)
    monkeypatch.setattr(bounded, "_RATIO", 10)
    bomb = {f"{number}.txt": b"one" * 300_000 for number in range(20)}
    found = read(zipped({"a.txt": b"good", **bomb}), "n.zip")
    assert found[0] == ("n.zip › a.txt", "good")
    assert [message for where, message in found if where is None] == [
        "n.zip unpacks to far more than articles do; the rest was left out."
    ]


def test_nested_bombs_end_with_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "_FREE", 10_000_000)
    monkeypatch.setattr(bounded, "_RATIO", 10)
    inner = zipped({"0.txt": b"0" * 1_000_000})
    for _ in range(3):
        inner = zipped({f"{number}.zip": inner for number in range(6)})
    errors = [message for where, message in read(inner, "42.zip") if where is None]
    assert errors[-1] == "42.zip unpacks to far more than articles do; the rest was left out."
    assert len(errors) == 1


@given(st.integers(min_value=0, max_value=10_000), st.binary(min_size=1, max_size=4))
def test_any_change_to_an_archive_ends_in_articles_or_errors(place: int, change: bytes) -> None:
    data = bytearray(zipped({"a.txt": "one " * 9, "in.zip": zipped({"b.txt": "two"})}))
    place %= len(data)
    data[place : place + len(change)] = change
    for item in read_input(input_of_bytes(bytes(data), name="n.zip")):
        assert isinstance(item, Article | SourceError)

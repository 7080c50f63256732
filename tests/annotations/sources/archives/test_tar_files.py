"""Tar archives are read from one end to the other, as far as they go."""

import gzip
import io
import tarfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import input_of_bytes, read_input
from annotations.sources.archives import bounded
from tests.annotations.sources.archives.making import outline, piped, read, tarred, zipped

MEMBERS = {"news/a.txt": b"one", "news/app.js": b"left out", "news/b.txt": b"two"}
OUTLINE = [("n › news/a.txt", "one"), ("n › news/b.txt", "two")]


@pytest.mark.parametrize("format_", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_the_formats_of_different_programs(format_: int) -> None:
    assert read(tarred(MEMBERS, format_=format_), "n") == OUTLINE
    long = "ö" * 120 + ".txt"
    if format_ != tarfile.USTAR_FORMAT:
        assert read(tarred({long: b"x"}, format_=format_), "n") == [(f"n › {long}", "x")]


@pytest.mark.parametrize("mode", ["w:gz", "w:bz2", "w:xz"])
def test_compressed_archives_are_called_by_their_own_name(mode: str) -> None:
    data = tarred(MEMBERS, mode=mode)
    assert read(data, "n") == OUTLINE
    assert outline(read_input(piped(data, "n"))) == OUTLINE


def test_an_archive_of_unix_version_7() -> None:
    data = bytearray(tarred({"a.txt": b"one"}, format_=tarfile.USTAR_FORMAT))
    data[257:265] = bytes(8)
    data[148:156] = b" " * 8
    data[148:156] = b"%06o\0 " % sum(data[:512])
    assert read(bytes(data), "n") == [("n › a.txt", "one")]


def test_links_and_devices_are_passed_over(tmp_path: Path) -> None:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for kind in (
            tarfile.SYMTYPE,
            tarfile.LNKTYPE,
            tarfile.FIFOTYPE,
            tarfile.CHRTYPE,
            tarfile.BLKTYPE,
            tarfile.DIRTYPE,
        ):
            info = tarfile.TarInfo(f"{kind.decode()}.txt")
            info.type, info.linkname = kind, str(tmp_path / "secret.txt")
            archive.addfile(info)
        archive.addfile(tarfile.TarInfo("../../up.txt"), io.BytesIO())
    (tmp_path / "secret.txt").write_text("secret")
    assert read(made.getvalue(), "n") == [(None, "n › up.txt has no text.")]


def test_a_truncated_archive_is_read_as_far_as_it_goes() -> None:
    data = tarred({"a.txt": b"one" * 300, "b.txt": b"two" * 3_000})
    assert read(data[:4_000], "n") == [
        ("n › a.txt", "one" * 300),
        (None, "n is cut short or damaged (unexpected end of data)."),
    ]
    noise = "".join(f"{number * 7919 % 10007:x}" for number in range(60_000))
    packed = tarred({"a.txt": b"one", "b.txt": noise.encode()}, mode="w:gz")
    first, (where, message) = read(packed[:-5_000], "n")
    assert first == ("n › a.txt", "one")
    assert (where, message[:29]) == (None, "n is cut short or damaged (Co")


def test_damage_does_not_end_an_archive_in_silence() -> None:
    data = bytearray(tarred(MEMBERS, format_=tarfile.GNU_FORMAT))
    data[1_100] ^= 0xFF
    assert read(bytes(data), "n") == [
        ("n › news/a.txt", "one"),
        (None, "n is cut short or damaged (bad checksum)."),
    ]


def header(kind: bytes, size: int, name: str = "x.txt") -> bytes:
    info = tarfile.TarInfo(name)
    info.type, info.size = kind, size
    return info.tobuf(tarfile.GNU_FORMAT)


@pytest.mark.parametrize(
    "kind", [tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE]
)
def test_headers_that_would_fill_the_memory(kind: bytes) -> None:
    good = tarred({"a.txt": b"one"}, format_=tarfile.GNU_FORMAT)[:1_024]
    assert read(good + header(kind, 8_000_000_000) + bytes(99_999), "n") == [
        ("n › a.txt", "one"),
        (None, "n is cut short or damaged (a header is far too long)."),
    ]


def test_files_with_holes() -> None:
    assert read(header(tarfile.GNUTYPE_SPARSE, 512) + bytes(9_999), "n") == [
        (None, "n is cut short or damaged (a member has holes).")
    ]


def test_endless_names_of_names() -> None:
    chain = (header(tarfile.GNUTYPE_LONGNAME, 2) + b"x\0" + bytes(510)) * 3_000
    ((where, message),) = read(chain, "n")
    assert where is None
    assert message.startswith("n ")


def test_a_bomb_between_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "_FREE", 12_000_000)
    data = tarred({"a.txt": b"one", "b.bin": bytes(50_000_000), "c.txt": b"two"}, mode="w:gz")
    assert read(data, "n") == [
        ("n › a.txt", "one"),
        (None, "n unpacks to far more than articles do; the rest was left out."),
    ]


def test_archives_within() -> None:
    inner = tarred({"a.txt": b"one"}, mode="w:xz")
    assert read(tarred({"in.tar.xz": inner, "in.zip": zipped({"b.txt": "two"})}), "n") == [
        ("n › in.tar.xz › a.txt", "one"),
        ("n › in.zip › b.txt", "two"),
    ]


def test_mail_folders_in_an_archive() -> None:
    mail = (
        b"From: a@b.example\nDate: Thu, 20 Oct 2016 08:00:00 +0200\nSubject: Pause\n\nIt holds.\n"
    )
    members = {
        "md/cur/1476943200.M1P2.host:2,S": mail,
        "md/cur/1476943201.M1P3.host:2,ST": mail,
        "md/tmp/1476943202.M1P4.host": mail,
        "md/dovecot-uidlist": b"3 V1",
        "Inbox": b"From - Thu Oct 20 08:00:00 2016\n" + mail,
    }
    assert read(tarred(members), "n") == [
        ("n › md/cur/1476943200.M1P2.host:2,S", "It holds."),
        ("n › Inbox, message 1", "It holds."),
    ]


@given(st.integers(min_value=0), st.binary(min_size=1, max_size=4), st.booleans())
def test_any_change_ends_in_articles_or_errors(place: int, change: bytes, packs: bool) -> None:
    data = bytearray(tarred(MEMBERS))
    if packs:
        data = bytearray(gzip.compress(bytes(data)))
    place %= len(data)
    data[place : place + len(change)] = change
    for item in read_input(input_of_bytes(bytes(data), name="n.tar")):
        assert isinstance(item, Article | SourceError)

"""Files compressed one by one are read as what is in them."""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable

import pytest

from annotations.model import Article
from annotations.sources import input_of_bytes, read_input
from annotations.sources.archives import bounded
from tests.annotations.sources.archives.making import outline, piped, read

LINES = b'{"text": "one"}\nbad\n{"text": "two"}\n'
PACKERS = [gzip.compress, bz2.compress, lzma.compress]


@pytest.mark.parametrize("pack", PACKERS)
def test_articles_are_called_by_the_compressed_file(pack: Callable[[bytes], bytes]) -> None:
    expected = [
        ("n.jsonl.gz, line 1", "one"),
        (None, "n.jsonl.gz, line 2: not JSON (Expecting value at column 1)."),
        ("n.jsonl.gz, line 3", "two"),
    ]
    assert read(pack(LINES), "n.jsonl.gz") == expected
    assert outline(read_input(piped(pack(LINES), "n.jsonl.gz"))) == expected


@pytest.mark.parametrize("pack", PACKERS)
def test_files_that_were_compressed_part_by_part(pack: Callable[[bytes], bytes]) -> None:
    assert read(pack(b"one ") + pack(b"") + pack(b"two"), "n") == [("n", "one two")]


def test_the_name_inside_tells_where_content_cannot() -> None:
    found = read(gzip.compress(b'bad\n{"text": "two"}\n'), "n.jsonl.gz")
    assert found[1] == ("n.jsonl.gz, line 2", "two")
    assert read(bz2.compress(b"one"), "n.gz") == [("n.gz", "one")]


def test_the_article_is_known_by_the_file() -> None:
    (item,) = read_input(input_of_bytes(gzip.compress(b"one"), name="a.gz", origin="/a.gz"))
    assert isinstance(item, Article)
    assert item.origin == "/a.gz"


@pytest.mark.parametrize("pack", PACKERS)
def test_what_is_cut_short_is_read_as_far_as_it_goes(pack: Callable[[bytes], bytes]) -> None:
    noise = "".join(f"{number * 7919 % 10007:x}" for number in range(60_000))
    lines = f'{{"text": "one"}}\n{{"text": "{noise}"}}\n{{"text": "two"}}\n'.encode()
    found = read(pack(lines)[:-5_000], "n.jsonl.gz")
    assert found[0] == ("n.jsonl.gz, line 1", "one") or pack is bz2.compress
    assert found[-1][0] is None
    assert found[-1][1].startswith("n.jsonl.gz is cut short or damaged (")


def test_rubbish_behind_the_end() -> None:
    (_, one), (_, message) = read(gzip.compress(b'{"text": "one"}\n') + b"rubbish", "n.jsonl.gz")
    assert one == "one"
    assert message.startswith("n.jsonl.gz is cut short or damaged (Not a gzipped file")


def test_only_the_beginning_of_one() -> None:
    for data in (b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\x00"):
        ((where, message),) = read(data, "n")
        assert where is None
        assert message.startswith("n is cut short or damaged (")


def test_files_that_hold_files_that_hold_files() -> None:
    data = b"one"
    for _ in range(7):
        data = gzip.compress(data)
    assert read(data, "n") == [(None, "n is in more than 4 archives, one within the other.")]


def test_a_dictionary_that_would_fill_the_memory() -> None:
    small = lzma.compress(b"one", filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 4096}])
    assert read(small, "n") == [("n", "one")]
    large = bytearray(small)
    large[16] = 39  # 3 GiB
    end = 12 + (large[12] + 1) * 4
    large[end - 4 : end] = zlib.crc32(large[12 : end - 4]).to_bytes(4, "little")
    ((where, message),) = read(bytes(large), "n")
    assert (where, message[:27]) == (None, "n is cut short or damaged (")


def test_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "_FREE", 4_000_000)
    blanks = b" " * 20_000_000
    (error,) = read(gzip.compress(b'{"text": "one"}\n' + blanks), "n")[1:]
    assert error == (None, "n unpacks to far more than articles do; the rest was left out.")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"7z\xbc\xaf\x27\x1c\0\4", "a 7-Zip archive, which closeread does not open. Unpack it"),
        (b"Rar!\x1a\x07\x01\0", "a RAR archive, which closeread does not open. Unpack it"),
        (b"\x28\xb5\x2f\xfd\0", "compressed by Zstandard, which closeread does not open. Decom"),
        (b"!BDN\0\0", "an Outlook data file, which closeread does not open. Export its folders"),
    ],
)
def test_what_only_other_programs_open(data: bytes, said: str) -> None:
    (item,) = read_input(input_of_bytes(data, name="n"))
    assert str(item).startswith(f"n is {said}")

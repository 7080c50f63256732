"""Traps are read in a process that may have one gibibyte of memory, and end in one line."""

import bz2
import gzip
import io
import lzma
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

resource = pytest.importorskip("resource", reason="Windows has no bound on memory to set")

_LIMITED = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
from annotations.sources import read
for item in read(Path(sys.argv[1])):
    print(type(item).__name__, str(getattr(item, "message", ""))[:150])
"""


def zeros(count: int) -> Iterator[bytes]:
    return (bytes(1_000_000) for _ in range(count))


def zip_bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("a.txt", "w") as member:
            for piece in zeros(250):
                member.write(piece)
        archive.writestr("b.txt", "good")
    return made.getvalue()


def gzip_bomb() -> bytes:
    made = io.BytesIO()
    with gzip.open(made, "wb", compresslevel=1) as packed:
        packed.write(b"From - Thu Oct 20 08:00:00 2016\nFrom: a@b.example\n\n")
        for piece in zeros(300):
            packed.write(piece)
    return made.getvalue()


def bzip2_bomb() -> bytes:
    return bz2.compress(b'{"text": "') + bz2.compress(bytes(50_000_000)) * 8


def xz_bomb() -> bytes:
    return lzma.compress(b"text") + lzma.compress(bytes(50_000_000), preset=0) * 8


def tar_bomb() -> bytes:
    made = io.BytesIO()
    with gzip.open(made, "wb", compresslevel=1) as packed:
        info = tarfile.TarInfo("x")
        info.type, info.size = tarfile.XHDTYPE, 8_000_000_000
        packed.write(info.tobuf())
        for piece in zeros(300):
            packed.write(piece)
    return made.getvalue()


def mail_of_many_parts() -> bytes:
    head = b"From: a@b.example\nTo: c@d.example\nSubject: x\n"
    return head + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 5_000_000


@pytest.mark.parametrize(
    ("make", "suffix"),
    [
        (zip_bomb, ".zip"),
        (gzip_bomb, ".mbox.gz"),
        (bzip2_bomb, ".jsonl.bz2"),
        (xz_bomb, ".txt.xz"),
        (tar_bomb, ".tar.gz"),
        (mail_of_many_parts, ".eml"),
    ],
)
def test_traps(make: Callable[[], bytes], suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"trap{suffix}"
    path.write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert any(line.startswith("SourceError") for line in lines)
    assert len(lines) <= 2
    assert "MemoryError" not in done.stdout

"""Archives made for tests."""

import io
import tarfile
import zipfile
from collections.abc import Iterator, Mapping

from annotations.model import Article
from annotations.sources import PLAIN, Input, Item, Options, input_of_bytes, read_input


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    """A zip file with these members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def tarred(
    members: Mapping[str, bytes], *, mode: str = "w", format_: int = tarfile.PAX_FORMAT
) -> bytes:
    """A tar archive with these members."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode, format=format_) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return made.getvalue()


def outline(found: Iterator[Item]) -> list[tuple[str | None, str]]:
    """Where each article came from, and its text; of an error, null and the message."""
    return [
        (item.read_from, item.text.strip()) if isinstance(item, Article) else (None, item.message)
        for item in found
    ]


def read(data: bytes, name: str, options: Options = PLAIN) -> list[tuple[str | None, str]]:
    """An outline of what an archive in memory holds."""
    return outline(read_input(input_of_bytes(data, name=name), options))


class Pipe(io.RawIOBase):
    """A stream that cannot be gone about in."""

    def __init__(self, data: bytes) -> None:
        self._left = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        return self._left.readinto(buffer)


def piped(data: bytes, name: str) -> Input:
    """An input that comes through a pipe."""
    return Input(name=name, stream=io.BufferedReader(Pipe(data)))

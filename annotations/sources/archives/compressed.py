"""Single files that are compressed by gzip, bzip2 or xz; tar archives are such files often."""

from collections.abc import Iterator
from pathlib import PurePath

from annotations.sources.archives.bounded import bounded
from annotations.sources.archives.decompression import decompressed
from annotations.sources.archives.members import stream_of
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.names import PACKED
from annotations.sources.options import Options

_MARKS = {b"\x1f\x8b\x08": "gzip", b"BZh": "bzip2", b"\xfd7zXZ\x00": "xz"}


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read what is in the file, whatever it is."""
    from annotations.sources.reading import read_input  # it imports this package

    format_ = _format(given.head)
    packed, allowance = stream_of(given)
    plain = decompressed(packed, format_)
    inner = Input(
        name=_name_within(given.name),
        stream=bounded(plain, allowance, name=given.name),
        origin=given.origin,
        depth=given.depth + 1,
        allowance=allowance,
    )
    _ = inner.head  # told by the name inside; people know the file by the other
    inner.name = given.name
    yield from read_input(inner, options)


def _name_within(name: str) -> str:
    """What the file inside is called: "news.jsonl" of "news.jsonl.gz"."""
    path = PurePath(name)
    ending = PACKED.get(path.suffix.lower())
    return name if ending is None else f"{path.stem}{ending}"


def _format(head: Head) -> str:
    return next((name for mark, name in _MARKS.items() if head.data.startswith(mark)), "")


def recognises(head: Head) -> bool:
    """Whether an input is compressed."""
    return bool(_format(head))


KIND = Kind(name="compressed file", suffixes=tuple(PACKED), recognises=recognises, read=read)

"""What only other programs can open, and what to do about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotations.errors import SourceError
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options


@dataclass(frozen=True, slots=True, kw_only=True)
class _Refused:
    mark: bytes
    suffix: str
    name: str
    hint: str


_UNPACK = "Unpack it and add the folder."

_REFUSED = (
    _Refused(mark=b"7z\xbc\xaf\x27\x1c", suffix=".7z", name="a 7-Zip archive", hint=_UNPACK),
    _Refused(mark=b"Rar!\x1a\x07", suffix=".rar", name="a RAR archive", hint=_UNPACK),
    _Refused(mark=b"MSCF", suffix=".cab", name="a cabinet archive", hint=_UNPACK),
    _Refused(
        mark=b"\x28\xb5\x2f\xfd",
        suffix=".zst",
        name="compressed by Zstandard",
        hint="Decompress it with `unzstd` first.",
    ),
    _Refused(
        mark=b"\x04\x22\x4d\x18",
        suffix=".lz4",
        name="compressed by LZ4",
        hint="Decompress it with `unlz4` first.",
    ),
    _Refused(
        mark=b"!BDN",
        suffix=".pst",
        name="an Outlook data file",
        hint="Export its folders as mbox, for example with `readpst` or Thunderbird.",
    ),
)


def read(given: Input, options: Options) -> Iterator[Item]:
    """Say what it is."""
    refused = _refused(given.head)
    assert refused is not None
    yield SourceError(
        f"{given.name} is {refused.name}, which closeread does not open.", hint=refused.hint
    )


def _refused(head: Head) -> _Refused | None:
    return next((each for each in _REFUSED if head.data.startswith(each.mark)), None)


def recognises(head: Head) -> bool:
    """Whether an input is known, but not read."""
    return _refused(head) is not None


KIND = Kind(
    name="archives to be unpacked first",
    suffixes=tuple(each.suffix for each in _REFUSED),
    recognises=recognises,
    read=read,
)

"""WACZ: a zip file with web archives in it, and much about them that is none."""

import struct
from collections.abc import Iterator
from dataclasses import replace

from annotations.sources.archives import zip_files
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options

_ARCHIVES = "archive/"
_BEGINNINGS = (b"archive/", b"pages/pages.jsonl", b"indexes/index.", b"datapackage.json")
"""Names that the first member may have; those of other zip files too, but for the second."""
_SUFFIX = ".wacz"
_LOCAL_HEADER = struct.Struct("<4s22xHH")


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the web archives. Patterns are meant for files, not for those that a crawler named."""
    everything = replace(options, include=(), exclude=())
    return zip_files.read_members(given, everything, is_meant=_is_web_archive)


def _is_web_archive(path: str) -> bool:
    return path.startswith(_ARCHIVES) and ".warc" in path.lower()


def recognises(head: Head) -> bool:
    """Whether an input is a zip file that is called so, or begins as such files do."""
    if not zip_files.recognises(head):
        return False
    first = _first_name(head.data)
    return head.suffix == _SUFFIX or (first.startswith(_BEGINNINGS) and _tells(head.data, first))


def _tells(data: bytes, first: bytes) -> bool:
    """Whether the first member is one of a web archive and of nothing else."""
    return b".warc" in first or first.startswith(b"pages/pages.jsonl") or b".warc.gz" in data


def _first_name(data: bytes) -> bytes:
    if len(data) < _LOCAL_HEADER.size:
        return b""
    length = _LOCAL_HEADER.unpack_from(data)[1]
    return data[_LOCAL_HEADER.size : _LOCAL_HEADER.size + length]


KIND = Kind(name="WACZ", suffixes=(_SUFFIX,), recognises=recognises, read=read)

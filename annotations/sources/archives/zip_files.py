"""Zip files: every member that may hold articles."""

import stat
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from annotations.errors import SourceError
from annotations.sources.archives.bounded import is_encrypted, opened_member, opened_zip, size_of
from annotations.sources.archives.members import allowance_of, is_wanted, read_member
from annotations.sources.head import Head
from annotations.sources.inputs import BETWEEN, Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.names import plain_path
from annotations.sources.options import Options
from annotations.text import clean_line

if TYPE_CHECKING:
    from zipfile import ZipInfo

_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
"""The first member, or the end of an archive without any."""
_NAME_IS_UTF_8 = 0x800


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the members in the order of the archive's directory."""
    return read_members(given, options, is_meant=partial(is_wanted, options=options))


def read_members(
    given: Input, options: Options, *, is_meant: Callable[[str], bool]
) -> Iterator[Item]:
    """Read some of the members.

    Args:
        given: The zip file.
        options: How to read them.
        is_meant: Called with the plain path of each file in it.
    """
    with given.file() as file:
        allowance = allowance_of(given, packed=size_of(file))
        try:
            archive = opened_zip(file, name=given.name)
        except SourceError as error:
            if error.__cause__ is not None:  # it is damaged, and no trap
                yield from _read_cut(given, file, options, is_meant=is_meant)
            raise
        encrypted = []
        with archive:
            for info in archive.infolist():
                name = name_of(info)
                if not _is_file(info) or not is_meant(plain_path(name)):
                    continue
                if is_encrypted(info):
                    encrypted.append(name)
                    continue
                opened = partial(opened_member, archive, info, name=given.name)
                yield from read_member(given, name, opened, options)
                if allowance.is_spent:
                    return
    if encrypted:
        yield _locked(given, encrypted)


def _read_cut(
    given: Input, file: BinaryIO, options: Options, *, is_meant: Callable[[str], bool]
) -> Iterator[Item]:
    """Read those members of a damaged zip file that come before the damage."""
    from annotations.sources.archives.cut_zip import members

    assert given.allowance is not None
    file.seek(0)
    for member in members(file, given.allowance):
        if not is_meant(plain_path(member.name)):
            continue
        for item in read_member(given, member.name, member.opened, options):
            if isinstance(item, SourceError) and not member.packed.is_whole:
                return  # what is wrong will be said of the archive
            yield item


def name_of(info: "ZipInfo") -> str:
    """What a member is called. Most programs write UTF-8, even where they do not say so."""
    if info.flag_bits & _NAME_IS_UTF_8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except ValueError:
        return info.filename


def _is_file(info: "ZipInfo") -> bool:
    """Whether a member is no folder, link or device."""
    return not info.is_dir() and stat.S_IFMT(info.external_attr >> 16) in (0, stat.S_IFREG)


def _locked(given: Input, names: list[str]) -> SourceError:
    more = f" and {len(names) - 1} more are" if len(names) > 1 else " is"
    return SourceError(
        f"{given.name}{BETWEEN}{clean_line(names[0])}{more} encrypted.",
        hint="Unpack the archive with its password and add the folder.",
    )


def recognises(head: Head) -> bool:
    """Whether an input is a zip file. Documents that are such must have been asked before."""
    return head.data.startswith(_MARKS)


KIND = Kind(name="zip archive", suffixes=(".zip",), recognises=recognises, read=read)

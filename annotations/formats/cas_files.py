"""The CASes that are in a folder or an archive, each with its type system and its annotator.

INCEpTION exports a project as a folder or zip file with `annotation/DOCUMENT/ANNOTATOR.zip` for
each person, in each of which are a CAS and the type system, and `curation/DOCUMENT/CURATION_USER`;
`INITIAL_CAS` is what a document had before anybody worked on it.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from annotations.errors import CloseReadError, SourceError
from annotations.sources import folders, limits
from annotations.sources.archives.bounded import Allowance, bounded, opened_zip, size_of
from annotations.sources.inputs import Input
from annotations.text import clean_line

_CAS = (".xmi", ".json")
_ZIP = ".zip"
_TYPES = "typesystem.xml"
_OURS = "closeread-export.json"
"""What lists the files of a folder that was exported; no CAS."""
_WORK, _CURATION = "annotation", "curation"
_CURATOR = "CURATION_USER"
_BEFORE = "INITIAL_CAS"


@dataclass(frozen=True, slots=True, kw_only=True)
class CasFile:
    """One CAS as bytes."""

    name: str
    """What errors call it."""
    data: bytes
    types: bytes | None = None
    """The type system that stands beside it, as XML."""
    annotator: str | None = None
    """Whose work it is, as the path tells."""


def in_folder(folder: Path) -> Iterator[CasFile | CloseReadError]:
    """The CASes of a folder and of the folders and zip files in it."""
    for path in folders.files(folder, is_wanted=_is_wanted):
        if isinstance(path, CloseReadError):
            yield path
            continue
        name = path.relative_to(folder).as_posix()
        try:
            yield from _in_file(path, name, folder)
        except OSError as error:
            yield SourceError(f"{clean_line(name)} cannot be read: {error.strerror or error}.")
        except CloseReadError as error:
            yield error


def in_input(given: Input) -> Iterator[CasFile | CloseReadError]:
    """The CAS that an input is, or those in the zip file that it is."""
    try:
        if given.head.data.startswith(b"PK"):
            with given.file() as file:
                allowance = Allowance(packed=size_of(file), name=given.name)
                yield from _in_zip(file, PurePosixPath(given.name), allowance, given.name)
            return
        origin = None if given.origin is None else Path(given.origin)
        has_folder = origin is not None and origin.is_file()
        types = _types(origin.parent, origin.parent) if origin and has_folder else None
        yield CasFile(name=given.name, data=given.whole(), types=types)
    except CloseReadError as error:
        yield error


def _in_file(path: Path, name: str, root: Path) -> Iterator[CasFile | CloseReadError]:
    with path.open("rb") as file:
        if path.suffix.lower() == _ZIP:
            allowance = Allowance(packed=size_of(file), name=name)
            yield from _in_zip(file, PurePosixPath(name), allowance, name)
            return
        data = file.read(limits.WHOLE + 1)
    if len(data) > limits.WHOLE:
        raise SourceError(f"{clean_line(name)} has more than {limits.WHOLE // 1_000_000} MB.")
    yield CasFile(
        name=clean_line(name),
        data=data,
        types=_types(path.parent, root) if path.suffix.lower() == ".xmi" else None,
        annotator=_annotator(PurePosixPath(name)),
    )


def _in_zip(
    file: BinaryIO, path: PurePosixPath, allowance: Allowance, name: str
) -> Iterator[CasFile | CloseReadError]:
    """The CASes of a zip file and of the zip files in it."""
    with opened_zip(file, name=clean_line(name)) as archive:
        members = {info.filename: info for info in archive.infolist() if not info.is_dir()}
        types = {
            str(PurePosixPath(each).parent): each
            for each in members
            if PurePosixPath(each).name.lower() == _TYPES
        }

        def content(member: str) -> bytes:
            with archive.open(members[member]) as packed:
                stream = bounded(packed, allowance, name=clean_line(name))  # type: ignore[arg-type]
                data = stream.read(limits.WHOLE + 1)
            if len(data) > limits.WHOLE:
                raise SourceError(f"{clean_line(member)} is too large.")
            return data

        for member in sorted(filter(_is_wanted, members)):
            inner = path.parent / path.stem / member
            try:
                if member.lower().endswith(_ZIP):
                    allowance.take_archive()
                    yield from _in_zip(io.BytesIO(content(member)), inner, allowance, str(inner))
                    continue
                beside = types.get(str(PurePosixPath(member).parent))
                yield CasFile(
                    name=clean_line(str(inner)),
                    data=content(member),
                    types=None if beside is None else content(beside),
                    annotator=_annotator(inner) or _annotator(path),
                )
            except CloseReadError as error:
                yield error
            except (RuntimeError, NotImplementedError) as error:  # encrypted, or packed otherwise
                yield SourceError(f"{clean_line(member)} cannot be read: {clean_line(str(error))}.")


def _is_wanted(name: str) -> bool:
    path = PurePosixPath(name)
    is_ours = path.name == _OURS
    return path.suffix.lower() in (*_CAS, _ZIP) and not is_ours and path.stem != _BEFORE


def _types(folder: Path, root: Path) -> bytes | None:
    """The type system in a folder, or in the nearest one above it up to the root."""
    for each in (folder, *folder.parents):
        for path in sorted(each.iterdir()):
            if path.name.lower() == _TYPES and path.is_file():
                with path.open("rb") as file:
                    return file.read(limits.WHOLE)
        if each == root:
            break
    return None


def _annotator(path: PurePosixPath) -> str | None:
    """Whose work a file is, by INCEpTION's folders: `annotation/DOCUMENT/ANNOTATOR…`."""
    parts = path.parts
    for folder in (_WORK, _CURATION):
        if folder in parts[:-2]:
            who = PurePosixPath(parts[parts.index(folder) + 2]).stem
            return "curation" if who == _CURATOR else clean_line(who) or None
    return None

"""Folders that are written as a whole or not at all."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from annotations.errors import UsageError
from annotations.text import clean_line

MANIFEST = "closeread-export.json"
"""Lists the files of an exported folder, so that another export may take its place."""


@contextmanager
def replaced_folder(path: Path) -> Iterator[Path]:
    """Make a folder to write in, which takes a path's place when the block ends without an error.

    Only what an earlier export has written there is replaced.

    Raises:
        UsageError: If something else is there.
        OSError: If it cannot be written.
    """
    target = path.resolve()
    _check_is_ours(target, known_as=path)
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    draft.mkdir()
    try:
        yield draft
        _list_files(draft)
        old = target.with_name(f".{target.name}.{os.getpid()}.old")
        if target.exists():
            os.rename(target, old)
        os.rename(draft, target)
        shutil.rmtree(old, ignore_errors=True)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _files(folder: Path) -> list[str]:
    found = (each.relative_to(folder) for each in folder.rglob("*") if not each.is_dir())
    return sorted(str(PurePosixPath(each)) for each in found)


def _list_files(folder: Path) -> None:
    listed = {"made_by": "closeread export", "files": _files(folder)}
    (folder / MANIFEST).write_text(json.dumps(listed, ensure_ascii=False, indent=0) + "\n", "utf-8")


def _check_is_ours(folder: Path, *, known_as: Path) -> None:
    """Make sure that nothing is lost if a folder is replaced."""
    if not folder.exists():
        return
    name = clean_line(str(known_as))
    if not folder.is_dir():
        raise UsageError(f"{name} is no folder.", hint="This format writes several files into one.")
    foreign = set(_files(folder)) - _listed(folder)
    if foreign:
        raise UsageError(
            f"{name} holds files that no export has written, such as {clean_line(min(foreign))}.",
            hint="Name a new folder, or one that an export has made.",
        )


def _listed(folder: Path) -> set[str]:
    try:
        listed = json.loads((folder / MANIFEST).read_text("utf-8"))
        return {MANIFEST, *map(str, listed["files"])}
    except (OSError, ValueError, TypeError, KeyError):
        return set()

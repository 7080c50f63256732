"""The files of a folder and of all folders below it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from annotations.errors import SourceError
from annotations.sources.web.companions import belongs_to_page, page_stem
from annotations.text import clean_line

GUIDELINES = "guidelines.md"
"""What the file is called, in whatever case, that says how articles are to be annotated."""
GOLD = "gold"
"""What the folder is called, in whatever case, that holds the same articles with annotations that
were checked by hand."""


def files(folder: Path, *, is_wanted: Callable[[str], bool]) -> Iterator[Path | SourceError]:
    """Yield the files that are wanted, sorted folder by folder.

    Hidden files and folders are left out, guidelines, which are about articles and none
    themselves, folders of gold below this one, which hold articles again, and those in which a
    browser keeps what belongs to a saved page. Linked folders are followed, but no folder is
    entered twice, so links that lead in circles do no harm. Named pipes and devices are no files.

    Args:
        folder: Where to look.
        is_wanted: Called with where each file is inside the folder, parted by slashes.
    """
    entered: set[tuple[int, int]] = set()
    to_visit = [folder]
    while to_visit:
        path = to_visit.pop()
        if not os.path.isdir(path):
            inside = path.relative_to(folder).as_posix() if path != folder else path.name
            if path.name.lower() != GUIDELINES and is_wanted(inside) and os.path.isfile(path):
                yield path
            continue
        try:
            to_visit.extend(_children(path, entered))
        except OSError as error:
            yield SourceError(f"{clean_line(str(path))} cannot be read: {error.strerror}.")


def _children(folder: Path, entered: set[tuple[int, int]]) -> list[Path]:
    """What a folder holds that is not hidden, last name first; nothing if entered before."""
    status = folder.stat()
    identity = (status.st_dev, status.st_ino)
    if identity in entered:
        return []
    entered.add(identity)
    names = sorted(os.listdir(folder), reverse=True)
    pages = {stem for name in names if (stem := page_stem(name))}
    return [
        folder / name
        for name in names
        if not name.startswith(".") and name.lower() != GOLD and not belongs_to_page(name, pages)
    ]

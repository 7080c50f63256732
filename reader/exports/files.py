"""Files that are replaced as a whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Literal, TextIO


@contextmanager
def replaced(path: Path) -> Iterator[TextIO]:
    """Open a file for writing that takes a path's place when the block ends without an error.

    It is written beside the path, so a failure leaves what was there as it was. Whatever is no
    plain file, such as a pipe or `/dev/stdout`, is written to directly. The file is UTF-8; line
    ends are written as they are.

    Raises:
        OSError: If the file or its folder cannot be written.
    """
    target = path.resolve()  # a link stays a link
    if target.exists() and not target.is_file():
        with _open(target, "wb", known_as=path) as file:
            yield file
        return
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with _open(draft, "xb", known_as=path) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, draft)
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def _open(path: Path, mode: Literal["wb", "xb"], *, known_as: Path) -> TextIO:
    """Open a file; errors are about the path that the user named."""
    try:
        binary = path.open(mode)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(known_as)) from error
    return TextIOWrapper(binary, encoding="utf-8", errors="backslashreplace", newline="")

"""From the pieces that a format yields to files on disk or a stream."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from annotations.formats import Format, Piece
from reader.exports.files import replaced
from reader.exports.folders import replaced_folder

_OPEN_FILES = 32


def deliver(format_: Format, pieces: Iterable[str | bytes | Piece], path: Path) -> None:
    """Write an export to a file, or to a folder if its format has several files.

    What was there stays as it was until everything is written.

    Raises:
        UsageError: If a folder would take the place of something that is no export.
        OSError: If it cannot be written.
    """
    if format_.is_folder:
        with replaced_folder(path) as folder:
            _write_files(pieces, folder)
        return
    with replaced(path) as file:
        file.buffer.writelines(encoded(pieces))


def encoded(pieces: Iterable[str | bytes | Piece]) -> Iterator[bytes]:
    """The bytes of pieces, in UTF-8; a lone surrogate becomes its escape sequence."""
    for piece in pieces:
        data = piece.data if isinstance(piece, Piece) else piece
        yield data.encode("utf-8", errors="backslashreplace") if isinstance(data, str) else data


def _write_files(pieces: Iterable[str | bytes | Piece], folder: Path) -> None:
    opened: OrderedDict[str, BinaryIO] = OrderedDict()
    with ExitStack() as stack:
        stack.callback(lambda: [file.close() for file in opened.values()])
        for piece in pieces:
            assert isinstance(piece, Piece), "a format of several files says to which one"
            file = _opened(opened, folder, piece.file)
            file.writelines(encoded((piece,)))


def _opened(opened: OrderedDict[str, BinaryIO], folder: Path, name: str) -> BinaryIO:
    """The file of a piece; those that were not written to for long are closed."""
    if name not in opened:
        path = folder.joinpath(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        opened[name] = path.open("ab")
        if len(opened) > _OPEN_FILES:
            opened.popitem(last=False)[1].close()
    opened.move_to_end(name)
    return opened[name]

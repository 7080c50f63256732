"""The guidelines of a project: a Markdown file that settles how hard cases are annotated."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotations.errors import CloseReadError
from annotations.sources.folders import GUIDELINES
from annotations.text import clean, clean_line, decode, fold_line_ends

_MOST = 2**20
"""Bytes of a file that is shown; nobody reads a longer one over an article."""

State = tuple[int, int]
"""Differs once a file has changed."""


class GuidelinesError(CloseReadError):
    """There are no guidelines that can be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidelines:
    """Where guidelines are looked for."""

    store: Path
    """The store's file; beside it they may lie."""
    configured: Path | None = None
    """The file that a person has named, which is the only one then."""
    folders: Sequence[Path] = ()
    """The folders that were opened, which are looked through first."""

    @property
    def places(self) -> list[Path]:
        """The files that they may be in, the first that there is being the one."""
        if self.configured is not None:
            return [self.configured]
        return [folder / GUIDELINES for folder in (*self.folders, self.store.absolute().parent)]

    def with_folder(self, folder: Path) -> "Guidelines":
        """Where they are looked for once another folder was opened."""
        return replace(self, folders=(*self.folders, folder))

    def file(self) -> Path:
        """The file that they are in.

        Raises:
            GuidelinesError: If there is none.
        """
        found = next((path for path in self.places if path.is_file()), None)
        if found is None:
            raise self._missing()
        return found

    def _missing(self) -> GuidelinesError:
        names = " nor ".join(clean_line(str(path)) for path in dict.fromkeys(self.places))
        if self.configured is not None:
            return GuidelinesError(
                f"The guidelines are to be in {names}, but there is no such file.",
                hint="Write them there, or name another file with --guidelines or in config.toml.",
            )
        return GuidelinesError(
            f"There are no guidelines yet: there is no file {names}.",
            hint="Write down there, in Markdown, how your project settles hard cases; or name a "
            'file with --guidelines FILE, or for good with guidelines = "FILE" in config.toml.',
        )


def state(path: Path) -> State | None:
    """The state of a file; null if there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def read(path: Path) -> str:
    """The Markdown of a file, without anything that a terminal would obey.

    Raises:
        CloseReadError: If it cannot be read, or is no text.
    """
    name = clean_line(str(path))
    try:
        with path.open("rb") as file:
            data = file.read(_MOST + 1)
    except OSError as error:
        raise GuidelinesError(
            f"{name} cannot be read: {error.strerror or error}.", hint="See who may read it."
        ) from error
    if len(data) > _MOST:
        raise GuidelinesError(
            f"{name} is longer than a megabyte.", hint="Guidelines are a few pages of Markdown."
        )
    return clean(fold_line_ends(decode(data)))

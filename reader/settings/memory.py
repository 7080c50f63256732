"""What the program remembers from one time to the next, in a file of its own.

It stands beside a person's configuration, which the program never writes.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from reader.looks.themes import AUTOMATIC, THEMES


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What is remembered."""

    theme: str = ""
    """The theme that was chosen last in the program; empty if none was."""
    theme_before: str = ""
    """What the configuration said then: once it says something else, that counts."""
    ground: str = ""
    """What the terminal drew on last, `light` or `dark`; empty if it never said."""
    toured: bool = False
    """Whether the tour has been shown."""

    def theme_after(self, preferred: str) -> str:
        """The theme to begin with where the configuration says `preferred`."""
        is_known = self.theme in (AUTOMATIC, *THEMES)
        return self.theme if is_known and self.theme_before == preferred else preferred


class MemoryFile:
    """The file; without a path it is a memory that ends with the program."""

    def __init__(self, path: Path | None = None) -> None:
        """Args:
        path: The file, which need not be there.
        """
        self._path = path
        self.memory = Memory() if path is None else _read(path)

    @property
    def is_lasting(self) -> bool:
        """Whether it outlives the program."""
        return self._path is not None

    def remember(self, **changes: Any) -> None:
        """Change some fields of `Memory`, and write them beside what others have written.

        Raises:
            OSError: If the file cannot be written; until the end it is remembered all the same.
        """
        self.memory = replace(self.memory, **changes)
        if self._path is not None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            _write(self._path, asdict(replace(_read(self._path), **changes)))


def _read(path: Path) -> Memory:
    """What a file holds. Nobody is meant to write it, so what is odd in it is just forgotten."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Memory()
    kinds = {each.name: type(getattr(Memory(), each.name)) for each in fields(Memory)}
    if not isinstance(content, dict):
        return Memory()
    known = {name: content[name] for name in kinds if isinstance(content.get(name), kinds[name])}
    return Memory(**known)


def _write(path: Path, content: Mapping[str, object]) -> None:
    """Replace the file as a whole, so that nobody reads half of it."""
    from reader.exports.files import replaced

    with replaced(path) as file:
        file.write(json.dumps(content, indent=2) + "\n")

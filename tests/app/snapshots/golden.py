"""The files that say what the screens are meant to show."""

import os
from difflib import unified_diff
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
RENEWING = os.environ.get("CLOSEREAD_SNAPSHOTS") == "renew"
"""Whether what is drawn becomes what is meant; `make snapshots` asks for it."""


def path_of(name: str, folder: Path = FOLDER) -> Path:
    """The file of one screen in one theme."""
    return folder / f"{name}.txt"


def meant(name: str, folder: Path = FOLDER) -> str:
    """What one screen is meant to show in one theme; empty if nobody has said so."""
    path = path_of(name, folder)
    return path.read_text(encoding="utf-8") if path.exists() else ""


def difference(name: str, drawn: str, *, folder: Path = FOLDER) -> str:
    """How a drawing differs from what is meant, and what to do about it; empty if it does not."""
    before = meant(name, folder)
    if drawn == before:
        return ""
    changes = unified_diff(
        before.splitlines(), drawn.splitlines(), "meant", "drawn", n=2, lineterm=""
    )
    return "\n".join(
        (
            f"{path_of(name, folder).name} says that something else is meant:",
            *changes,
            "If it is to look like this: `make snapshots`, and look at what git says has changed.",
        )
    )


def renew(name: str, drawn: str, *, folder: Path = FOLDER) -> None:
    """Make a drawing what is meant."""
    path_of(name, folder).write_text(drawn, encoding="utf-8", newline="\n")

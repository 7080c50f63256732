"""What the names of files in folders and archives tell: hidden, bare, packed, wanted."""

import re
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import PurePosixPath

from annotations.sources.folders import GOLD, GUIDELINES
from annotations.sources.options import Options

PACKED = {".gz": "", ".bz2": "", ".xz": "", ".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}
"""How names of compressed files end, and what their names end in without that."""

CONTAINERS = (".zip", ".tar", ".tgz", ".tbz2", ".txz")
"""How names of files end that are looked into as folders are."""

_FOREIGN = "__macosx"
"""Where macOS keeps, in archives, what it knows about the other members."""

_DELIVERED = re.compile(r"(?:.*/)?(?:cur|new)/\d+\.[^/]*?(?P<flags>[:;!]2,[A-Za-z]*)?")
"""A message in a Maildir folder; where colons cannot be in names, something else stands for it."""

_TRASHED = "T"


def suffix_within(path: str) -> str:
    """How a name ends, in lower case, for a compressed file how that inside does if it is told."""
    name = PurePosixPath(path)
    suffix = name.suffix.lower()
    if PACKED.get(suffix) == "" and "." in name.stem.lstrip("."):
        return PurePosixPath(name.stem).suffix.lower()
    return suffix


def is_bare(path: str) -> bool:
    """Whether a name does not tell what is in the file, as with mailboxes and their messages."""
    return not PurePosixPath(path).suffix or is_delivered(path)


def is_delivered(path: str) -> bool:
    """Whether a file is a message in a Maildir folder, and not one that was thrown away."""
    match = _DELIVERED.fullmatch(path)
    return match is not None and _TRASHED not in (match["flags"] or "")


def plain_path(name: str) -> str:
    """The name of an archive's member as a path inside it: no drive, no root, no way up."""
    parts = re.sub(r"^[A-Za-z]:", "", name.replace("\\", "/")).split("/")
    return "/".join(part for part in parts if part not in ("", ".", ".."))


def is_passed_over(path: str) -> bool:
    """Whether a member of an archive is none that a folder would show.

    Args:
        path: Its plain path.
    """
    *folders, name = path.lower().split("/")
    return (
        any(part.startswith(".") for part in (*folders, name))
        or not {_FOREIGN, GOLD}.isdisjoint(folders)
        or name == GUIDELINES
    )


def is_asked_for(path: str, options: Options) -> bool:
    """Whether the patterns that a person gave let a file through.

    A pattern is compared with the name, with the path inside the folder or archive that was named,
    and with those of the folders on the way; case does not count, and `*` matches slashes too.
    Archives are looked into whatever is to be included.
    """
    if _matches(path, options.exclude):
        return False
    is_container = PurePosixPath(path).suffix.lower() in CONTAINERS
    return is_container or not options.include or _matches(path, options.include)


def is_spelled_out(path: str, options: Options) -> bool:
    """Whether a pattern to include ends just as a file's name does, or is the name.

    It asks for files that would not be looked into otherwise.
    """
    name = PurePosixPath(path.lower())
    return any(
        pattern in (name.name, str(name)) or (name.suffix and pattern.endswith(f"*{name.suffix}"))
        for pattern in map(str.lower, options.include)
    )


def inside(path: str, options: Options) -> Options:
    """The options for what is in an archive: of one that was asked for by name, all is."""
    return replace(options, include=()) if _matches(path, options.include) else options


def _matches(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether a pattern matches a path or a name, of the file or of a folder that it is in."""
    if not patterns:
        return False
    parts = path.lower().split("/")
    places = ["/".join(parts[: end + 1]) for end in range(len(parts))]
    unpacked = PurePosixPath(parts[-1])
    names = [*parts, *places, *([unpacked.stem] if unpacked.suffix in PACKED else [])]
    return any(fnmatch(name, pattern.lower().rstrip("/")) for pattern in patterns for name in names)

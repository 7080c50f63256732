"""Copying in two steps: to this machine's own clipboard, and through the terminal.

Over ssh only the terminal knows the clipboard of the machine that a person sits at, and no
terminal says whether it took what it was sent.
"""

import asyncio
import shutil
import sys
from asyncio.subprocess import DEVNULL, PIPE
from base64 import b64encode
from collections.abc import Callable, Mapping

from reader.services.children import child

Command = tuple[str, ...]

_PATIENCE = 2.0
"""Seconds that a clipboard program may take."""
_LONGEST = 75_000
"""Bytes, once encoded, that terminals take in one go; some choke on more."""


def clipboard_program(
    environment: Mapping[str, str],
    *,
    platform: str = sys.platform,
    find: Callable[[str], str | None] = shutil.which,
) -> Command | None:
    """The program that fills this machine's clipboard; null if there is none, or over ssh.

    Args:
        environment: The process's environment variables.
        platform: As Python names it.
        find: Tells where a program is, or null.
    """
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return None
    candidates: list[Command] = [("pbcopy",)] if platform == "darwin" else []
    if environment.get("WAYLAND_DISPLAY"):
        candidates.append(("wl-copy",))
    if environment.get("DISPLAY"):
        candidates += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    return next((each for each in candidates if find(each[0])), None)


async def hand_over(text: str, program: Command) -> bool:
    """Give a text to a clipboard program; tells whether it took it."""
    try:
        async with (
            asyncio.timeout(_PATIENCE),
            child(*program, stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL) as process,
        ):
            await process.communicate(text.encode())
    except OSError:  # it cannot be started, or takes too long
        return False
    return process.returncode == 0


def fits_terminal(text: str) -> bool:
    """Whether a terminal can be expected to take a text for its clipboard."""
    return len(b64encode(text.encode())) <= _LONGEST

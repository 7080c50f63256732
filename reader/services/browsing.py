"""Opening the source of an article in a web browser; addresses come from articles, unchecked."""

import asyncio
import shutil
import sys
from asyncio.subprocess import DEVNULL
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from annotations.text import clean_line

_SCHEMES = ("http", "https")


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address that a browser may be sent to."""

    url: str
    host: str
    """The machine it leads to, whatever else the address makes one believe."""


def web_address(url: str) -> WebAddress | None:
    """An address of the web; null for every other scheme and for what is no address at all."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    is_clean = url == clean_line(url) and not any(each.isspace() for each in url)
    return WebAddress(url, host) if parts.scheme in _SCHEMES and host and is_clean else None


def has_screen(environment: Mapping[str, str], *, platform: str = sys.platform) -> bool:
    """Whether a browser that is started here would be seen by whoever reads.

    Args:
        environment: The process's environment variables.
        platform: As Python names it.
    """
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return True
    is_far = environment.get("SSH_CONNECTION") or environment.get("SSH_TTY")
    return platform in ("darwin", "win32") and not is_far


async def open_quietly(url: str) -> bool:
    """Send the desktop's own opener there, without its output, which would spoil the screen.

    Returns:
        Whether there is one, and it found a browser.
    """
    opener = shutil.which("xdg-open")
    if opener is None:
        return False
    process = await asyncio.create_subprocess_exec(
        *(opener, url), stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True
    )
    return await process.wait() == 0

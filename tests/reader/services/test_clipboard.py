import os
import stat
from pathlib import Path

import pytest

from reader.services.clipboard import clipboard_program, fits_terminal, hand_over


@pytest.mark.parametrize(
    ("environment", "platform", "installed", "expected"),
    [
        ({}, "darwin", {"pbcopy"}, "pbcopy"),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "linux", {"wl-copy", "xclip"}, "wl-copy"),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "linux", {"xclip"}, "xclip"),
        ({"DISPLAY": ":0"}, "linux", {"xsel", "wl-copy"}, "xsel"),
        ({"DISPLAY": ":0"}, "linux", set(), None),
        ({}, "linux", {"xclip", "xsel", "wl-copy", "pbcopy"}, None),
        ({"SSH_CONNECTION": "a 1 b 2", "DISPLAY": ":0"}, "linux", {"xclip"}, None),
        ({"SSH_TTY": "/dev/pts/1"}, "darwin", {"pbcopy"}, None),
    ],
)
def test_the_program_that_fills_the_clipboard(
    environment: dict[str, str], platform: str, installed: set[str], expected: str | None
) -> None:
    found = clipboard_program(
        environment, platform=platform, find=lambda name: name if name in installed else None
    )
    assert (found and found[0]) == expected


def script(path: Path, body: str) -> tuple[str, ...]:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return (str(path),)


@pytest.mark.skipif(os.name != "posix", reason="the stand-ins are shell scripts")
async def test_a_program_gets_the_text(tmp_path: Path) -> None:
    program = script(tmp_path / "copy", f"cat > {tmp_path}/clipboard")
    assert await hand_over("“Wir warten” 😊", program)
    assert (tmp_path / "clipboard").read_text() == "“Wir warten” 😊"


@pytest.mark.skipif(os.name != "posix", reason="the stand-ins are shell scripts")
async def test_a_program_that_fails_or_is_missing_took_nothing(tmp_path: Path) -> None:
    assert not await hand_over("x", script(tmp_path / "fails", "cat > /dev/null; exit 1"))
    assert not await hand_over("x", (str(tmp_path / "missing"),))


def test_what_terminals_take_is_bounded() -> None:
    assert fits_terminal("x" * 56_000)
    assert not fits_terminal("x" * 57_000)
    assert not fits_terminal("京" * 19_000)

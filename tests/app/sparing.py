"""What the tests spare Textual: parsing the same styles again, and waiting for the next frame."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import textual.app
import textual.pilot
from textual._context import active_app
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_GLANCE = 0.005
"""Seconds after which it is looked whether anything is being done."""
_BUSY = 0.001
"""Seconds of the processor's time within a glance that are more than an idle reader takes."""
_PATIENCE = 1.0
"""Seconds to wait at the most, as Textual's own pilot does."""

_parse = Stylesheet._parse_rules
_parsed: dict[tuple[Any, ...], list[RuleSet]] = {}


@contextmanager
def sparing() -> Iterator[None]:
    """Let Textual's pilot be quicker, with the same outcome."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Stylesheet, "_parse_rules", _parsed_once)
        for module in (textual.app, textual.pilot):
            patched.setattr(module, "wait_for_idle", _wait_for_idle)
        yield


def _parsed_once(sheet: Stylesheet, css: str, *place: Any, **options: Any) -> list[RuleSet]:
    """The rules of a style sheet, which are the same in every reader of one theme."""
    key = (css, *place, *options.items(), *sheet._variables.items())
    if key not in _parsed:
        _parsed[key] = _parse(sheet, css, *place, **options)
    return _parsed[key]


async def _wait_for_idle(*_: float) -> None:
    """Wait until nothing is being done and nothing is left to be drawn.

    Textual's own looks at the processor's time alone, each time for longer than a frame, so that
    what was to be drawn has been.
    """
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        before = time.process_time()
        await asyncio.sleep(_GLANCE)
        if time.process_time() - before < _BUSY and not _drew():
            return


def _drew() -> bool:
    """Draw the frame that is due; whether there was one."""
    app = active_app.get(None)
    screen = app.screen if app is not None and app.is_running and app._screen_stack else None
    if screen is None or not screen._update_timer._active.is_set():
        return False
    screen._on_timer_update()
    return True

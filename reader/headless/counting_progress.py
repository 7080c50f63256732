"""How many articles are done and how fast it goes, on standard error."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reader.headless.output import report

_LINES_EVERY = 10.0
"""Seconds between two lines where there is no terminal."""
_LEAST_SECONDS = 0.001

Count = Callable[[int, int], None]
"""Says how many articles are done, and how many inputs have failed."""


@contextmanager
def counting(
    what: str, *, clock: Callable[[], float] = time.monotonic, every: float = _LINES_EVERY
) -> Iterator[Count]:
    """Show how many articles are done and how many a second.

    On a terminal they are shown as they come; elsewhere a line is written now and then, so that a
    log tells that there is progress.

    Args:
        what: The work, in a word or two.
        clock: Tells seconds.
        every: Seconds between two lines.
    """
    if sys.stderr.isatty():
        yield from _on_terminal(what, clock)
    else:
        yield _in_lines(what, clock, every)


def told(what: str, done: int, failed: int, seconds: float) -> str:
    """How far it is, in words.

    >>> told("adding", 5_000, 2, 2.0)
    'adding: 5,000 articles, 2,500 a second, 2 failed'
    """
    rate = done / max(seconds, _LEAST_SECONDS)
    failures = f", {failed:,} failed" if failed else ""
    return f"{what}: {done:,} articles, {rate:,.0f} a second{failures}"


def _in_lines(what: str, clock: Callable[[], float], every: float) -> Count:
    began = last = clock()

    def show(done: int, failed: int) -> None:
        nonlocal last
        now = clock()
        if now - last >= every:
            last = now
            report(told(what, done, failed, now - began))

    return show


def _on_terminal(what: str, clock: Callable[[], float]) -> Iterator[Count]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    console = Console(stderr=True)
    began = clock()
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, failed: bar.update(
            task, description=told(what, done, failed, clock() - began)
        )

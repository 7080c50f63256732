"""A progress bar on standard error, if a person is there to see it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Show = Callable[[float], None]
"""Says that so many articles are done; one that is half done counts as a half."""


@contextmanager
def progress(
    what: str, *, total: int | None = None, data_on_output: bool = False
) -> Iterator[Show]:
    """Show how far a piece of work has come, if standard error is a terminal.

    Messages written meanwhile stand above the bar.

    Args:
        what: The work, in a word or two.
        total: How many articles there are, if that is known.
        data_on_output: Whether data goes to standard output meanwhile. Nothing is shown then if
            that is a terminal too: the data and the bar would overwrite each other.
    """
    if not sys.stderr.isatty() or (data_on_output and sys.stdout.isatty()):
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(
        *columns, TimeElapsedColumn(), console=console, transient=True, redirect_stdout=False
    ) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done: bar.update(task, completed=done)


def within(show: Show, done: int) -> Show:
    """Show the share that is done of one article, after so many whole ones."""
    return lambda share: show(done + share)

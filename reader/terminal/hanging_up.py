"""Noticing that nobody can see the screen any more."""

import os
import select
import sys
import threading
from collections.abc import Callable

HUNG_UP = 129
"""Exit status after a lost terminal, as a shell reports it for SIGHUP."""


def leave_with_terminal(last_wish: Callable[[], object]) -> None:
    """End the process at once when its terminal is closed, as by a lost connection.

    Most systems send a signal that ends it. Where none comes, Textual would read from the dead
    terminal as fast as it can, and could not even leave, because leaving writes to it. Nothing
    is lost: every edit is committed before it is shown.

    Args:
        last_wish: Called before the end, in another thread.
    """
    if not hasattr(select, "poll") or sys.__stdin__ is None:
        return
    poll = select.poll()
    poll.register(sys.__stdin__, 0)  # hanging up is always reported, and nothing else is asked for

    def wait() -> None:
        """Sleep until the terminal is gone."""
        if any(event & select.POLLHUP for _, event in poll.poll()):
            last_wish()
            os._exit(HUNG_UP)

    threading.Thread(target=wait, name="terminal", daemon=True).start()

"""Looking for copies in a process of its own: `python -m annotations.store.catching_up STORE`.

A store of a hundred thousand articles takes a minute or two of one processor, which nobody who
reads in it should feel.
"""

import contextlib
import os
import sys
from pathlib import Path

from annotations.errors import CloseReadError
from annotations.store.store import Store

_NICE = 10
"""It yields to whatever else wants the processor."""


def main(arguments: list[str] | None = None) -> int:
    """Look at every article that nobody has looked at.

    Args:
        arguments: The store's file.

    Returns:
        Exit status: 1 if it could not be done, which is told nobody: whoever looks next goes on.
    """
    (path,) = sys.argv[1:] if arguments is None else arguments
    with contextlib.suppress(AttributeError, OSError):  # not on Windows
        os.nice(_NICE)
    try:
        with Store.open(Path(path), create=False) as store:
            store.copies.catch_up()
    except CloseReadError:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The `--only` of commands that write annotations."""

from argparse import ArgumentParser

from annotations.errors import UsageError
from annotations.model import Status


def add_only(parser: ArgumentParser) -> None:
    """Let a command take statuses, as `options.only`."""
    parser.add_argument(
        "--only",
        metavar="STATUS,…",
        help=f"only annotations with one of these: {', '.join(Status)}",
    )


def wanted(only: str | None) -> frozenset[Status] | None:
    """The statuses that are asked for; null for all.

    Raises:
        UsageError: If one of them is no status.
    """
    if only is None:
        return None
    try:
        return frozenset(Status(word.strip()) for word in only.split(","))
    except ValueError as error:
        raise UsageError(f"--only {only}: {error}.") from error

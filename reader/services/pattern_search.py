"""Regular expressions in a process of their own, which can be ended.

Some expressions take longer than anybody lives, and Python's `re` lets nothing else run
meanwhile, not even other threads. A process can be killed, and costs less than one sees.
"""

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE
from dataclasses import asdict
from typing import Any

from annotations.detect.launching import worker_environment
from annotations.errors import CloseReadError
from reader.finding import BadPattern, Hits, find_pattern
from reader.services.children import child

PATIENCE = 2.0
"""Seconds that an expression may take."""


class SearchTooLong(CloseReadError):
    """An expression takes longer than anybody wants to wait."""


class SearchFailed(CloseReadError):
    """The process could not be started, or ended without an answer."""


async def search(text: str, sought: str, *, patience: float = PATIENCE) -> Hits:
    """Find whatever a regular expression matches.

    Args:
        text: Where to look.
        sought: What `find_pattern` takes.
        patience: Seconds it may take.

    Raises:
        BadPattern: If it is no regular expression.
        SearchTooLong: If it takes longer.
        SearchFailed: If it cannot be run.
    """
    try:
        async with asyncio.timeout(patience):
            answer = await _ask({"text": text, "sought": sought})
    except TimeoutError as error:
        raise SearchTooLong(f"takes longer than {patience:g} seconds") from error
    except (OSError, ValueError) as error:
        raise SearchFailed(f"cannot be run: {error}") from error
    if "error" in answer:
        raise BadPattern(answer["error"])
    starts, ends = tuple(answer["starts"]), tuple(answer["ends"])
    return Hits(sought, starts, ends, is_cut=answer["is_cut"])


async def _ask(question: dict[str, str]) -> dict[str, Any]:
    """One question to a new process; it is killed if the answer is no longer wanted."""
    async with child(
        *(sys.executable, "-P", "-m", __name__),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env=worker_environment(),
    ) as process:
        answer, _ = await process.communicate(json.dumps(question).encode())
    found: dict[str, Any] = json.loads(answer)
    return found


def main() -> None:
    """Answer the question on standard input."""
    try:
        found = asdict(find_pattern(**json.load(sys.stdin)))
    except BadPattern as error:
        found = {"error": error.message}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()

"""Programs that are started for an answer, and are gone when nobody waits for it any more."""

import asyncio
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any


@asynccontextmanager
async def child(*command: str, **options: Any) -> AsyncIterator[Process]:
    """Start a program that has ended when the block has.

    Whoever is in the block may be cancelled more than once: by the next letter that is typed,
    then by the next but one, then by the end of the screen. That neither leaves the program
    running nor unheeded.

    Args:
        command: The program and its arguments.
        options: As `asyncio.create_subprocess_exec` takes them.

    Raises:
        OSError: If it cannot be started.
    """
    starting = asyncio.ensure_future(asyncio.create_subprocess_exec(*command, **options))
    try:
        yield await asyncio.shield(starting)
    finally:
        await _end(starting)


async def _end(starting: asyncio.Future[Process]) -> None:
    """End a program, even one that is just being started, and see it go."""
    while not starting.done():
        with suppress(asyncio.CancelledError):
            await asyncio.wait([starting])
    if starting.cancelled() or starting.exception() is not None:
        return
    process = starting.result()
    while process.returncode is None:
        with suppress(ProcessLookupError):
            process.kill()
        with suppress(asyncio.CancelledError):
            await process.wait()

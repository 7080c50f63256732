"""Children are gone when whoever has started them is."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from typing import Any

import pytest

from reader.services.children import child

SLEEPER = (sys.executable, "-c", "import time; print('up', flush=True); time.sleep(600)")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Process]:
    """All programs that a test starts."""
    found: list[Process] = []
    start = asyncio.create_subprocess_exec

    async def noted(*command: str, **options: Any) -> Process:
        process = await start(*command, **options)
        found.append(process)
        return process

    monkeypatch.setattr(asyncio, "create_subprocess_exec", noted)
    return found


async def test_one_that_ends_by_itself_is_left_to_do_so() -> None:
    async with child(sys.executable, "-c", "print('done')", stdout=PIPE) as process:
        answer, _ = await process.communicate()
    assert (answer.split(), process.returncode) == ([b"done"], 0)


async def test_it_ends_with_the_block() -> None:
    with pytest.raises(ZeroDivisionError):
        async with child(*SLEEPER, stdout=PIPE) as process:
            1 / 0  # noqa: B018
    assert process.returncode is not None


async def test_what_cannot_be_started_is_told() -> None:
    with pytest.raises(OSError, match="no/such/program"):
        async with child("no/such/program"):
            pass


async def test_it_ends_though_it_is_cancelled_while_it_starts_and_again(
    started: list[Process],
) -> None:
    async def wait() -> None:
        async with child(*SLEEPER):
            await asyncio.sleep(600)

    waiting = asyncio.create_task(wait())
    await cancel(waiting)
    assert [each.returncode is not None for each in started] == [True]


async def test_it_ends_though_it_is_cancelled_while_it_runs_and_again(
    started: list[Process],
) -> None:
    up = asyncio.Event()

    async def wait() -> None:
        async with child(*SLEEPER, stdout=PIPE) as process:
            assert process.stdout is not None
            await process.stdout.readline()
            up.set()
            await process.communicate()

    waiting = asyncio.create_task(wait())
    await up.wait()
    await cancel(waiting)
    assert [each.returncode is not None for each in started] == [True]


async def cancel(task: asyncio.Task[None]) -> None:
    """Cancel a task that has begun, over and over."""
    for _ in range(5):
        await asyncio.sleep(0)
        task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

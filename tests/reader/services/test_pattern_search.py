"""Regular expressions in a process of their own."""

import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.finding import BadPattern, Hits
from reader.services.pattern_search import SearchFailed, SearchTooLong, search

ENDLESS = r"\v(a+)+$"
"""Takes twice as long with every further letter."""


async def test_it_answers_as_the_same_process_would() -> None:
    hits = await search("Calder, 😊 Ćalder", r"\v[cć]a", patience=60)
    assert hits == Hits(r"\v[cć]a", (0, 10), (2, 12))


async def test_a_bad_pattern_is_told() -> None:
    with pytest.raises(BadPattern, match=r"no regular expression: .*unterminated"):
        await search("text", r"\v(", patience=60)


async def test_an_endless_pattern_is_ended() -> None:
    with pytest.raises(SearchTooLong, match=r"takes longer than 0\.3 seconds"):
        await search("a" * 60 + "b", ENDLESS, patience=0.3)


async def test_other_work_goes_on_meanwhile() -> None:
    searching = asyncio.create_task(search("a" * 60 + "b", ENDLESS, patience=60))
    for _ in range(5):
        await asyncio.sleep(0.02)
    assert not searching.done()
    searching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await searching


async def test_its_process_is_gone_however_often_it_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[asyncio.subprocess.Process] = []
    start = asyncio.create_subprocess_exec

    async def noted(*command: str, **options: Any) -> asyncio.subprocess.Process:
        started.append(await start(*command, **options))
        return started[-1]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", noted)
    searching = asyncio.create_task(search("a" * 60 + "b", ENDLESS, patience=60))
    while not started:
        await asyncio.sleep(0.01)
    for _ in range(3):  # as the letters do that are typed after it
        searching.cancel()
        await asyncio.sleep(0)
    with pytest.raises(asyncio.CancelledError):
        await searching
    assert started[0].returncode is not None


async def test_what_cannot_be_started_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    with pytest.raises(SearchFailed, match="cannot be run"):
        await search("text", r"\vt")

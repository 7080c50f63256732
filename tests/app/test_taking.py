"""What is taken along from an article: words on the clipboard, and its source."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.model import Article
from tests.app.driver import ARTICLE, Driver, Open


@pytest.fixture(autouse=True)
def far_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """As over ssh: no test touches the clipboard or starts a browser of whoever runs it."""
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 50000 192.0.2.2 22")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)


def program(path: Path, body: str) -> None:
    """Put a stand-in for a program of the desktop somewhere."""
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


async def copied(reader: Driver) -> str:
    """What the terminal was sent for its clipboard."""
    await reader.pilot.app.workers.wait_for_complete()
    return reader.app.clipboard


async def test_a_quote_is_copied_with_its_citation(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("tab", "tab", "tab", "y")
        assert await copied(reader) == (
            "“We lost at least 12 people,” — Ines Calder, The Example, 2019-03-05"
        )
        assert "Sent to the terminal's clipboard: “We lost" in reader.shown()


async def test_a_figure_and_a_name_are_copied(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("tab", "y")
        assert await copied(reader) == "Ines Calder"
        await reader.press(*["tab"] * 3, "y")
        assert await copied(reader) == (
            "at least 12 people (killed) — Calder, The Example, 2019-03-05"
        )


async def test_the_selection_comes_first_and_is_let_go(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("tab", "v", "w", "w", "w", "y")
        assert await copied(reader) == "Ines Calder said"
        assert reader.selected is None


async def test_where_there_is_nothing_to_copy_it_is_said(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("y")
        assert "Nothing to copy here" in reader.shown()
        assert await copied(reader) == ""


async def test_too_much_for_the_terminal_is_not_sent(opened: Open, tmp_path: Path) -> None:
    long = Article(id="long", text="word " * 20_000)
    async with opened(article=long, path=tmp_path / "long.db") as reader:
        await reader.press("v", "G", "y")
        assert await copied(reader) == ""
        assert "Too long for the terminal's clipboard: 100,000 characters." in reader.shown()


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
async def test_a_clipboard_program_of_this_machine_is_used_and_said_to_have_copied(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSH_CONNECTION")
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setenv("PATH", str(tmp_path))
    program(tmp_path / "xclip", f"/bin/cat > {tmp_path}/clipboard")
    async with opened() as reader:
        await reader.press("tab", "y")
        assert await copied(reader) == "Ines Calder"
        assert (tmp_path / "clipboard").read_text() == "Ines Calder"
        assert "Copied “Ines Calder”" in reader.shown()


def sourced(url: str) -> Article:
    return replace(ARTICLE, id="sourced", url=url)


async def test_a_source_that_is_no_web_address_is_not_opened(opened: Open, tmp_path: Path) -> None:
    article = sourced("file:///etc/passwd")
    async with opened(article=article, path=tmp_path / "new.db") as reader:
        await reader.press("O")
        assert "Not opened, because it is no web address: file:///etc" in reader.shown()


async def test_without_an_address_it_is_said(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("O")
        assert "No address is known" in reader.shown()


async def test_where_no_browser_would_be_seen_the_address_is_shown(
    opened: Open, tmp_path: Path
) -> None:
    article = sourced("https://example.org/flood")
    async with opened(article=article, path=tmp_path / "new.db") as reader:
        await reader.press("O")
        assert "no browser here. The source is https://example.org/flood" in reader.shown()


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
async def test_a_browser_is_sent_to_the_source_and_the_target_is_shown(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setenv("PATH", str(tmp_path))
    program(tmp_path / "xdg-open", f'printf "%s" "$*" > {tmp_path}/target')
    article = sourced("https://example.com@evil.example/flood")
    async with opened(article=article, path=tmp_path / "new.db") as reader:
        await reader.press("O")
        assert "Opening evil.example: https://example.com@evil.example/flood" in reader.shown()
        await reader.until(lambda: (tmp_path / "target").exists())
        await reader.pilot.app.workers.wait_for_complete()
        assert (tmp_path / "target").read_text() == article.url


async def test_without_an_opener_of_the_desktop_another_way_is_tried(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setenv("PATH", str(tmp_path))
    article, opened_urls = sourced("https://example.org/flood"), list[str]()
    async with opened(article=article, path=tmp_path / "new.db") as reader:
        monkeypatch.setattr(reader.app, "open_url", opened_urls.append)
        await reader.press("O")
        await reader.until(lambda: opened_urls == [article.url])

"""Serving the reader to a browser."""

import gc
import shlex
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reader.cli import FAILED, WRONG_USAGE, main

PAGE = """<link rel="stylesheet" href="/own.css" />
<link
  rel="stylesheet"
  href="https://fonts.example.org/css"
/>
<p>Hello</p>"""
SERVED: list[dict[str, Any]] = []


class Server:
    """Stands in for the one of textual-serve, which tests do not need."""

    def __init__(self, command: str, **options: Any) -> None:
        pages = options["templates_path"].glob("*.html")
        SERVED.append(
            {"command": command, "pages": [page.read_text() for page in pages], **options}
        )

    def serve(self) -> None:
        """End at once."""


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[dict[str, Any]]:
    """What is served."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(PAGE)
    module = ModuleType("textual_serve.server")
    module.__file__ = str(tmp_path / "server.py")
    module.Server = Server  # type: ignore[attr-defined]
    package = ModuleType("textual_serve")
    package.server = module  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "textual_serve", package)
    monkeypatch.setitem(sys.modules, "textual_serve.server", module)
    SERVED.clear()
    return SERVED


def test_it_is_served_to_this_machine_alone(
    served: list[dict[str, Any]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "the store.db"
    assert main(["--store", str(store), "--model", "own", "serve", "--port", "9000"]) == 0
    (found,) = served
    assert (found["host"], found["port"]) == ("127.0.0.1", 9000)
    words = shlex.split(found["command"])
    assert words[:5] == [sys.executable, "-m", "reader", "--store", str(store)]
    assert words[words.index("--model") + 1] == "own"
    (page,) = found["pages"]
    assert "/own.css" in page and "Hello" in page and "example.org" not in page
    told = capsys.readouterr().err
    assert "http://127.0.0.1:9000" in told
    assert "read and change the store" in told


def test_without_the_extra_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    assert main(["serve"]) == FAILED
    assert 'pip install "closeread[serve]"' in capsys.readouterr().err


@pytest.mark.parametrize("port", ["0", "70000", "http", "-1"])
def test_a_port_is_a_number(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--port", port])
    assert ended.value.code == WRONG_USAGE
    capsys.readouterr()


def test_edits_in_the_browser_are_by_whoever_was_named(served: list[dict[str, Any]]) -> None:
    assert main(["--as", "Ana Dell", "serve"]) == 0
    words = shlex.split(served[0]["command"])
    assert words[words.index("--as") + 1] == "Ana Dell"


def test_in_a_browser_the_reader_opens_without_a_terminal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[Path] = []

    def launch(store: Path, *_: object, **__: object) -> int:
        opened.append(store)
        return 0

    monkeypatch.setattr("reader.launch.launch", launch)
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    try:
        assert main(["--store", str(tmp_path / "s.db")]) == 0
    finally:
        gc.enable()
    assert opened == [tmp_path / "s.db"]

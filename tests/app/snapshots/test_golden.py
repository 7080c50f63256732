"""What is meant against what is drawn: a check that cannot fail would be worse than none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.driver import Driver, Open
from tests.app.snapshots import golden
from tests.app.snapshots.scenes import SCENES
from tests.app.snapshots.test_screens import playing, seen

MEANT = "01│Mara\n  │aaaa\n02│\n\n. #e0e0e0 on #121212\na bold #6fc1f0 on #121212\n"
ARTICLE = next(scene for scene in SCENES if scene.name == "article")


def restyle(rule: str) -> Callable[[Driver], None]:
    """Adds a rule to the style sheet."""

    def change(reader: Driver) -> None:
        reader.app.stylesheet.add_source(rule, tie_breaker=9)
        reader.app.refresh_css()

    return change


def test_what_is_meant_is_no_difference(tmp_path: Path) -> None:
    golden.renew("x.dark", MEANT, folder=tmp_path)
    assert golden.difference("x.dark", MEANT, folder=tmp_path) == ""


def test_a_difference_shows_what_it_is_and_what_to_do(tmp_path: Path) -> None:
    golden.renew("x.dark", MEANT, folder=tmp_path)
    assert golden.difference("x.dark", MEANT.replace("f0", "f1"), folder=tmp_path) == (
        "x.dark.txt says that something else is meant:\n"
        "--- meant\n"
        "+++ drawn\n"
        "@@ -4,3 +4,3 @@\n"
        " \n"
        " . #e0e0e0 on #121212\n"
        "-a bold #6fc1f0 on #121212\n"
        "+a bold #6fc1f1 on #121212\n"
        "If it is to look like this: `make snapshots`, and look at what git says has changed."
    )


def test_a_screen_of_which_nothing_is_meant_yet_differs(tmp_path: Path) -> None:
    assert "+01│Mara" in golden.difference("x.dark", MEANT, folder=tmp_path)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            restyle("ArticleView:dark .look--entities-colour { color: #6fc1f1; }"),
            {("-", "underline #6fc1f0 on #121212"), ("+", "underline #6fc1f1 on #121212")},
        ),
        (
            restyle(".look--entities { text-style: none; }"),
            {("-", "underline #6fc1f0 on #121212"), ("+", "#6fc1f0 on #121212")},
        ),
        (lambda reader: reader.screen.say("a word"), {("+", "a word")}),
    ],
    ids=["colour", "underline", "word"],
)
async def test_a_small_change_of_a_screen_is_told(
    opened: Open,
    stocked: Path,
    change: Callable[[Driver], None],
    expected: set[tuple[str, str]],
) -> None:
    async with playing(ARTICLE, opened, stocked) as reader:
        change(reader)
        await reader.pilot.pause()
        told = golden.difference("article.dark", seen(reader)).splitlines()
        for sign, words in expected:
            assert any(line.startswith(sign) and f" {words}" in line for line in told), told

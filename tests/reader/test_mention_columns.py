"""How a row of equal annotations is laid out."""

import pytest
from rich.cells import cell_len

from annotations.model import Status
from annotations.store.mentions import Context
from reader.mention_columns import mention_line

CONTEXT = Context(
    article_id="a",
    title="Rain",
    published="2016-10-25T10:00:00+00:00",
    before="It rained\nin ",
    text="Lindow",
    behind=", and nobody slept.",
    kind="GPE",
    status=Status.SUGGESTED,
)


def test_the_parts_of_a_row() -> None:
    line = mention_line(CONTEXT, 80, excepted=False)
    assert line.head == "[x] · 2016-10-25 Rain              "
    assert line.before.lstrip() == "It rained in "
    assert line.text == "Lindow"
    assert line.behind.rstrip() == ", and nobody slept."


def test_what_is_excepted_says_so_without_colour() -> None:
    assert mention_line(CONTEXT, 80, excepted=True).head.startswith("[ ] ·")


@pytest.mark.parametrize("width", [20, 39, 58, 78, 118, 200])
@pytest.mark.parametrize("text", ["Lindow", "x" * 400, "日本" * 90])
def test_rows_are_as_wide_as_the_list(width: int, text: str) -> None:
    context = Context(
        article_id="a",
        title="日本の雨" * 9,
        published=None,
        before="雨" * 60,
        text=text,
        behind="y" * 60,
        kind="GPE",
        status=Status.ADDED,
    )
    assert cell_len("".join(mention_line(context, width, excepted=False))) == width


def test_mentions_begin_alike() -> None:
    short = mention_line(CONTEXT, 80, excepted=False)
    other = Context(
        article_id="b",
        title="Snow and ice",
        published=None,
        before="",
        text="Lindow",
        behind=" froze.",
        kind="GPE",
        status=Status.ADDED,
    )
    assert cell_len(short.before) == cell_len(mention_line(other, 80, excepted=False).before)

"""Paragraphs whose lines were broken at a fixed width are one line again; all else stays."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.sources.front_matter import split
from annotations.sources.paragraphs import reflowed

PAUSE = (
    "The guns fell silent over Lindow at dusk on Thursday, and for the first time in nine weeks "
    "the people of the lower town came out of their cellars to see what was left of it. Two aid "
    "workers, who had waited at the bridge since the morning, were let through with a single lorry "
    "of flour."
)
PROMISE = (
    "Nobody could say how long the pause would last. The mayor, Ansel Dray, told reporters that he "
    "had been promised six hours - no more - and that he would use every one of them for the "
    "well-guarded bakery in the two- and three-storey houses by the river."
)
BOTH = f"{PAUSE}\n\n{PROMISE}\n"
CORPUS = sorted((Path(__file__).parents[3] / "sample_corpus").glob("*.txt"))


def filled(paragraph: str, width: int = 72, *, first: str = "", other: str = "") -> str:
    return textwrap.fill(paragraph, width, initial_indent=first, subsequent_indent=other)


@pytest.mark.parametrize("width", [44, 50, 66, 72, 80, 100, 132])
@pytest.mark.parametrize("indent", ["", "    "])
def test_paragraphs_become_one_line_each(width: int, indent: str) -> None:
    wrapped = "\n\n".join(
        filled(each, width, first=indent, other=indent) for each in (PAUSE, PROMISE)
    )
    assert reflowed(wrapped + "\n") == BOTH


def test_a_narrow_column_needs_more_lines() -> None:
    assert reflowed(f"{filled(PAUSE, 30)}\n\n{filled(PROMISE, 30)}\n") == BOTH
    assert reflowed(filled(PAUSE[:176], 30)) == filled(PAUSE[:176], 30)


def test_indented_first_lines_begin_paragraphs() -> None:
    wrapped = "\n".join(filled(each, first="   ") for each in (PAUSE, PROMISE)) + "\n"
    assert reflowed(wrapped) == BOTH


def test_a_short_last_line_ends_a_paragraph() -> None:
    assert reflowed(f"{filled(PAUSE)}\n{filled(PROMISE)}\n") == BOTH


def test_hyphens_stay_and_blanks_at_line_ends_do_not() -> None:
    assert reflowed(filled(PROMISE, 80).replace("\n", " \n")) == PROMISE
    hyphens = f"{PROMISE} The mid-November line of the two- and three-storey houses was empty. "
    paragraph = (hyphens * 4).strip()
    for width in range(44, 90):
        assert reflowed(filled(paragraph, width)) == paragraph
    dashes = (
        "The long pause—so the mayor would call it—\nheld for all of that cold and quiet night,\n"
    )
    restored = reflowed(dashes + filled(f"but {PROMISE}", 44))
    assert restored.startswith(
        "The long pause—so the mayor would call it—held for all of that cold"
    )


def test_capitals_and_scripts_without_them() -> None:
    arabic = "وصلت القافلة إلى المدينة بعد ظهر الخميس ونقل الجرحى إلى المستشفى " * 4
    assert reflowed(filled(arabic, 60)) == arabic.strip()
    assert reflowed(filled(PAUSE.upper())) == PAUSE.upper()


def test_a_script_without_blanks_stays() -> None:
    chinese = "停火協議生效後第一批救援車輛進入城市居民走出地下室" * 8
    wrapped = "\n".join(textwrap.wrap(chinese, 35))
    assert reflowed(wrapped) == wrapped


LAID_OUT = [
    "PAUSE HOLDS IN LINDOW\nBy Mara Dell\nLINDOW, Thursday",
    "Mara Dell\nLindow Relief\n12 Quay Street\nLindow",
    "The rescue\n----------",
    "Place       Killed    Injured\nLindow          12         30\nAltona           3          8",
    "| Place | Killed |\n|---|---|\n| Lindow | 12 |",
    "I walked along the river in the snow,\nAnd saw the boats go by without a light,\n"
    "And heard the engines, careful, deep and slow,\nAnd counted them until the end of night.",
    "> The guns fell silent over Lindow at dusk on Thursday, and for the first\n"
    "> time in nine weeks the people of the lower town came out of their\n> cellars.",
    "- three dead in the market\n- a clinic that was hit\n- no water",
    "1. three dead in the market\n2. a clinic that was hit",
    "Read more:\nhttps://example.org/a/very/long/address/that/does/not/fit/in/a/line/at/all/2016",
]


@pytest.mark.parametrize("laid_out", LAID_OUT)
def test_what_is_laid_out_keeps_its_lines(laid_out: str) -> None:
    assert reflowed(laid_out) == laid_out
    wrapped = f"{filled(PAUSE)}\n\n{laid_out}\n\n{filled(PROMISE)}\n"
    assert reflowed(wrapped) == f"{PAUSE}\n\n{laid_out}\n\n{PROMISE}\n"


def test_items_become_a_line_each() -> None:
    items = [
        *(filled(f"* {each}", other="  ") for each in (PAUSE, PROMISE)),
        *(filled(f"12. {each}", other="    ") for each in (PAUSE, PROMISE)),
        "- a clinic that was hit\n  twice",
    ]
    assert reflowed("\n".join(items)) == (
        f"* {PAUSE}\n* {PROMISE}\n12. {PAUSE}\n12. {PROMISE}\n- a clinic that was hit twice"
    )


def test_nothing_below_a_signature_mark_is_filled() -> None:
    wrapped = f"{filled(PAUSE)}\n\n-- \n{filled(PROMISE)}"
    assert reflowed(wrapped) == f"{PAUSE}\n\n--\n{filled(PROMISE)}"


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_the_sample_corpus_is_never_touched_and_restored_when_wrapped(path: Path) -> None:
    _, text = split(path.read_text(encoding="utf-8"))
    assert reflowed(text) == text
    for width in (60, 76):
        lines = [filled(" ".join(line.split()), width) for line in text.split("\n")]
        restored = reflowed("\n".join(lines)).split("\n")
        wanted = [" ".join(line.split()) for line in text.split("\n")]
        assert sum(line not in restored for line in wanted) <= 1


lines_of_text = st.lists(
    st.one_of(
        st.sampled_from(
            [filled(PAUSE), filled(PROMISE, 50), filled(PAUSE, 90), "", "- a", *LAID_OUT]
        ),
        st.text(alphabet="ab A.-–*>|:\n1٣ß字", max_size=90),
    ),
    max_size=12,
).map("\n".join)


@given(lines_of_text)
def test_only_breaks_and_blanks_change(text: str) -> None:
    restored = reflowed(text)
    assert "".join(restored.split()) == "".join(text.split())
    assert len(restored.split()) <= len(text.split())
    assert reflowed(restored) == restored


def test_hostile_text_takes_no_time() -> None:
    for text in ("word\n" * 20_000, "| " * 100_000, "- " * 50_000, " " * 100_000 + "\n" + "x"):
        assert reflowed(text) == text

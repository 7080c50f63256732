import pytest

from reader.printed.pieces import Piece, Tone, lines, plain, toned, written

TEXT = [plain("one "), toned("two three", Tone.NAME), plain(" four\n\nfive\n")]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (None, ["one two three four", "", "five"]),
        (80, ["one two three four", "", "five"]),
        (9, ["one two", "three", "four", "", "five"]),
    ],
)
def test_lines(width: int | None, expected: list[str]) -> None:
    assert [written(line, coloured=False) for line in lines(TEXT, width=width)] == expected


def test_a_colour_does_not_run_over_the_end_of_a_line() -> None:
    found = [written(line, coloured=True) for line in lines(TEXT, width=9)]
    assert found[:3] == ["one \x1b[4;36mtwo\x1b[0m", "\x1b[4;36mthree\x1b[0m", "four"]


def test_wide_characters_count_for_what_they_take() -> None:
    found = lines([plain("日本 日本")], width=5)
    assert [written(line, coloured=False) for line in found] == ["日本", "日本"]


@pytest.mark.parametrize(
    ("tones", "expected"),
    [
        ((), "x"),
        ((Tone.TITLE,), "\x1b[1mx\x1b[0m"),
        ((Tone.LABEL,), "\x1b[2mx\x1b[0m"),
        ((Tone.QUOTE, Tone.NAME), "\x1b[3;4;36mx\x1b[0m"),
        ((Tone.FIGURE, Tone.QUOTE, Tone.NAME), "\x1b[3;4;1;31mx\x1b[0m"),
    ],
)
def test_every_tone_leaves_its_sign_and_the_strongest_its_colour(
    tones: tuple[Tone, ...], expected: str
) -> None:
    assert written([Piece("x", frozenset(tones))], coloured=True) == expected
    assert written([Piece("x", frozenset(tones))], coloured=False) == "x"


def test_no_pieces_are_one_empty_line() -> None:
    assert list(lines([], width=None)) == [[]]

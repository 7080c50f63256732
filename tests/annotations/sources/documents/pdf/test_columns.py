"""The order of reading, of runs that are given by hand."""

from annotations.sources.documents.pdf.geometry import Page, Run
from annotations.sources.documents.pdf.lines import lines

SIZE = 10.0


def run(text: str, x: float, y: float, *, size: float = SIZE, width: float | None = None) -> Run:
    wide = len(text) * size * 0.5 if width is None else width
    return Run(glyphs=tuple(text), x0=x, x1=x + wide, y=y, size=size, space=size * 0.25)


def read(*runs: Run) -> list[str]:
    return [line.text for line in lines(Page(number=1, height=800, width=600, runs=runs))]


def column(name: str, x: float, top: float, count: int, *, leading: float = 12) -> list[Run]:
    return [
        run(f"{name}{index} runs on over its column", x, top - index * leading, width=200)
        for index in range(count)
    ]


def starts(texts: list[str]) -> list[str]:
    return [text.split()[0] for text in texts]


def test_a_headline_over_two_columns() -> None:
    found = read(
        run("Headline across all of the page", 50, 750, size=24, width=450),
        *column("a", 50, 700, 4),
        *column("b", 280, 700, 4),
    )
    assert starts(found) == ["Headline", *["a0", "a1", "a2", "a3", "b0", "b1", "b2", "b3"]]


def test_columns_whose_lines_are_not_level() -> None:
    found = read(*column("a", 50, 700, 5), *column("b", 280, 695, 3, leading=15))
    assert starts(found) == ["a0", "a1", "a2", "a3", "a4", "b0", "b1", "b2"]


def test_three_columns_and_a_line_below() -> None:
    short = [
        run(f"{name}{index} runs on and on for", 50 + 170 * place, 700 - 12 * index, width=150)
        for place, name in enumerate("abc")
        for index in range(3)
    ]
    below = run("And this line stands below all of the three columns", 50, 640, width=490)
    names = [f"{name}{index}" for name in "abc" for index in range(3)]
    assert starts(read(*short, below)) == [*names, "And"]


def test_a_table_is_read_row_by_row() -> None:
    cells = [("Town", "Killed"), ("Karsun", "12"), ("Velm", "3"), ("Dorne", "0")]
    runs = [
        run(text, 50 + 150 * place, 700 - 12 * index)
        for index, row in enumerate(cells)
        for place, text in enumerate(row)
    ]
    assert read(*runs) == ["Town | Killed", "Karsun | 12", "Velm | 3", "Dorne | 0"]


def test_key_figures_beside_text() -> None:
    figures = [
        run(text, 420, 697 - 31 * index, size=14)
        for index, text in enumerate(["4,300", "displaced", "14", "killed"])
    ]
    found = read(*column("a", 50, 700, 9), *figures)
    assert starts(found)[:9] == [f"a{index}" for index in range(9)]
    assert found[9:] == ["4,300", "displaced", "14", "killed"]


def test_lines_that_are_spread_are_no_table() -> None:
    spread = [
        run(word, 50 + 60 * place, 700 - 12 * index, width=45)
        for index in range(3)
        for place, word in enumerate(["seven", "words", "that", "fill", "the"])
    ]
    assert read(*spread) == ["seven words that fill the"] * 3


def test_the_sign_of_a_note_goes_and_a_power_stays() -> None:
    sign = run("1", 100, 704, size=6)
    assert read(run("afternoon", 50, 700, width=50), sign) == ["afternoon"]
    assert read(run("of 15 km", 50, 700, width=50), sign) == ["of 15 km1"]


def test_words_are_parted_by_gaps() -> None:
    found = read(run("two", 50, 700, width=15), run("words", 67.5, 700), run("x", 92.6, 700))
    assert found == ["two wordsx"]


def test_letters_for_ligatures() -> None:
    assert read(run("oﬀ the ﬁrst oﬃce", 50, 700)) == ["off the first office"]


def test_columns_from_right_to_left() -> None:
    runs = [
        run(name[::-1], 50 + 230 * place, 700 - 12 * index, width=200)
        for place, letter in enumerate("بא")
        for index in range(3)
        for name in [f"{letter * 4}{index} {letter * 30}"]
    ]
    found = read(*runs)
    assert [text[:5] for text in found] == [f"{letter * 4}{i}" for letter in "אب" for i in range(3)]

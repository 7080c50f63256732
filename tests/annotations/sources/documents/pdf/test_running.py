"""Running heads and page numbers."""

from annotations.sources.documents.pdf.geometry import Page, Run
from annotations.sources.documents.pdf.running import without_running_heads


def run(text: str, y: float) -> Run:
    return Run(glyphs=tuple(text), x0=50, x1=50 + 5 * len(text), y=y, size=10, space=2.5)


def page(number: int, *rows: tuple[str, float]) -> Page:
    runs = tuple(run(text, y) for text, y in rows)
    return Page(number=number, height=800, width=600, runs=runs)


def kept(*pages: Page) -> list[list[str]]:
    return [[each.text for each in page.runs] for page in without_running_heads(pages)]


def test_what_repeats_at_one_place_goes() -> None:
    pages = [
        page(n, (f"Report {n}", 780), ("Overview", 750), (f"Text {n} of it", 500), ("nobody", 40))
        for n in (1, 2, 3)
    ]
    pages[1] = page(2, ("Report 2", 780), ("Details", 750), ("Text", 500), ("nobody", 40))
    assert kept(*pages[:2]) == [["Overview", "Text 1 of it"], ["Details", "Text"]]


def test_left_and_right_pages_have_heads_of_their_own() -> None:
    pages = [page(n, (("Left", "Right")[n % 2], 780), ("Text", 400)) for n in range(1, 6)]
    assert kept(*pages) == [["Text"]] * 5


def test_what_repeats_elsewhere_stays() -> None:
    assert kept(page(1, ("Same", 500)), page(2, ("Same", 500))) == [["Same"], ["Same"]]
    assert kept(page(1, ("Same", 780)), page(2, ("Same", 740))) == [["Same"], ["Same"]]


def test_a_number_of_a_page_goes_even_if_there_is_one_page() -> None:
    for text in ("1", "- 1 -", "Page 1 of 9", "1/1", "A1", "[1]"):
        assert kept(page(1, ("Text", 500), (text, 30))) == [["Text"]], text
    for text in ("7", "12 killed", "2016"):
        assert kept(page(1, ("Text", 500), (text, 30))) == [["Text", text]], text


def test_pages_are_read_no_farther_ahead_than_needed() -> None:
    asked: list[int] = []

    def pages() -> object:
        for number in range(1, 100):
            asked.append(number)
            yield page(number, ("Text", 500))

    next(without_running_heads(pages()))  # type: ignore[arg-type]
    assert len(asked) <= 5

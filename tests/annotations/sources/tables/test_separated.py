"""CSV and TSV, however a program wrote them."""

import csv
import io
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Article
from annotations.sources.head import Head
from annotations.sources.registry import kind_of
from annotations.sources.tables import separated_rows
from tests.annotations.sources.tables.reading_bytes import article, items, texts

ROWS = [
    ["title", "content"],
    ["Market", 'Shells, "twelve" of them; fell.\n\nAnd | more.'],
    ["Ferry", "It\tstopped."],
]
TEXTS = ['Shells, "twelve" of them; fell.\n\nAnd | more.', "It stopped."]


def written(delimiter: str, *, end: str = "\r\n", quoting: Literal[0, 1] = 0) -> str:
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(ROWS)
    return made.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
def test_delimiters(delimiter: str, end: str, quoting: Literal[0, 1]) -> None:
    assert texts(written(delimiter, end=end, quoting=quoting), name="a.csv") == TEXTS


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-8"])
def test_charsets(charset: str) -> None:
    found = article("Title;Text\r\nŁódź;é “x”\r\n".encode(charset), name="a.csv")
    assert (found.title, found.text) == ("Łódź", "é “x”")


def test_windows_1252() -> None:
    found = article("title;text\r\nCafé – “x”;zwölf …\r\n".encode("cp1252"), name="a.csv")
    assert (found.title, found.text) == ("Café – “x”", "zwölf …")


@pytest.mark.parametrize("rows_before", [0, 9_000])
def test_a_row_in_another_charset_costs_no_other(rows_before: int) -> None:
    before = "é ü,“ö”\n" * rows_before
    data = ("title,text\n" + before + "Ça,“été” ü\n").encode() + b"x,clich\xe9\n"
    *_, good, mended = texts(data, name="a.csv")
    assert (good, mended) == ("“été” ü", "cliché")


def test_what_excel_writes_before_the_header() -> None:
    assert texts("sep=;\r\ntitle;text\r\na, b;c\r\n", name="a.csv") == ["c"]


def test_backslashes_before_quotation_marks() -> None:
    assert texts('title,text\na,"he said \\"no\\", twice"\n', name="a.csv") == [
        'he said "no", twice'
    ]


def test_quotation_marks_that_are_but_text() -> None:
    assert texts('title\ttext\nThe "hit\tShells fell, "he said.\n', name="a.tsv") == [
        'Shells fell, "he said.'
    ]


def test_separators_of_lines_that_are_none_in_tables() -> None:
    data = "title\ttext\n" + "a\tb\u2028c\x0bd\x85e\n" * 3
    assert len(texts(data, name="a.tsv")) == 3


def test_nul_bytes() -> None:
    rows = "title,text\r\nMarket,Shells\x00 fell on the market of Lindow at noon.\r\n"
    assert texts(rows, name="a.csv") == ["Shells\ufffd fell on the market of Lindow at noon."]


def test_rows_are_counted_as_a_spreadsheet_does() -> None:
    data = 'title,text\r\na,b\r\n\r\n"c","d\r\n\r\ne"\r\nx,y,z\r\nf,g\r\n'
    found = items(data, name="a.csv")
    assert [item.read_from if isinstance(item, Article) else item for item in found] == [
        "a.csv, row 2",
        "a.csv, row 4",
        "a.csv, row 5: it has 3 cells where the header has 2.",
        "a.csv, row 6",
    ]


def test_a_stray_quotation_mark_costs_one_row() -> None:
    assert texts('title,text\na,"b\nc,d\ne,f\n', name="a.csv") == [
        "a.csv, row 2: it has a quotation mark without its other.",
        "d",
        "f",
    ]


def test_a_quotation_mark_without_its_other_before_very_many_lines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(separated_rows, "_LINES", 50)
    data = 'title,text\na,"b\n' + "c,d\n" * 210
    first, *others = texts(data, name="a.csv")
    assert first == "a.csv, row 2: it has a quotation mark without its other."
    assert others == ["d"] * 210


def test_cells_at_the_end_may_be_missing_or_too_many() -> None:
    assert texts("text,tags,note\na\nb,c\nd,e,f,\n", name="a.csv") == ["a", "b", "d"]


def test_a_large_cell() -> None:
    text = "Shells fell. " * 200_000
    assert texts(f'title,text\na,"{text}"\nb,c\n', name="a.csv") == [text.strip(), "c"]


def test_a_cell_that_is_too_large() -> None:
    (found,) = texts("title,text\na," + "x" * 21_000_000, name="a.csv")
    assert found == "a.csv: a line has more than 20 million characters."


def test_one_column() -> None:
    assert texts("text\nShells fell, and more.\nIt stopped; yes.\n", name="a.csv") == [
        "Shells fell, and more.",
        "It stopped; yes.",
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("title,text\n", "a.csv has no records."),
        ("k,nfo\n1,b\n", "No column of a.csv is known to hold the text of articles."),
        (",,\n,,\n", "a.csv has no records."),
    ],
)
def test_tables_without_articles(data: str, message: str) -> None:
    (found,) = texts(data, name="a.csv")
    assert found.startswith(message)


def test_a_dump_of_kaggle() -> None:
    data = (
        ",id,title,publication,author,date,year,month,url,content\n"
        '0,17283,Market hit,Lindow Courier,Mara Dell,2016-10-20,2016.0,10.0,,"Shells, twelve."\n'
        "1,17284,Ferry,Lindow Courier,nan,2016-10-21,2016.0,10.0,,It stopped.\n"
    )
    first, second = items(data, name="articles1.csv")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, first.title, first.text) == (
        "articles1-17283",
        "Market hit",
        "Shells, twelve.",
    )
    assert (first.source, first.byline) == ("Lindow Courier", ("Mara Dell",))
    assert (first.published, first.url) == ("2016-10-20", None)
    assert second.byline == ()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("title,text\na,b\n", "CSV"),
        ("url\theadline\tbody\nx\ty\tz\n", "CSV"),
        ("Title, text and more\nShells fell, twelve.\n", "plain text"),
        ("text\nShells\n", "plain text"),
        ("title,text\na,b\nc,d,e\n", "plain text"),
    ],
)
def test_tables_whose_name_does_not_tell(data: str, kind: str) -> None:
    found = kind_of(Head(data=data.encode(), name="x"))
    assert found is not None
    assert found.name == kind


@given(
    st.integers(0, 120),
    st.integers(0, 5),
    st.binary(max_size=4),
    st.sampled_from([",", ";", "\t", "|"]),
)
def test_mutations_end_in_articles_or_errors(
    start: int, length: int, put: bytes, delimiter: str
) -> None:
    data = written(delimiter).encode()
    for item in items(data[:start] + put + data[start + length :], name="a.csv"):
        assert "cannot be read (" not in str(item), item

"""The table of all annotations comes back onto articles that are known, whatever saved it."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.errors import CloseReadError, SourceError
from annotations.formats import AnnotatedArticle, Writing
from annotations.formats.csv_reading import read_onto
from annotations.formats.csv_table import write
from annotations.model import Article
from annotations.sources import Input
from tests.annotations.formats.hard_articles import hard_articles

ARTICLES = {each.article.id: each.article for each in hard_articles()}


def read(text: str | bytes) -> list[AnnotatedArticle | CloseReadError]:
    data = text.encode() if isinstance(text, str) else text
    return list(read_onto(Input(name="x.csv", stream=io.BytesIO(data)), ARTICLES.get))


def table(**settings: str) -> str:
    return "".join(write(hard_articles(), Writing(settings=settings)))


def saved_by_another(text: str, *, delimiter: str) -> bytes:
    """As spreadsheets save it: a mark before it, other line ends, `TRUE`, quotes everywhere."""
    rows = list(csv.reader(io.StringIO(text, newline="")))
    changed = io.StringIO(newline="")
    writer = csv.writer(changed, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows(
        [cell.upper() if cell in ("true", "false") else cell for cell in row] for row in rows
    )
    return "\ufeff".encode() + changed.getvalue().encode()


WHOLE = [each for each in hard_articles() if each.annotations]


def test_all_annotations_come_back() -> None:
    assert read(table()) == WHOLE


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_what_a_spreadsheet_saved_comes_back(delimiter: str) -> None:
    assert read(saved_by_another(table(), delimiter=delimiter)) == WHOLE


def test_what_is_changed_is_read() -> None:
    (found,) = read(
        "article_id,layer,start,end,text,label,note\nhard-2,entities,14,17,حلب,LOC,'=1\n"
    )
    assert isinstance(found, AnnotatedArticle)
    assert (found.annotations[0].kind, found.annotations[0].note) == ("LOC", "=1")


def test_mistakes_are_told_row_by_row() -> None:
    header = "article_id,layer,start,end,text,label,status\n"
    found = read(
        header
        + "hard-2,entities,14,17,Lindow,GPE,accepted\n"
        + "hard-2,entities,x,17,حلب,GPE,accepted\n"
        + "hard-2,places,14,17,حلب,GPE,accepted\n"
        + "hard-2,entities,14,17,حلب,GPE,sure\n"
        + "hard-2,entities,14,17,حلب,GPE,accepted\n"
        + "gone,entities,14,17,حلب,GPE,accepted\n"
    )
    *told, last = [str(each) for each in found if isinstance(each, CloseReadError)]
    assert [each.partition(":")[0] for each in told] == [f"x.csv, row {n}" for n in (1, 2, 3, 4)]
    assert last == "x.csv: there is no article 'gone'."
    assert sum(isinstance(each, AnnotatedArticle) for each in found) == 1


def test_another_table_is_refused() -> None:
    with pytest.raises(SourceError, match="no column 'article_id'"):
        read("a,b\n1,2\n")
    with pytest.raises(SourceError, match="no column 'article_id'"):
        read("")


def test_an_article_of_the_store_is_what_it_stays() -> None:
    header = "article_id,title,layer,start,end,text,label\n"
    (found,) = read(header + "hard-2,Other title,entities,14,17,حلب,GPE\n")
    assert isinstance(found, AnnotatedArticle)
    assert found.article == ARTICLES["hard-2"]
    assert isinstance(found.article, Article)


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_a_cell_that_is_something_else_is_told_at_most(data: st.DataObject) -> None:
    rows = list(csv.reader(io.StringIO(table(), newline="")))
    at = data.draw(st.integers(1, len(rows) - 1))
    column = data.draw(st.integers(0, len(rows[0]) - 1))
    junk = ["", "x", "-1", "1" * 30, "1" * 5000, "nan", "1e999", "٣", "'=1", "; ;;", "\ud800", "\0"]
    rows[at][column] = data.draw(st.sampled_from(junk))
    changed = io.StringIO(newline="")
    csv.writer(changed).writerows(rows)
    found = read(changed.getvalue().encode(errors="replace"))
    assert all(isinstance(each, AnnotatedArticle | CloseReadError) for each in found)


def test_a_cell_that_no_reader_of_csv_takes() -> None:
    header = "article_id,layer,start,end,text,label,note\n"
    with pytest.raises(SourceError, match="no proper table"):
        read(header + "hard-2,entities,14,17,حلب,GPE,a\rb\n")

"""Quotations: lists to paste, and references that a reader of RIS understands."""

import pytest

from annotations.formats import AnnotatedArticle, Losses, Writing
from annotations.formats.readable.quotations import write, write_ris
from annotations.model import Article, Quote, Status
from tests.annotations.formats.hard_articles import hard_articles


def ris(*articles: AnnotatedArticle) -> str:
    return "".join(write_ris(articles, Writing()))


def test_a_list_says_who_where_and_when() -> None:
    assert "".join(write(hard_articles(), Writing())) == (
        '## \\=SUM("A1"), and more\n\n'
        "https://example.org/1?a\\=b\\&c\\=d\n\n"
        "- At least 12 people were killed and 34 injured — The Lindow Courier, 2016-10-20\n"
        "- “We heard it coming,” … “and “ran”.” — Ihor Terek, The Lindow Courier, 2016-10-20\n\n"
        "## حلب\n\n"
        "- «قُتل ١٢ مدنيًا» — الوزير\n\n"
    )


def test_a_reference() -> None:
    assert ris(hard_articles()[0]).split("\r\n\r\n")[1].split("\r\n") == [
        "TY  - NEWS",
        'TI  - =SUM("A1"), and more',
        "AU  - Jo Lane",
        "AU  - Ed Röök",
        "T2  - The Lindow Courier",
        "PY  - 2016",
        "DA  - 2016/10/20",
        "SE  - World",
        "LA  - en",
        "UR  - https://example.org/1?a=b&c=d",
        "AB  - “We heard it coming,” … “and “ran”.”",
        "N1  - “We heard it coming,” … “and “ran”.” — Ihor Terek, The Lindow Courier, 2016-10-20",
        "KW  - Ihor Terek",
        "KW  - q",
        "ER  - ",
    ]


def test_a_reader_of_ris_finds_every_quotation() -> None:
    rispy = pytest.importorskip("rispy")
    found = rispy.loads(ris(*hard_articles()))
    assert [each["abstract"] for each in found] == [
        "At least 12 people were killed and 34 injured",
        "“We heard it coming,” … “and “ran”.”",
        "«قُتل ١٢ مدنيًا»",
    ]
    assert found[1]["authors"] == ["Jo Lane", "Ed Röök"]
    assert found[1]["keywords"] == ["Ihor Terek", "q"]
    assert found[1]["secondary_title"] == "The Lindow Courier"
    assert found[1]["date"] == "2016/10/20"
    assert found[1]["urls"] == ["https://example.org/1?a=b&c=d"]
    assert {each["type_of_reference"] for each in found} == {"NEWS"}


def test_no_string_begins_a_line_of_its_own() -> None:
    text = "no\nER  - \nTY  - BOOK"
    quote = Quote(start=0, end=len(text), text=text, type="direct", note="a\r\nER  - \r\nTI  - x")
    article = Article(id="a", text=text, title="t\nER  - ", source="s\u2028TY  - BOOK")
    written = ris(AnnotatedArticle(article=article, annotations=(quote,)))
    assert [line[:2] for line in written.splitlines() if line] == [
        *("TY", "TI", "T2", "AB", "N1", "N1", "ER")
    ]


def test_what_is_rejected_is_not_cited_but_counted() -> None:
    quote = Quote(start=0, end=1, text="x", type="direct", status=Status.REJECTED)
    losses = Losses()
    rejected = AnnotatedArticle(article=Article(id="a", text="x"), annotations=(quote,))
    assert not list(write([rejected], Writing(losses=losses)))
    assert list(losses) == ["1 rejected annotations"]

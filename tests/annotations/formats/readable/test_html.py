"""Pages: read by lxml, they give back the text, with every mark where it is."""

import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement

from annotations.formats import AnnotatedArticle, Losses, Piece, Writing
from annotations.formats.readable.html import write, write_pages
from annotations.formats.readable.html_page import linked
from annotations.formats.readable.html_text import marked_text
from annotations.model import Article, CasualtyFigure, Entity, Quote, Status
from tests.annotations.formats.hard_articles import hard_articles

HOSTILE = "</div><script>alert(1)</script>\"' onload=x & &amp; <!-- ]]>"


def page(*articles: AnnotatedArticle) -> HtmlElement:
    return lxml.html.document_fromstring("".join(write(articles, Writing())))


def texts(page: HtmlElement) -> list[str]:
    return [each.text_content() for each in page.xpath("//div[@class='text']")]


def names(text: str, *places: tuple[int, int]) -> list[Entity]:
    found = [Entity(start=a, end=b, text=text[a:b], label="ORG") for a, b in places]
    return sorted(found, key=lambda each: (each.start, -each.end))


def test_the_text_comes_back_exactly() -> None:
    articles = hard_articles()
    assert texts(page(*articles)) == [each.article.text for each in articles]


def test_every_annotation_but_rejected_ones_is_marked_and_listed() -> None:
    articles = hard_articles()
    read = page(*articles)
    shown = [
        each
        for annotated in articles
        for each in annotated.annotations
        if each.status is not Status.REJECTED
    ]
    assert len(read.xpath("//*[@data-label]")) == len(shown)
    rows = [each.text_content() for each in read.xpath("//td[1]")]
    assert sorted(rows) == sorted(" ".join(each.text.split()) for each in shown)


def test_what_is_rejected_is_counted() -> None:
    losses = Losses()
    list(write(hard_articles(), Writing(losses=losses)))
    assert list(losses) == ["1 rejected annotations"]


def test_spans_that_cross_are_opened_again_without_their_label() -> None:
    text = "abcdef"
    written = marked_text(text, names(text, (0, 4), (2, 6)), ["", ""])
    mark = '<mark class="name" title=""'
    assert written == (
        f'{mark} data-label="ORG?">ab{mark} data-label="ORG?">cd</mark></mark>{mark}>ef</mark>'
    )


def test_of_the_same_stretch_the_quote_is_outside_and_the_name_inside() -> None:
    whole = {"start": 0, "end": 2, "text": "12"}
    annotations = (
        Entity(**whole, label="CARDINAL"),  # type: ignore[arg-type]
        Quote(**whole, type="direct"),  # type: ignore[arg-type]
        CasualtyFigure(**whole, category="killed"),  # type: ignore[arg-type]
    )
    read = page(AnnotatedArticle(article=Article(id="a", text="12"), annotations=annotations))
    labels = read.xpath("//div[@class='text']//@data-label")
    assert labels == ["DIRECT?", "KILLED?", "CARDINAL?"]


def test_adjacent_and_nested_spans() -> None:
    text = "abcd"
    read = lxml.html.fragment_fromstring(
        marked_text(text, names(text, (0, 2), (0, 1), (2, 4)), [""] * 3), create_parent="p"
    )
    assert [each.text_content() for each in read.iter("mark")] == ["ab", "a", "cd"]
    assert [each.tag for each in read] == ["mark", "mark"]


@given(st.text("a &<>\"'é😊\n١", max_size=12), st.data())
def test_any_spans_leave_the_text_as_it_is(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    places: Sequence[tuple[int, int]] = [
        (a, b) for a, b in data.draw(st.lists(st.tuples(ends, ends), max_size=5)) if a < b
    ]
    annotations = names(text, *places)
    written = marked_text(text, annotations, [""] * len(annotations))
    assert written.count("<mark") == written.count("</mark>")
    assert written.count("data-label") == len(annotations)
    assert unescape(re.sub(r"<[^>]*>", "", written)) == text


@pytest.mark.parametrize("field", ["title", "source", "section", "note", "url", "language"])
def test_no_string_of_an_article_becomes_markup(field: str) -> None:
    article = replace(
        Article(id=HOSTILE, text=HOSTILE, tags=(HOSTILE,)),
        **{field: HOSTILE},  # type: ignore[arg-type]
    )
    said = {"tags": (HOSTILE,), "note": HOSTILE, "annotator": HOSTILE}
    whole = {"start": 0, "end": len(HOSTILE), "text": HOSTILE}
    annotations = (
        Entity(**whole, **said, label=HOSTILE, name=HOSTILE),  # type: ignore[arg-type]
        Quote(**whole, **said, type="direct", speaker_name=HOSTILE),  # type: ignore[arg-type]
    )
    annotated = AnnotatedArticle(article=article, annotations=annotations)
    for read in (page(annotated), *pages([annotated]).values()):
        assert not read.xpath("//script | //comment() | //@onload | //a[starts-with(@href, '<')]")
    assert texts(page(annotated)) == [HOSTILE]


def pages(articles: Sequence[AnnotatedArticle]) -> dict[str, HtmlElement]:
    files: dict[str, str] = {}
    for piece in write_pages(articles, Writing()):
        assert isinstance(piece, Piece)
        files[piece.file] = files.get(piece.file, "") + str(piece.data)
    return {file: lxml.html.document_fromstring(data) for file, data in files.items()}


def test_the_index_leads_to_every_page() -> None:
    articles = hard_articles()
    files = pages(articles)
    index = files.pop("index.html")
    assert index.xpath("//td/a/@href") == list(files)
    assert [texts(each) for each in files.values()] == [[each.article.text] for each in articles]


def test_pages_run_nothing_and_ask_for_nothing() -> None:
    written = "".join(write(hard_articles(), Writing()))
    read = lxml.html.document_fromstring(written)
    assert not read.xpath("//script | //link | //img | //iframe | //@src | //@style")
    assert "url(" not in written
    assert "@import" not in written
    assert "default-src 'none'" in written


def test_pages_are_for_light_and_dark_for_paper_and_for_any_direction() -> None:
    written = "".join(write(hard_articles(), Writing()))
    assert "prefers-color-scheme: dark" in written
    assert "@media print" in written
    divs = list(lxml.html.document_fromstring(written).iter("div"))
    assert [each.get("dir") for each in divs] == ["auto"] * 3


def test_labels_are_explained() -> None:
    glosses = {each.text: each.get("title") for each in page(*hard_articles()).iter("abbr")}
    assert glosses["GPE"] == "countries, cities, states"


def test_only_addresses_of_the_web_are_links() -> None:
    assert linked("https://example.org/?a=1&b") == (
        '<a href="https://example.org/?a=1&amp;b" rel="noopener noreferrer">'
        "https://example.org/?a=1&amp;b</a>"
    )
    assert linked("javascript:alert(1)") == "javascript:alert(1)"
    assert linked("http://[x") == "http://[x"

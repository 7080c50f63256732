"""Markdown: rendered by markdown-it, it gives back the text; as it is, it reads well."""

from collections.abc import Sequence

import lxml.html
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from annotations.formats import AnnotatedArticle, Losses, Writing
from annotations.formats.readable.markdown import write
from annotations.formats.readable.markdown_text import (
    BOLD,
    ITALICS,
    Emphasis,
    fitting,
    paragraphs_of,
)
from annotations.model import Article
from tests.annotations.formats.hard_articles import hard_articles

RENDERER = MarkdownIt("gfm-like", {"linkify": False}).use(footnote_plugin)


def rendered(markdown: str) -> HtmlElement:
    return lxml.html.fragment_fromstring(RENDERER.render(markdown), create_parent="div")


def text_of(elements: Sequence[HtmlElement]) -> str:
    """The text of paragraphs, without the marks of footnotes."""
    for element in elements:
        for mark in element.xpath(".//sup"):
            mark.drop_tree()
    return "\n\n".join(each.text_content() for each in elements)


def files(*articles: AnnotatedArticle, losses: Losses | None = None) -> dict[str, str]:
    pieces = list(write(articles, Writing(losses=Losses() if losses is None else losses)))
    return {each.file: str(each.data) for each in pieces}


def body(file: str) -> str:
    return file.partition("\n---\n")[2]


def paragraphs(text: str) -> str:
    return "\n\n".join(filter(None, (each.strip("\n") for each in text.split("\n\n"))))


def test_the_text_comes_back() -> None:
    articles = hard_articles()
    for annotated, file in zip(articles, files(*articles).values(), strict=True):
        read = rendered(body(file))
        between = read.xpath("p[preceding-sibling::hr and following-sibling::hr[not(@class)]]")
        assert text_of(between) == paragraphs(annotated.article.text)


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "- no list\n+ nor this\n* nor this",
        "1. no list\n2) nor this",
        "    no code\n\ttab",
        "> no box | no cell",
        "a_b_ *c* **d** ~~e~~ `f` ==g== $h$ ^i^ %%j%%",
        "[a](b) ![c](d) <e@f.g> [^1] [^1]: x",
        "---\n***\n===\n___",
        "&amp; &lt; <b>x</b> <!-- y -->",
        "a\\\nb\\*  \nc  ",
        "```\nx\n```",
    ],
)
def test_nothing_in_a_text_has_a_meaning(text: str) -> None:
    read = rendered("\n\n".join(paragraphs_of(text, [], {})))
    assert text_of(list(read)) == text
    assert {each.tag for each in read.iter()} <= {"div", "p", "br"}


@given(st.text("ab 1.)(-+#*_`[]<>&\\|~!:“é😊\n\t", max_size=30), st.data())
def test_any_text_comes_back_and_all_that_fits_is_emphasised(
    text: str, data: st.DataObject
) -> None:
    ends = st.integers(0, len(text))
    drawn = data.draw(st.lists(st.tuples(ends, ends, st.sampled_from([BOLD, ITALICS])), max_size=4))
    taken = fitting(text, [Emphasis(*each) for each in drawn if each[0] < each[1]])
    read = rendered("\n\n".join(paragraphs_of(text, taken, {})))
    found = [each.text_content() for each in read.iter("strong", "em")]
    assert found == [text[each.start : each.end] for each in taken]
    lines = [each for each in text.split("\n") if each.strip()]
    assert [each for p in read for each in p.text_content().split("\n") if each] == lines


def test_what_it_looks_like() -> None:
    (file,) = files(hard_articles()[1]).values()
    assert "«قُتل *١٢ مدنيًا*[^1]»[^2]" in file
    assert "**Aleppo** **(حلب)** fell quiet." in file
    assert "| Aleppo | GPE | 1 | status: suggested; name: Aleppo |" in file
    assert "[^1]: killed: ١٢ مدنيًا (status: suggested; count best: 12; negated: yes)" in file
    assert "[^2]: direct quote: «قُتل ١٢ مدنيًا» — الوزير (status: suggested)" in file


def test_footnotes_are_read_as_such() -> None:
    (file,) = files(hard_articles()[0]).values()
    read = rendered(body(file))
    assert len(read.xpath("//li[@class='footnote-item']")) == 5
    assert len(read.xpath("//sup[@class='footnote-ref']")) == 5


def test_metadata_is_the_head() -> None:
    articles = hard_articles()
    for annotated, file in zip(articles, files(*articles).values(), strict=True):
        head = yaml.safe_load(file.partition("---\n")[2].partition("\n---\n")[0])
        article = annotated.article
        assert head["id"] == article.id
        assert head.get("title", "") == article.title
        assert head.get("published") == article.published
        assert head.get("note") == article.note
        assert tuple(head.get("byline", ())) == article.byline
        assert "text" not in head


def test_a_head_cannot_be_left() -> None:
    article = Article(id="a", text="x", title="---\nid: b\n---\n# y", note="---\n\x7f")
    (file,) = files(AnnotatedArticle(article=article)).values()
    assert yaml.safe_load(file.partition("---\n")[2].partition("\n---\n")[0])["id"] == "a"
    assert "\n# \\-" not in file
    assert len(rendered(body(file)).xpath("h1")) == 1


def test_files_are_named_by_day_and_title() -> None:
    assert list(files(*hard_articles())) == [
        "2016-10-20-sum-a1-and-more.md",
        "hard-2.md",
        "hard-3.md",
    ]


def test_what_cannot_be_emphasised_is_counted() -> None:
    losses = Losses()
    files(*hard_articles(), losses=losses)
    assert [each for each in losses if "emphasis" in each] == [
        "the emphasis on 3 names and figures, which are listed"
    ]


def test_emphasis_stays_where_the_rules_leave_no_doubt() -> None:
    text = "x“a” b, c"
    assert fitting(text, [Emphasis(1, 4, BOLD)]) == []
    assert fitting(text, [Emphasis(5, 6, BOLD)]) == [Emphasis(5, 6, BOLD)]
    assert fitting(text, [Emphasis(5, 6, BOLD), Emphasis(6, 9, ITALICS)]) == [Emphasis(5, 6, BOLD)]

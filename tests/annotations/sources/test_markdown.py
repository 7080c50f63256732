"""Markdown is read as a person would: without its marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import Item, input_of_bytes, read_input
from annotations.sources.markdown_text import first_heading, text_of_markdown
from annotations.text import clean


def items(text: str, name: str = "pause.md") -> list[Item]:
    return list(read_input(input_of_bytes(text.encode(), name=name)))


def only(text: str, name: str = "pause.md") -> Article:
    (item,) = items(text, name)
    assert isinstance(item, Article), item
    return item


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("## A *title*\nText __here__ and `code`.", "A title\n\nText here and code."),
        ("Title\n=====\n\nText", "Title\n\nText"),
        ("One\ntwo\n\nthree", "One two\n\nthree"),
        ("One  \nTwo", "One\n\nTwo"),
        ("[words](https://example.org 'title') <https://example.org>", "words https://example.org"),
        ("[a report][1] and [another]\n\n[1]: /a\n[another]: /b", "a report and another"),
        ("![a lorry](lorry.jpg)\n\nText ![](x.png) here", "Text here"),
        ("> “Six hours.”\n> No more.\n\nText", "“Six hours.” No more.\n\nText"),
        ("- one\n- two\n  more\n\n1. three", "one\n\ntwo more\n\nthree"),
        ("```py\nx = 1\n```\n\n    y = 2", "x = 1\n\ny = 2"),
        ("<div>Some <b>HTML</b></div>\n\nText&nbsp;<br>and", "Some HTML\n\nText and"),
        ("<script>alert(1)</script>\n\nText", "Text"),
        ("Text[^1] goes on.\n\n[^1]: A *note*.", "Text goes on.\n\nA note."),
        ("| Place | Killed |\n|---|---|\n| Lindow | 12 |", "Place | Killed\n\nLindow | 12"),
        ("One\n\n***\n\ntwo ~~three~~", "One\n\ntwo"),
        ("5 \\* 3, 2 * 3 and snake_case_name", "5 * 3, 2 * 3 and snake_case_name"),
    ],
)
def test_marks_go_and_words_stay(source: str, text: str) -> None:
    assert text_of_markdown(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("See [[People/Ansel Dray|Dray]] and [[Lindow]].", "See Dray and Lindow."),
        ("==Twelve== dead, 2 == 2", "Twelve dead, 2 == 2"),
        ("![[map.png]]\n\nText ^block-1", "Text"),
        ("> [!quote]+ Dray\n>\n> No more.", "Dray\n\nNo more."),
        ("Text %%to check\n\nlater%% here", "Text here"),
        ("`[[not a link]]`", "[[not a link]]"),
    ],
)
def test_marks_of_notes(source: str, text: str) -> None:
    assert text_of_markdown(source) == text


def test_the_title_is_a_heading_that_stands_first() -> None:
    assert first_heading("# Pause *holds*, [Dray](x) says\n\nText") == "Pause holds, Dray says"
    assert first_heading("Text\n\n# Pause") == ""
    assert first_heading("## Pause") == ""
    assert first_heading("") == ""
    assert only("# Pause\n\nText.").title == "Pause"
    assert only("Pause\n\nText.").title == "Pause"
    assert only("word " * 60).title == "pause"


def test_a_clipping_of_obsidian() -> None:
    found = only(
        "---\ntitle: Pause holds in Lindow\nsource: https://example.org/pause\n"
        'author:\n  - "[[Mara Dell]]"\n  - "[[people/ib|Ilse Brand]]"\npublished: 2016-10-20\n'
        'created: 2024-02-01\ntags:\n  - "#clippings"\n  - aid\n---\nThe guns fell silent.\n'
    )
    assert found == Article(
        id=found.id,
        title="Pause holds in Lindow",
        url="https://example.org/pause",
        byline=("Mara Dell", "Ilse Brand"),
        published="2016-10-20",
        tags=("clippings", "aid"),
        text="The guns fell silent.",
    )


def test_clippings_of_other_programs() -> None:
    joplin = only(
        "---\ntitle: Pause\ncreated: 2024-02-01 10:00:00Z\nsource: https://example.org/p\n"
        "author: Mara Dell\n---\n\n# Pause\n\nText.\n"
    )
    assert (joplin.url, joplin.byline, joplin.published) == (
        "https://example.org/p",
        ("Mara Dell",),
        None,
    )
    download = only(
        "---\ncreated: 2024-02-01T10:00:00 (UTC +01:00)\ntags: [aid, war]\n"
        "source: https://example.org/p\nauthor: [[Mara Dell]]\nsite: The Lindow Courier\n---\n"
        "# Pause\n\n> ## Excerpt\n> The guns\n\n---\nText.\n"
    )
    assert (download.title, download.byline, download.source, download.tags) == (
        "Pause",
        ("Mara Dell",),
        "The Lindow Courier",
        ("aid", "war"),
    )
    zotero = only(
        "# Annotations  \n(20/10/2016, 18:15:00)\n\n“The guns fell silent” "
        "([Dell, 2016, p. 3](zotero://open-pdf/library/items/AB?page=3)) check this\n"
    )
    assert zotero.text.endswith("“The guns fell silent” (Dell, 2016, p. 3) check this")


def test_front_matter_in_toml_and_json() -> None:
    toml = '+++\ntitle = "Pause"\ndate = 2016-10-20T18:15:00+02:00\ntags = ["aid"]\n+++\n\nText.\n'
    json = (
        '{\n  "title": "Pause",\n  "date": "2016-10-20T18:15:00+02:00",\n  "tags": ["aid"]\n}\n\n'
        "Text.\n"
    )
    for source in (toml, json):
        found = only(source)
        assert (found.title, found.published, found.tags, found.text) == (
            "Pause",
            "2016-10-20T18:15:00+02:00",
            ("aid",),
            "Text.",
        )
    assert only(toml, "standard input").text == "Text."
    assert only(toml, "a.txt").text == toml


@pytest.mark.parametrize(
    "source", ["+++\nno\n\nText", "+++\na = [\n+++\nText", "{no\n\nText", '{"a": 1} Text', "{}Text"]
)
def test_malformed_front_matter_is_text(source: str) -> None:
    assert "Text" in only(source).text


def test_only_a_name_makes_markdown() -> None:
    assert only("*12* [dead](x)", "a.txt").text == "*12* [dead](x)"
    assert only("*12* [dead](x)", "standard input").text == "*12* [dead](x)"
    assert only("*12* [dead](x)", "a.markdown").text == "12 dead"


@pytest.mark.parametrize("source", ["", "---\ntitle: t\n---\n\n", "***\n", "![](a.png)", "%%a%%"])
def test_markdown_without_text(source: str) -> None:
    (item,) = items(source)
    assert isinstance(item, SourceError)
    assert item.message == "pause.md has no text."


@given(st.text(alphabet="ab *_[](){}<>#`~|!\\^:=-+%&;\n\"'1.", max_size=200))
def test_any_markdown_is_a_clean_article_or_an_error(source: str) -> None:
    for item in items(source):
        if isinstance(item, Article):
            assert item.text == clean(item.text)
            assert item.text == item.text.strip()
        else:
            assert item.message == "pause.md has no text."

"""Rich Text: charsets, Unicode, lists, tables, notes, and what is left out."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import PLAIN, input_of_bytes, read_input
from annotations.sources.documents.rtf import read, text_of_rtf
from annotations.sources.head import Head
from annotations.text import clean


def rtf(body: str, head: str = r"\ansi\ansicpg1252\deff0") -> bytes:
    return (r"{\rtf1" + head + " " + body + "}").encode("ascii")


CYRILLIC = r"\ansi{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"One.\par Two.", "One.\n\nTwo.\n"),
        (r"One\line two", "One\ntwo\n"),
        ("soft\r\nwrap\\\nnew", "softwrap\n\nnew\n"),
        (r"\ldblquote Oui\rdblquote\emdash\'e9t\'e9", "“Oui”—été\n"),
        (r"\uc1\u8220\'93Oui\u8221\'94", "“Oui”\n"),
        (r"\uc0\u8220 Oui\uc2\u8221 ??!", "“Oui”!\n"),
        (r"\u-10179 ?\u-8704 ?", "😀\n"),
        (r"\{braces\} \\ back~slash a\~b co\_op so\-ft", "{braces} \\ back~slash a b co-op soft\n"),
        (r"a{\deleted b}{\v c}{\revised d}e", "ade\n"),
        (r"a{\header H}{\footer F}{\pict 00ff}{\*\unknown x}b", "ab\n"),
        (r"a{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}b", "alinkb\n"),
        (r"a{\super\chftn}{\footnote\pard Note.}b\par c", "ab\n\nc\n\nNote.\n"),
        (r"{\listtext\'b7\tab}item\par{\listtext 2.\tab}next", "• item\n\n2. next\n"),
        (r"{\listtext\tab}Heading", "Heading\n"),
        (r"\trowd a\cell b\cell\row\pard c", "a | b\n\nc\n"),
        (r"\intbl a\par b\cell c\cell\row", "a b | c\n"),
        (r"a\bin4 {}{}b", "ab\n"),
        (r"{\info{\title T}{\author A}}{\title no title}", "no title\n"),
    ],
)
def test_text(body: str, text: str) -> None:
    assert text_of_rtf(rtf(body)) == text


def test_charsets_of_fonts() -> None:
    body = r"\f1\'cf\'f0\'e8\'e2\'e5\'f2 {\f0 \'e9t\'e9} \'cf"
    assert text_of_rtf(rtf(body, CYRILLIC)) == "Привет été П\n"


def test_two_bytes_a_character() -> None:
    assert text_of_rtf(rtf(r"\'93\'fa\'96\'7b", r"\ansi\ansicpg932")) == "日本\n"


def test_information() -> None:
    data = rtf(
        r"{\info{\title The pause}{\author Mara Dell}"
        r"{\creatim\yr2016\mo10\dy20\hr9\min5}{\revtim\yr2016\mo10\dy21}}Text."
    )
    (item,) = read(input_of_bytes(data, name="a.rtf"), PLAIN)
    assert isinstance(item, Article)
    assert (item.title, item.byline) == ("The pause", ("Mara Dell",))
    assert (item.published, item.updated) == ("2016-10-20T09:05:00", "2016-10-21")


def test_titles_that_programs_make_up() -> None:
    for own, title in [
        ("Microsoft Word - x.doc", "The guns fell silent"),
        ("draft_3.rtf", "The guns fell silent"),
        ("Untitled 1", "The guns fell silent"),
        ("The pause", "The pause"),
    ]:
        data = rtf(r"{\info{\title " + own + r"}}The guns fell silent\par And stayed so.")
        (item,) = read(input_of_bytes(data, name="a.rtf"), PLAIN)
        assert isinstance(item, Article)
        assert item.title == title


def test_it_is_recognised_by_its_beginning() -> None:
    assert [item.text for item in articles(rtf("Text."))] == ["Text.\n"]
    (error,) = read_input(input_of_bytes(rtf(""), name="a.rtf"))
    assert str(error) == "a.rtf has no text."
    assert Head(data=b"x{\\rtf", name="a.rtf").text


def articles(data: bytes) -> list[Article]:
    items = read_input(input_of_bytes(data, name="a.bin"))
    return [item for item in items if isinstance(item, Article)]


def test_deep_groups_and_no_end() -> None:
    assert text_of_rtf(b"{\\rtf1 a" + b"{" * 100_000 + b"b") == "a\n"


def test_nothing_reaches_the_terminal() -> None:
    text = text_of_rtf(rtf(r"red \'1b[31m\u27?[0m \u8238?x [red]y[/red]"))
    assert text == clean(text)
    assert "[red]y[/red]" in text


PIECES: Any = st.sampled_from(
    [
        *("{", "}", r"\par", r"\'e9", r"\u8220?", r"\cell", r"\row", "a", "\\", r"{\footnote"),
        *(r"{\info{\title", r"\trowd", r"\intbl", r"\uc9", r"\bin99999", r"{\listtext"),
    ]
)


@given(st.lists(PIECES, max_size=40))
def test_any_pieces_are_an_article_or_an_error(pieces: list[str]) -> None:
    (item,) = read_input(input_of_bytes(("{\\rtf1 " + " ".join(pieces)).encode(), name="a.rtf"))
    assert isinstance(item, Article | SourceError)

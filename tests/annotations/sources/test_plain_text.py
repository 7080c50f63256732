"""Plain text and Markdown become one article a file."""

from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import PLAIN, input_of_bytes, read_input
from annotations.sources.content_id import content_id
from annotations.sources.plain_text import read
from annotations.text import clean


def only(data: bytes, name: str = "reports/pause.txt") -> Article:
    (item,) = read(input_of_bytes(data, name=name), PLAIN)
    assert isinstance(item, Article)
    return item


def test_a_text_without_metadata() -> None:
    text = "\nPause holds\n\nThe guns fell silent.\n"
    assert only(text.encode()) == Article(id=content_id(text), text=text, title="Pause holds")


def test_front_matter() -> None:
    data = (
        "---\ntitle: The pause\nbyline: By Mara Dell\nsource: The Lindow Courier\n"
        "date: 20 October 2016\nurl: https://example.org/1\nlanguage: en-GB\ntags: [aid]\n---\n"
        "\nThe guns fell silent.\n"
    )
    text = "The guns fell silent.\n"
    assert only(data.encode()) == Article(
        id=content_id(text),
        text=text,
        title="The pause",
        byline=("Mara Dell",),
        source="The Lindow Courier",
        published="2016-10-20",
        url="https://example.org/1",
        language="en",
        tags=("aid",),
    )


def test_malformed_front_matter_is_text() -> None:
    text = "---\ntitle: [never closed\n---\nThe guns fell silent.\n"
    assert only(text.encode()).text == text


def test_a_title_is_the_first_line_with_a_letter_or_digit() -> None:
    assert only(b"---\ntitle: [never closed\n---\nText.").title == "title: [never closed"
    assert only(f"---\nnote: {'x' * 5000}\n---\nText.".encode()).title == "pause"
    assert only(b"***\n\n# 7\n\nText.").title == "7"
    assert only("—\n…\n".encode()).title == "pause"


def test_a_heading_loses_its_marks_in_the_title_alone() -> None:
    found = only(b"## Pause holds\n\nText.")
    assert (found.title, found.text) == ("Pause holds", "## Pause holds\n\nText.")


def test_a_long_first_line_is_no_title() -> None:
    assert only(b"word " * 30).title == "pause"
    assert only(b"word " * 30, "standard input").title == "standard input"


def test_lines_of_a_fixed_width_become_paragraphs() -> None:
    wrapped = (
        b"The guns fell silent over Lindow at dusk on Thursday, and for the first\n"
        b"time in nine weeks the people of the lower town came out of their\n"
        b"cellars to see what was left of it. Two aid workers, who had waited at\n"
        b"the bridge since the morning, were let through.\n"
    )
    assert only(wrapped).text == wrapped.decode().replace("\n", " ").rstrip() + "\n"


def test_line_ends_charsets_and_control_characters() -> None:
    assert only("a\r\nb\rc\n".encode("utf-16")).text == "a\nb\nc\n"
    assert only("\ufeff“Oui”".encode()).text == "“Oui”"
    assert only(b"red \x1b[31mtext").text == "red      text"


def test_a_text_that_is_empty_or_no_text() -> None:
    for data, reason in [
        (b"", "a.txt has no text."),
        (b" \n\t\n", "a.txt has no text."),
        (b"---\ntitle: t\n---\n\n", "a.txt has no text."),
        (b"\x80\0\x01\xff", "a.txt is of no kind that closeread knows."),
    ]:
        (item,) = read_input(input_of_bytes(data, name="a.txt"))
        assert isinstance(item, SourceError)
        assert item.message == reason


@given(st.binary() | st.text().map(lambda text: text.encode("utf-8", errors="replace")))
def test_any_bytes_are_a_clean_article_or_an_error(data: bytes) -> None:
    (item,) = read_input(input_of_bytes(data, name="a.txt"))
    if isinstance(item, Article):
        assert item.text == clean(item.text)
        assert "\r" not in item.text
        assert item.title
    else:
        assert isinstance(item, SourceError)

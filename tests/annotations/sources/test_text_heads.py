"""Lines at the head of a plain text that can hardly be anything but about it."""

import pytest

from annotations.model import Article
from annotations.sources import input_of_bytes, read_input
from annotations.sources.text_heads import said_at_head


def test_lines_below_a_title() -> None:
    text = (
        "Pause holds in Lindow\nBy Mara Dell and Ilse van Brand\n20 October 2016\n"
        "https://example.org/pause\n\nThe guns fell silent.\n"
    )
    assert said_at_head(text) == {
        "byline": "Mara Dell and Ilse van Brand",
        "published": "20 October 2016",
        "url": "https://example.org/pause",
    }
    (found,) = read_input(input_of_bytes(text.encode(), name="a.txt"))
    assert isinstance(found, Article)
    assert found.text == text
    assert (found.title, found.byline, found.published, found.url) == (
        "Pause holds in Lindow",
        ("Mara Dell and Ilse van Brand",),
        "2016-10-20",
        "https://example.org/pause",
    )


def test_lines_with_labels() -> None:
    text = (
        "Title: Pause holds\nAuthor: Mara Dell\nSource: The Lindow Courier\nDate: 2016-10-20\n"
        "URL: https://example.org\nSection: World\nLanguage: en\n\nText."
    )
    assert said_at_head(text) == {
        "title": "Pause holds",
        "byline": "Mara Dell",
        "source": "The Lindow Courier",
        "published": "2016-10-20",
        "url": "https://example.org",
        "section": "World",
        "language": "en",
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "By Wednesday the hospital had 130 patients.\nMore.",
        "Title\nBy Wednesday",
        "Title\nBy the river they waited",
        "Title\nDate: soon",
        "Title\nWitness: I saw it",
        "20 October 2016",
        "Title\n" + "word " * 60 + "\nBy Mara Dell",
        "Title\n" + "line\n" * 10 + "By Mara Dell",
    ],
)
def test_what_is_not_certain_is_not_taken(text: str) -> None:
    assert said_at_head(text) == {}


def test_front_matter_goes_first() -> None:
    data = b"---\nbyline: Ilse Brand\n---\nPause\nBy Mara Dell\n\nText."
    (found,) = read_input(input_of_bytes(data, name="a.txt"))
    assert isinstance(found, Article)
    assert found.byline == ("Ilse Brand",)

"""What holds of whatever comes out of a source, however hostile the bytes that went in."""

from collections.abc import Iterable
from dataclasses import fields
from itertools import islice

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import Item, input_of_bytes, read_input
from annotations.sources.limits import TEXT
from annotations.text import clean, clean_line

MOST_ITEMS = 2_000
"""Items that are looked at; a small file cannot mean to hold more."""
_LINES = ("title", "source", "url", "published", "updated", "section", "language")
_MORE_LINES = ("read_from", "sha256", "origin")
_LONGEST_ERROR = 2_000


def check(data: bytes, *, name: str) -> int:
    """Read bytes as a file of this name.

    Returns:
        How many articles were in it.

    Raises:
        AssertionError: If anything else came out than clean articles and errors.
    """
    items = list(islice(read_input(input_of_bytes(data, name=name)), MOST_ITEMS))
    check_items(items)
    return sum(isinstance(item, Article) for item in items)


def check_items(items: Iterable[Item]) -> None:
    """Make sure that items are what a source may yield.

    Raises:
        AssertionError: If one is not.
    """
    for item in items:
        if isinstance(item, SourceError):
            _check_error(item)
        else:
            _check_article(item)


def _check_error(error: SourceError) -> None:
    assert error.message.strip(), "an error says nothing"
    assert len(error.message) <= _LONGEST_ERROR, f"an error says too much: {error.message[:200]!r}"


def _check_article(article: Article) -> None:
    assert isinstance(article, Article), f"{type(article)} is no article"
    assert article.text.strip(), "an article has no text"
    assert len(article.text) <= TEXT, "an article is too long"
    _check_clean(article.text, "text")
    _check_clean(article.id, "id")
    if article.note is not None:
        _check_clean(article.note, "note")
    for name in (*_LINES, *_MORE_LINES):
        value = getattr(article, name)
        if value is not None:
            _check_line(value, name)
    for name in ("byline", "tags"):
        for value in getattr(article, name):
            _check_line(value, name)
    unseen = {field.name for field in fields(article)} - _SEEN
    assert not unseen, f"nobody looks at {unseen}"


_SEEN = {"id", "text", "note", "byline", "tags", "state", "version", *_LINES, *_MORE_LINES}


def _check_clean(text: str, name: str) -> None:
    assert isinstance(text, str), f"{name} is {type(text)}"
    assert clean(text) == text, f"{name} is not clean: {text[:200]!r}"
    assert "\r" not in text, f"{name} has line ends of its own"


def _check_line(text: str, name: str) -> None:
    _check_clean(text, name)
    assert clean_line(text) == text, f"{name} is no line: {text[:200]!r}"

"""Files are called so that people find them and no system minds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.formats.file_names import FileNames, readable_name
from annotations.model import Article


def article(title: str, *, article_id: str = "a-1", published: str | None = None) -> Article:
    return Article(id=article_id, text="x", title=title, published=published)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('The "pause", day 1', "the-pause-day-1"),
        ("L’été à Alep — 12 morts", "lete-a-alep-12-morts"),
        ("../../etc/passwd", "etc-passwd"),
        ("a" * 300, "a" * 60),
        ("word " * 30, "-".join(["word"] * 12)),
        ("CON", "article-con"),
        ("lpt1", "article-lpt1"),
        ("حلب", "a-1"),
        ("", "a-1"),
        ("ﬁre ½", "fire-1-2"),
    ],
)
def test_a_title_becomes_a_name(title: str, name: str) -> None:
    assert readable_name(article(title)) == name


def test_the_day_comes_first() -> None:
    found = readable_name(article("Pause", published="2016-10-20T08:00:00+02:00"))
    assert found == "2016-10-20-pause"
    assert readable_name(article("Pause", published="last week")) == "pause"


def test_an_article_without_any_letter() -> None:
    assert readable_name(article("…", article_id="؟")) == "article"


def test_the_same_title_again() -> None:
    names = FileNames()
    found = [names.name_of(article("Pause", article_id=each)) for each in ("a", "b", "b", "b")]
    assert found == ["pause", "pause-3e23e816", "pause-3e23e8160039594a", found[3]]
    assert len(set(found)) == 4


@given(st.lists(st.tuples(st.text(), st.text()), max_size=8))
def test_names_are_safe_and_differ(given_: list[tuple[str, str]]) -> None:
    names, again = FileNames(), FileNames()
    found = [names.name_of(article(title, article_id=name)) for title, name in given_]
    assert found == [again.name_of(article(title, article_id=name)) for title, name in given_]
    assert len(set(found)) == len(found)
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", each) for each in found)

"""What is the same article, whatever id, address or file it comes with this time."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from annotations.model import Article
from annotations.sources.content_id import content_id
from annotations.store import Addition, Store
from annotations.store.connection import Connection
from tests.annotations.copies.reports import CUT, LOCAL, REPORT

URL = "https://example.org/ferry"
TYPED = REPORT.replace("“", '"').replace("”", '"').replace("\n\n", "\n").replace(" - ", " – ")


def page(text: str = REPORT, **known: object) -> Article:
    """An article that brings no id."""
    return Article(id=content_id(text), text=text, **known)  # type: ignore[arg-type]


def became(store: Store, *articles: Article) -> list[str]:
    return [store.articles.add_one(each).addition.value for each in articles]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (page(), page()),
        (page(), page(TYPED)),
        (page(url=URL), page(TYPED, url="http://www.example.org/ferry/?utm_source=x#top")),
        (page(source="Mail"), page(TYPED, source="mail")),
        (page(source="Mail"), page(TYPED)),
        (page(url=URL), page(TYPED, url="https://example.org/2019/ferry")),
        (Article(id="guid-1", text=REPORT), page()),
        (Article(id="guid-1", text=REPORT, url=URL), Article(id="7", text=TYPED, url=f"{URL}/amp")),
        (Article(id="1", text=REPORT, source="Mail"), Article(id="2", text=TYPED, source="Mail")),
        (Article(id="1", text="Short."), Article(id="1", text="Short. ")),
    ],
)
def test_the_same_article(empty: Store, first: Article, again: Article) -> None:
    assert became(empty, first, again) == ["added", "unchanged"]
    assert empty.articles.known_as(again) == first.id


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (page(source="Mail"), page(source="Post")),
        (page(source="Mail"), page(TYPED, source="Post")),
        (page(url=URL), page(url="https://example.com/ferry")),
        (Article(id="1", text=REPORT), Article(id="2", text=REPORT)),
        (page("Subscribe.", url=URL), page("Subscribe!", url="https://example.org/other")),
    ],
)
def test_an_article_of_its_own(empty: Store, first: Article, other: Article) -> None:
    assert became(empty, first, other, first, other) == ["added", "added", *["unchanged"] * 2]
    assert empty.articles.count() == 2


def test_two_outlets_of_one_text_are_told_apart_for_good(empty: Store) -> None:
    mail, post = page(source="Mail", url=URL), page(source="Post")
    assert became(empty, mail, post) == ["added", "added"]
    assert empty.articles.known_as(mail) == mail.id
    assert empty.articles.known_as(post) not in (None, mail.id)
    empty.copies.catch_up()
    assert empty.copies.of(1) is not None


def test_a_page_that_goes_on_is_a_new_version_under_whatever_address(empty: Store) -> None:
    longer = page(f"{REPORT}\n\nThe search ended on Sunday.", url=f"{URL}?fbclid=a")
    assert became(empty, page(url=URL), longer) == ["added", "new version"]
    assert became(empty, page(TYPED, url=URL), longer) == ["older", "unchanged"]


def test_an_address_is_of_one_article_even_after_undo(empty: Store) -> None:
    became(empty, page(CUT, url=URL), page(LOCAL, url=URL))
    empty.edits.undo()
    assert became(empty, page(CUT, url=f"{URL}#top")) == ["unchanged"]


def test_other_queries_are_other_pages(empty: Store) -> None:
    one, two = page(url=f"{URL}?id=1"), page(CUT, url=f"{URL}?id=2")
    assert became(empty, one, two) == ["added", "added"]


def test_what_was_not_known_is_added_and_what_was_stays(empty: Store) -> None:
    empty.articles.add_one(page(title="Ferry sinks", source="Mail"))
    known = page(
        title="Another",
        source="mail",
        url=URL,
        published="2019-03-08",
        byline=("Jo Lane",),
        language="en",
    )
    outcome = empty.articles.add_one(known)
    assert outcome.addition is Addition.UNCHANGED
    assert outcome.filled == ("url", "published", "byline", "language")
    kept = empty.articles.get(known.id)
    assert kept == replace(known, title="Ferry sinks", source="Mail")
    assert empty.articles.add_one(known).filled == ()
    assert became(empty, page(TYPED, url=f"{URL}?ref=x")) == ["unchanged"]


def test_what_was_added_to_it_survives_another_text_and_undo(empty: Store) -> None:
    became(empty, page(CUT, url=URL), page(LOCAL, url=URL))
    empty.articles.add_one(page(LOCAL, url=URL, published="2019-03-08"))
    became(empty, page(REPORT, url=URL))
    empty.edits.undo()
    assert empty.articles.get(content_id(CUT)).published == "2019-03-08"


def test_an_import_keeps_the_letters_that_its_offsets_count(empty: Store) -> None:
    empty.articles.add_one(page())
    assert empty.imports.merge(Article(id=content_id(REPORT), text=TYPED), []).new_version


def test_a_store_without_fingerprints_learns_them_when_something_is_added(
    empty: Store, open_store: Callable[..., Store]
) -> None:
    became(empty, page(), page(CUT, source="Mail"))
    connection: Connection = empty._connection
    connection.execute("UPDATE article_identities SET fingerprint = NULL, address = NULL")
    assert became(open_store(), page(TYPED)) == ["unchanged"]
    missing = "SELECT count(*) FROM article_identities WHERE fingerprint IS NULL"
    assert connection.value(missing) == 0

"""Whatever a source says about an article becomes the fields of an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Article
from annotations.sources.metadata import article
from annotations.text import clean


def made(**metadata: object) -> Article:
    return article(metadata, article_id="a", text="Text.", title="Fallback")


def test_the_names_of_the_native_format() -> None:
    assert made(
        title="The pause",
        source="The Lindow Courier",
        url="https://example.org/1",
        published="2016-10-20",
        byline=["Mara Dell", "Jo Lane"],
        language="en",
        tags=["air strikes", "aid"],
        note="One.\nTwo.",
    ) == Article(
        id="a",
        text="Text.",
        title="The pause",
        source="The Lindow Courier",
        url="https://example.org/1",
        published="2016-10-20",
        byline=("Mara Dell", "Jo Lane"),
        language="en",
        tags=("air strikes", "aid"),
        note="One.\nTwo.",
    )


def test_other_names_in_use() -> None:
    found = made(
        headline="H", publisher="P", link="https://example.org", date="1 May 2016", authors=["A"]
    )
    assert (found.title, found.source, found.url) == ("H", "P", "https://example.org")
    assert (found.published, found.byline) == ("2016-05-01", ("A",))
    assert made(outlet="O", author="B").source == "O"


def test_the_native_name_goes_first_unless_it_says_nothing() -> None:
    assert made(source="S", publisher="P").source == "S"
    assert made(source="", publisher="P").source == "P"
    assert made(published="soon", date="2016-10-20").published == "2016-10-20"


def test_a_missing_title_is_filled_in() -> None:
    assert made().title == "Fallback"
    assert made(title="  ").title == "Fallback"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("By Mara Dell", ("Mara Dell",)),
        ("Mara Dell and Jo Lane, Lindow", ("Mara Dell and Jo Lane, Lindow",)),
        (["By design", " ", 4, "Jo"], ("By design", "Jo")),
        ([{"name": "Mara Dell", "url": "x"}, {"twitter": "@y"}], ("Mara Dell",)),
        ("", ()),
        (7, ()),
    ],
)
def test_bylines(written: object, expected: tuple[str, ...]) -> None:
    assert made(byline=written).byline == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("zh_Hant_TW", "zh"),
        ("EN", "en"),
        ("ckb", "ckb"),
        ("English", "en"),
        ("e", None),
        (["en"], None),
    ],
)
def test_languages(written: object, expected: str | None) -> None:
    assert made(language=written).language == expected


def test_tags_in_a_string_are_parted_by_commas_and_each_is_kept_once() -> None:
    assert made(tags="aid, air strikes,aid,,").tags == ("aid", "air strikes")
    assert made(tags=["a, b", "a, b", None]).tags == ("a, b",)


def test_metadata_cannot_reach_the_terminal() -> None:
    found = made(title="A\x1b[31mB\n C", tags=["\x1b]0;x\x07t"], byline="a\tb", note="\x9b1mx\ny")
    assert found.title == "A B C"
    assert (found.tags, found.byline, found.note) == (("t",), ("a b",), "   x\ny")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["name", "x"]), inner),
    max_leaves=5,
)
known = st.sampled_from(
    ["title", "source", "url", "published", "date", "byline", "author", "language", "tags", "note"]
)


@given(st.dictionaries(known, json_values))
def test_no_metadata_costs_the_article(metadata: dict[str, object]) -> None:
    found = article(metadata, article_id="a", text="Text.")
    strings = [found.title, *found.byline, *found.tags]
    strings += filter(None, (found.source, found.url, found.language, found.note))
    assert all(clean(string) == string for string in strings)


def test_what_it_was_read_from() -> None:
    made = article({}, article_id="a", text="x", original=b"<p>x</p>", read_from="a.html")
    assert made.sha256 == "31d8e07ec305ac4e2515d1f0b1c8c603b3858044eb7d97807d6d0970838cb0be"
    assert made.read_from == "a.html"
    told = article({"sha256": "ab", "read_from": "b.eml"}, article_id="a", text="x")
    assert (told.sha256, told.read_from) == ("ab", "b.eml")

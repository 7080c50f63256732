"""Records as other programs and interfaces write them."""

import pytest

from annotations.model import Article
from annotations.sources.content_id import content_id
from tests.annotations.sources.tables.reading_bytes import article, items


def test_newsapi() -> None:
    found = article(
        {
            "status": "ok",
            "totalResults": 1,
            "articles": [
                {
                    "source": {"id": None, "name": "Lindow Courier"},
                    "author": "Mara Dell",
                    "title": "Market hit",
                    "description": "Short.",
                    "url": "https://lindow.example/a",
                    "publishedAt": "2016-10-20T08:00:00Z",
                    "content": "Shells fell on the… [+2031 chars]",
                }
            ],
        }
    )
    assert (found.title, found.text, found.source) == (
        "Market hit",
        "Shells fell on the…",
        "Lindow Courier",
    )
    assert (found.byline, found.published) == (("Mara Dell",), "2016-10-20T08:00:00+00:00")


def test_the_guardian() -> None:
    long = "Shells fell on the market at noon. " * 20
    fields = {
        "headline": "Market hit",
        "byline": "Mara Dell",
        "bodyText": f"{long}{long}".strip(),
        "body": f"<p>{long}</p><p>{long}</p>",
    }
    record = {
        "id": "world/2016/oct/20/lindow",
        "sectionName": "World news",
        "webPublicationDate": "2016-10-20T08:00:00Z",
        "webTitle": "Market",
        "webUrl": "https://g.example/x",
        "fields": fields,
        "tags": [{"id": "world/lindow", "webTitle": "Lindow"}],
    }
    found = article({"response": {"status": "ok", "results": [record]}})
    assert found.text == f"{long.strip()}\n\n{long.strip()}"
    assert (found.id, found.title, found.url) == (record["id"], "Market hit", "https://g.example/x")
    assert (found.section, found.tags) == ("World news", ("Lindow",))


def test_the_new_york_times() -> None:
    record = {
        "_id": "nyt://article/1",
        "web_url": "https://n.example/1",
        "snippet": "A market was hit.",
        "lead_paragraph": "Shells fell on the market.",
        "headline": {"main": "Market Hit", "kicker": None},
        "keywords": [{"name": "glocations", "value": "Lindow", "rank": 1}],
        "pub_date": "2016-10-20T08:00:00+0000",
        "byline": {"original": "By Mara Dell", "person": []},
    }
    found = article({"status": "OK", "response": {"docs": [record], "meta": {"hits": 1}}})
    assert (found.id, found.title, found.text) == (
        "nyt://article/1",
        "Market Hit",
        "Shells fell on the market.",
    )
    assert (found.byline, found.tags) == (("Mara Dell",), ("Lindow",))


def test_reliefweb() -> None:
    fields = {
        "title": "Lindow: Flash Update",
        "body": "**Highlights**",
        "body-html": "<p>Highlights</p><p>Shells fell.</p>",
        "date": {"created": "2016-10-20T00:00:00+00:00"},
        "source": [{"name": "Relief Office", "shortname": "RO"}],
        "language": [{"id": 267, "name": "English", "code": "en"}],
    }
    found = article({"totalCount": 1, "data": [{"id": "1234", "fields": fields}]})
    assert (found.id, found.text) == ("dump-1234", "Highlights\n\nShells fell.")
    assert (found.source, found.language) == ("Relief Office", "en")
    assert found.published == "2016-10-20T00:00:00+00:00"


def test_wordpress() -> None:
    found = article(
        [
            {
                "id": 77,
                "date": "2016-10-20T10:00:00",
                "date_gmt": "2016-10-20T08:00:00",
                "guid": {"rendered": "https://wp.example/?p=77"},
                "link": "https://wp.example/market",
                "title": {"rendered": "Market &#8220;hit&#8221;"},
                "content": {"rendered": "<p>Shells fell.</p>\n<p>Twelve hurt.</p>"},
                "categories": [4],
                "tags": [9, 10],
            }
        ]
    )
    assert (found.id, found.title) == ("https://wp.example/?p=77", "Market “hit”")
    assert (found.text, found.tags) == ("Shells fell.\n\nTwelve hurt.", ())
    assert found.published == "2016-10-20T08:00:00+00:00"


def test_news_please() -> None:
    found = article(
        {
            "authors": ["Mara Dell"],
            "date_publish": "2016-10-20 08:00:00",
            "language": "en",
            "maintext": "Shells fell.",
            "source_domain": "lindow.example",
            "title": "Market hit",
            "url": "https://lindow.example/a",
        }
    )
    assert (found.text, found.source, found.byline) == (
        "Shells fell.",
        "lindow.example",
        ("Mara Dell",),
    )
    assert (found.published, found.language) == ("2016-10-20T08:00:00", "en")


def test_an_export_of_telegram() -> None:
    text = ["Shells fell on ", {"type": "bold", "text": "Lindow"}, "."]
    messages = [
        {"id": 1, "type": "service", "date": "2016-10-20T08:00:00", "text": ""},
        {"id": 2, "type": "message", "date": "2016-10-20T08:00:00", "text": text},
    ]
    found, problem = items({"name": "Lindow Monitor", "id": 1, "messages": messages})
    assert isinstance(found, Article)
    assert (found.id, found.source, found.text) == (
        "dump-2",
        "Lindow Monitor",
        "Shells fell on Lindow.",
    )
    assert problem == "dump.json, record 1: the record has no text."


def test_mongo_and_elasticsearch() -> None:
    record = {"_id": {"$oid": "5f5f"}, "text": "a", "date": {"$date": "2016-10-20T08:00:00Z"}}
    found = article(record)
    assert (found.id, found.published) == ("5f5f", "2016-10-20T08:00:00+00:00")
    found = article('{"_id": "abc", "_source": {"title": "M", "body": "a"}}\n', name="es.jsonl")
    assert (found.id, found.title, found.text) == ("abc", "M", "a")


NINJS = {"uri": "urn:x:1", "type": "text", "versioncreated": "2016-10-20T08:00:00Z"}


@pytest.mark.parametrize(
    "item",
    [
        {"headline": "Market", "body_html": "<p>Shells fell.</p><p>Twelve.</p>", "body_text": "S"},
        {"headline": "Market", "body_xhtml": "<div><p>Shells fell.</p><p>Twelve.</p></div>"},
        {"headline": "Market", "body_text": "Shells fell.\n\nTwelve."},
        {
            "headlines": [{"role": "short", "value": "M"}, {"role": "main", "value": "Market"}],
            "bodies": [
                {"role": "main", "contentType": "text/plain", "value": "Shells fell. Twelve."},
                {"role": "main", "contentType": "text/html", "value": "<p>Shells fell.<p>Twelve."},
            ],
        },
        {
            "headlines": [{"role": "main", "value": "Market"}],
            "bodies": [{"contenttype": "text/html", "value": "<p>Shells fell.</p><p>Twelve.</p>"}],
        },
    ],
)
def test_ninjs(item: dict[str, object]) -> None:
    found = article({**NINJS, **item, "language": "en-GB", "subject": [{"name": "war"}]})
    assert (found.id, found.title, found.text) == ("urn:x:1", "Market", "Shells fell.\n\nTwelve.")
    assert (found.language, found.tags) == ("en", ("war",))


@pytest.mark.parametrize("key", ["pubstatus", "pubStatus"])
def test_ninjs_that_was_withdrawn(key: str) -> None:
    assert items({**NINJS, key: "canceled", "body_text": "Shells fell."}) == [
        "dump.json, record 1: the item is canceled by its publisher."
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>One &amp; two.</p><p>Three.</p>", "One & two.\n\nThree."),
        ("<b>One</b> line.\nAnother.", "One line.\n\nAnother."),
        ("2 < 3 and 5 > 4", "2 < 3 and 5 > 4"),
        ("Tom &amp; Ann said &quot;no&quot;", 'Tom & Ann said "no"'),
        ("AT&T; R&D", "AT&T; R&D"),
        (["One.", "Two."], "One.\n\nTwo."),
        ("a  \r\nb\t\n", "a\nb"),
        ({"value": "<p>One.</p>", "format": "full_html"}, "One."),
    ],
)
def test_bodies(text: object, expected: str) -> None:
    assert article([{"headline": "H", "content": text}]).text == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (1476950400, "2016-10-20T08:00:00+00:00"),
        (1476950400.5, "2016-10-20T08:00:00+00:00"),
        ("1476950400000", "2016-10-20T08:00:00+00:00"),
        ("20161020T080000Z", "2016-10-20T08:00:00+00:00"),
        ("20161020", "2016-10-20"),
        ("2016-10-20 08:00:00 UTC", "2016-10-20T08:00:00+00:00"),
        ("Thu, 20 Oct 2016 08:00:00 +0200", "2016-10-20T08:00:00+02:00"),
        ("20 October 2016", "2016-10-20"),
        ("10/11/2016", None),
        ("20161399", None),
        ("nan", None),
        (True, None),
        ({"start": "x"}, None),
    ],
)
def test_dates(written: object, expected: str | None) -> None:
    assert article([{"content": "a", "date": written}]).published == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a-1", "a-1"),
        (12, "dump-12"),
        ("12", "dump-12"),
        (12.0, "dump-12"),
        (None, content_id("a")),
        (True, content_id("a")),
        (" ", content_id("a")),
    ],
)
def test_ids(written: object, expected: str) -> None:
    assert article([{"content": "a", "id": written}]).id == expected


def test_what_is_called_an_id_and_is_none() -> None:
    first, second = items([{"id": "feed", "content": "a"}, {"id": "feed", "content": "b"}])
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, second.id) == (content_id("a"), content_id("b"))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("['Mara Dell', \"Jo O'Ray\"]", ("Mara Dell", "Jo O'Ray")),
        ("Mara Dell; Jo Ray", ("Mara Dell", "Jo Ray")),
        ("By Mara Dell", ("Mara Dell",)),
        ([{"name": "Mara Dell"}], ("Mara Dell",)),
        ("nan", ()),
    ],
)
def test_authors(written: object, expected: tuple[str, ...]) -> None:
    assert article([{"content": "a", "authors": written}]).byline == expected


@pytest.mark.parametrize(
    ("title", "text"), [("título", "Contenido"), ("Überschrift", "Inhalt"), ("Заголовок", "Текст")]
)
def test_columns_in_other_languages(title: str, text: str) -> None:
    found = article([{title: "H", text: "a"}])
    assert (found.title, found.text) == ("H", "a")

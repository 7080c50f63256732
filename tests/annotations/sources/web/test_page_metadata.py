"""What pages say of their articles, in all the places where they say it."""

import json

import pytest

from annotations.sources.web.extraction import extracted

BODY = (
    "<p>Nine people were killed in the market of Tel Zaruk on Tuesday, the hospital said.</p>" * 2
)


def said(
    head: str, body: str = "", *, html: str = "", address: str | None = None
) -> dict[str, object]:
    """The metadata of a page that has some."""
    page = f"<html {html}><head>{head}</head><body>{body}<article>{BODY}</article></body></html>"
    found = extracted(page, address=address)
    assert found is not None
    return {name: value for name, value in found.metadata.items() if value}


def json_ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_json_ld_says_all() -> None:
    node = {
        "@type": ["NewsArticle"],
        "headline": "Shells &amp; silence",
        "datePublished": "2023-02-14T17:42:08Z",
        "dateModified": "2023-02-15T06:00:00Z",
        "author": [{"@type": "Person", "name": "By Halima Sorrel"}, "Jo Liu", "Northern Ledger"],
        "articleSection": ["Conflict", "World"],
        "publisher": {"name": "Northern Ledger"},
        "inLanguage": {"@type": "Language", "alternateName": "en-GB"},
        "url": "https://a.example/x",
    }
    head = json_ld([{"@type": "Organization", "name": "Other"}, node])
    assert said(head + "<link rel=canonical href='https://a.example/x'>") == {
        "title": "Shells & silence",
        "source": "Northern Ledger",
        "url": "https://a.example/x",
        "published": "2023-02-14T17:42:08+00:00",
        "updated": "2023-02-15T06:00:00+00:00",
        "section": "Conflict",
        "byline": ["Halima Sorrel", "Jo Liu"],
        "language": "en-GB",
    }


def test_of_several_articles_that_of_the_page_is_taken() -> None:
    other = {"@type": "NewsArticle", "headline": "Other", "url": "https://a.example/y"}
    this = {"@type": "NewsArticle", "headline": "This", "mainEntityOfPage": "https://a.example/x/"}
    head = json_ld({"@graph": [other, this]}) + "<link rel=canonical href=https://a.example/x>"
    assert said(head)["title"] == "This"


def test_what_json_ld_only_refers_to_is_looked_up() -> None:
    graph = [
        {
            "@type": "Article",
            "headline": "This",
            "author": {"@id": "#p"},
            "publisher": {"@id": "#o"},
        },
        {"@type": "Person", "@id": "#p", "name": "Jo Liu"},
        {"@type": "Organization", "@id": "#o", "name": "The Wire"},
    ]
    got = said(json_ld({"@graph": graph}))
    assert (got["byline"], got["source"]) == (["Jo Liu"], "The Wire")


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"@type": "Article", "headline": "This"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "This"}\n//]]>',
        '{"@type": "Article", "headline": "This",}',
        '{"@type": "Article", "headline": "This\n"}',
    ],
)
def test_json_ld_with_the_usual_faults_is_read(script: str) -> None:
    assert said(f"<script type='application/ld+json'>{script}</script>")["title"] == "This"


@pytest.mark.parametrize(
    "script", ["{", "[" * 50_000, "null", '"x"', '{"@type": 1}', '{"@graph": 7}']
)
def test_json_ld_that_makes_no_sense_is_left_out(script: str) -> None:
    got = said(f"<title>This</title><script type='application/ld+json'>{script}</script>")
    assert got["title"] == "This"


def test_the_head_says_it_where_json_ld_does_not() -> None:
    head = """<base href="https://a.example/news/"><link rel="canonical" href="x.html">
    <meta property="og:title" content="This | The Wire">
    <meta property="og:site_name" content="The Wire">
    <meta property="article:published_time" content="2023-02-14">
    <meta name="author" content="By Jo Liu and Ada Moss">
    <meta property="article:section" content="World">
    <meta name="date" content="2023-02-14T17:42+01:00">"""
    assert said(head, html="lang=en-US") == {
        "title": "This",
        "source": "The Wire",
        "url": "https://a.example/news/x.html",
        "published": "2023-02-14T17:42:00+01:00",
        "section": "World",
        "byline": ["Jo Liu", "Ada Moss"],
        "language": "en-US",
    }


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ("<time datetime='2023-02-14T17:42Z'>Tuesday</time>", "2023-02-14T17:42:00+00:00"),
        (
            "<time class=updated datetime='2023-02-20'></time>"
            "<time pubdate datetime='2023-02-14'></time>",
            "2023-02-14",
        ),
        (
            "<span itemprop=datePublished content='2023-02-14T17:42Z'></span>",
            "2023-02-14T17:42:00+00:00",
        ),
        ("<h1>This</h1><p>Published: 14 February 2023</p>", "2023-02-14"),
        ("<h1>This</h1><p>In 2019 nothing of the kind was known.</p>", None),
    ],
)
def test_the_page_says_when(body: str, date: str | None) -> None:
    assert said("<title>This</title>", body).get("published") == date


def test_no_date_is_guessed() -> None:
    footer = "<footer>Copyright 2011-2020</footer>"
    assert "published" not in said("<title>This</title>", footer)
    assert said("", address="https://a.example/2023/02/14/this")["published"] == "2023-02-14"


def test_addresses_that_lead_elsewhere_are_not_taken() -> None:
    head = "<link rel=canonical href='javascript:x()'><meta property='og:url' content='https://a.example/x'>"
    assert said(head)["url"] == "https://a.example/x"
    home = "<link rel=canonical href='https://a.example/'>"
    assert said(home, address="https://a.example/x?utm_source=y")["url"] == "https://a.example/x"


def test_a_language_that_cannot_be_is_not_believed() -> None:
    arabic = "<p>قُتل سبعة مدنيين على الأقل وأصيب أكثر من عشرين آخرين في قصف مدفعي استهدف السوق.</p>"
    found = extracted(f"<html lang=en><body><article>{arabic * 4}</article></body></html>")
    assert found is not None
    assert found.metadata["language"] is None


def test_metadata_of_the_wrong_type_costs_nothing() -> None:
    node = {
        "@type": "Article",
        "headline": 7,
        "author": 7,
        "datePublished": {},
        "publisher": [None],
    }
    assert said(json_ld(node) + "<title>This</title>") == {"title": "This"}

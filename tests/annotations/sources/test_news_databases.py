"""Exports of news databases: every document an article, whatever the file."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import Item, input_of_bytes, read_input
from annotations.sources.head import Head
from annotations.sources.news_databases import html_exports
from annotations.text import clean

FILES = Path(__file__).parent / "files" / "news_databases"

FIRST = (
    "The guns fell silent over Lindow at dusk on Thursday, and for the first time in nine weeks "
    "the people of the lower town came out of their cellars to see what was left of it. At least "
    "12 people had been killed since the morning.\n\n"
    "Two aid workers, who had waited at the bridge since the morning, were let through with a "
    "single lorry of flour. “It is a beginning,” said the mayor, Ansel Dray."
)
SECOND = (
    "A ferry with 60 people on board sank off Kelp on Friday night, and 40 of them are missing, "
    "the coast guard said.\n\n"
    "Nine were pulled from the water by fishermen. Language was no obstacle: everybody shouted."
)
PAUSE = Article(
    id="",
    text=FIRST,
    title="Pause holds in Lindow",
    source="The Lindow Courier",
    published="2016-10-20",
    byline=("Mara Dell",),
    language="en",
)
FERRY = Article(
    id="",
    text=SECOND,
    title="Ferry sinks off Kelp",
    source="The Nowhere Courier",
    published="2010-11-12",
    language="en",
)


def items(data: bytes, name: str) -> list[Item]:
    return list(read_input(input_of_bytes(data, name=name, origin=f"/{name}")))


def items_of(name: str) -> list[Item]:
    return items((FILES / name).read_bytes(), name)


def articles(found: list[Item]) -> list[Article]:
    for item in found:
        assert isinstance(item, Article), item
    return [replace(item, id="") for item in found if isinstance(item, Article)]


def messages(found: list[Item]) -> list[str]:
    return [item.message for item in found if isinstance(item, SourceError)]


def test_lexisnexis_academic() -> None:
    long = "Pause holds in Lindow as the first lorry reaches the people of the lower town after "
    assert articles(items_of("academic.txt")) == [
        replace(PAUSE, title=f"{long}nine weeks", section="WORLD"),
        FERRY,
    ]
    assert articles(items_of("academic.html")) == [
        replace(PAUSE, section="WORLD"),
        replace(FERRY, section="WORLD", byline=("Mara Dell",)),
    ]


UNI = [
    replace(PAUSE, section="WORLD"),
    replace(FERRY, section="WORLD", byline=("Idris Fennimore",)),
]


@pytest.mark.parametrize("name", ["uni.txt", "uni.rtf"])
def test_nexis_uni(name: str) -> None:
    assert articles(items_of(name)) == UNI


def docx(text: str) -> bytes:
    """A Word document with a paragraph a line."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n") if line)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{word}"><w:body>{lines}</w:body></w:document>',
        )
    return file.getvalue()


def test_nexis_uni_as_a_word_document() -> None:
    text = (FILES / "uni.txt").read_text(encoding="utf-8")
    assert articles(items(docx(text), "uni.docx")) == UNI


def test_other_documents_stay_one_article() -> None:
    (word,) = articles(items(docx("Pause holds\nLoad-Date: none.\nText."), "a.docx"))
    assert word.text.strip() == "Pause holds\n\nLoad-Date: none.\n\nText."
    assert word.origin == "/a.docx"
    (rich,) = articles(items(b"{\\rtf1 Pause holds\\par Document of the day.\\par}", "a.rtf"))
    assert rich.text.strip() == "Pause holds\n\nDocument of the day."
    assert rich.origin == "/a.rtf"


def test_nexis_uni_in_german() -> None:
    (found,) = articles(items_of("uni_german.txt"))
    assert (found.title, found.source, found.published, found.language) == (
        "Waffenruhe hält in Lindow",
        "Lindower Anzeiger",
        "2016-10-20",
        "de",
    )


@pytest.mark.parametrize("name", ["factiva_codes.txt", "factiva_codes_wrapped.txt"])
def test_factiva_with_codes(name: str) -> None:
    found = items_of(name)
    council = "IN a statement the town council thanked the drivers."
    assert articles(found) == [
        replace(PAUSE, section="Foreign Desk", text=f"{FIRST}\n\n{council}"),
        FERRY,
    ]
    assert isinstance(found[0], Article)
    assert found[0].id == "factiva-LINDC00020161020ecak0001u"
    assert found[0].read_from == f"{name}, document 1"


@pytest.mark.parametrize("name", ["factiva_displayed.txt", "factiva.html"])
def test_factiva_as_displayed(name: str) -> None:
    found = items_of(name)
    assert articles(found) == [replace(PAUSE, section="Foreign Desk; 1"), FERRY]
    assert isinstance(found[1], Article)
    assert found[1].id == "factiva-NOWHC00020101112e6bc0002v"


def test_factiva_s_codes_in_html() -> None:
    assert articles(items_of("factiva_codes.html")) == [PAUSE, replace(FERRY, byline=PAUSE.byline)]


def test_proquest() -> None:
    found = items_of("proquest.txt")
    assert articles(found[:2]) == [
        replace(
            PAUSE,
            section="World",
            byline=("Dell, Mara", "Brand, Ilse"),
            tags=("Ceasefires", "Humanitarian aid"),
            url="https://www.proquest.com/newspapers/x/docview/1830000001/se-2?accountid=1",
        ),
        replace(
            FERRY,
            section="World",
            tags=("Ferries",),
            url="https://www.proquest.com/newspapers/x/docview/1830000002/se-2?accountid=1",
        ),
    ]
    assert messages(found) == ["proquest.txt, document 3 “Only a title” has no text."]
    assert isinstance(found[0], Article)
    assert found[0].id == "proquest-1830000001"
    html = articles(items_of("proquest.html"))
    assert [each.text for each in html] == [FIRST, SECOND]
    assert [each.title for each in html] == [PAUSE.title, FERRY.title]


def test_newsbank_gale_and_europresse() -> None:
    assert [(each.text, each.published) for each in articles(items_of("newsbank.txt"))] == [
        (FIRST, "2016-10-20"),
        (SECOND, "2010-11-12"),
    ]
    assert articles(items_of("gale.txt")) == [
        replace(PAUSE, source="Lindow Courier", language=None)
    ]
    first, second = articles(items_of("europresse.html"))
    assert first == Article(
        id="",
        title="La trêve tient à Lindow",
        source="Le Courrier de Lindow",
        published="2016-10-20",
        byline=("Mara Dell",),
        text="La trêve tient depuis jeudi soir. Au moins 12 personnes avaient été tuées.\n\n"
        "« C’est un début », a dit le maire.",
    )
    assert (second.source, second.published) == ("Le Quotidien de Kelp (site web)", "2010-11-12")


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("academic.txt", b" of 2 DOCUMENTS", b" of 12 DOCUMENTS", "12 documents, but 2 were"),
        ("uni.txt", b"Documents (2)", b"Documents (3)", "3 documents, but 2 were"),
        ("proquest.txt", b" of 3\n", b" of 500\n", "500 documents, but 3 were"),
    ],
)
def test_missing_documents_are_told(name: str, old: bytes, new: bytes, message: str) -> None:
    found = items((FILES / name).read_bytes().replace(old, new), name)
    assert messages(found)[-1] == f"{name} says that it has {message} found."


@pytest.mark.parametrize(
    "text",
    [
        "1 of 200 documents was lost, the ministry said.\n\nMore.",
        "Body\n\nThe police found it on Friday.",
        "Document NUMBER\n\nText.",
        "HD is a code\nWC another\n\nText.",
        "____________________\n\nSign here.",
        "Record: the wettest June.\n\nText.",
    ],
)
def test_other_texts_stay_one_article(text: str) -> None:
    (found,) = articles(items(text.encode(), "a.txt"))
    assert found.text == text


def test_a_document_without_anything_known_is_still_read() -> None:
    data = (
        "1 of 4 DOCUMENTS\n\nA headline\n\nSome text.\n\n2 of 4 DOCUMENTS\n\nLENGTH: 2 words\n\n"
        "More text.\n\n3 of 4 DOCUMENTS\n\nBYLINE: Mara Dell\n\nHIGHLIGHT: Short.\n\nYet more.\n"
        "\n4 of 4 DOCUMENTS\n\nSECTION: World\n"
    )
    found = items(data.encode(), "a.txt")
    assert [each.text for each in articles(found[:3])] == [
        "A headline\n\nSome text.",
        "More text.",
        "Yet more.",
    ]
    assert [each.title for each in articles(found[1:3])] == ["More text.", "Yet more."]
    assert messages(found) == ["a.txt, document 4 has no text."]


@pytest.mark.parametrize(
    ("html", "message"),
    [
        (
            "<html><!-- LXNComment -->none",
            "looks like an export of LexisNexis, but has no document.",
        ),
        ("<html><title>Factiva</title>x", "looks like an export of Factiva, but has no document."),
        ("<html><a name='DocID_1'></a>x", "looks like an export of ProQuest, but has no document."),
    ],
)
def test_an_export_without_a_document(html: str, message: str) -> None:
    assert messages(items(html.encode(), "a.html")) == [f"a.html {message}"]


@pytest.mark.parametrize(
    "html",
    [
        '<html><h1 class="titreArticle">La trêve tient</h1><p>Les armes se taisent à Lindow.</p>',
        '<html><div id="article-0123456789abcdef0123">The guns fell silent.</div>',
        '<html><p class="articleParagraph">The guns fell silent.</p>',
        "<html><title>ProQuest and Factiva compared</title><p>Both have news.</p>",
    ],
)
def test_other_pages_are_no_exports(html: str) -> None:
    assert not html_exports.KIND.recognises(Head(data=html.encode(), name="a.html"))


def test_what_markup_says_is_wrong_is_said_of_the_file() -> None:
    deep = "<html><!-- LXNComment -->" + "<div>" * 100_000 + "x"
    assert messages(items(deep.encode(), "a.html")) == ["a.html is nested too deeply."]


def test_numbers_that_are_too_long_are_no_numbers() -> None:
    data = f"1 of {'9' * 6000} DOCUMENTS\n\nText.".encode()
    assert len(articles(items(data, "a.txt"))) == 1


GOOD = sorted((path.name, path.read_bytes()) for path in FILES.iterdir())


@given(st.sampled_from(GOOD), st.data())
def test_a_damaged_file_ends_in_articles_or_errors(
    good: tuple[str, bytes], data: st.DataObject
) -> None:
    name, whole = good
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 200)))
    damaged = whole[:start] + data.draw(st.binary(max_size=8)) + whole[end:]
    for item in items(damaged, name):
        assert isinstance(item, SourceError) or item.text == clean(item.text)

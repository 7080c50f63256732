"""News as agencies send it, in XML."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import Item, input_of_bytes, read_input
from annotations.text import clean

FILES = Path(__file__).parent / "files" / "news_xml"


def items(data: bytes, name: str = "a.xml") -> list[Item]:
    return list(read_input(input_of_bytes(data, name=name, origin="/a.xml")))


def items_of(name: str) -> list[Item]:
    return items((FILES / name).read_bytes(), name)


def only(found: list[Item]) -> Article:
    (item,) = found
    assert isinstance(item, Article), item
    return item


def messages(found: list[Item]) -> list[str]:
    return [item.message for item in found if isinstance(item, SourceError)]


def test_an_agency_s_nitf() -> None:
    found = only(items_of("agency.nitf.xml"))
    assert found == Article(
        id="SNA-2016-1020-0417",
        title="Pause holds in Lindow",
        source="Specimen News Agency",
        url="https://example.org/pause",
        published="2016-10-20T18:15:00+02:00",
        section="Conflict",
        byline=("Mara Dell",),
        language="en",
        tags=("ceasefire", "aid"),
        text=found.text,
    )
    assert found.origin == "/a.xml"
    assert found.sha256
    assert found.text.split("\n\n") == [
        "Aid reaches the lower town",
        "LINDOW, Oct. 20",
        "At least 12 people were killed before the guns fell silent, Ansel Dray, the mayor of "
        "Lindow, said on Thursday.",
        "A lorry of flour",
        "Two aid workers were let through.",
        "They had waited all morning.",
        "The lorry at the bridge.",
        "12 dead",
        "30 hurt",
        "Place | Killed",
        "Lindow | 12",
        "Nobody could say how long it would last.",
        "Additional reporting by Ilse Brand.",
    ]


def test_an_archive_s_nitf_is_read_without_the_first_paragraph_twice() -> None:
    found = only(items_of("archive.nitf.xml"))
    assert (found.source, found.published) == ("The Nowhere Courier", "2007-01-20")
    assert found.byline == ("IDRIS FENNIMORE",)
    assert found.text == "Fourteen people died on Friday when a dam failed.\n\nThree are missing."


def test_a_message_of_newsml_g2_has_several_items() -> None:
    found = items_of("message.newsml-g2.xml")
    first, _, third, _, fifth, sixth = found
    assert first == Article(
        id="tag:example.org,2016:newsml:L1",
        title="UPDATE 2-Pause holds in Lindow",
        source="Specimen News Agency",
        published="2016-10-20T14:00:00+00:00",
        updated="2016-10-20T16:17:00+00:00",
        byline=("Mara Dell",),
        language="en",
        tags=("War",),
        text="LINDOW, Oct 20\n\nAt least 12 people were killed.\n\n"
        "Two aid workers were let through.",
    )
    assert (first.read_from, first.origin) == ("message.newsml-g2.xml, item 1", None)
    assert isinstance(third, Article)
    assert (third.source, third.language) == ("SNA", "fr")
    assert third.text.split("\n\n") == [
        "La trêve tient à Lindow depuis jeudi soir, selon le maire.",
        "Deux humanitaires ont pu passer.",
    ]
    assert isinstance(fifth, Article)
    assert fifth.text == "URGENT - Shelling resumes in Lindow"
    assert isinstance(sixth, Article)
    assert (sixth.title, sixth.text) == ("In NITF", "The mayor spoke.")
    assert messages(found) == [
        "message.newsml-g2.xml, item 2 “Pause broken” was canceled by its publisher; "
        "it is not read.",
        "message.newsml-g2.xml, item 4 has no text.",
    ]


def test_newsml_1_in_components() -> None:
    found = items_of("index.newsml-1.xml")
    assert found[0] == Article(
        id="urn:newsml:example.org:20101112:TX-PAR-ABC12",
        title="Ferry sinks off Kelp, 40 missing",
        source="SNA",
        published="2010-11-12T09:14:00+00:00",
        updated="2010-11-12T09:40:00+00:00",
        byline=("Ilse Brand",),
        language="en",
        tags=("accident",),
        text="KELP, Nov 12, 2010 (SNA)\n\nA ferry sank on Friday, and 40 people are missing.\n\n"
        "Sailors pulled nine from the water.",
    )
    assert len(messages(found)) == 1


def test_a_component_with_a_headline_of_its_own_is_an_article() -> None:
    parts = "".join(
        f"<NewsComponent><NewsLines><HeadLine>Part {part}</HeadLine></NewsLines><ContentItem>"
        f"<DataContent>Text of part {part}.</DataContent></ContentItem></NewsComponent>"
        for part in (1, 2)
    )
    data = f"<NewsML><NewsItem><NewsComponent>{parts}</NewsComponent></NewsItem></NewsML>"
    found = [item for item in items(data.encode()) if isinstance(item, Article)]
    assert [(item.title, item.text) for item in found] == [
        ("Part 1", "Text of part 1."),
        ("Part 2", "Text of part 2."),
    ]


def test_the_xml_of_a_corpus() -> None:
    found = only(items_of("corpus.xml"))
    assert (found.id, found.published, found.language) == ("reuters-2286", "1996-08-20", "en")
    assert found.text.startswith("KELP CITY 1996-08-20\n\nThree people drowned")


def test_html_as_character_data() -> None:
    data = (
        b"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><contentSet>"
        b"<inlineData contenttype='text/html'><![CDATA[<p>One.</p><p>Two.</p>]]></inlineData>"
        b"</contentSet></newsItem>"
    )
    assert only(items(data)).text == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<nitf><body>", "a.xml is not well-formed XML:"),
        (b"<nitf/>", "a.xml has no text."),
        (b"<newsMessage/>", "a.xml has no news item."),
        (b"<NewsML/>", "a.xml has no news item."),
        (
            b"<nitf>" + b"<p>" * 5_000 + b"</p>" * 5_000 + b"</nitf>",
            "a.xml is not well-formed XML:",
        ),
    ],
)
def test_what_cannot_be_read(data: bytes, message: str) -> None:
    (item,) = items(data)
    assert isinstance(item, SourceError)
    assert item.message.startswith(message)


def test_entities_are_neither_expanded_nor_fetched() -> None:
    data = (
        '<!DOCTYPE nitf [<!ENTITY own "ha"><!ENTITY file SYSTEM "file:///etc/hostname">]>'
        "<nitf><body><body.content><p>One &own;&file;two&mdash;three</p></body.content></body>"
        "</nitf>"
    )
    assert only(items(data.encode())).text == "One two—three"


def test_a_bomb_of_entities_does_not_go_off() -> None:
    bomb = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    data = f'<!DOCTYPE nitf [<!ENTITY a0 "ha">{bomb}]><nitf><body>&a11;</body></nitf>'
    (message,) = messages(items(data.encode()))
    assert message.startswith("a.xml is not well-formed XML: ")


GOOD = sorted(path.read_bytes() for path in FILES.iterdir())


@given(st.sampled_from(GOOD), st.data())
def test_a_damaged_file_ends_in_articles_or_errors(good: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(start, min(len(good), start + 40)))
    damaged = good[:start] + data.draw(st.binary(max_size=8)) + good[end:]
    for item in items(damaged):
        assert isinstance(item, SourceError) or item.text == clean(item.text)

"""Word documents: what is kept, what is left out, and in which order."""

import io
import random
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import input_of_bytes, read_input
from annotations.sources.documents.docx import paragraphs_of_docx
from annotations.text import clean

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
TYPES = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"


def docx(body: str, *, space: str = W, **parts: str) -> bytes:
    """A document with a body, and other parts by their names without folder and suffix."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        root = f"<w:document xmlns:w='{space}' xmlns:mc='mc' xmlns:wps='wps'><w:body>"
        archive.writestr("word/document.xml", f"{root}{body}</w:body></w:document>")
        for name, text in parts.items():
            path = "docProps/core.xml" if name == "core" else f"word/{name}.xml"
            archive.writestr(path, text)
    return file.getvalue()


def texts(data: bytes) -> list[str]:
    return list(paragraphs_of_docx(io.BytesIO(data)))


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("One.") + p("") + p("Two."), ["One.", "Two."]),
        (
            "<w:p><w:r><w:t>a</w:t></w:r><w:ins><w:r><w:t>b</w:t></w:r></w:ins><w:del><w:r>"
            "<w:delText>c</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>d</w:t></w:r></w:moveFrom>"
            "<w:moveTo><w:r><w:t>e</w:t></w:r></w:moveTo></w:p>",
            ["abe"],
        ),
        (
            "<w:p><w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op so</w:t><w:softHyphen/>"
            "<w:t>ft</w:t><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t><w:br w:type='page'/></w:r></w:p>",
            ["co-op soft x\ny"],
        ),
        (
            "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText>"
            "</w:r><w:r><w:t>3</w:t></w:r><w:fldSimple w:instr='DATE'><w:r><w:t> May</w:t></w:r>"
            "</w:fldSimple><w:hyperlink><w:r><w:t> link</w:t></w:r></w:hyperlink></w:p>",
            ["3 May link"],
        ),
        (
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r>"
            "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>yes</w:t></w:r></w:p>",
            ["yes"],
        ),
        (
            "<w:p><w:r><w:t>Before</w:t><mc:AlternateContent><mc:Choice><wps:txbx>"
            f"<w:txbxContent>{p('Box.')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback>"
            f"{p('Box.')}</mc:Fallback></mc:AlternateContent><w:t> and after.</w:t></w:r></w:p>",
            ["Before and after.", "Box."],
        ),
        (p("1. One ... 3", "<w:pStyle w:val='TOC1'/>") + p("Text."), ["Text."]),
    ],
)
def test_paragraphs(body: str, expected: list[str]) -> None:
    assert texts(docx(body)) == expected
    assert texts(docx(body, space=STRICT)) == expected


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def test_tables_row_by_row() -> None:
    data = table((p("Town"), p("Killed")), (p("Karsun"), p("12") + p("or 13")), (p(""), p("")))
    assert texts(docx(data)) == ["Town | Killed", "Karsun | 12 or 13"]


def test_a_table_that_lays_out_text_is_no_table() -> None:
    long = "The guns fell silent on Monday. " * 5
    data = docx(table((p("Overview"), p(long) + p("More."))) + table((p("Alone"),)))
    assert texts(data) == ["Overview", long.strip(), "More.", "Alone"]


def test_a_table_in_a_table() -> None:
    inner = table((p("a"), p("b")))
    assert texts(docx(table((p("x"), inner)))) == ["x | a | b"]


def test_notes_stand_at_the_end_without_their_signs() -> None:
    note = f"<w:footnote w:type='separator'>{p('---')}</w:footnote><w:footnote>{p('Note.')}"
    data = docx(
        "<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id='2'/><w:t>.</w:t></w:r></w:p>",
        footnotes=f"<w:footnotes xmlns:w='{W}'>{note}</w:footnote></w:footnotes>",
        comments=f"<w:comments xmlns:w='{W}'>{p('A comment.')}</w:comments>",
    )
    assert texts(data) == ["Text.", "Note."]


NUMBERING = f"""<w:numbering xmlns:w='{W}'>
<w:abstractNum w:abstractNumId='0'>
<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>
<w:lvl w:ilvl='1'><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1.%2)'/></w:lvl>
<w:lvl w:ilvl='2'><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%3'/></w:lvl></w:abstractNum>
<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>
<w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:lvl w:ilvl='0'>
<w:numFmt w:val='bullet'/><w:lvlText w:val='&#xf0b7;'/></w:lvl></w:lvlOverride></w:num>
</w:numbering>"""


def item(text: str, list_id: int, level: int = 0) -> str:
    return p(text, f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list_id}'/></w:numPr>")


def test_lists() -> None:
    body = (
        item("one", 1)
        + item("below", 1, 1)
        + item("below", 1, 1)
        + item("two", 1)
        + item("again", 1, 1)
        + "".join(item("deep", 1, 2) for _ in range(4))
        + item("bullet", 2)
        + item("none", 0)
    )
    assert texts(docx(body, numbering=NUMBERING)) == [
        *("1. one", "1.a) below", "1.b) below", "2. two", "2.a) again"),
        *("I deep", "II deep", "III deep", "IV deep", "• bullet", "none"),
    ]


STYLES = f"""<w:styles xmlns:w='{W}'>
<w:style w:type='paragraph' w:styleId='Titel'><w:name w:val='Title'/></w:style>
<w:style w:type='paragraph' w:styleId='Liste'><w:name w:val='List Bullet'/><w:pPr><w:numPr>
<w:numId w:val='2'/></w:numPr></w:pPr></w:style>
<w:style w:type='paragraph' w:styleId='B'><w:name w:val='B'/><w:basedOn w:val='Liste'/></w:style>
<w:style w:type='paragraph' w:styleId='Round'><w:basedOn w:val='Round'/></w:style>
</w:styles>"""


def test_styles_in_any_language_and_based_on_others() -> None:
    body = (
        p("Some agency")
        + p("The pause", "<w:pStyle w:val='Titel'/>")
        + p("item", "<w:pStyle w:val='B'/>")
        + p("round", "<w:pStyle w:val='Round'/>")
    )
    data = docx(body, styles=STYLES, numbering=NUMBERING)
    assert texts(data)[2:] == ["• item", "round"]
    (found,) = read_input(input_of_bytes(data, name="a.docx"))
    assert isinstance(found, Article)
    assert found.title == "The pause"


CORE = """<c:coreProperties xmlns:c='c' xmlns:dc='d' xmlns:t='t'><dc:title>{}</dc:title>
<dc:creator>{}</dc:creator><t:created>2016-10-20T08:00:00Z</t:created>
<t:modified>2016-10-21T08:00:00Z</t:modified><dc:language>en-GB</dc:language>
<c:keywords>aid, truce</c:keywords></c:coreProperties>"""


def test_core_properties() -> None:
    data = docx(p("Text."), core=CORE.format("The pause", "Mara Dell"))
    (found,) = read_input(input_of_bytes(data, name="report.docx", origin="/x/report.docx"))
    assert isinstance(found, Article)
    assert (found.title, found.byline, found.language) == ("The pause", ("Mara Dell",), "en")
    assert (found.published, found.updated) == (
        "2016-10-20T08:00:00+00:00",
        "2016-10-21T08:00:00+00:00",
    )
    assert (found.tags, found.origin, len(found.sha256 or "")) == (
        ("aid", "truce"),
        "/x/report.docx",
        64,
    )


def test_nobody_is_no_author() -> None:
    data = docx(p("Text."), core=CORE.format("report.docx", "User"))
    (found,) = read_input(input_of_bytes(data, name="report.docx"))
    assert isinstance(found, Article)
    assert (found.title, found.byline) == ("Text.", ())


def message(data: bytes) -> str:
    (found,) = read_input(input_of_bytes(data, name="a.docx"))
    assert isinstance(found, SourceError)
    return found.message


def test_what_is_damaged() -> None:
    good = docx(p("Text."))
    assert message(good[:-40]) == "a.docx is damaged: its end is missing or broken."
    assert message(docx(p(""))) == "a.docx has no text."
    assert message(docx("<w:p>")).startswith("a.docx is damaged: ")


def test_entities_are_refused() -> None:
    bomb = "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr(
            "word/document.xml",
            f"{bomb}<w:document xmlns:w='{W}'><w:body>{p('x&b;y')}</w:body></w:document>",
        )
    assert message(file.getvalue()) == (
        "a.docx is damaged: it declares a type of its own, as no such document does."
    )


def test_an_article_that_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotations.sources.limits.TEXT", 1_000_000)
    assert message(docx(p("word " * 1000) * 300)) == "a.docx has more than 1 million characters."


def test_deep_nesting() -> None:
    assert message(docx("<w:sdt>" * 100_000)).startswith("a.docx is damaged: ")


@given(st.binary(max_size=40), st.integers(0, 2000), st.integers(0, 10))
def test_changed_bytes_are_an_article_or_an_error(data: bytes, at: int, cut: int) -> None:
    good = docx(p("Text.") + table((p("a"), p("b"))), styles=STYLES, numbering=NUMBERING)
    bad = good[:at] + data + good[at + cut :]
    for found in read_input(input_of_bytes(bad, name="a.docx")):
        assert isinstance(found, Article | SourceError)


@given(st.randoms(use_true_random=False))
def test_elements_in_any_order(source: random.Random) -> None:
    tags = ["w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:del", "w:footnote", "w:numPr"]

    def element(depth: int) -> str:
        tag = source.choice(tags)
        inside = "".join(element(depth + 1) for _ in range(source.randrange(4)) if depth < 6)
        return f"<{tag}>{inside}x</{tag}>"

    (found,) = read_input(input_of_bytes(docx(element(0)), name="a.docx"))
    assert isinstance(found, SourceError) or found.text == clean(found.text)

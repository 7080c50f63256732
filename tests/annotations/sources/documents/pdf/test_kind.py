"""PDF files that are made by hand: what they say of themselves, and what is wrong with them."""

import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import Item, input_of_bytes, read_input
from annotations.sources.documents.pdf.info import iso_time

CATALOG = b"<</Type/Catalog/Pages 2 0 R/Lang(en-GB)>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
RESOURCES = b"<</Font<</F1 5 0 R>>>>"


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), extra, data)


def page(resources: bytes = RESOURCES, more: bytes = b"/MediaBox[0 0 612 792]") -> bytes:
    return b"<</Type/Page/Parent 2 0 R%s/Resources%s/Contents 4 0 R>>" % (more, resources)


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF"
    return data + head + table + end % (len(objects) + 1, trailer, len(data))


def painted(instructions: bytes, *, trailer: bytes = b"") -> bytes:
    return pdf(CATALOG, PAGES, page(), stream(instructions), FONT, trailer=trailer)


def shown(text: bytes) -> bytes:
    return painted(b"BT /F1 12 Tf 72 700 Td (%s) Tj ET" % text)


def one(data: bytes) -> Item:
    (item,) = read_input(input_of_bytes(data, name="a.pdf"))
    return item


def text(data: bytes) -> str:
    item = one(data)
    assert isinstance(item, Article), item
    return item.text


def message(data: bytes) -> str:
    item = one(data)
    assert isinstance(item, SourceError), item
    return str(item)


def test_text() -> None:
    assert text(shown(b"The guns fell silent.")) == "The guns fell silent.\n"


@pytest.mark.parametrize(
    ("instructions", "expected"),
    [
        (b"[(T) 80 (he ) -20 (gu) 5 (ns)] TJ", "The guns"),
        (b"[(two) -400 (words)] TJ", "two words"),
        (b"(one) Tj 0 -13.2 Td (two) Tj", "one two"),
        (b"14 TL (one) Tj (two) ' 1 1 (three) \"", "one two three"),
        (b"q (kept) Tj Q", "kept"),
        (b"/Artifact <</Type/Pagination>> BDC (head) Tj EMC 0 -90 Td (The text itself) Tj", None),
        (b"/Span <</ActualText(meant)>> BDC (shown) Tj EMC", "meant"),
        (b"1 0 0 1 72 500 Tm (bold) Tj 1 0 0 1 72.3 500 Tm (bold) Tj", "bold"),
        (b"(\x7f item) Tj", "• item"),
    ],
)
def test_instructions(instructions: bytes, expected: str | None) -> None:
    found = text(painted(b"BT /F1 12 Tf 72 700 Td %s ET" % instructions))
    assert " ".join(found.split()) == (expected or "The text itself")


def test_what_is_turned_is_left_out_unless_all_is() -> None:
    stamp = b"BT /F1 60 Tf .7 .7 -.7 .7 200 200 Tm (DRAFT) Tj ET "
    assert text(painted(stamp + b"BT /F1 12 Tf 72 700 Td (The text itself.) Tj ET")) == (
        "The text itself.\n"
    )
    sideways = b"BT /F1 12 Tf 0 1 -1 0 100 72 Tm (One.) Tj 0 1 -1 0 150 72 Tm (Two.) Tj ET"
    assert text(painted(sideways)) == "One.\n\nTwo.\n"


def test_bullets_that_are_drawn() -> None:
    data = b"60 698 4 4 re f BT /F1 12 Tf 72 696 Td (item) Tj ET 300 100 4 4 re f 0 0 99 99 re f"
    assert text(painted(data)) == "• item\n"


def test_forms_on_a_page_and_in_themselves() -> None:
    resources = b"<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>"
    form = stream(
        b"BT /F1 12 Tf (form) Tj ET /X Do /X Do",
        b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Matrix[1 0 0 1 72 700]/Resources" + resources,
    )
    found = text(pdf(CATALOG, PAGES, page(resources), stream(b"/X Do"), FONT, form))
    assert found.startswith("form")


INFO = (
    b"/Info<</Title(%s)/Author(Mara Dell)/CreationDate(D:20161020080000+02'00')"
    b"/ModDate(D:20161021)/Keywords(aid, truce)>>"
)


def test_metadata() -> None:
    item = one(painted(b"BT /F1 12 Tf 72 700 Td (Text.) Tj ET", trailer=INFO % b"The pause"))
    assert isinstance(item, Article)
    assert (item.title, item.byline, item.language) == ("The pause", ("Mara Dell",), "en")
    assert (item.published, item.updated) == ("2016-10-20T08:00:00+02:00", "2016-10-21")
    assert item.tags == ("aid", "truce")
    assert item.sha256


def test_a_title_that_a_program_made_up() -> None:
    instructions = b"BT /F1 20 Tf 72 700 Td (The pause holds) Tj /F1 10 Tf 0 -30 Td (Text.) Tj ET"
    for title in (b"Microsoft Word - x.doc", b"report_final.indd", b"untitled"):
        item = one(painted(instructions, trailer=INFO % title))
        assert isinstance(item, Article)
        assert item.title == "The pause holds"


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("D:20161020080000Z", "2016-10-20T08:00:00+00:00"),
        ("D:20161020080000-05'30'", "2016-10-20T08:00:00-05:30"),
        ("20161020080000+02", "2016-10-20T08:00:00+02:00"),
        ("D:201610200800", "2016-10-20T08:00:00"),
        ("D:20161020", "2016-10-20"),
        ("D:2016", None),
        ("Thursday", None),
        ("", None),
    ],
)
def test_times(written: str, time: str | None) -> None:
    assert iso_time(written) == time


def encrypted(password: str, *, algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(shown(b"The guns fell silent."))))
    writer.encrypt(password, "owner", algorithm=algorithm)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_passwords(algorithm: str) -> None:
    assert text(encrypted("", algorithm=algorithm)) == "The guns fell silent.\n"
    assert message(encrypted("secret", algorithm=algorithm)) == (
        "a.pdf needs a password. Save it without one in a PDF reader, then add it."
    )


def test_a_page_that_is_a_picture() -> None:
    assert message(painted(b"/I Do")) == (
        "a.pdf has no text layer; closeread does no OCR. "
        "Run it through a program that recognises text, such as ocrmypdf."
    )


def test_an_end_that_is_missing() -> None:
    data = shown(b"The guns fell silent.")
    assert text(data[: data.rindex(b"xref\n0")]) == "The guns fell silent.\n"
    assert text(b"junk\n" + data.replace(b"startxref\n", b"startxref\n9")) == (
        "The guns fell silent.\n"
    )
    assert message(b"%PDF-1.7\n").startswith("a.pdf is damaged: ")


def test_bombs_and_circles() -> None:
    bomb = stream(zlib.compress(b" " * 60_000_000, 9), b"/Filter/FlateDecode")
    many = stream(zlib.compress(b"q Q " * 400_000, 9), b"/Filter/FlateDecode")
    deep = stream(b"BT " + b"[" * 100_000)
    for content in (bomb, many, deep):
        found = message(pdf(CATALOG, PAGES, page(), content, FONT))
        assert found.startswith(("a.pdf is damaged: ", "a.pdf has no text layer"))
    circle = b"<</Type/Pages/Kids[2 0 R]/Count 1>>"
    assert message(pdf(CATALOG, circle)).startswith("a.pdf is damaged: ")


def test_a_damaged_page_costs_no_other() -> None:
    pages = b"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>"
    bad = stream(zlib.compress(b"q Q " * 400_000, 9), b"/Filter/FlateDecode")
    good = stream(b"BT /F1 12 Tf 72 700 Td (The guns fell silent.) Tj ET")
    second = page().replace(b"4 0 R", b"7 0 R")
    assert text(pdf(CATALOG, pages, page(), bad, FONT, second, good)) == "The guns fell silent.\n"


def test_pages_and_places_beyond_all_measure() -> None:
    huge = page(more=b"/MediaBox[0 0 99999999999 -99999999999]")
    instructions = stream(
        b"BT /F1 9999999999 Tf 9999999999 9999999999 Td (far) Tj ET "
        b"BT /F1 12 Tf 72 700 Td (near) Tj ET"
    )
    assert "near" in text(pdf(CATALOG, PAGES, huge, instructions, FONT))


def test_nothing_reaches_the_terminal() -> None:
    assert "\x1b" not in text(shown(b"red \\033[31mtext [red]x[/red]"))


@given(st.binary(max_size=30), st.integers(0, 900), st.integers(0, 20))
def test_changed_bytes_are_an_article_or_an_error(data: bytes, at: int, cut: int) -> None:
    good = shown(b"The guns fell silent.")
    assert isinstance(one(good[:at] + data + good[at + cut :] + b" %PDF-"), Article | SourceError)

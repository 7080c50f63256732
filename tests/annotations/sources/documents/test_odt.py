"""OpenDocument texts, zipped and flat."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import input_of_bytes, read_input

TYPE = "application/vnd.oasis.opendocument.text"
SPACES = " ".join(
    f"xmlns:{prefix}='urn:oasis:names:tc:opendocument:xmlns:{name}:1.0'"
    for prefix, name in [
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("meta", "meta"),
    ]
)
STYLES = (
    "<office:automatic-styles><text:list-style style:name='N'>"
    "<text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix=')'/>"
    "<text:list-level-style-bullet text:level='2'/></text:list-style></office:automatic-styles>"
)
META = (
    "<office:meta><dc:title xmlns:dc='d'>The pause</dc:title>"
    "<meta:initial-creator>Mara Dell</meta:initial-creator>"
    "<meta:creation-date>2016-10-20T08:00:00.123456789</meta:creation-date>"
    "<meta:keyword>aid</meta:keyword><meta:keyword>truce</meta:keyword></office:meta>"
)


def flat(body: str) -> bytes:
    return (
        f"<?xml version='1.0'?><office:document {SPACES} office:mimetype=\"{TYPE}\">{META}{STYLES}"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def zipped(body: str, *, media_type: str = TYPE, **parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", media_type, zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES}>{STYLES}<office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
        )
        archive.writestr(
            "meta.xml", f"<office:document-meta {SPACES}>{META}</office:document-meta>"
        )
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return file.getvalue()


def only(data: bytes, name: str = "a.odt") -> Article:
    (item,) = read_input(input_of_bytes(data, name=name))
    assert isinstance(item, Article), item
    return item


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:h text:outline-level='1'>Head</text:h><text:p>Text.</text:p>", "Head\n\nText.\n"),
        ("<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p>", "a b c\nd\n"),
        ("<text:p>a\n   b <text:span>c</text:span><text:soft-page-break/></text:p>", "a b c\n"),
        (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p>"
            "</text:deletion></text:changed-region></text:tracked-changes><text:p>"
            "a<text:change-start/>b<text:change-end/><text:change/>c</text:p>",
            "abc\n",
        ),
        (
            "<text:p>Text<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            "<text:p>Note.</text:p></text:note-body></text:note>.</text:p><text:p>More.</text:p>",
            "Text.\n\nMore.\n\nNote.\n",
        ),
        ("<text:p>a<office:annotation><text:p>b</text:p></office:annotation>c</text:p>", "ac\n"),
        (
            "<text:table-of-content><text:p>One 1</text:p></text:table-of-content>"
            "<text:p>One</text:p>",
            "One\n",
        ),
        (
            "<text:p>a<draw:frame><draw:text-box><text:p>Box.</text:p></draw:text-box>"
            "</draw:frame>b</text:p>",
            "ab\n\nBox.\n",
        ),
        (
            "<text:list text:style-name='N'><text:list-item><text:p>one</text:p><text:p>still"
            "</text:p><text:list><text:list-item><text:p>below</text:p></text:list-item>"
            "</text:list></text:list-item><text:list-item><text:p>two</text:p></text:list-item>"
            "</text:list>",
            "1) one\n\nstill\n\n• below\n\n2) two\n",
        ),
        (
            "<table:table><table:table-row><table:table-cell><text:p>Town</text:p>"
            "</table:table-cell><table:table-cell><text:p>Killed</text:p></table:table-cell>"
            "</table:table-row></table:table>",
            "Town | Killed\n",
        ),
    ],
)
def test_text(body: str, text: str) -> None:
    assert only(zipped(body)).text == text
    assert only(flat(body), "a.fodt").text == text


def test_metadata() -> None:
    for data in (zipped("<text:p>Text.</text:p>"), flat("<text:p>Text.</text:p>")):
        found = only(data)
        assert (found.title, found.byline) == ("The pause", ("Mara Dell",))
        assert (found.published, found.tags) == ("2016-10-20T08:00:00", ("aid", "truce"))


def test_it_is_known_by_its_media_type_whatever_its_name() -> None:
    assert only(zipped("<text:p>Text.</text:p>", media_type=f"{TYPE}-template"), "x").text
    (error,) = read_input(
        input_of_bytes(zipped("", media_type=f"{TYPE[:-4]}spreadsheet"), name="x")
    )
    assert str(error) == "x is a spreadsheet. Save it as CSV, then add that."


def test_a_password() -> None:
    manifest = "<manifest><encryption-data/></manifest>"
    (error,) = read_input(
        input_of_bytes(zipped("", **{"META-INF__manifest_xml": manifest}), name="x")
    )
    assert str(error) == "x needs a password. Save it without one, then add it."


@given(st.binary(max_size=40), st.integers(0, 2000), st.integers(0, 10), st.booleans())
def test_changed_bytes_are_an_article_or_an_error(
    data: bytes, at: int, cut: int, is_flat: bool
) -> None:
    body = "<text:p>Text.</text:p>"
    good = flat(body) if is_flat else zipped(body)
    for found in read_input(input_of_bytes(good[:at] + data + good[at + cut :], name="a.odt")):
        assert isinstance(found, Article | SourceError)

"""Books, EPUB 2 and 3."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import Item, input_of_bytes, read_input

CONTAINER = (
    "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
    "<rootfile full-path='OEBPS/book.opf'/></rootfiles></container>"
)
META = (
    "<metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>The Long Pause</dc:title>"
    "<dc:creator>Mara Dell</dc:creator><dc:creator>Odd Lie</dc:creator>"
    "<dc:language>en-GB</dc:language><dc:date>2016-10-20</dc:date></metadata>"
)


def xhtml(body: str, title: str = "The Long Pause") -> str:
    return (
        f"<html xmlns='http://www.w3.org/1999/xhtml'><head><title>{title}</title></head>"
        f"<body>{body}</body></html>"
    )


ONE = xhtml("<h1>The truce</h1><p>The guns fell silent.</p><p>Nobody cheered.</p>")
TWO = xhtml("<h2>Afterwards</h2><p>A week later the shelling began again in the hills.</p>")
NAV = xhtml(
    "<nav><ol><li><a href='text/one.xhtml'>1. The truce</a></li>"
    "<li><a href='text/two.xhtml#top'>2. Afterwards</a></li></ol></nav>"
)
NCX = (
    "<ncx xmlns='http://www.daisy.org/z3986/2005/ncx/'><navMap><navPoint><navLabel><text>First"
    "</text></navLabel><content src='text/one.xhtml#a'/></navPoint></navMap></ncx>"
)


def book(
    items: dict[str, tuple[str, str]], *, extra: dict[str, str] | None = None, meta: str = META
) -> bytes:
    """A book.

    Args:
        items: For each part, its properties and its content; all are in the spine.
        extra: Other members.
        meta: Its metadata.
    """
    manifest, spine = "", ""
    for number, (name, (properties, _)) in enumerate(items.items()):
        kind = "application/x-dtbncx+xml" if name.endswith("ncx") else "application/xhtml+xml"
        manifest += (
            f"<item id='i{number}' href='{name.replace(' ', '%20')}' media-type='{kind}' "
            f"properties='{properties}'/>"
        )
        spine += f"<itemref idref='i{number}'/>"
    package = (
        f"<package xmlns='http://www.idpf.org/2007/opf'>{meta}<manifest>{manifest}</manifest>"
        f"<spine>{spine}<itemref idref='missing'/></spine></package>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/book.opf", package)
        for name, (_, content) in items.items():
            archive.writestr(f"OEBPS/{name}", content)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return file.getvalue()


def items_of(data: bytes) -> list[Item]:
    return list(read_input(input_of_bytes(data, name="book.epub", origin="/x/book.epub")))


def articles(data: bytes) -> list[Article]:
    return [item for item in items_of(data) if isinstance(item, Article)]


def test_a_chapter_is_an_article() -> None:
    first, second = articles(
        book({"nav.xhtml": ("nav", NAV), "text/one.xhtml": ("", ONE), "text/two.xhtml": ("", TWO)})
    )
    assert first.text == "The truce\n\nThe guns fell silent.\n\nNobody cheered."
    assert (first.title, second.title) == ("1. The truce", "2. Afterwards")
    assert (first.source, first.byline) == ("The Long Pause", ("Mara Dell", "Odd Lie"))
    assert (first.language, first.published) == ("en", "2016-10-20")
    assert first.read_from == "book.epub › OEBPS/text/one.xhtml"
    assert first.origin == "/x/book.epub!OEBPS/text/one.xhtml"
    assert first.id != second.id


def test_titles_of_epub_2_or_of_the_chapter() -> None:
    data = book({"toc.ncx": ("", NCX), "text/one.xhtml": ("", ONE), "text/two.xhtml": ("", TWO)})
    assert [each.title for each in articles(data)] == ["First", "Afterwards"]


def test_names_with_blanks_and_no_title_at_all() -> None:
    (found,) = articles(
        book(
            {
                "text/a b.xhtml": (
                    "",
                    xhtml("<p>The guns fell silent, and for a week nobody spoke.</p>"),
                )
            }
        )
    )
    assert found.title == "The guns fell silent, and for a week nobody spoke."


def test_front_matter_and_pictures_are_no_articles() -> None:
    data = book(
        {
            "cover.xhtml": ("", xhtml("<img src='c.jpg'/>")),
            "c.xhtml": ("", xhtml("<h1>Copyright</h1><p>All rights reserved by somebody.</p>")),
            "p.xhtml": ("", xhtml("<p>IV</p>")),
            "one.xhtml": ("", ONE),
        }
    )
    assert [each.title for each in articles(data)] == ["The truce"]


ENCRYPTION = (
    "<encryption><EncryptedData><EncryptionMethod Algorithm='{}'/></EncryptedData></encryption>"
)


def test_a_lock_and_hidden_fonts() -> None:
    def locked(algorithm: str) -> bytes:
        extra = {"META-INF/encryption.xml": ENCRYPTION.format(algorithm)}
        return book({"one.xhtml": ("", ONE)}, extra=extra)

    (error,) = items_of(locked("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))
    assert str(error) == (
        "book.epub is locked against copying (DRM). Ask whoever sold it for a copy without a lock."
    )
    assert len(articles(locked("http://www.idpf.org/2008/embedding"))) == 1


def test_what_is_damaged() -> None:
    def message(data: bytes) -> str:
        (item,) = items_of(data)
        assert isinstance(item, SourceError)
        return item.message

    assert message(book({})) == "book.epub has no text."
    assert message(book({"one.xhtml": ("", ONE)})[:-60]).startswith("book.epub is damaged: ")


def test_a_chapter_that_cannot_be_read_is_an_error_in_its_place() -> None:
    deep = xhtml("<div>" * 5000 + "deep")
    items = items_of(
        book({"a.xhtml": ("", "\0\1\2\3" * 50), "b.xhtml": ("", deep), "c.xhtml": ("", ONE)})
    )
    assert isinstance(items[-1], Article)
    for item in items[:-1]:
        assert isinstance(item, SourceError)
        assert item.message.startswith("book.epub › OEBPS/")


@given(st.binary(max_size=40), st.integers(0, 2500), st.integers(0, 10))
def test_changed_bytes_are_articles_or_errors(data: bytes, at: int, cut: int) -> None:
    good = book({"nav.xhtml": ("nav", NAV), "text/one.xhtml": ("", ONE)})
    for item in items_of(good[:at] + data + good[at + cut :]):
        assert isinstance(item, Article | SourceError)

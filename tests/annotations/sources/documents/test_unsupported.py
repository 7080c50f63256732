"""Documents that are told apart only to say what to do about them."""

import io
import zipfile

import pytest

from annotations.sources import input_of_bytes, read_input
from annotations.sources.documents import docx, unsupported
from annotations.sources.head import Head

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


def zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.doc", OLE, "a.doc is a file of Office before 2007."),
        ("a", OLE + "WordDocument".encode("utf-16-le"), "a is a file of Office before 2007."),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx needs a password."),
        ("a.pages", zipped("Index/Document.iwa"), "a.pages is a Pages document."),
        ("a.xlsx", zipped("[Content_Types].xml", "xl/workbook.xml"), "a.xlsx is a spreadsheet."),
        ("a.pptx", zipped("_rels/.rels", "ppt/slides/1.xml"), "a.pptx is a presentation."),
        ("a.mobi", b"\0" * 60 + b"BOOKMOBI", "a.mobi is a Kindle book."),
        ("a.djvu", b"AT&TFORM", "a.djvu is a DjVu scan."),
        ("a.ps", b"%!PS-Adobe-3.0", "a.ps is PostScript."),
    ],
)
def test_each_is_one_clear_error(name: str, data: bytes, message: str) -> None:
    (item,) = read_input(input_of_bytes(data, name=name))
    assert getattr(item, "message", None) == message
    assert getattr(item, "hint", "")


def test_messages_of_outlook_and_plain_archives_are_left_to_others() -> None:
    for name, data in [
        ("a.msg", OLE),
        ("a.zip", zipped("xl/report.txt", "ppt/notes.txt")),
        ("a.zip", zipped("word/report.docx", "word/notes.txt")),
    ]:
        head = Head(data=data, name=name)
        assert not unsupported.recognises(head)
        assert not docx.recognises(head)

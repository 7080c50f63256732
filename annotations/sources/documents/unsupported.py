"""Documents that closeread does not read, each with what to do about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotations.errors import SourceError
from annotations.sources.documents.zipped import first_names, media_type
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Office before 2007 begin, and those of today that have a password."""
_OLE_SUFFIXES = (".doc", ".dot", ".ppt", ".pps", ".xls", ".wps", ".pub", ".docx", ".docm")
_OFFICE_DOCUMENT = "WordDocument".encode("utf-16-le")
_LOCKED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class _Refusal:
    """What an input is, and what to do about it."""

    what: str
    hint: str


_AS_DOCX = "Open it in Word or LibreOffice and save it as .docx, then add that."
_REFUSALS = {
    "ole": _Refusal("is a file of Office before 2007", _AS_DOCX),
    "locked": _Refusal("needs a password", "Save it without one, then add it."),
    "pages": _Refusal("is a Pages document", "Export it as Word, EPUB or PDF, then add that."),
    "sheet": _Refusal("is a spreadsheet", "Save it as CSV, then add that."),
    "slides": _Refusal("is a presentation", "Export it as PDF, then add that."),
    "kindle": _Refusal("is a Kindle book", "Convert it to EPUB, with Calibre for instance."),
    "djvu": _Refusal("is a DjVu scan", "Convert it to a PDF with a text layer, then add that."),
    "postscript": _Refusal("is PostScript", "Convert it to PDF, with ps2pdf for instance."),
    "drawing": _Refusal("is a drawing", "Export it as PDF, then add that."),
}
_BY_MEDIA_TYPE = {
    "application/vnd.oasis.opendocument.spreadsheet": "sheet",
    "application/vnd.oasis.opendocument.presentation": "slides",
    "application/vnd.oasis.opendocument.graphics": "drawing",
}
_BY_FOLDER = {
    "xl/": "sheet",
    "ppt/": "slides",
    "Index/Document.iwa": "pages",
    "Index.zip": "pages",
}


def read(given: Input, options: Options) -> Iterator[Item]:
    """Say what the input is, and what to do about it."""
    refusal = _REFUSALS[_name(given.head)]
    yield SourceError(f"{given.name} {refusal.what}.", hint=refusal.hint)


def recognises(head: Head) -> bool:
    """Whether an input is a document of such a kind."""
    return bool(_name(head))


def _name(head: Head) -> str:
    """Which of the refusals an input is; empty if it is none."""
    data = head.data
    if data.startswith(_OLE):
        if _LOCKED in data:
            return "locked"
        is_document = head.suffix in _OLE_SUFFIXES or _OFFICE_DOCUMENT in data
        return "ole" if is_document else ""
    if data[60:68] in (b"BOOKMOBI", b"TEXtREAd"):
        return "kindle"
    if data.startswith(b"AT&TFORM"):
        return "djvu"
    if data.startswith(b"%!PS"):
        return "postscript"
    return _zipped(head)


def _zipped(head: Head) -> str:
    names = first_names(head)
    if kind := _BY_MEDIA_TYPE.get(media_type(head).removesuffix("-template")):
        return kind
    is_package = any(name in ("[Content_Types].xml", "_rels/.rels") for name in names)
    for start, kind in _BY_FOLDER.items():
        is_meant = is_package or kind == "pages"
        if is_meant and any(name.startswith(start) for name in names):
            return kind
    return ""


KIND = Kind(
    name="document that is not read",
    suffixes=(".doc", ".pages", ".mobi", ".azw3", ".djvu"),
    recognises=recognises,
    read=read,
)

"""XML of strangers as a tree whose names have no namespaces; nothing outside it is fetched."""

import re
from collections.abc import Iterator
from html.entities import html5

from lxml import etree

from annotations.errors import SourceError
from annotations.text import clean_line

_NAMED = re.compile(rb"&((?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]{1,30});")
_BY = re.compile(r"by\s+", re.IGNORECASE)


def parsed(data: bytes, name: str) -> etree._Element:
    """The root of XML. Entities of its own are not expanded, and no DTD is read.

    Args:
        data: The whole file.
        name: What errors call it.

    Raises:
        SourceError: If it is not well formed, or nested too deeply.
    """
    try:
        root = _tree(data)
    except etree.XMLSyntaxError as error:
        reason = clean_line(error.msg or "no XML").removesuffix(".")
        raise SourceError(f"{name} is not well-formed XML: {reason}.") from error
    for element in list(root.iter(etree.Entity)):
        _spell_out(element)
    for element in root.iter(etree.Element):
        element.tag = etree.QName(element).localname
    return root


def _tree(data: bytes) -> etree._Element:
    """The root; names of characters that only HTML has are known too, as in many feeds."""
    try:
        return etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        if "not defined" not in (error.msg or ""):
            raise
    return etree.fromstring(_NAMED.sub(_numbered, data), _parser())


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _numbered(named: re.Match[bytes]) -> bytes:
    characters = html5.get(named[1].decode("ascii") + ";", "")
    return "".join(f"&#{ord(each)};" for each in characters).encode("ascii") or named[0]


def _spell_out(entity: etree._Element) -> None:
    """Put the character of HTML's name in the place of an entity; one of any other name is gone."""
    parent, before = entity.getparent(), entity.getprevious()
    if parent is None:
        return
    character = html5.get(str(entity.text).strip("&;") + ";", "")
    text = character + (entity.tail or "")
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text
    entity.tail = None
    parent.remove(entity)


def text_in(element: etree._Element | None) -> str:
    """All text in an element, on one line; empty if there is no element."""
    if element is None:
        return ""
    return clean_line("".join(str(piece) for piece in element.itertext("*")))


def authors(root: etree._Element, *paths: str) -> list[str]:
    """The lines that name the authors, from the first path that finds any, without "By"."""
    found = ([_BY.sub("", line) for line in texts(root, path)] for path in paths)
    return list(dict.fromkeys(next(filter(None, found), [])))


def dated(dateline: str, text: str) -> str:
    """A text below its dateline, unless it begins with it, or there is none."""
    place = dateline.rstrip(" -–—")
    if not text or not place or text.startswith(place.split(",")[0]):
        return text
    return f"{place}\n\n{text}"


def language_of(element: etree._Element) -> str:
    """The language that an element says its text is in; empty if it does not."""
    return element.get("{http://www.w3.org/XML/1998/namespace}lang") or ""


def first(root: etree._Element, *paths: str) -> str:
    """The text of what the first path finds that finds any."""
    return next((text for path in paths for text in texts(root, path)), "")


def texts(root: etree._Element, path: str) -> Iterator[str]:
    """The text of every element that a path finds, unless it is empty."""
    for element in root.iterfind(path):
        if text := text_in(element):
            yield text


def said(root: etree._Element, path: str, attribute: str) -> str:
    """An attribute of the first element that a path finds and that has it; else empty."""
    values = (clean_line(each.get(attribute) or "") for each in root.iterfind(path))
    return next(filter(None, values), "")

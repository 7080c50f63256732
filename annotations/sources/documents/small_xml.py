"""XML that is small enough for a tree: metadata, styles, lists."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotations.errors import SourceError
from annotations.sources.documents.xml_events import said
from annotations.sources.reasons import reason_of

if TYPE_CHECKING:
    from lxml.etree import _Element


def parsed(data: bytes, name: str) -> "_Element | None":
    """The root of a part; null if it is empty. No entity is resolved, nothing outside loaded.

    Args:
        data: The bytes.
        name: What errors call the document.

    Raises:
        SourceError: If it is no XML.
    """
    if not data.strip():
        return None
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.LxmlError as error:
        raise SourceError(
            f"{name} is damaged: {reason_of(error)}.", hint="Get the file again."
        ) from error


def children(element: "_Element", name: str = "*") -> "Iterator[_Element]":
    """The elements right below another, in whatever namespace.

    Args:
        element: The other.
        name: Of those that are wanted; all if it is not given.
    """
    return element.iterchildren(f"{{*}}{name}")


def attribute(element: "_Element", name: str) -> str:
    """What an attribute says, in whatever namespace; empty if there is none."""
    return said({str(key): str(value) for key, value in element.attrib.items()}, name)


def value_of(element: "_Element", name: str) -> str:
    """What the attribute `val` of the child of this name says; empty if there is none."""
    return next((attribute(each, "val") for each in children(element, name)), "")

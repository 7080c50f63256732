"""The parts of a page that stand beside articles: menus, share bars, related links, notices."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from annotations.sources.web.boilerplate import names_furniture

_TAGS = frozenset(("nav", "form", "menu"))
_ROLES = frozenset(
    ("navigation", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "contentinfo")
)
_NAMING = ("id", "class", "data-component", "data-testid", "data-type", "data-module")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LARGEST_PART = 0.3
"""Part of a page's text beyond which an element holds it, whatever it is called."""
_NEVER = frozenset(("html", "body", "main", "article", "h1", "figure", "figcaption", "time"))
_HOLDS_ARTICLE = frozenset(("h1", "main"))


def drop_furniture(tree: HtmlElement) -> None:
    """Drop what is called as such, unless it holds the headline or much of the text."""
    sizes = _sizes(tree)
    largest = sizes[tree] * _LARGEST_PART
    for element in list(_furniture(tree)):
        if sizes[element] <= largest and element.getparent() is not None:
            element.drop_tree()


def _furniture(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter(etree.Element):
        if element.tag in _NEVER:
            continue
        stands_beside = (
            element.tag in _TAGS or element.get("role") in _ROLES or _is_called_so(element)
        )
        if stands_beside and next(element.iter(*_HOLDS_ARTICLE), None) is None:
            yield element


def _is_called_so(element: HtmlElement) -> bool:
    names = " ".join(value for name in _NAMING if (value := element.get(name)))
    return bool(names) and names_furniture(_HUMP.sub("-", names))


def _sizes(tree: HtmlElement) -> dict[HtmlElement, int]:
    """For every element, how many characters are in it."""
    sizes: dict[HtmlElement, int] = {}
    for _, element in etree.iterwalk(tree, events=("end",)):
        inside = sum(sizes[child] + len((child.tail or "").strip()) for child in element)
        sizes[element] = inside + len((element.text or "").strip())
    return sizes

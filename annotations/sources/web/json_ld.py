"""What a page says of its article in JSON-LD, by the words of schema.org."""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape

from lxml.html import HtmlElement

Node = Mapping[str, object]
"""A thing that a page describes."""

_ARTICLES = re.compile(
    r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|DiscussionForumPosting)"
)
_PAGES = ("WebPage", "ItemPage", "CollectionPage", "MediaGallery", "ImageGallery", "VideoObject")
_WRAPPED = re.compile(r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*\Z")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_LARGEST = 2_000_000
"""Characters of one script; what is larger is a whole site's data."""
_DEEPEST = 8
_MOST = 2_000
"""Things that are looked at."""


def article_node(tree: HtmlElement, address: str | None = None) -> Node:
    """What a page says of its article; empty if it says nothing.

    Pages describe other articles too. The one whose address is the page's comes first, then the
    first one that has a headline, then what is said of the page itself.

    Args:
        tree: The page, with its scripts.
        address: The canonical URL of the page.
    """
    nodes = list(_nodes(tree))
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    articles = [node for node in nodes if any(map(_ARTICLES.fullmatch, _types(node)))]
    here = [node for node in articles if address and address.rstrip("/") in _addresses(node)]
    named = [node for node in articles if "headline" in node or "datePublished" in node]
    pages = [node for node in nodes if not {*_PAGES}.isdisjoint(_types(node))]
    node = next(iter((*here, *named, *articles, *pages)), {})
    return {key: _resolved(value, by_id) for key, value in node.items()}


def names(value: object) -> list[str]:
    """The names of persons or organisations, however they are given."""
    if isinstance(value, str):
        return [name] if (name := unescape(value).strip()) and "://" not in name else []
    if isinstance(value, list):
        return [name for each in value for name in names(each)]
    return names(value.get("name")) if isinstance(value, Mapping) else []


def text(value: object) -> str | None:
    """The first text of a value, with what is escaped in it twice, as often, read."""
    if isinstance(value, list):
        return next((found for each in value if (found := text(each))), None)
    if isinstance(value, Mapping):
        return text(value.get("@value") or value.get("name") or value.get("alternateName"))
    return unescape(value).strip() or None if isinstance(value, str) else None


def _nodes(tree: HtmlElement) -> Iterator[Node]:
    left = _MOST
    for script in tree.iter("script"):
        if "ld+json" not in script.get("type", "").lower():
            continue
        for node in _things(_loaded(script.text or ""), _DEEPEST):
            left -= 1
            if left < 0:
                return
            yield node


def _loaded(script: str) -> object:
    """The value of a script; null if it cannot be read even with the usual faults mended."""
    if len(script) > _LARGEST:
        return None
    bare = _WRAPPED.sub("", script)
    for written in (bare, _TRAILING_COMMA.sub("", bare)):
        try:
            return json.loads(written, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _things(value: object, depth: int) -> Iterator[Node]:
    """The things in a value, outer before inner, without what is listed beside the article."""
    if depth == 0:
        return
    if isinstance(value, list):
        for each in value:
            yield from _things(each, depth - 1)
    elif isinstance(value, Mapping):
        if "@type" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"):
            yield from _things(value.get(key), depth - 1)


def _types(node: Node) -> list[str]:
    found = node.get("@type")
    listed = found if isinstance(found, list) else [found]
    return [each.rpartition("/")[2] for each in listed if isinstance(each, str)]


def _addresses(node: Node) -> set[str]:
    page = node.get("mainEntityOfPage")
    given = (node.get("url"), page, page.get("@id") if isinstance(page, Mapping) else None)
    return {each.rstrip("/") for each in (*given, node.get("@id")) if isinstance(each, str)}


def _resolved(value: object, by_id: Mapping[str, Node]) -> object:
    """A value, or what it only refers to."""
    if isinstance(value, list):
        return [_resolved(each, by_id) for each in value]
    if isinstance(value, Mapping) and "@id" in value and "name" not in value:
        return by_id.get(str(value["@id"]), value)
    return value

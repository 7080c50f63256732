"""From a document's text to a tree that has what a person sees, and nothing else.

What cannot be seen is dropped before anything looks at the text: what it is not, such as scripts
and templates, and what is hidden. The data that is meant for machines has to be taken first.
"""

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from annotations.errors import SourceError

_EMBEDDED = re.compile(r"""data:[\w/+.;=-]*,[^\s"'<>)]{200,}""", re.IGNORECASE)
"""Pictures and fonts inside a page."""
_IGNORABLE = re.compile(
    "[\u00ad\u200b\u2060\ufeff]|&(?:shy|#173|#x0*ad|#8203|#x200b|ZeroWidthSpace);"
    r"|</?(?:wbr|source|track)\b[^<>]*>",
    re.IGNORECASE,
)
"""Places where a word may be broken, and elements that never end, which libxml2 takes for such as
hold what follows them."""
_ENDLESS_TAG = re.compile(r"<[^<>]{50000,}>?")
"""No page has such, and a hundred thousand attributes take a minute to read."""
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>", re.IGNORECASE)

_UNSEEN_TAGS = (
    *("script", "style", "template", "noscript", "head", "svg", "iframe", "object", "embed"),
    *("video", "audio", "canvas", "select", "textarea", "button", "input", "datalist", "map"),
    *("dialog", "rt", "rp", "del", "s", "strike", "amp-state", "amp-analytics"),
)
_MAY_BE_HIDDEN = etree.XPath("//*[@hidden or @style or @class][not(self::body or self::html)]")
_HIDDEN_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE
)
_HIDDEN_CLASSES = frozenset(
    (
        *(
            "sr-only",
            "visually-hidden",
            "visuallyhidden",
            "screen-reader-text",
            "u-hidden-visually",
        ),
        *("screenreader-only", "element-invisible", "assistive-text", "amp-hidden"),
    )
)
"""What style sheets in wide use call that which only a screen reader says."""

_SUPERSCRIPT = str.maketrans("0123456789+-\N{MINUS SIGN}", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_NOTE_MARK = re.compile(r"\s*(?:\[[\w ]{1,12}\]|[*†‡]+)\s*")
_NUMBER = re.compile(r"\s*(?:\[\d{1,3}\]|\d{1,3}|\^|↩\ufe0e?)\s*")
_LINKED_MARK = re.compile(r"\s*(?:\[[\w ]{1,12}\]|[*†‡]+|\d{1,3}|[a-z])\s*")

_LARGEST = 10_000_000
"""Characters of markup, without what is embedded in it."""
_TOO_DEEP = "excessive depth"
"""What libxml2 says below the depth at which it stops."""


def parsed(html: str) -> HtmlElement | None:
    """Parse a document or a fragment; null if there is nothing in it.

    Raises:
        SourceError: If there is too much of it, or it is nested too deeply. The message has no
            subject: "has more than …".
    """
    markup = _EMBEDDED.sub("data:,", _DECLARATION.sub("", html, count=1))
    markup = _ENDLESS_TAG.sub("", _IGNORABLE.sub("", markup))
    if len(markup) > _LARGEST:
        raise SourceError(f"has more than {_LARGEST // 1_000_000} MB of markup.")
    if not markup.strip():
        return None
    # Depth and text of a node are limited without `huge_tree`, and silently cut; HTML has no
    # entities of its own that could grow.
    parser = HTMLParser(
        huge_tree=True, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        tree = document_fromstring(markup.encode("utf-8", errors="replace"), parser=parser)
    except etree.ParserError:
        return None
    if any(_TOO_DEEP in entry.message.lower() for entry in parser.error_log):
        raise SourceError("is nested too deeply.")
    return tree


def drop_unseen(tree: HtmlElement) -> None:
    """Drop what nobody sees who looks at the page, and the marks of notes, which are no words."""
    _raise_digits(tree)
    for element in (*tree.iter(*_UNSEEN_TAGS), *_hidden(tree), *_note_marks(tree)):
        if element.getparent() is not None:
            element.drop_tree()


def _raise_digits(tree: HtmlElement) -> None:
    """Make digits that stand above the line such by themselves: "km²" is neither "km2" nor two
    words.
    """
    for element in tree.iter("sup"):
        text = element.text or ""
        if text.strip().lstrip("+-−").isdecimal():
            element.text = text.translate(_SUPERSCRIPT)


def _hidden(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in cast(list[HtmlElement], _MAY_BE_HIDDEN(tree)):
        if (
            element.get("hidden") is not None
            or _HIDDEN_STYLE.search(element.get("style", ""))
            or not _HIDDEN_CLASSES.isdisjoint(element.get("class", "").split())
        ):
            yield element


def _note_marks(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter("a"):
        if element.get("href", "").startswith("#") and _NUMBER.fullmatch(element.text_content()):
            yield element
    for element in tree.iter("sup"):
        text = element.text_content()
        leads = next(element.iter("a"), None) is not None
        if (_LINKED_MARK if leads else _NOTE_MARK).fullmatch(text):
            yield element

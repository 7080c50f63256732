"""Every kind of source, and which of them an input is."""

from annotations.sources import json_lines, markdown, plain_text, reference_lists, wire_text
from annotations.sources.head import Head
from annotations.sources.kinds import Kind
from annotations.sources.news_databases import document_exports, html_exports, text_exports
from annotations.sources.news_xml import reading as news_xml

KINDS: tuple[Kind, ...] = (
    # Known by their first bytes: documents, archives, databases.
    document_exports.RICH_TEXT,
    document_exports.WORD,
    wire_text.KIND,
    # Headers and a body: mail, saved pages.
    # Known by their names alone: Markdown may begin as anything.
    markdown.KIND,
    # XML and HTML, by their root.
    news_xml.KIND,
    html_exports.KIND,
    # JSON.
    json_lines.KIND,
    # Tables.
    # Text that is laid out in a known way.
    text_exports.KIND,
    reference_lists.KIND,
    # Any other text.
    plain_text.KIND,
)
"""All kinds. The first that recognises an input reads it, so those that ask for more stand before
those that take anything."""

_KNOWN = frozenset(suffix for kind in KINDS for suffix in kind.suffixes)


def kind_of(head: Head) -> Kind | None:
    """The kind of an input that begins so; null if it is none that closeread knows."""
    return next((kind for kind in KINDS if kind.recognises(head)), None)


def may_hold_articles(name: str) -> bool:
    """Whether a file in a folder or an archive is to be looked into, by its name.

    What lies beside articles, such as the scripts and style sheets of a saved page, is text too;
    nobody means it.
    """
    return Head(data=b"", name=name).suffix in _KNOWN

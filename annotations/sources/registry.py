"""Every kind of source, and which of them an input is."""

from annotations.sources import (
    databases,
    datasette,
    json_documents,
    json_lines,
    markdown,
    parquet,
    plain_text,
    reference_lists,
    separated,
    wire_text,
)
from annotations.sources.archives import (
    compressed,
    refused,
    tar_files,
    wacz,
    web_archives,
    zip_files,
)
from annotations.sources.documents import epub, odt, unsupported
from annotations.sources.documents.pdf import kind as pdf
from annotations.sources.feeds import json_feed, opml, xml_feed
from annotations.sources.head import Head
from annotations.sources.kinds import Kind
from annotations.sources.links import columns, netscape, plain_list, records, ris
from annotations.sources.mail import mailboxes, single
from annotations.sources.names import is_bare, suffix_within
from annotations.sources.news_databases import document_exports, html_exports, text_exports
from annotations.sources.news_xml import reading as news_xml
from annotations.sources.web import mhtml, page, safari

KINDS: tuple[Kind, ...] = (
    # Known by their first bytes: documents, archives, databases.
    pdf.KIND,
    document_exports.RICH_TEXT,
    document_exports.WORD,
    epub.KIND,
    odt.KIND,
    unsupported.KIND,
    wire_text.KIND,
    wacz.KIND,
    zip_files.KIND,
    web_archives.KIND,
    tar_files.KIND,
    compressed.KIND,
    refused.KIND,
    databases.KIND,
    parquet.KIND,
    # Headers and a body: mail, saved pages.
    mhtml.KIND,
    safari.KIND,
    mailboxes.KIND,
    single.KIND,
    # Known by their names alone: Markdown may begin as anything.
    markdown.KIND,
    # XML and HTML, by their root.
    news_xml.KIND,
    xml_feed.KIND,
    opml.KIND,
    netscape.KIND,
    html_exports.KIND,
    page.KIND,
    # JSON.
    json_feed.KIND,
    records.KIND,
    datasette.KIND,
    json_documents.KIND,
    json_lines.KIND,
    # Tables.
    columns.KIND,
    separated.KIND,
    # Text that is laid out in a known way.
    ris.KIND,
    text_exports.KIND,
    reference_lists.KIND,
    plain_list.KIND,
    # Any other text.
    plain_text.KIND,
)
"""All kinds. The first that recognises an input reads it, so those that ask for more stand before
those that take anything."""

_KNOWN = frozenset(suffix for kind in KINDS for suffix in kind.suffixes)


def kind_of(head: Head) -> Kind | None:
    """The kind of an input that begins so; null if it is none that closeread knows."""
    return next((kind for kind in KINDS if kind.recognises(head)), None)


def may_hold_articles(path: str) -> bool:
    """Whether a file in a folder or an archive is to be looked into, by its name.

    What lies beside articles, such as the scripts and style sheets of a saved page, is text too;
    nobody means it. A name that tells nothing has to be looked into.

    Args:
        path: The name, or where it is, parted by slashes.
    """
    suffix = suffix_within(path)
    return suffix in _KNOWN or is_bare(path)


def is_meant(path: str, head: Head) -> bool:
    """Whether a file in a folder or an archive is one that people mean, now that it is open.

    One with a bare name is if it is of a kind whose files often have one.
    """
    if not is_bare(path):
        return True
    kind = kind_of(head)
    return kind is not None and kind.is_often_bare

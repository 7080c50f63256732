"""Every kind of source, and which of them an input is."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import NamedTuple

from annotations.sources.head import Head
from annotations.sources.kinds import Kind
from annotations.sources.names import is_bare, suffix_within

_Glance = Callable[[Head], bool]


def _begins(*marks: bytes) -> _Glance:
    return lambda head: head.data.startswith(marks)


def _fits(pattern: str) -> _Glance:
    found = cache(re.compile)
    return lambda head: found(pattern, re.MULTILINE | re.IGNORECASE).search(head.text) is not None


def _is_called(*suffixes: str) -> _Glance:
    return lambda head: head.suffix in suffixes


def _either(*glances: _Glance) -> _Glance:
    return lambda head: any(glance(head) for glance in glances)


def _anything(head: Head) -> bool:
    return True


_ZIP = _begins(b"PK")
_BEFORE_HEADERS = re.compile(rb"[\xef\xbb\xbf\s]*(?:From |[!-9;-~]+:|\d+\s)")
_PACKED = _begins(b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_NOT_OPENED = _begins(
    *(b"7z\xbc\xaf", b"Rar!", b"MSCF", b"\x28\xb5\x2f\xfd", b"\x04\x22\x4d\x18", b"!BDN")
)
_OLD_DOCUMENTS = _either(
    _begins(b"\xd0\xcf\x11\xe0", b"AT&TFORM", b"%!PS", b"PK"),
    lambda head: head.data[60:68] in (b"BOOKMOBI", b"TEXtREAd"),
)
_MARKUP = _fits("<")
_MARKDOWN = _either(_is_called(".md", ".markdown", ".mdown", ".mkd"), _fits(r"\A\+\+\+"))
_JSON = _either(_begins(b"\x1e"), _fits(r"\A[\[{]"), _is_called(".json", ".jsonl", ".ndjson"))
_COLUMNS = _either(_fits(r"\A[^\n]*[,;|\t]"), _is_called(".csv", ".tsv", ".tab"))
_LABELS = _fits(
    r"^[ \t]*(?:Body|Textkörper|Hauptteil|Corps|Cuerpo|Corpo|HD\b|Record|Full text|Texto completo|"
    r"Gale|ProQuest document ID|Publication title:|Document|Документ|文件|文档|Dokument|_{20,}|"
    r"(?:Dokument |Document )?\d+ (?:of|von|de|van|di) \d+)"
)


def _has_headers(head: Head) -> bool:
    return _BEFORE_HEADERS.match(head.data) is not None


class _Entry(NamedTuple):
    """A kind by where it is, and a glance that tells whether an input may be of it.

    Most modules are needed for no input at hand; a first text must not wait for all of them.
    """

    module: str
    may_be: _Glance = _anything
    name: str = "KIND"

    @property
    def kind(self) -> Kind:
        kind: Kind = getattr(import_module(f"annotations.sources.{self.module}"), self.name)
        return kind


_ENTRIES = (
    # Known by their first bytes: documents, archives, databases.
    _Entry("documents.pdf.kind", lambda head: b"%PDF" in head.data),
    _Entry("news_databases.document_exports", lambda head: b"{\\rtf" in head.data, "RICH_TEXT"),
    _Entry("news_databases.document_exports", _ZIP, "WORD"),
    _Entry("documents.epub", _ZIP),
    _Entry("documents.odt", _either(_ZIP, _MARKUP)),
    _Entry("documents.unsupported", _OLD_DOCUMENTS),
    _Entry("wire_text", lambda head: b"\x01" in head.data),
    _Entry("archives.wacz", _ZIP),
    _Entry("archives.zip_files", _ZIP),
    _Entry("archives.web_archives", _begins(b"WARC/", b"filedesc:")),
    _Entry("archives.tar_files", lambda head: len(head.data) >= 512 and b"\0" in head.data[:512]),
    _Entry("archives.compressed", _PACKED),
    _Entry("archives.refused", _NOT_OPENED),
    _Entry("databases", _begins(b"SQLite format")),
    _Entry("parquet", _begins(b"PAR1")),
    # Headers and a body: mail, saved pages.
    _Entry("web.mhtml", _has_headers),
    _Entry("web.safari", _begins(b"bplist")),
    _Entry("mail.mailboxes", _has_headers),
    _Entry("mail.single", _has_headers),
    # Known by their names alone: Markdown may begin as anything.
    _Entry("markdown", _MARKDOWN),
    # XML and HTML, by their root.
    _Entry("news_xml.reading", _MARKUP),
    _Entry("feeds.xml_feed", _MARKUP),
    _Entry("feeds.opml", _MARKUP),
    _Entry("links.netscape", _MARKUP),
    _Entry("news_databases.html_exports", _MARKUP),
    _Entry("web.page", _MARKUP),
    # JSON.
    _Entry("feeds.json_feed", _JSON),
    _Entry("links.records", _JSON),
    _Entry("datasette", _JSON),
    _Entry("json_documents", _JSON),
    _Entry("json_lines", _JSON),
    # Tables.
    _Entry("links.columns", _COLUMNS),
    _Entry("separated", _COLUMNS),
    # Text that is laid out in a known way.
    _Entry("links.ris", _fits(r"\ATY  -")),
    _Entry("news_databases.text_exports", _LABELS),
    _Entry("reference_lists", _fits(r"\ATY  ?-")),
    _Entry("links.plain_list", _fits(r"^\s*https?://|URL=|<key>URL")),
    # Any other text.
    _Entry("plain_text"),
)
"""All kinds. The first that recognises an input reads it, so those that ask for more stand before
those that take anything."""


@cache
def all_kinds() -> tuple[Kind, ...]:
    """Every kind, in the order in which they are asked."""
    return tuple(entry.kind for entry in _ENTRIES)


@cache
def _known_suffixes() -> frozenset[str]:
    return frozenset(suffix for kind in all_kinds() for suffix in kind.suffixes)


def _asked(head: Head) -> Iterator[Kind]:
    return (entry.kind for entry in _ENTRIES if entry.may_be(head))


def kind_of(head: Head) -> Kind | None:
    """The kind of an input that begins so; null if it is none that closeread knows."""
    return next((kind for kind in _asked(head) if kind.recognises(head)), None)


def may_hold_articles(path: str) -> bool:
    """Whether a file in a folder or an archive is to be looked into, by its name.

    What lies beside articles, such as the scripts and style sheets of a saved page, is text too;
    nobody means it. A name that tells nothing has to be looked into.

    Args:
        path: The name, or where it is, parted by slashes.
    """
    suffix = suffix_within(path)
    return suffix in _known_suffixes() or is_bare(path)


def is_meant(path: str, head: Head) -> bool:
    """Whether a file in a folder or an archive is one that people mean, now that it is open.

    One with a bare name is if it is of a kind whose files often have one.
    """
    if not is_bare(path):
        return True
    kind = kind_of(head)
    return kind is not None and kind.is_often_bare

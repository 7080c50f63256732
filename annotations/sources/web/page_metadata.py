"""What a page says of its article: in JSON-LD, in the head, and where a person can read it.

The page is asked in this order.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HtmlElement

from annotations.sources.web import json_ld, page_dates
from annotations.sources.web.addresses import host, is_front_page, page_address
from annotations.sources.web.titles import title_of

_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished"),
    *("article:published", "article.published", "parsely-pub-date", "sailthru.date", "pubdate"),
    *("publishdate", "publish-date", "publish_date", "published_time", "publication_date"),
    *("dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dcterms.date"),
    *("dc.date", "citation_publication_date", "citation_date", "originalpublicationdate", "date"),
    *("cxenseparse:recs:publishtime", "article_date_original", "ptime", "dcterms.available"),
)
_UPDATED = (
    *("article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified"),
    *("article:modified", "article.updated", "lastmod", "last-modified", "dcterms.modified"),
    *("dc.date.modified", "last_updated_date", "revised", "utime"),
)
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator")
_SECTIONS = ("article:section", "og:article:section", "parsely-section", "section", "cg")
_SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher")
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "headline")

_ITEM = etree.XPath("//*[@itemprop]")
_TIMES = etree.XPath("//time[@datetime] | //abbr[@title and contains(@class, 'published')]")
_BYLINES = etree.XPath(
    "//*[@rel='author' or contains(concat(' ', normalize-space(@itemprop), ' '), ' author ')]"
    " | //*[contains(concat(' ', normalize-space(@class), ' '), ' byline ')]"
)
_BY = re.compile(r"\s*(?:by|from|reporting by|written by|par|por|von|di)\s+(?=\w)", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|\band\b|&)\s+")
_NAME = re.compile(r"[^\W\d_][^\d@/:|]{2,60}")
_MOST_WORDS = 5
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LETTER = re.compile(r"[^\W\d_]")
_IN_LATIN = frozenset(
    [
        "en",
        "fr",
        "de",
        "es",
        "it",
        "pt",
        "nl",
        "pl",
        "sv",
        "no",
        "da",
        "fi",
        "tr",
        "ro",
        "cs",
        "hu",
        "id",
        "ms",
        "vi",
        "sw",
    ]
)
_SAMPLE = 3_000


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page before anything was dropped from it."""

    tree: HtmlElement
    address: str | None
    """Where it was, as whoever brought it says or the program that saved it."""

    @cached_property
    def metas(self) -> Mapping[str, list[str]]:
        """What the head says, by names in lower case."""
        found: dict[str, list[str]] = {}
        for meta in self.tree.iter("meta"):
            content = meta.get("content", "").strip()
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                if content and (name := meta.get(attribute)):
                    found.setdefault(name.strip().lower(), []).append(content)
        return found

    @cached_property
    def node(self) -> json_ld.Node:
        """What JSON-LD says of the article."""
        return json_ld.article_node(self.tree, self.canonical)

    @cached_property
    def canonical(self) -> str | None:
        """The address that the publisher wants it to go by; null if none can be told."""
        base = next((each.get("href") for each in self.tree.iter("base") if each.get("href")), None)
        start = urljoin(self.address or "", base or "") or None
        links = (
            each.get("href")
            for each in self.tree.iter("link")
            if "canonical" in each.get("rel", "").lower().split()
        )
        given = [page_address(each, start) for each in (*links, *self._meta(("og:url",)))]
        known = [each for each in (*given, page_address(self.address)) if each is not None]
        return next((each for each in known if not is_front_page(each)), next(iter(known), None))

    @property
    def site(self) -> str | None:
        """What the outlet is called; its host if the page does not say."""
        said = (*json_ld.names(self.node.get("publisher")), *self._meta(_SITES))
        return next(iter(said), None) or host(self.canonical)

    @property
    def is_free(self) -> bool:
        """Whether the page does not say that one has to pay for the whole article."""
        return str(self.node.get("isAccessibleForFree", True)).lower() != "false" and (
            "locked" not in self._meta(("article:content_tier",))
        )

    def metadata(self, title: str, text: str) -> dict[str, object]:
        """All that it says, by the names of an article's fields.

        Args:
            title: What the article is called.
            text: The text of the article.
        """
        return {
            "title": title,
            "source": self.site,
            "url": self.canonical,
            "published": self.published,
            "updated": self.updated,
            "section": json_ld.text(self.node.get("articleSection")) or self._first(_SECTIONS),
            "byline": self.authors,
            "language": self._language(text),
        }

    def title(self, headings: Iterable[str], early: Iterable[str]) -> str:
        """What the article is called; empty if nothing says.

        Args:
            headings: The headings of the first level, as a person sees them.
            early: What else stands at the beginning of the page.
        """
        written = (each.text_content() for each in self.tree.iter("title"))
        given = (*json_ld_texts(self.node, "headline", "name"), *self._meta(_TITLES), *written)
        address = host(self.canonical)
        sites = (self.site, *self._meta(_SITES), address, address and address.rpartition(".")[0])
        return title_of(given, headings, early, site=[each for each in sites if each])

    @cached_property
    def published(self) -> str | None:
        """When it was first published, as far as the page or its address says."""
        return page_dates.best(self._dates(("datePublished", "dateCreated"), _PUBLISHED)) or (
            page_dates.best(map(page_dates.moment, self._times()))
        )

    @cached_property
    def updated(self) -> str | None:
        """When it was last changed; null if that is when it was published."""
        updated = page_dates.best(self._dates(("dateModified",), _UPDATED))
        return updated if updated != self.published else None

    @property
    def authors(self) -> list[str]:
        """Who wrote it; without the outlet itself."""
        places = (
            json_ld.names(self.node.get("author")),
            [name for each in self._meta(_AUTHORS) for name in _parted(each)],
            [name for each in self._bylines() for name in _parted(each)],
        )
        site = (self.site or "").casefold()
        found = next((names for names in places if names), [])
        return [name for name in dict.fromkeys(map(_bare, found)) if name.casefold() != site]

    def _dates(self, properties: tuple[str, ...], names: tuple[str, ...]) -> Iterator[str | None]:
        for each in json_ld_texts(self.node, *properties):
            yield page_dates.moment(each)
        for each in self._meta(names):
            yield page_dates.moment(each)
        for element in cast(list[HtmlElement], _ITEM(self.tree)):
            if element.get("itemprop", "") in properties:
                given = element.get("content") or element.get("datetime")
                yield page_dates.moment(given or element.text_content())

    def _times(self) -> list[str]:
        """The times in the page: those that say they are its own, then those in the article."""
        times = cast(list[HtmlElement], _TIMES(self.tree))
        said = [each for each in times if _says_published(each)]
        inside = [
            each for each in times if next(each.iterancestors("article", "main"), None) is not None
        ]
        chosen = (*said, *inside[:1], *times[:1])
        return [each.get("datetime") or each.get("title", "") for each in chosen]

    def _bylines(self) -> Iterator[str]:
        for element in cast(list[HtmlElement], _BYLINES(self.tree))[:5]:
            yield " ".join((element.get("content") or element.text_content()).split())

    def _language(self, text: str) -> str | None:
        """The declared language, unless it cannot be that of the text."""
        root = self.tree
        declared = (
            json_ld_language(self.node.get("inLanguage")),
            *(each.get("lang") for each in root.iter("article")),
            root.get("lang")
            or root.get("xml:lang")
            or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
            *self._meta(("og:locale", "content-language", "dc.language", "language")),
        )
        said = next((each for each in declared if each and each.strip()), None)
        if said and said[:2].lower() in _IN_LATIN and not _is_latin(text):
            return None
        return said

    def _meta(self, names: tuple[str, ...]) -> list[str]:
        return [each for name in names for each in self.metas.get(name, ())]

    def _first(self, names: tuple[str, ...]) -> str | None:
        return next(iter(self._meta(names)), None)


def json_ld_texts(node: json_ld.Node, *properties: str) -> list[str]:
    """The texts that some properties of a thing have."""
    return [found for each in properties if (found := json_ld.text(node.get(each)))]


def json_ld_language(value: object) -> str | None:
    """A language, given as its tag or as a thing that has one."""
    return json_ld.text(value.get("alternateName") if isinstance(value, Mapping) else value)


def _says_published(element: HtmlElement) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}".lower()
    if "updated" in names.split() or "modified" in names:
        return False
    return element.get("pubdate") is not None or "publish" in names or "entry-date" in names


def _parted(byline: str) -> list[str]:
    """The names in a byline; none if it has more than names."""
    parts = [part.strip() for part in _AND.split(_BY.sub("", byline, count=1)) if part.strip()]
    fit = all(_NAME.fullmatch(part) and len(part.split()) <= _MOST_WORDS for part in parts)
    return parts if fit else []


def _bare(name: str) -> str:
    return " ".join(_BY.sub("", name, count=1).split())


def _is_latin(text: str) -> bool:
    """Whether at least half of the letters at the beginning are of the Latin script."""
    sample = text[:_SAMPLE]
    return len(_LATIN.findall(sample)) * 2 >= len(_LETTER.findall(sample))

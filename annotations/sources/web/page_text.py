"""The text of the article in a page, and the lines around it that say when and by whom."""

import copy
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from annotations.sources.web.blocks import Block, blocks
from annotations.sources.web.furniture import drop_furniture
from annotations.sources.web.markup import drop_unseen
from annotations.sources.web.page_metadata import Page, json_ld_texts
from annotations.sources.web.selection import chosen, is_furniture, plainly_chosen
from annotations.sources.web.titles import squeezed
from annotations.sources.web.under_headline import Known, parted

_BEFORE = 12
"""Blocks before the article that may say when it was published."""
_BEHIND = 3
"""Blocks behind it that may."""
_MOST_ELEMENTS = 50_000
_MOST_CHARACTERS = 1_500_000
_GREATEST_DEPTH = 300
_HEADLINES = 80
"""Blocks at the beginning of a page of which one may be the headline."""
_LONGEST_LINE = 300
"""Characters of a line about the article."""
_FULLER = 2
"""How many times longer the text in JSON-LD has to be than that on the page to be preferred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """What a person reads on a page."""

    title: str
    """The headline."""
    paragraphs: tuple[str, ...]
    """The article, without its headline and the lines under that; empty if there is none."""
    around: tuple[str, ...]
    """Lines that are about the article, and those shortly before it."""


def page_text(page: Page) -> PageText:
    """Read a page."""
    tree = copy.deepcopy(page.tree)
    drop_unseen(tree)
    firsts = islice(tree.iter("h1"), _HEADLINES)
    headings = [" ".join(each.text_content().split()) for each in firsts]
    everything = list(blocks(tree))
    early = [line for block in everything[:_HEADLINES] for line in block.text.split("\n")]
    title = page.title(headings, early)
    drop_furniture(tree)
    left = list(blocks(tree))
    found = _found(tree, page.canonical)
    article = chosen(left, found) if found else plainly_chosen(left)
    lines = list(_lines(article)) or found.split("\n")
    about, body = parted(lines, _known(page, title, headings))
    return PageText(
        title=title,
        paragraphs=_fuller([line for line in body if line], page),
        around=tuple(_short((*_around(everything, article), *about))),
    )


def _found(tree: HtmlElement, address: str | None) -> str:
    """The article's text as trafilatura finds it; empty if it finds none, or would take minutes."""
    if not _is_of_usual_size(tree):
        return ""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = bare_extraction(tree, url=address, include_comments=False)
    return (getattr(document, "text", None) or "") if document is not None else ""


def _is_of_usual_size(tree: HtmlElement) -> bool:
    elements = depth = deepest = characters = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "end":
            depth -= 1
            characters += len(element.tail or "")
            continue
        depth += 1
        elements += 1
        characters += len(element.text or "")
        deepest = max(deepest, depth)
    return (
        elements <= _MOST_ELEMENTS and characters <= _MOST_CHARACTERS and deepest <= _GREATEST_DEPTH
    )


def _known(page: Page, title: str, headings: Iterable[str]) -> Known:
    return Known(
        titles={squeezed(each) for each in (title, *headings)},
        authors=[squeezed(author) for author in page.authors],
        site=squeezed(page.site or ""),
    )


def _lines(article: Iterable[Block]) -> Iterator[str]:
    for block in article:
        if not is_furniture(block):
            yield from block.text.split("\n")


def _around(everything: list[Block], article: list[Block]) -> list[str]:
    """What stands shortly before the article's first block, and right behind its last."""
    places = {block.element: index for index, block in enumerate(everything)}
    first, last = (places.get(article[end].element, 0) if article else 0 for end in (0, -1))
    near = (
        *everything[max(0, first - _BEFORE) : first],
        *everything[last + 1 : last + 1 + _BEHIND],
    )
    return [block.text for block in near if block.kind != "row"]


def _short(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (line for line in text.split("\n") if len(line) <= _LONGEST_LINE)


def _fuller(paragraphs: list[str], page: Page) -> tuple[str, ...]:
    """The paragraphs, or the text in JSON-LD if a script would show that instead."""
    said = next(iter(json_ld_texts(page.node, "articleBody")), "")
    lines = [line.strip() for line in said.split("\n") if line.strip()]
    return tuple(lines if len(said) > _FULLER * sum(map(len, paragraphs)) else paragraphs)

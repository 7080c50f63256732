"""Which blocks of a page are its article.

trafilatura finds the article. It gives it as text of its own making, which glues and splits words
at inline markup and leaves out headings, list items and paragraphs here and there; so its text only
tells which blocks are meant, and what it left out between them in the same part of the page is
taken too, unless it looks like what pages put there.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from annotations.sources.web.blocks import Block
from annotations.sources.web.boilerplate import is_boilerplate
from annotations.sources.web.titles import squeezed

_BEYOND = 20_000
"""Letters behind the last block found in which the next is looked for."""
_SHORT = 30
"""Letters; a block with fewer has to be a whole line to be told."""
_MOSTLY = 0.5
_WHOLLY = 0.9
"""Parts of a block that are in links to other pages."""
_SENTENCE = 80
"""Characters; a page on which nothing is as long has no article."""
_CREDIT = 60
"""Characters of what stands in a figure beside its caption."""


def chosen(blocks: Sequence[Block], found: str) -> list[Block]:
    """The blocks that make the article.

    Args:
        blocks: All blocks of the page.
        found: The article's text as trafilatura gives it.

    Returns:
        Blocks in the order of the page, boilerplate among them; none if the text is not in them.
    """
    meant = _meant(blocks, found)
    if not meant:
        return []
    part = _part([blocks[index] for index in meant])
    taken = set(meant)
    for before, after in pairwise(meant):
        between = range(before + 1, after)
        taken.update(index for index in between if _belongs(blocks[index], part))
    taken.update(_following(blocks, meant[-1]))
    kept = [blocks[index] for index in sorted(taken) if not _leads_on(blocks[index])]
    return _without_lists_of_links(kept)


def plainly_chosen(blocks: Sequence[Block]) -> list[Block]:
    """The blocks that are more text than links, of the parts that say that they hold an article if
    those have most of the text.

    What is left to do where trafilatura finds nothing.
    """
    written = [block for block in blocks if block.linked <= _MOSTLY * len(block.text)]
    inside = [
        block
        for block in written
        if next(block.element.iterancestors("article", "main"), None) is not None
    ]
    sizes = [sum(len(block.text) for block in each) for each in (inside, written)]
    if max((len(block.text) for block in written), default=0) < _SENTENCE:
        return []
    return _without_lists_of_links(inside if sizes[0] > _MOSTLY * sizes[1] else written)


def _meant(blocks: Sequence[Block], found: str) -> list[int]:
    """The indices of the blocks whose text was found."""
    lines = {squeezed(line) for line in found.split("\n")}
    whole = squeezed(found)
    at = 0
    indices = []
    for index, block in enumerate(blocks):
        text = squeezed(block.text)
        if text in lines:
            indices.append(index)
        elif len(text) >= _SHORT and (place := whole.find(text, at, at + len(text) + _BEYOND)) >= 0:
            indices.append(index)
            at = place + len(text)
    return indices


def _part(meant: Iterable[Block]) -> HtmlElement | None:
    """The innermost part of the page with most of the text that was found."""
    inside: dict[HtmlElement, int] = {}
    total = 0
    for block in meant:
        size = len(block.text)
        total += size
        for element in (block.element, *block.element.iterancestors()):
            inside[element] = inside.get(element, 0) + size
    fitting = [element for element, size in inside.items() if size * 10 >= total * 9]
    return min(fitting, key=lambda each: sum(1 for _ in each.iter()), default=None)


def _belongs(block: Block, part: HtmlElement | None) -> bool:
    """Whether a block between two of the article is part of it."""
    if part is None or block.linked > _MOSTLY * len(block.text):
        return False
    around = (block.element, *block.element.iterancestors())
    if part not in around:
        return False
    inside = around[: around.index(part)]
    return not any(each.tag in ("aside", "nav", "form", "footer", "header") for each in inside)


def _following(blocks: Sequence[Block], last: int) -> Iterable[int]:
    """The paragraphs right behind the last one, beside it."""
    beside = blocks[last].element.getparent()
    for index in range(last + 1, len(blocks)):
        block = blocks[index]
        if block.element.tag != "p" or block.element.getparent() is not beside:
            return
        if block.linked > _MOSTLY * len(block.text) or is_furniture(block):
            return
        yield index


def is_furniture(block: Block) -> bool:
    """Whether a block is what pages say around articles."""
    return all(map(is_boilerplate, block.text.split("\n")))


def _leads_on(block: Block) -> bool:
    """Whether a block is a link and nothing else, or what stands in a figure beside its caption."""
    if block.linked >= _WHOLLY * len(block.text):
        return True
    return block.element.tag != "figcaption" and len(block.text) < _CREDIT and _is_credit(block)


def _is_credit(block: Block) -> bool:
    for element in (block.element, *block.element.iterancestors()):
        if element.tag in ("figcaption", "blockquote", "table", "p"):
            return False
        if element.tag == "figure":
            return True
    return False


def _without_lists_of_links(blocks: list[Block]) -> list[Block]:
    """Blocks without what stands under headings such as "More on this story", and without last
    headings, under which there is nothing.
    """
    kept: list[Block] = []
    leads_on = False
    for block in blocks:
        if block.kind == "heading":
            leads_on = is_furniture(block)
        elif block.kind != "item" and block.linked <= _MOSTLY * len(block.text):
            leads_on = False
        if not leads_on or is_furniture(block):
            kept.append(block)
    while kept and kept[-1].kind == "heading":
        kept.pop()
    return kept

"""What the list of tags says in its columns, and in which order. Pure."""

from collections.abc import Iterable, Mapping, Sequence

from annotations.store.tags import TagUse
from annotations.tagging import SEPARATOR, above, colour_of, depth, last_level
from annotations.text import clean_line, has_words
from reader.widgets.columns import fitted

SORTS = ("name", "use")
"""What the list can be sorted by: level by level in alphabetical order, or the commonest first."""
_COUNT = 12
_COLOUR = 8
_INDENT = 2
_GAP = "  "
_LEAST_FOR_COLOUR = 50
"""Cells of a list that has room for the names of colours."""


def ordered(uses: Sequence[TagUse], *, by: str) -> list[TagUse]:
    """Tags in one of `SORTS`, each behind the one that it stands below."""
    if by == "name":
        return list(uses)
    counts = {use.tag: use.articles + use.annotations for use in uses}
    return sorted(uses, key=lambda use: _commonness(use.tag, counts))


def _commonness(tag: str, counts: Mapping[str, int]) -> list[tuple[int, str]]:
    return [(-counts[path], path) for path in (*above(tag), tag)]


def fitting(uses: Iterable[TagUse], words: str) -> list[TagUse]:
    """The tags that hold all of some words, or parts of words, in any of their levels."""
    return [use for use in uses if has_words(use.tag, words)]


def heading(width: int, *, sort: str, with_deleted: bool) -> str:
    """The headings of the list.

    Args:
        width: Cells of the list.
        sort: One of `SORTS`; its heading has an arrow.
        with_deleted: Whether deleted articles have tags, which then are counted apart.
    """
    name = "Tag▲" if sort == "name" else "Tag"
    articles = "Articles▼" if sort == "use" else "Articles"
    counts = [articles, "Annotations", *(["In deleted"] if with_deleted else [])]
    colour = f"{'Colour':{_COLOUR}}{_GAP}" if width >= _LEAST_FOR_COLOUR else ""
    tail = colour + "".join(f"{each:>{_COUNT}}" for each in counts)
    return fitted(name, max(1, width - len(tail) - len(_GAP))) + _GAP + tail


def tag_line(
    use: TagUse, width: int, *, colours: Mapping[str, str], in_tree: bool, with_deleted: bool
) -> tuple[str, str, str]:
    """What stands before a tag, the tag as wide as there is room, and what stands behind it.

    Args:
        use: The tag.
        width: Cells of the list.
        colours: The names of colours by the tags that have one of their own.
        in_tree: Whether it stands below the tag that it is a part of, and need not say its name.
        with_deleted: Whether deleted articles are counted, too.
    """
    indent = " " * (_INDENT * depth(use.tag)) if in_tree else ""
    name = clean_line(last_level(use.tag) if in_tree else use.tag)
    name += SEPARATOR if use.below else ""
    counts = [use.articles, use.annotations, *([use.in_deleted] if with_deleted else [])]
    colour = (
        f"{colour_of(use.tag, colours) or '':{_COLOUR}}{_GAP}" if width >= _LEAST_FOR_COLOUR else ""
    )
    tail = (
        _GAP
        + colour
        + "".join(f"{each or '·':>{_COUNT},}" if each else f"{'·':>{_COUNT}}" for each in counts)
    )
    return indent, fitted(name, max(1, width - len(indent) - len(tail))), tail

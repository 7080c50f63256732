"""What a list of names, and of the passages they lead to, says in its columns. Pure."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from annotations.store.names import NameGroup
from annotations.store.names.profiles import Passage, PassageKind, Profile
from annotations.text import clean_line, has_words
from reader.widgets.columns import fitted

SORTS = ("articles", "count", "name")
"""What a list of names can be sorted by; the count is that of quotes, of places that of figures."""
SIGNS = {PassageKind.QUOTE: "Q", PassageKind.FIGURE: "F", PassageKind.MENTION: "·"}
"""What tells the kinds of passages apart, as in the margin of an article."""

_BARS = "▁▂▃▄▅▆▇█"
_NUMBER = 8
_SPARK = 8
_GAP = "  "
_LEAST_FOR_SPARK = 50
"""Cells of a list that has room for a line of months beside names of some twenty letters."""


def count_of(profile: Profile) -> int:
    """The quotes of a name, of a place its figures."""
    return profile.figures if profile.group is NameGroup.PLACE else profile.quotes


def fitting(profiles: Iterable[Profile], words: str) -> list[Profile]:
    """The names that have all of some words, or parts of words."""
    return [each for each in profiles if has_words(each.name, words)]


def ordered(profiles: Iterable[Profile], *, by: str) -> list[Profile]:
    """Names in the order of one of `SORTS`, those alike as they were."""
    match by:
        case "name":
            return sorted(profiles, key=lambda each: each.name.casefold())
        case "count":
            return sorted(profiles, key=lambda each: -count_of(each))
    return sorted(profiles, key=lambda each: (-each.articles, -each.mentions))


def span_of(profiles: Iterable[Profile]) -> tuple[int, int]:
    """The first and the last month of any article, counted from the year 0; (0, 0) for none."""
    months = [_number(month) for each in profiles for month, _ in each.months]
    return (min(months), max(months)) if months else (0, 0)


def spark(months: Sequence[tuple[str, int]], span: tuple[int, int], *, width: int = _SPARK) -> str:
    """Articles over time as a line of bars, as high as their share of the highest.

    Args:
        months: Articles by month, as "2016-10".
        span: The months at the left and right end, as `span_of` counts them.
        width: Cells.
    """
    first, last = span
    heights = [0] * width
    for month, articles in months:
        at = (_number(month) - first) * width // (last - first + 1)
        heights[min(max(at, 0), width - 1)] += articles
    highest = max(heights, default=0)
    return "".join(_bar(each, highest) for each in heights)


def _bar(height: int, highest: int) -> str:
    return _BARS[(height * len(_BARS) - 1) // highest] if height else " "


def _number(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * 12 + int(number or 1) - 1 if year.isdecimal() else 0


def heading(group: NameGroup, width: int, *, sort: str) -> str:
    """The headings of a list of names.

    Args:
        group: What they are names of.
        width: Cells of the list.
        sort: One of `SORTS`; its heading has an arrow.
    """
    counted = "Figures" if group is NameGroup.PLACE else "Quotes"
    names = dict(zip(SORTS, ("Articles", counted, "Name"), strict=True))
    names[sort] += "▲" if sort == "name" else "▼"
    return _line(names["name"], names["articles"], names["count"], "Over time", width)


def passages_title(name: str, passages: int, *, mentions_only: bool, width: int) -> str:
    """What stands over the passages of a name.

    Args:
        name: As it is listed.
        passages: How many are listed.
        mentions_only: Whether it is merely mentioned.
        width: Cells of the list.
    """
    noun = "mention" if mentions_only else "passage"
    tail = f" · {passages:,} {noun}{'' if passages == 1 else 's'}"
    return fitted(clean_line(name), max(1, width - cell_len(tail))).rstrip() + tail


def name_line(profile: Profile, span: tuple[int, int], width: int) -> str:
    """A name with its counts, and a line of months where there is room."""
    numbers = f"{profile.articles:,}", f"{count_of(profile):,}"
    return _line(profile.name, *numbers, spark(profile.months, span), width)


def _line(name: str, articles: str, count: str, over_time: str, width: int) -> str:
    tail = f"{articles:>{_NUMBER + 1}}{_GAP}{count:>{_NUMBER}}"
    if width >= _LEAST_FOR_SPARK:
        tail += f"{_GAP}{over_time:{_SPARK}}"
    return fitted(clean_line(name), max(1, width - cell_len(tail) - len(_GAP))) + _GAP + tail


def passage_line(passage: Passage, width: int) -> str:
    """A passage: what it is, when and where it stands, and its words."""
    when = (passage.published or "")[:10]
    where = fitted(clean_line(passage.source or passage.title), min(18, max(1, width // 5)))
    line = f"{SIGNS[passage.kind]} {when:10} {where} {clean_line(passage.text)}"
    return fitted(line, max(1, width))

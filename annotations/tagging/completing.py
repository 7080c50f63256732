"""What tags that are being typed can go on to be."""

from collections import Counter
from collections.abc import Iterable

from annotations.tagging.paths import SEPARATOR, above

Uses = Iterable[tuple[str, int]]
"""Tags with how often each is used."""


def completed(answer: str, uses: Uses) -> list[str]:
    """Answers whose last tag is complete, or a level further; the tag most used first.

    Args:
        answer: Tags so far, parted by commas; a minus before the last one stays there. Tags that
            stand in it already are not offered again.
        uses: The tags in use.
    """
    head, comma, last = answer.rpartition(",")
    begun = last.lstrip()
    minus = "-" if begun.startswith("-") else ""
    typed = {each.strip() for each in head.split(",")}
    front = f"{head}{comma} " if comma else ""
    offered = next_levels(begun[len(minus) :].lstrip("#"), uses)
    return [f"{front}{minus}{each}" for each in offered if each not in typed]


def next_levels(begun: str, uses: Uses) -> list[str]:
    """Tags, up to their next slash, that go on from a beginning; behind them those that hold it.

    >>> next_levels("me", [("method/drone", 2), ("method/mine", 1), ("media", 1)])
    ['method/', 'media']
    >>> next_levels("method/", [("method/drone", 2), ("method/mine", 1)])
    ['method/drone', 'method/mine']
    >>> next_levels("dro", [("method/drone", 2)])
    ['method/drone']

    Args:
        begun: The beginning of a tag, or of one of its levels.
        uses: The tags in use; those that stand below another count for it, too.
    """
    start = begun.casefold()
    going_on: Counter[str] = Counter()
    holding: Counter[str] = Counter()
    for tag, count in uses:
        if tag.casefold().startswith(start):
            end = tag.find(SEPARATOR, len(begun))
            going_on[tag if end < 0 else tag[: end + 1]] += count
        elif start and any(_last(each).startswith(start) for each in (*above(tag), tag)):
            holding[tag] += count
    return [tag for tag, _ in (*_commonest(going_on), *_commonest(holding))]


def _last(path: str) -> str:
    return path.rpartition(SEPARATOR)[2].casefold()


def _commonest(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda each: (-each[1], each[0].casefold()))

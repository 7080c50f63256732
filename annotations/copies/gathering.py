"""From pairs that are alike to groups. Pure."""

from collections.abc import Collection, Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def groups(
    alike: Mapping[Key, Collection[Key]], rank: Mapping[Key, tuple[object, ...]]
) -> list[list[Key]]:
    """Groups in which every article is like one that all are gathered round.

    Following pairs from one to the next would gather what has nothing in common, as each edit of a
    live page leads a little further. So the one with the most like it takes these, then the one of
    the rest, and so on: stars, as Aslam, Pelekhov and Rusu (2004) cover graphs of documents. The
    order in which the pairs were found does not matter.

    Args:
        alike: For each article those that are like it, both ways.
        rank: What decides between equals, the smallest first.

    Returns:
        Groups of two and more, each in the order of the ranks.
    """
    left = set(alike)
    found = []
    for centre in sorted(alike, key=lambda each: (-len(alike[each]), rank[each])):
        if centre in left:
            members = left & {centre, *alike[centre]}
            left -= members
            found.append(sorted(members, key=lambda each: rank[each]))
    return [members for members in found if len(members) > 1]

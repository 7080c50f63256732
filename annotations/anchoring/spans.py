"""Where stretches of an old text are in a new one."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from annotations.anchoring.blocks import Block, common_head, telling_blocks

Range = tuple[int, int]
"""Half open, in characters."""

_AROUND = 100
"""Characters on either side that are looked at."""
_NEAR = 8
"""Characters around it in common that tell a place between the same neighbours from others."""
_FAR = 24
"""The same, for a place elsewhere, as in a paragraph that was moved."""
_LONG = 40
"""Characters of what is itself so long that it is not written twice by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A place in the new text that has the words of a stretch of the old one."""

    place: Range
    context: int
    """Characters around it that both have in common."""
    is_between: bool
    """Whether it stands between what the stretch stood between."""


class Anchors:
    """Where stretches of one text are in another.

    What lies within a long equal stretch of both is there. Of all else the words are looked for
    in what is new: where they stand with most of the old words around them, or once before and
    once after between the same neighbours in a paragraph, they are found. Where two places are as
    good, or one place is as good for two stretches, nothing is.
    """

    def __init__(self, old: str, new: str) -> None:
        """Args:
        old: The text in which stretches are known.
        new: The text in which they are looked for.
        """
        self._old, self.new = old, new
        self._blocks = [Block(0, 0, 0), *telling_blocks(old, new), Block(len(old), len(new), 0)]
        self._olds = [block.old for block in self._blocks]
        self._ends = [block.old + block.length for block in self._blocks]
        self._gaps = [
            (before.new + before.length, after.new) for before, after in pairwise(self._blocks)
        ]
        """What is new in the new text: nothing of the old one is known to be there."""

    def of(self, stretches: Collection[Range]) -> dict[Range, Range]:
        """Where stretches are; those that are not found, or not for certain, are left out.

        No two of them are given the same place.
        """
        certain: dict[Range, Range] = {}
        claims: defaultdict[Range, list[tuple[int, Range]]] = defaultdict(list)
        for stretch in set(stretches):
            kept = self.kept(stretch)
            if kept is not None:
                certain[stretch] = kept
            elif (best := self._best(stretch)) is not None:
                claims[best.place].append((best.context, stretch))
        for place, rivals in claims.items():
            rivals.sort(reverse=True)
            if len(rivals) == 1 or rivals[0][0] > rivals[1][0]:
                certain[rivals[0][1]] = place
        return certain

    def kept(self, stretch: Range) -> Range | None:
        """Where a stretch is that lies within a long equal stretch of both texts; else null."""
        start, end = stretch
        block = self._blocks[bisect_right(self._olds, start) - 1]
        if end > block.old + block.length:
            return None
        place = start + block.new - block.old, end + block.new - block.old
        return place if _is_alike(self._old, stretch, self.new, place) else None

    def nearest(self, offset: int) -> int:
        """Where a character is, or what is nearest to where it was."""
        block = self._blocks[bisect_right(self._olds, offset) - 1]
        return block.new + min(max(0, offset - block.old), block.length)

    def candidates(self, stretch: Range) -> list[Found]:
        """Where in what is new the words of a stretch stand, the most alike place first."""
        start, end = stretch
        words = self._old[start:end]
        neighbours = self.between(stretch)
        found = [
            Found(
                place=place,
                context=self._context(stretch, place),
                is_between=neighbours[0] <= place[0] and place[1] <= neighbours[1],
            )
            for gap in self._gaps
            if gap[1] - gap[0] >= len(words)
            for place in _places(words, self.new, *gap)
            if _is_alike(self._old, stretch, self.new, place)
        ]
        return sorted(found, key=lambda each: (-each.context, not each.is_between, each.place))

    def places(self, stretch: Range, among: Range) -> list[Range]:
        """Where in a part of the new text the words of a stretch stand, be it known what is there.

        Args:
            stretch: Of the old text.
            among: The part.
        """
        words = self._old[slice(*stretch)]
        found = _places(words, self.new, *among)
        return [each for each in found if _is_alike(self._old, stretch, self.new, each)]

    def between(self, stretch: Range) -> Range:
        """The stretch of the new text between what a stretch of the old one stood between."""
        before, after = self._neighbours(stretch)
        return before.new + before.length, after.new

    def _neighbours(self, stretch: Range) -> tuple[Block, Block]:
        """The last block that ends before a stretch, and the first that begins behind it."""
        before = bisect_right(self._ends, stretch[0]) - 1
        after = bisect_left(self._olds, stretch[1])
        return self._blocks[before], self._blocks[after]

    def _best(self, stretch: Range) -> Found | None:
        found = self.candidates(stretch)
        if not found:
            return None
        best, *others = found
        tied = bool(others) and (others[0].context, others[0].is_between) == (
            best.context,
            best.is_between,
        )
        if not tied and self._tells(best, others, length=stretch[1] - stretch[0]):
            return best
        near = [each for each in found if each.is_between]
        return near[0] if len(near) == 1 and self._is_the_one(stretch) else None

    def _tells(self, best: Found, others: list[Found], *, length: int) -> bool:
        """Whether there is enough to say that it is this place."""
        if best.is_between and best.context >= _NEAR:
            return True
        is_long = length >= _LONG and not others
        return best.context >= _FAR or is_long

    def _is_the_one(self, stretch: Range) -> bool:
        """Whether words stood once between neighbours that are in one paragraph by now."""
        before, after = self._neighbours(stretch)
        if "\n" in self.new[slice(*self.between(stretch))].rstrip("\n"):
            return False
        words = self._old[slice(*stretch)]
        places = _places(words, self._old, before.old + before.length, after.old)
        return sum(_is_alike(self._old, stretch, self._old, each) for each in places) == 1

    def _context(self, stretch: Range, place: Range) -> int:
        (start, end), (begin, stop) = stretch, place
        before = common_head(
            self._old[max(0, start - _AROUND) : start][::-1],
            self.new[max(0, begin - _AROUND) : begin][::-1],
        )
        after = common_head(self._old[end : end + _AROUND], self.new[stop : stop + _AROUND])
        return before + after


def _places(words: str, text: str, start: int, end: int) -> Iterator[Range]:
    """Where words stand in a stretch of a text."""
    at = text.find(words, start, end)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1, end)


def _is_alike(text: str, stretch: Range, other: str, place: Range) -> bool:
    """Whether a place is a whole word, or several, where the stretch is."""
    return all(
        was_cut or not is_cut
        for was_cut, is_cut in zip(_is_cut(text, stretch), _is_cut(other, place), strict=True)
    )


def _is_cut(text: str, stretch: Range) -> tuple[bool, bool]:
    """Whether a word goes on before a stretch, and behind it."""
    start, end = stretch
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return before, after

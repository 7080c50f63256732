"""Fixed wordings such as "no fewer than", and where they stand in a text. Free of spaCy."""

from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import product
from typing import NamedTuple, Self

from annotations.detect.casualties.numbers.words import Words


class Match(NamedTuple):
    """A wording in a text, by the indexes of its words, half open."""

    name: str
    start: int
    end: int


class Wordings:
    """Wordings by what they mean, looked up at a word; of several the longest is meant.

    In a pattern `a|b` is either word and `a?` may be missing. A hyphen between two words of a
    text is read as a blank.
    """

    def __init__(self, patterns: Mapping[str, Iterable[str]]) -> None:
        """Args:
        patterns: The patterns of each name.
        """
        self._forwards, self._backwards = _Node(), _Node()
        for name, each in patterns.items():
            for wording in (form for pattern in each for form in _forms(pattern)):
                self._forwards.lead(wording, name)
                self._backwards.lead(reversed(wording), name)

    @property
    def first_words(self) -> Set[str]:
        """The words that a wording can begin with."""
        return self._forwards.next.keys()

    def at(self, words: Words, index: int) -> Match | None:
        """The wording that begins with a word."""
        match, node, end = None, self._forwards.next.get(words.at(index)), index
        while node is not None:
            end += 1
            if node.name is not None:
                match = Match(node.name, index, end)
            end = words.after_hyphen(end)
            node = node.next.get(words.at(end))
        return match

    def before(self, words: Words, end: int, *, floor: int = 0) -> Match | None:
        """The wording that ends right before a word.

        Args:
            words: The text.
            end: Index of the word.
            floor: Index of the first word that may belong to the wording.
        """
        match, start = None, end - 1
        node = self._backwards.next.get(words.at(start))
        while node is not None and start >= floor:
            if node.name is not None:
                match = Match(node.name, start, end)
            start = words.before_hyphen(start - 1)
            node = node.next.get(words.at(start))
        return match


class _Node:
    """A place in a tree of wordings."""

    __slots__ = ("name", "next")

    def __init__(self) -> None:
        self.name: str | None = None
        """What the wording that ends here means; null if none ends here."""
        self.next: dict[str, Self] = {}
        """Where each word leads."""

    def lead(self, wording: Iterable[str], name: str) -> None:
        """Make the words of a wording lead to its name."""
        node = self
        for word in wording:
            node = node.next.setdefault(word, type(self)())
        node.name = name


def _forms(pattern: str) -> Iterator[tuple[str, ...]]:
    """Spell a pattern out: each way to say it, as words."""
    for chosen in product(*map(_choices, pattern.split())):
        yield tuple(word for words in chosen for word in words)


def _choices(part: str) -> list[list[str]]:
    words = [Words(word).lower for word in part.removesuffix("?").split("|")]
    return [*words, []] if part.endswith("?") else words

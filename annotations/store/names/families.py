"""Which names are one through merges. Pure."""

from collections.abc import Mapping


class Families:
    """The merges of one group of names as a forest: each name leads to at most one other."""

    def __init__(self, parents: Mapping[str, str]) -> None:
        """Args:
        parents: What each merged name was merged into.
        """
        self._parents = parents
        self._members: dict[str, list[str]] = {}
        for name in parents:
            if (root := self.root(name)) != name:
                self._members.setdefault(root, []).append(name)

    def root(self, name: str) -> str:
        """The name that a name counts as: itself unless it was merged.

        Nothing here merges in a circle; one that another tool wrote into the file leads nowhere.
        """
        root, passed = name, {name}
        while root in self._parents:
            root = self._parents[root]
            if root in passed:
                return name
            passed.add(root)
        return root

    def merged_into(self, name: str) -> tuple[str, ...]:
        """All names that count as this one, without itself, in alphabetical order."""
        return tuple(sorted(self._members.get(name, ())))

    def family(self, name: str) -> frozenset[str]:
        """All names that count as the same as this one, itself among them."""
        root = self.root(name)
        return frozenset((root, *self._members.get(root, ())))

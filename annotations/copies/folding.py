"""Lists in which one row stands for all copies of a report. Pure."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Folding:
    """Which groups are folded."""

    every: bool = False
    """Whether groups are where nobody says otherwise."""
    others: frozenset[int] = frozenset()
    """The bests of the groups with which it is the other way round."""

    @property
    def is_any(self) -> bool:
        """Whether any can be folded."""
        return self.every or bool(self.others)

    def folds(self, best: int) -> bool:
        """Whether a group is folded."""
        return self.every != (best in self.others)

    def turned(self, best: int) -> "Folding":
        """The same, with one group the other way round."""
        return Folding(self.every, self.others ^ {best})


@dataclass(frozen=True, slots=True)
class Fold:
    """A list of which some rows stand for others."""

    keys: "array[int]"
    """The rows that are shown."""
    hidden: Mapping[int, Sequence[int]] = field(default_factory=dict)
    """What is not shown, by the row that stands for it."""
    below: Mapping[int, int] = field(default_factory=dict)
    """Which row the rows of an unfolded group stand right below."""


def folded(keys: "array[int]", groups: Mapping[int, int], folding: Folding) -> Fold:
    """A list with one row for each folded group, where the first of the group would stand.

    The best of a group stands for it if it is in the list, else the first that is. Where groups
    are folded, one that is not has its others right below that row; else nothing is moved.

    Args:
        keys: The articles in order.
        groups: The best of its group for each article that has copies.
        folding: Which groups are folded.
    """
    gathered = _gathered(keys, groups, folding)
    rows: array[int] = array("q")
    hidden: dict[int, list[int]] = {}
    below: dict[int, int] = {}
    done: set[int] = set()
    for key in keys:
        best = groups.get(key)
        if best is None or best not in gathered:
            rows.append(key)
        elif best not in done:
            done.add(best)
            row = best if best in gathered[best] else key
            others = [each for each in gathered[best] if each != row]
            rows.append(row)
            if folding.folds(best):
                hidden[row] = others
            else:
                rows.extend(others)
                below.update(dict.fromkeys(others, row))
    return Fold(rows, hidden, below)


def _gathered(
    keys: "array[int]", groups: Mapping[int, int], folding: Folding
) -> dict[int, list[int]]:
    """What is listed of each group that does not stay as it is, by the best of the group."""
    found: dict[int, list[int]] = {}
    for key in keys:
        best = groups.get(key)
        if best is not None and (folding.every or folding.folds(best)):
            found.setdefault(best, []).append(key)
    return {best: members for best, members in found.items() if len(members) > 1}

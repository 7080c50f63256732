"""Labels as brat takes them: letters of ASCII, digits, hyphens and underscores."""

import re
from collections.abc import Mapping

from annotations.text import without_accents

_FORBIDDEN = re.compile("[^A-Za-z0-9_-]")


class Types:
    """The types that stand for labels; each label has one of its own."""

    def __init__(self) -> None:
        """No label is known yet."""
        self._types: dict[str, str] = {}
        self._taken: set[str] = set()

    def of(self, label: str) -> str:
        """The type of a label: itself if brat takes it, else what is like it."""
        if label not in self._types:
            self._types[label] = self._free(storage_form(label))
        return self._types[label]

    def labels(self) -> Mapping[str, str]:
        """The labels that stand for themselves nowhere, by their types."""
        return {each: label for label, each in self._types.items() if each != label}

    def used(self) -> frozenset[str]:
        """All types so far."""
        return frozenset(self._taken)

    def _free(self, wanted: str) -> str:
        found, number = wanted, 2
        while found in self._taken:
            found, number = f"{wanted}-{number}", number + 1
        self._taken.add(found)
        return found


def storage_form(label: str) -> str:
    """A label with underscores for what cannot be in a type.

    >>> storage_form("Waffe/Rakete, groß")
    'Waffe_Rakete__gro_'
    """
    form = _FORBIDDEN.sub("_", without_accents(label))
    return form if form.strip("_-") else "LABEL"  # a line of hyphens would be a rule to brat

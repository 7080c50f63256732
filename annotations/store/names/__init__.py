"""The index of names: which names are the same across articles, as a person decides.

`index` is the door, `beginning` answers who is typing a name. `schema` makes the tables of
decisions and the views that resolve them; `decisions` reads and writes their rows, `deciding`
makes sure that they fit. `families`, `spelling` and `suggesting` are pure: what merges add up to,
when two names are alike, and which to suggest.
"""

from annotations.store.names.values import (
    CountedName,
    Likeness,
    Merge,
    Name,
    NameGroup,
    Split,
    Suggestion,
)

__all__ = ["CountedName", "Likeness", "Merge", "Name", "NameGroup", "Split", "Suggestion"]

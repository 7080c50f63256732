"""The index of names: which names are the same across articles, as a person decides.

`index` is the door. `schema` makes the tables of decisions and the views that resolve them;
`decisions` reads and writes their rows, `deciding` makes sure that they fit. `families`, `spelling`
and `suggesting` are pure: what merges add up to, when two names are alike, and which to suggest.
"""

from annotations.store.names.values import Likeness, Merge, Name, NameGroup, Split, Suggestion

__all__ = ["Likeness", "Merge", "Name", "NameGroup", "Split", "Suggestion"]

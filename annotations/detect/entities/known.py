"""Names that the lexicon knows with their labels: nations and their people, bodies, regions."""

from collections.abc import Mapping
from functools import cache

from annotations.detect import lexicon
from annotations.detect.lookup import Lookup

_SHORTEST_IN_CAPITALS = 4
"""Letters of a name that is known in capitals too: "IRAQ", but not "LAO"."""


@cache
def known_names() -> Mapping[str, str]:
    """The label of each known name, as it is written; plurals of peoples and capitals included."""
    known: dict[str, str] = {}
    for label, names in lexicon.table("known_names").items():
        for name in names:
            known[name] = label
            if label == "NORP":
                known.setdefault(f"{name}s", label)
    for nation in lexicon.sections("nations").values():
        known |= dict.fromkeys((*nation["names"], *nation.get("parts", ())), "GPE")
        for people in nation["people"]:
            known |= {people: "NORP", f"{people}s": "NORP"}
    capitals = {
        name.upper(): label for name, label in known.items() if len(name) >= _SHORTEST_IN_CAPITALS
    }
    return capitals | known


@cache
def known() -> Lookup[str]:
    """Finds the names that the lexicon knows."""
    return Lookup(known_names())

"""Which countries an article speaks of, by their names and the words for their people."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from annotations.detect import lexicon
from annotations.model import Entity

_SHARED = frozenset(("GE", "JO", "TD"))
"""Countries whose names are also those of others; their names alone say little."""


@cache
def _codes() -> Mapping[str, str]:
    """The code of each country by its names, and by its people's, in lower case."""
    codes: dict[str, str] = {}
    for code, nation in lexicon.sections("nations").items():
        for name in (*nation["names"], *nation.get("parts", ()), *nation["people"]):
            codes.setdefault(name.casefold(), code)
            codes.setdefault(f"{name.casefold()}s", code)
    return codes


def code_of(name: str) -> str | None:
    """The code of the country that a name or adjective belongs to."""
    return _codes().get(name.casefold())


def nations_in(entities: Iterable[Entity]) -> Counter[str]:
    """How often an article names each country or its people."""
    counted: Counter[str] = Counter()
    for each in entities:
        if each.label in ("GPE", "NORP") and each.name is not None:
            code = code_of(each.name)
            is_shared = each.label == "GPE" and code in _SHARED
            if code is not None and not is_shared:
                counted[code] += 1
    return counted

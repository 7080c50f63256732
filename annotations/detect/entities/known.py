"""Names that the lexicon knows with their labels: nations and their people, bodies, regions."""

from collections.abc import Iterator, Mapping
from functools import cache

from annotations.detect import lexicon
from annotations.detect.entities.names import plural_of
from annotations.detect.lookup import Lookup

_SHORTEST_IN_CAPITALS = 4
"""Letters of a name that is known in capitals too: "IRAQ", but not "LAO"."""
_CAPITALS = "capitals"


@cache
def known_names() -> Mapping[str, str]:
    """The label of each known name, as it is written; plurals of peoples and capitals included.

    None of them is an ordinary word.
    """
    return {name: label for name, label in _all().items() if name not in doubtful_names()}


@cache
def doubtful_names() -> Mapping[str, str]:
    """The label of each known name that is also an ordinary word, first name or surname."""
    return _with_forms(
        (name, label)
        for label, names in lexicon.table("doubtful_names").items()
        if label != _CAPITALS
        for name in names
    )


@cache
def known() -> Lookup[str]:
    """Finds the names that the lexicon knows, doubtful ones among them."""
    return Lookup({**_all(), **doubtful_names()})


def is_word_in_capitals(name: str) -> bool:
    """Whether a name is an ordinary word among words in capitals: "CAR" in "CAR BOMB"."""
    return name in lexicon.table("doubtful_names")[_CAPITALS]


@cache
def _all() -> Mapping[str, str]:
    return _with_forms(_listed())


def _listed() -> Iterator[tuple[str, str]]:
    """Yield the names of both lists with their labels, those that win last."""
    for label, names in lexicon.table("known_names").items():
        yield from ((name, label) for name in names)
    for nation in lexicon.sections("nations").values():
        yield from ((name, "GPE") for name in (*nation["names"], *nation.get("parts", ())))
        yield from ((people, "NORP") for people in nation["people"])


def _with_forms(listed: Iterator[tuple[str, str]]) -> Mapping[str, str]:
    """Names with their plurals, if they are peoples', and in capitals."""
    names = dict(listed)
    plurals = {plural_of(name): label for name, label in names.items() if label == "NORP"}
    known = plurals | names
    capitals = {
        name.upper(): label for name, label in known.items() if len(name) >= _SHORTEST_IN_CAPITALS
    }
    return capitals | known

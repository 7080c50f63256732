"""Which column of a record says which field of an article."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from annotations.sources.tables.names import BEFORE_NAMES, NAMES, SHORT_TEXT, TEXT

_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which columns may say what, the likeliest first."""

    text: tuple[str, ...]
    others: Mapping[str, tuple[str, ...]]
    """For each other field that there are columns for."""


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name without what is written in different ways: case, blanks, accents, punctuation."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKD", name.casefold()))


@lru_cache(maxsize=512)
def columns_of(names: tuple[str, ...]) -> Columns:
    """Guess what the columns of a record hold from what they are called.

    A part of a text, such as its first paragraph, counts as text only where there is no other.
    """
    known: dict[str, list[str]] = {}
    for name in names:
        for variant in _variants(folded(name)):
            known.setdefault(variant, []).append(name)
    return Columns(
        text=_among(known, TEXT) or _among(known, SHORT_TEXT),
        others={field: found for field, usual in NAMES.items() if (found := _among(known, usual))},
    )


def wanted(names: tuple[str, ...], fields: Mapping[str, str]) -> tuple[str, ...]:
    """The columns that need to be read; all, where none is known to be text or a person has spoken.

    Images and vectors, which lie beside texts in data sets, are often most of a file.
    """
    columns = columns_of(names)
    if not columns.text or fields:
        return names
    others = (name for found in columns.others.values() for name in found)
    known = {*columns.text, *others}
    return tuple(name for name in names if name in known)


def _among(known: Mapping[str, list[str]], usual: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in usual for name in known.get(each, ())))


def _variants(name: str) -> Iterator[str]:
    yield name
    for before in BEFORE_NAMES:
        if name.startswith(before) and len(name) > len(before):
            yield name.removeprefix(before)

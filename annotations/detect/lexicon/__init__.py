"""Word lists that the layers share, as data files beside this module, each read once.

A list is a text file: one entry a line, `#` begins a comment. A table is a TOML file of
arrays of strings, or a TSV file where there are thousands of rows. Each file says at its head
where its entries come from.
"""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any


@cache
def words(name: str) -> frozenset[str]:
    """The entries of the list `NAME.txt`."""
    lines = _read(f"{name}.txt").splitlines()
    return frozenset(filter(None, (line.partition("#")[0].strip() for line in lines)))


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """The arrays of `NAME.toml`, in the order of the file."""
    return {key: tuple(values) for key, values in tomllib.loads(_read(f"{name}.toml")).items()}


@cache
def inverted(name: str) -> dict[str, str]:
    """The table `NAME.toml` read backwards: from each entry to the array that holds it."""
    return {entry: key for key, entries in table(name).items() for entry in entries}


@cache
def sections(name: str) -> dict[str, dict[str, Any]]:
    """The tables of `NAME.toml` as they are, in the order of the file."""
    return tomllib.loads(_read(f"{name}.toml"))


@cache
def rows(name: str) -> Sequence[tuple[str, ...]]:
    """The lines of `NAME.tsv`, each cut at its tabs."""
    lines = _read(f"{name}.tsv").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


def _read(file: str) -> str:
    return resources.files(__package__).joinpath(file).read_text(encoding="utf-8")

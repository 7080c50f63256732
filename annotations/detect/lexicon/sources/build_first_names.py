"""Builds `first_names.toml`, the list of first names, from the sources beside this script.

Run it by its path, without arguments, after a change to one of them.
"""

import textwrap
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

SOURCES = Path(__file__).parent
TARGET = SOURCES.parent / "first_names.toml"

SHARE = 0.95
"""How many of a name's bearers have to be men, or women, for the name to tell."""
UNLISTED = 0.0001
"""The percentage taken for a name that a list lacks: a tenth of the least that it prints.

A list's rarest names, rounded to 0.001 %, are thereby too uncertain to tell.
"""

HEAD = """\
# First names that are given (nearly) only to men, `he`, or only to women, `she`; lower case.
# Built for closeread by sources/build_first_names.py from the US census of 1990 (public domain)
# and from sources/world_first_names.toml, written for closeread; change those, not this file.
"""


def census(list_name: str) -> dict[str, float]:
    """How many percent of the people on one of the two census lists bear each name."""
    text = (SOURCES / f"census_1990_{list_name}.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {name: float(percent) for name, percent in rows}


def telling(names: dict[str, float], others: dict[str, float]) -> set[str]:
    """The names of one list that few people on the other list bear."""
    return {
        name
        for name, percent in names.items()
        if percent >= SHARE * (percent + others.get(name, UNLISTED))
    }


def first_names() -> dict[str, list[str]]:
    """The arrays of the result; what is known of the world overrules the census."""
    world_text = (SOURCES / "world_first_names.toml").read_text(encoding="utf-8")
    world = {key: set(names) for key, names in tomllib.loads(world_text).items()}
    men, women = census("men"), census("women")
    he = (telling(men, women) - world["she"]) | world["he"]
    she = (telling(women, men) - world["he"]) | world["she"]
    return {"he": sorted(he - world["either"]), "she": sorted(she - world["either"])}


def rendered(arrays: dict[str, list[str]]) -> str:
    """The text of `first_names.toml`."""
    return HEAD + "".join("\n" + "\n".join(_array(*array)) + "\n" for array in arrays.items())


def _array(key: str, names: Iterable[str]) -> Iterator[str]:
    yield f"{key} = ["
    # One word to the filler, hyphens and all, so that no name is broken.
    entries = " ".join(f'"{name}",' for name in names)
    yield from textwrap.wrap(
        entries, 100, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
    )
    yield "]"


if __name__ == "__main__":
    TARGET.write_text(rendered(first_names()), encoding="utf-8", newline="\n")

"""Sources turn bytes into articles: clean text that never changes again, plus metadata.

One module a kind of source; `all_kinds` lists them. Reading is lazy, and an input that cannot be
read is yielded as a `SourceError` in its place, so that all others are still read:

    for item in sources.read(Path("reports")):
        if isinstance(item, SourceError):
            ...
"""

from annotations.sources.inputs import Input, input_of_bytes
from annotations.sources.kinds import Item, Kind
from annotations.sources.network.addresses import Address, Source, source_of
from annotations.sources.options import PLAIN, Options
from annotations.sources.reading import (
    STANDARD_INPUT,
    first_article,
    read,
    read_all,
    read_input,
    read_standard_input,
)
from annotations.sources.registry import all_kinds

__all__ = [
    "PLAIN",
    "STANDARD_INPUT",
    "Address",
    "Input",
    "Item",
    "Kind",
    "Options",
    "Source",
    "all_kinds",
    "first_article",
    "input_of_bytes",
    "read",
    "read_all",
    "read_input",
    "read_standard_input",
    "source_of",
]

"""Sources turn bytes into articles: clean text that never changes again, plus metadata.

One module a kind of source; `KINDS` lists them. Reading is lazy, and an input that cannot be
read is yielded as a `SourceError` in its place, so that all others are still read:

    for item in sources.read(Path("reports")):
        if isinstance(item, SourceError):
            ...
"""

from annotations.sources.kinds import Item, Kind
from annotations.sources.reading import (
    KINDS,
    STANDARD_INPUT,
    first_article,
    read,
    read_all,
    read_standard_input,
)

__all__ = [
    "KINDS",
    "STANDARD_INPUT",
    "Item",
    "Kind",
    "first_article",
    "read",
    "read_all",
    "read_standard_input",
]

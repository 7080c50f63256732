"""What a person asks of reading, whatever the kind of source."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.sources.inputs import Input

Fetch = Callable[[str], "AbstractContextManager[Input]"]
"""Opens an address. Raises a `SourceError` that says why it cannot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to read."""

    fields: Mapping[str, str] = field(default_factory=dict)
    """For each field of an article, what records call it, instead of the usual names."""
    include: tuple[str, ...] = ()
    """Patterns of names that are wanted from folders and archives; empty for all."""
    exclude: tuple[str, ...] = ()
    """Patterns of names that are not."""
    full: bool = False
    """Whether to fetch the page behind an entry of a feed."""
    fetch: Fetch | None = None
    """Null where the network must not be touched."""


PLAIN = Options()
"""Nothing asked for."""

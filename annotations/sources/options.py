"""What a person asks of reading, whatever the kind of source."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from annotations.sources.inputs import Input


class Known(Protocol):
    """Remembers files, so that those that were read before need not be opened again."""

    def begins(self, path: Path) -> bool:
        """Whether a file has to be read; not if all that it holds is known already."""

    def ends(self, path: Path, *, whole: bool) -> None:
        """That a file has been read, and whether all that it holds could be."""


Fetch = Callable[[str], "AbstractContextManager[Input]"]
"""Opens an address. Raises a `SourceError` that says why it cannot."""


def nobody(remark: str) -> None:
    """Whom remarks are told if nobody wants to hear them."""


def never(address: str) -> bool:
    """That nothing from an address is known."""
    return False


def nothing(article_id: str) -> str | None:
    """That no article is known."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to read."""

    fields: Mapping[str, str] = field(default_factory=dict)
    """For each field of an article, what records call it, instead of the usual names."""
    table: str | None = None
    """The table or view of a database that is to be read; null for all that hold articles."""
    include: tuple[str, ...] = ()
    """Patterns of names that are wanted from folders and archives; empty for all."""
    exclude: tuple[str, ...] = ()
    """Patterns of names that are not."""
    full: bool = False
    """Whether to fetch the page behind an entry of a feed."""
    fetch: Fetch | None = None
    """Null where the network must not be touched."""
    tell: Callable[[str], object] = nobody
    """Takes what a person should know of what was read, where nothing has failed."""
    is_known: Callable[[str], bool] = never
    """Whether an article from this address is in the library already."""
    known_text: Callable[[str], str | None] = nothing
    """The text of the article in the library that has this id; null if none has."""
    taken: set[tuple[str, str]] | None = None
    """Ids and hashes of the entries of feeds whose pages were read already, and need not be again;
    null where nobody comes back."""

    known: Known | None = None
    """Null to read whatever there is."""

    def offline(self) -> Self:
        """The same without the network."""
        return replace(self, fetch=None)


PLAIN = Options()
"""Nothing asked for."""

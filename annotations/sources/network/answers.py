"""What came back from an address."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.sources.inputs import Input


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server wants to hear the next time, to say that nothing has changed."""

    etag: str | None = None
    modified: str | None = None
    """The date as the server wrote it."""

    def headers(self) -> dict[str, str]:
        """They as headers of a request."""
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in pairs.items() if value}


NEVER_SEEN = Validators()
"""Of an address that was not asked before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer that is no failure."""

    input: "Input | None"
    """The open input; null if nothing has changed since."""
    validators: Validators
    retry_after: float | None = None
    """Seconds that the server asks to be left alone for; null if it does not say."""

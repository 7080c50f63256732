"""What every XML of news comes down to."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem:
    """One item of news."""

    id: str
    """As its publisher gave it; empty if none."""
    metadata: Mapping[str, object]
    """Under the usual names."""
    text: str
    """Empty if it has none."""
    has_media_alone: bool = False
    """Whether its content is a picture or the like, elsewhere."""
    withdrawn: str = ""
    """What its publisher says if it is not to be used; empty if it is."""

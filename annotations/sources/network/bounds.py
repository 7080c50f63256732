"""How much time and how many bytes an address may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The bounds of one address, redirects included."""

    connect: float = 10
    """Seconds until a machine has to take the connection."""
    read: float = 30
    """Seconds that it may be silent."""
    total: float = 300
    """Seconds for everything: one that sends a byte now and then is never silent."""
    size: int = 200_000_000
    """Bytes, as they are sent and after they are decompressed."""
    redirects: int = 8
    """How often it may lead elsewhere."""


USUAL = Bounds()
"""What is right for pages, feeds and files of articles."""

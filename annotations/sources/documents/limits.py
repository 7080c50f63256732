"""How much of a document is read; its parts are compressed, and may lie about their size."""

PART = 200_000_000
"""Bytes of the part that holds a document's text; it is parsed piece by piece."""
SMALL_PART = 8_000_000
"""Bytes of a part that is held in memory: metadata, styles, lists."""
PARTS = 20_000
"""Members of one zipped document."""

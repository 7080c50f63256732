"""How much of an input is read, so that none can fill the memory or the disk."""

HEAD = 65_536
"""Bytes at the beginning that tell the kind."""
WHOLE = 64_000_000
"""Bytes of one article's file, one message, one line or one record."""
COPY = 2_000_000_000
"""Bytes of a temporary copy."""
TEXT = 20_000_000
"""Characters of an article."""
DEPTH = 4
"""Archives within archives."""

"""Paired quotation marks and dialogue dashes: which stretches of a text are inside them.

Free of spaCy: pairing looks at characters, one paragraph at a time, before anything is parsed.
"""

from annotations.detect.quotes.marks.pairing import pair
from annotations.detect.quotes.marks.regions import Kind, Region, Regions

__all__ = ["Kind", "Region", "Regions", "pair"]

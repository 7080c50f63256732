"""Archives: zip, tar, compressed files and web archives, unpacked in memory and within bounds.

Nothing is ever written to disk under a name that an archive gives.
"""

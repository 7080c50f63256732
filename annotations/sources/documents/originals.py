"""The hash of the file that an article was read from, however large it is."""

import hashlib
from typing import BinaryIO

_CHUNK = 1_000_000


def digest_of(file: BinaryIO) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal digits; it is at its start afterwards."""
    file.seek(0)
    digest = hashlib.sha256()
    while piece := file.read(_CHUNK):
        digest.update(piece)
    file.seek(0)
    return digest.hexdigest()

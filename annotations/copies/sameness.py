"""Whether two texts are the same to a reader: blanks and typography apart. Pure."""

import unicodedata
from functools import lru_cache
from hashlib import blake2b

from annotations.copies.wording import LEAST_WORDS, words

_TYPOGRAPHY = (
    {ord(each): "'" for each in "‘’‚‛′ʼʻ`´"}
    | {ord(each): '"' for each in "“”„‟″«»"}
    | {ord(each): "-" for each in "‐‑‒–—―−"}
    | {ord("…"): "..."}
    | dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))  # seen by nobody
)


@lru_cache(maxsize=2)  # a text that is added is looked for, then kept
def fingerprint(text: str) -> bytes:
    """What two texts share if they differ in nothing but blanks, line ends and typography.

    Quotation marks, dashes and ellipses of all kinds count as the plain ones, and so do letters
    made of several characters. 16 bytes.
    """
    plain = text.translate(_TYPOGRAPHY)
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", plain)
    plain = "".join(plain.replace('"', "'").replace("''", "'").split())
    return blake2b(plain.encode(errors="replace"), digest_size=16).digest()


def is_telling(text: str) -> bool:
    """Whether a text is long enough that nobody else would come to write the very same.

    "Subscribe to read on" is under many addresses, and of as many articles.
    """
    return len(words(text[: LEAST_WORDS * 40])) >= LEAST_WORDS

"""Short sketches of texts, which are alike where the texts are: MinHash, and bands of it. Pure.

Two sets of which a share J is common have the same value in each place of their sketches with
probability J (Broder 1997). Bands of `_ROWS` places each are alike with J to that power, and one of
`_BANDS` is with 1 - (1 - J³)³²: of pairs of texts that have half of their stretches in common
98.6 % meet in a band, at 0.3 it is 58 %, at 0.05 four in a thousand.

rensa makes the sketches. Its values depend on nothing but the stretches, the size, the seed and the
version of its algorithm; `METHOD` names them all, so that sketches of another make are not
compared with these.
"""

from collections.abc import Sequence

from annotations.copies.wording import STRETCH

_PLACES = 128
"""More than the bands need: a power of two is quicker to make than fewer places are."""
_BANDS = 32
_ROWS = 3
_SEED = 20161028
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5)
"""Odd numbers of 64 bits, from which xxHash makes its own mixture."""
_LOW = (1 << 64) - 1
_SIGNED = 1 << 63


def method() -> str:
    """How sketches are made, in a word that changes with them."""
    from rensa import RMinHash  # ten milliseconds, and only for whoever looks for copies

    made = f"rensa-r{RMinHash.ALGORITHM_VERSION}-{_PLACES}-{_SEED}"
    return f"{made}-words-{STRETCH}-bands-{_BANDS}x{_ROWS}"


def bands(texts: Sequence[Sequence[str]]) -> list[list[int]]:
    """The bands of the sketches of texts: signed numbers of 64 bits.

    Args:
        texts: The stretches of each.

    Returns:
        As many numbers for each text that has stretches, none for one that has none.
    """
    from rensa import RMinHash

    digests = RMinHash.digests_from_token_sets(texts, num_perm=_PLACES, seed=_SEED)
    return [_bands(digest) if text else [] for text, digest in zip(texts, digests, strict=True)]


def _bands(digest: Sequence[int]) -> list[int]:
    first, second, third, fourth = _FACTORS
    return [
        ((((a * first + b) * second + c) * third + band * fourth) & _LOW) - _SIGNED
        for band, (a, b, c) in enumerate(
            zip(*(digest[row : _BANDS * _ROWS : _ROWS] for row in range(_ROWS)), strict=True)
        )
    ]

"""Names of places as they are compared."""

from annotations.text import without_accents

_ARTICLES = frozenset(
    (
        "al",
        "el",
        "ar",
        "as",
        "ash",
        "an",
        "ad",
        "at",
        "az",
        "er",
        "es",
        "esh",
        "ed",
        "et",
        "ez",
        "the",
    )
)
_WHOLE = frozenset(("el salvador",))
"""Names that without their article are those of other places."""
_SHORT = {"&": "and", "fort": "ft", "mount": "mt", "saint": "st", "sainte": "ste"}
_LETTERS = {
    "Æ": "Ae",
    "æ": "ae",
    "Đ": "D",
    "đ": "d",
    "ð": "d",
    "Ħ": "H",
    "ħ": "h",
    "ı": "i",
    "Ł": "L",
    "ł": "l",
    "Ø": "O",
    "ø": "o",
    "Œ": "Oe",
    "œ": "oe",
    "Þ": "Th",
    "þ": "th",
}
"""Letters that Unicode does not take apart."""
_MARKS = str.maketrans({**dict.fromkeys("-‐‑–", " "), **dict.fromkeys("'’‘`ʻʼʽʾʿ."), **_LETTERS})


def folded(name: str) -> str:
    """A name without case, accents, marks and articles: "Deir ez-Zor" is "deir zor".

    Words that news writes in full or short are short: "Saint Louis" is "st louis".
    """
    plain = name.translate(_MARKS)
    words = (plain if plain.isascii() else without_accents(plain)).casefold().split()
    whole = " ".join(words)
    if whole in _WHOLE:
        return whole
    return " ".join(_SHORT.get(word, word) for word in words if word not in _ARTICLES) or whole

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
_MARKS = str.maketrans("-", " ", "'’‘ʻʼ.")


def folded(name: str) -> str:
    """A name without case, accents, marks and articles: "Deir ez-Zor" is "deir zor"."""
    plain = name.translate(_MARKS)
    words = (plain if plain.isascii() else without_accents(plain)).casefold().split()
    return " ".join(word for word in words if word not in _ARTICLES) or " ".join(words)

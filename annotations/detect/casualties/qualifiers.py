"""The words before a number that say how exactly it is meant, and what they do to its bounds.

Free of spaCy. The names and their effects follow UCDP's low, high and best estimates.
"""

import re
from dataclasses import replace

from annotations.model import Count

_PHRASES = {
    "at_least": r"at (?:the very )?least|(?:no|not) (?:fewer|less) than|a minimum of|upwards? of",
    "up_to": r"up to|as (?:many|much) as|a maximum of|at (?:the )?most|(?:no|not) more than",
    "more_than": r"(?:(?:well|just|slightly|far|many|even) )?(?:more than|over|above)"
    r"|in excess of|exceeding",
    "less_than": r"(?:(?:well|slightly|far) )?(?:fewer than|less than|under|below)|short of",
    "nearly": r"nearly|almost|close to|approaching|just (?:under|below|short of)",
    "about": r"about|around|approximately|roughly|some|(?:an )?estimated|circa|or so"
    r"|in the region of|somewhere around",
    "only": r"only|just|exactly|precisely",
    "total": r"a total of|all(?: of)?(?: the)?|in all",
    "another": r"another|a further|an additional|an extra",
    "the": r"the|these|those",
}
_BEFORE = re.compile(
    r"(?<![\w’'-])(?:"
    + "|".join(f"(?P<{name}>{form})" for name, form in _PHRASES.items())
    + r") $",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"\s")
_MOVEMENT = re.compile(
    r"\b(?:rose|risen|rises|rising|climb\w*|tick\w*|went|gone|jump\w*|edg\w+|mov\w+|inch\w*"
    r"|crept|push\w*|soar\w*|hand\w*|turn\w*|g[ai]v\w+|t[ao]k\w+) $",
    re.IGNORECASE,
)
_LONGEST = 40
"""Characters before a number that are looked at."""


def before(text: str, position: int) -> tuple[tuple[str, ...], int]:
    """The qualifiers that stand directly before a number, and where the first one begins.

    Args:
        text: The text.
        position: Where the number begins.

    Returns:
        Their names, outermost first, at most two ("at least another 12"); and the start of the
        whole phrase, which is `position` if there is none.
    """
    names: list[str] = []
    while len(names) < 2:
        left = _BLANKS.sub(" ", text[max(0, position - _LONGEST) : position])
        match = _BEFORE.search(left)
        if not match or match.lastgroup is None or _is_movement(left, match):
            break
        names.insert(0, match.lastgroup)
        position -= len(left) - match.start()
    return tuple(names), position


def _is_movement(left: str, match: re.Match[str]) -> bool:
    """Whether the words belong to a verb: "the toll rose up to 41", "handed over 37"."""
    is_particle = match[0].lower() in ("up to ", "over ")
    return is_particle and _MOVEMENT.search(left[: match.start()]) is not None


def main(names: tuple[str, ...]) -> str | None:
    """The qualifier to record: one that sets a bound before one that does not."""
    order = list(_PHRASES)
    return min(names, key=order.index, default=None)


def bounded(count: Count, qualifier: str | None) -> Count:
    """The count with the bound lifted that its qualifier leaves open."""
    if qualifier in ("at_least", "more_than"):
        return replace(count, high=None)
    if qualifier in ("up_to", "less_than") and count.high is not None:
        return replace(count, low=None, best=count.high)
    return count

"""Where an annotation of the web is in a text: by its position, and by its words.

The Recommendation counts characters of the text, that is code points, and quotes the words with
some of what stands before and after them (https://www.w3.org/TR/annotation-model/#selectors). Some
programs count UTF-16 units, or positions in a page as it was; the words decide.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from annotations.errors import SourceError
from annotations.records import Record

POSITION, QUOTE = "TextPositionSelector", "TextQuoteSelector"

_AROUND = 32
"""Characters of context, as in Hypothes.is and Recogito."""
_MOST = 1_000
"""Places at which the same words are compared by what is around them."""


def selectors(text: str, start: int, end: int) -> list[Record]:
    """Both selectors of a stretch; some programs read no annotation that has only one."""
    return [
        {"type": POSITION, "start": start, "end": end},
        {
            "type": QUOTE,
            "exact": text[start:end],
            "prefix": text[max(0, start - _AROUND) : start],
            "suffix": text[end : end + _AROUND],
        },
    ]


def located(text: str, listed: Sequence[object]) -> tuple[int, int]:
    """Where selectors lead in a text, in code points.

    Args:
        text: The text.
        listed: Selectors; whatever else is among them is passed over.

    Raises:
        SourceError: If they lead nowhere, or to several places alike.
    """
    by_type = {str(each.get("type")): each for each in listed if isinstance(each, dict)}
    position, quote = by_type.get(POSITION), by_type.get(QUOTE)
    place = None if position is None else _place(position)
    exact = None if quote is None else quote.get("exact")
    if not isinstance(exact, str) or not exact.strip():
        if place is None or not 0 <= place[0] < place[1] <= len(text):
            raise SourceError("it does not say where in the text it is")
        return place
    if place is not None and text[slice(*place)] == exact:
        return place
    assert quote is not None
    return _quoted(text, exact, quote, near=None if place is None else place[0])


def _place(position: Mapping[str, Any]) -> tuple[int, int] | None:
    start, end = position.get("start"), position.get("end")
    return (start, end) if isinstance(start, int) and isinstance(end, int) else None


def _quoted(
    text: str, exact: str, quote: Mapping[str, Any], *, near: int | None
) -> tuple[int, int]:
    """The place of the words that has most of what should be around it, or is nearest."""
    found = _occurrences(text, exact)
    if not found:
        raise SourceError(f"{exact[:60]!r} is not in the text")
    prefix, suffix = _folded(quote.get("prefix")), _folded(quote.get("suffix"))

    def fit(place: tuple[int, int]) -> int:
        before = _folded(text[max(0, place[0] - 2 * _AROUND) : place[0]])
        after = _folded(text[place[1] : place[1] + 2 * _AROUND])
        return _shared(reversed(before), reversed(prefix)) + _shared(after, suffix)

    scores = {place: fit(place) for place in found}
    best = [place for place, score in scores.items() if score == max(scores.values())]
    if len(best) > 1 and near is None:
        raise SourceError(f"{exact[:60]!r} is at {len(best)} places of the text that look alike")
    return min(best, key=lambda place: abs(place[0] - (near or 0)))


def _occurrences(text: str, exact: str) -> list[tuple[int, int]]:
    """Where words are, whatever blanks and line ends are between them."""
    pattern = re.compile(r"\s+".join(map(re.escape, exact.split())))
    found: list[tuple[int, int]] = []
    for match in pattern.finditer(text):
        found.append(match.span())
        if len(found) == _MOST:
            break
    return found


def _folded(text: object) -> str:
    """A context with a blank for all that is between words, and none at its ends."""
    return " ".join(text.split()) if isinstance(text, str) else ""


def _shared(ours: Iterable[str], theirs: Iterable[str]) -> int:
    """How many characters two texts begin with alike."""
    count = 0
    for one, other in zip(ours, theirs, strict=False):
        if one != other:
            break
        count += 1
    return count

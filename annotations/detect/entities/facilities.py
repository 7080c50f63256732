"""Buildings, streets and quarters by the nouns beside them: "Atocha station", "Via Porro"."""

import re
from collections.abc import Iterator
from functools import cache

from annotations.detect import lexicon
from annotations.detect.entities.known import doubtful_names, known_names
from annotations.detect.entities.mentions import Mention, Source
from annotations.detect.places.gazetteer import places
from annotations.model import Precision

_WORD = r"(?:al-)?[A-ZÀ-Þ](?:(?!['’]s\b)[\w’'-]){0,30}[a-zà-ÿ](?![\w’-]*-)"
_LARGE = 50_000
"""Inhabitants of a town that a building can be called after where it stands: "Oslo airport"."""
_OPENING = re.compile(r"\b(?:the|and|at|from|in|into|near|of|on|outside|to|['’]s) $", re.IGNORECASE)
_LONGEST_OPENING = 9


def facilities(source: Source) -> Iterator[Mention]:
    """Yield names that the words beside them make those of buildings, streets and quarters."""
    bodies = {(ent.start, ent.end) for ent in source.doc.ents if ent.label_ == "ORG"}
    for pattern, label in _patterns():
        for match in pattern.finditer(source.text):
            start, end = match.span("name")
            is_opened = _OPENING.search(source.text, max(0, start - _LONGEST_OPENING), start)
            if is_opened is None or _is_elsewhere(match["own"]):
                continue
            found = source.mention(start, end, label=label, rule="facility")
            if found is not None and (found.first, found.after) not in bodies:
                yield found


def _is_elsewhere(name: str) -> bool:
    """Whether a name is a country's, a people's, a body's or a town's already."""
    if name in known_names() or name in doubtful_names():
        return True
    named = [each for each in places(name) if not each.is_byname]
    return any(each.precision is not Precision.CITY or each.people >= _LARGE for each in named)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    joining = f"(?:(?:{_any('joining')}) ){{0,2}}"
    name = rf"(?P<own>{_WORD}(?: {joining}{_WORD}){{0,2}})"
    between = rf"(?:(?:{_any('between')}) ){{0,2}}"
    street = rf"(?P<own>(?:{_any('streets')}) {joining}{_WORD}(?: {joining}{_WORD}){{0,2}})"
    return (
        (re.compile(rf"(?<![\w’'-])(?P<name>{name}) {between}(?:{_any('kinds')})\b"), "FAC"),
        (re.compile(rf"(?<![\w’'-])(?P<name>{name} (?:{_any('parts')}))\b"), "FAC"),
        (re.compile(rf"(?<![\w’'-])(?P<name>{name}) (?:{_any('quarters')})\b"), "GPE"),
        (re.compile(rf"(?<![\w’'-])(?P<name>{street})"), "FAC"),
    )


def _any(key: str) -> str:
    return "|".join(sorted(lexicon.table("facility_words")[key], key=len, reverse=True))

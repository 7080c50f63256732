"""Which place on the map each place name of an article means."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotations.detect.entities.mentions import PLACES
from annotations.detect.places.gazetteer import Place, country, places
from annotations.detect.places.nations import code_of, nations_in
from annotations.model import Entity, Precision

_REGION_NOUN = re.compile(
    r"\s+(?:province|region|governorate|state|oblast|county|prefecture|district|department)\b",
    re.IGNORECASE,
)
_CONTAINER = re.compile(r",\s+((?:[A-Z][\w.’'-]*)(?:\s+[A-Z][\w.’'-]*){0,3})")
_PER_MENTION = 1.3
"""For a country that the article names, per mention, as far as the second: a capital far away
outweighs it."""
_PER_DOUBLING = 0.45
"""For each time that a place has twice the people of another."""
_CLEAR = 2.0
"""The lead of the best candidate from which on there is no doubt."""
_NEAR = 0.7
"""For a country in which other places of the article lie for certain."""
_MOST_ALTERNATIVES = 3


@dataclass(frozen=True, slots=True)
class _Choice:
    """The place that a name means, and those that it may mean as well."""

    place: Place
    alternatives: tuple[Place, ...]


def resolved(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """The entities, the places among them with country, coordinates and precision.

    One name means one place in an article: in the country that its text names beside it, else the
    one that speaks for itself by its people, and by the countries and places named with it. What
    the gazetteer lacks stays as it is.

    Args:
        text: The article.
        entities: What it names, in the order of the text.
    """
    named = nations_in(entities)
    mentions: dict[str, list[Entity]] = {}
    for each in entities:
        if each.label in PLACES and each.name is not None and places(each.name):
            mentions.setdefault(each.name, []).append(each)
    certain = Counter(
        places(name)[0].country
        for name in mentions
        if len({each.country for each in places(name)}) == 1
        and places(name)[0].precision is not Precision.COUNTRY
    )
    choices = {name: _choice(text, name, where, named, certain) for name, where in mentions.items()}
    return [_with_place(each, choices) for each in entities]


def _choice(
    text: str,
    name: str,
    mentions: Sequence[Entity],
    named: Mapping[str, int],
    certain: Mapping[str, int],
) -> _Choice:
    candidates = _of_kind(text, mentions, places(name))
    for each in mentions:
        inside = _inside(text, each, candidates)
        if inside is not None:
            return _Choice(inside, ())
    scores = [(_score(each, named, certain), each) for each in candidates]
    scores.sort(key=lambda pair: -pair[0])
    best, place = scores[0]
    close = [each for score, each in scores[1:] if best - score < _CLEAR and _differs(each, place)]
    return _Choice(place, tuple(close[:_MOST_ALTERNATIVES]))


def _of_kind(text: str, mentions: Sequence[Entity], found: Sequence[Place]) -> Sequence[Place]:
    """Without the regions that share their name with their main city, unless they are called so."""
    if any(_REGION_NOUN.match(text, each.end) for each in mentions):
        regions = [each for each in found if each.precision is Precision.REGION]
        return regions or found
    cities = {(each.country, each.region) for each in found if each.precision is Precision.CITY}
    return [
        each
        for each in found
        if each.precision is not Precision.REGION or (each.country, each.region) not in cities
    ]


def _inside(text: str, each: Entity, candidates: Sequence[Place]) -> Place | None:
    """The candidate within the country or region that stands behind a place: "Paris, Texas"."""
    behind = _CONTAINER.match(text, each.end)
    words = behind[1].split() if behind is not None else []
    for count in range(len(words), 0, -1):
        container = " ".join(words[:count]).rstrip(".,")
        code = code_of(container)
        within = {(code, "")} if code is not None else set()
        within |= {
            (place.country, place.region)
            for place in places(container)
            if place.precision is Precision.REGION
        }
        for place in candidates:
            if (place.country, "") in within or (place.country, place.region) in within:
                return place
    return None


def _score(each: Place, named: Mapping[str, int], certain: Mapping[str, int]) -> float:
    score = _PER_DOUBLING * math.log2(max(each.weight, 1))
    score += _PER_MENTION * min(named.get(each.country, 0), 2)
    if certain.get(each.country):
        score += _NEAR
    return score


def _differs(one: Place, other: Place) -> bool:
    """Whether two places are farther apart than a city and what lies around it."""
    apart = abs(one.latitude - other.latitude) + abs(one.longitude - other.longitude)
    return one.country != other.country or apart > 1


def _with_place(each: Entity, choices: Mapping[str, _Choice]) -> Entity:
    choice = choices.get(each.name or "")
    if choice is None or each.label not in PLACES:
        return each
    place = choice.place
    return replace(
        each,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        geo_precision=place.precision,
        geo_alternatives=tuple(map(_described, choice.alternatives)),
    )


def _described(place: Place) -> str:
    """A place in words: "Tripoli, North Lebanon, Lebanon (34.437, 35.834)"."""
    state = country(place.country)
    parts = (place.name, place.region, state.name if state is not None else place.country)
    where = ", ".join(dict.fromkeys(filter(None, parts)))
    return f"{where} ({place.latitude:g}, {place.longitude:g})"

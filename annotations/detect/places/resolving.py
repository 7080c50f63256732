"""Which place on the map each place name of an article means."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from annotations.detect.places.containers import stated
from annotations.detect.places.gazetteer import Place, country, places
from annotations.detect.places.surroundings import Surroundings, differ
from annotations.model import PLACE_LABELS, Entity, Precision

_REGION_NOUN = re.compile(
    r"\s+(?:province|region|governorate|state|oblast|county|prefecture|district|department)\b",
    re.IGNORECASE,
)
_CLEAR = 2.0
"""The lead of the best candidate from which on there is no doubt."""
_MOST_ALTERNATIVES = 3


@dataclass(frozen=True, slots=True)
class _Choice:
    """The place that a name means, if any is known, and those that it may mean as well."""

    place: Place | None
    alternatives: tuple[Place, ...] = ()


def resolved(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """The entities, the places among them with country, coordinates and precision.

    A mention lies in the country or region that its text names behind it. Other mentions of its
    name follow the first such one; if there is none, the place is meant that speaks for itself by
    its people, and by the countries and places named with it. What the gazetteer lacks stays as it
    is, and so does a place that its text puts where the gazetteer has none of its name.

    Args:
        text: The article.
        entities: What it names, in the order of the text.
    """
    found = [each for each in entities if each.label in PLACE_LABELS and places(each.name or "")]
    settled = dict(_settled(text, found))
    known = [each.place for each in settled.values() if each.place is not None]
    surroundings = Surroundings(entities, {each.name or "" for each in found}, known)
    followed = _followed(found, settled)
    weigh = _remembering(surroundings)
    choices = dict(settled)
    for each in found:
        is_region = _is_called_region(text, each)
        follows = None if is_region else followed.get(each.name or "")
        choices.setdefault(each.start, follows or weigh(each.name or "", is_region))
    return [_with_place(each, choices.get(each.start)) for each in entities]


def _settled(text: str, mentions: Sequence[Entity]) -> Mapping[int, _Choice]:
    """The places of those mentions behind which the text says where they lie, by their starts."""
    found: dict[int, _Choice] = {}
    for each in mentions:
        candidates = _of_kind(each.name or "", _is_called_region(text, each))
        place, is_settled = stated(text, each.end, candidates)
        if is_settled:
            found[each.start] = _Choice(place)
    return found


def _followed(mentions: Sequence[Entity], settled: Mapping[int, _Choice]) -> Mapping[str, _Choice]:
    """For each name that the text settles somewhere what its other mentions mean.

    It is the first place that is settled; if a later one is another, that may be meant as well.
    """
    found: dict[str, _Choice] = {}
    for each in mentions:
        if each.start not in settled:
            continue
        name, place = each.name or "", settled[each.start].place
        first = found.setdefault(name, _Choice(place))
        if place is not None and place not in (first.place, *first.alternatives):
            found[name] = replace(first, alternatives=(*first.alternatives, place))
    return found


def _is_called_region(text: str, each: Entity) -> bool:
    return _REGION_NOUN.match(text, each.end) is not None


def _of_kind(name: str, is_region: bool) -> Sequence[Place]:
    """The places of a name, the regions alone if it is called one.

    Otherwise without the regions that share their name with their main city; but "Gaza" is the
    strip, as the city is called "Gaza City".
    """
    found = places(name)
    if is_region:
        return [each for each in found if each.precision is Precision.REGION] or found
    if any(each.precision is Precision.REGION and each.name != name for each in found):
        apart = {(each.latitude, each.longitude) for each in places(f"{name} City")}
        found = [each for each in found if (each.latitude, each.longitude) not in apart]
    cities = {
        (each.country, each.region)
        for each in found
        if each.precision is Precision.CITY and not each.is_byname
    }
    return [
        each
        for each in found
        if each.precision is not Precision.REGION or (each.country, each.region) not in cities
    ]


def _remembering(surroundings: Surroundings) -> Callable[[str, bool], _Choice]:
    """Weighs the places of a name, called a region or not, once an article."""
    return cache(lambda name, is_region: _weighed(_of_kind(name, is_region), surroundings))


def _weighed(candidates: Sequence[Place], surroundings: Surroundings) -> _Choice:
    """The likeliest of some places, with those that come close to it."""
    scores = [(surroundings.score(each), each) for each in candidates]
    scores.sort(key=lambda pair: -pair[0])
    best, place = scores[0]
    close = [each for score, each in scores[1:] if best - score < _CLEAR and differ(each, place)]
    return _Choice(place, tuple(close[:_MOST_ALTERNATIVES]))


def _with_place(each: Entity, choice: _Choice | None) -> Entity:
    if choice is None or choice.place is None:
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

"""Coordinates for casualty figures, from the places that their article names."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from annotations.model import CasualtyFigure, Entity, Precision

_FINEST = (Precision.CITY, Precision.REGION, Precision.COUNTRY)


def located(figures: Iterable[CasualtyFigure], entities: Sequence[Entity]) -> list[CasualtyFigure]:
    """The figures, with the coordinates of the place that their own place names.

    Of several names in one ("in Stavik, north of the capital") the finest counts, then the first.

    Args:
        figures: What an article counts.
        entities: What it names, its places resolved.
    """
    places = [each for each in entities if each.geo_precision is not None]
    return [_located(each, places) for each in figures]


def _located(figure: CasualtyFigure, places: Sequence[Entity]) -> CasualtyFigure:
    if figure.place is None:
        return figure
    named = list(_named_in(figure.place, places))
    if not named:
        return figure
    place = min(named, key=lambda each: _fineness(each.geo_precision))
    return replace(
        figure,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        geo_precision=place.geo_precision,
    )


def _named_in(words: str, places: Sequence[Entity]) -> Iterator[Entity]:
    """Yield the places that a stretch of text names, in the order of their names there."""
    found = {each.text: each for each in places if _holds(words, each.text)}
    yield from sorted(found.values(), key=lambda each: words.index(each.text))


def _holds(words: str, name: str) -> bool:
    start = words.find(name)
    end = start + len(name)
    return start >= 0 and not (words[end : end + 1].isalnum() or words[start - 1 : start].isalnum())


def _fineness(precision: Precision | None) -> int:
    return len(_FINEST) if precision is None else _FINEST.index(precision)

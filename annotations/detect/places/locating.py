"""Coordinates for casualty figures, from the places that their article names."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotations.detect.lookup import Lookup
from annotations.model import CasualtyFigure, Entity, Precision

_FINEST = (Precision.CITY, Precision.REGION, Precision.COUNTRY)


def located(figures: Iterable[CasualtyFigure], entities: Sequence[Entity]) -> list[CasualtyFigure]:
    """The figures, with the coordinates of the place that their own place names.

    Of several names in one ("in Stavik, north of the capital") the finest counts, then the first;
    where the article means two places by one name, the mention nearest to the figure.

    Args:
        figures: What an article counts.
        entities: What it names, its places resolved.
    """
    mentions: dict[str, list[Entity]] = {}
    for each in entities:
        if each.geo_precision is not None:
            mentions.setdefault(each.text, []).append(each)
    named = Lookup(mentions)
    return [_located(each, named) for each in figures]


def _located(figure: CasualtyFigure, named: Lookup[list[Entity]]) -> CasualtyFigure:
    if figure.place is None:
        return figure
    found = [
        min(mentions, key=lambda each: abs(each.start - figure.start))
        for _, _, mentions in named.find(figure.place, 0, len(figure.place))
    ]
    if not found:
        return figure
    place = min(found, key=lambda each: _fineness(each.geo_precision))
    return replace(
        figure,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        geo_precision=place.geo_precision,
    )


def _fineness(precision: Precision | None) -> int:
    return len(_FINEST) if precision is None else _FINEST.index(precision)

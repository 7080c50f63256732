"""One name for each place of an article, however it is spelt there."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from annotations.model import Entity, Precision

Spot = tuple[Precision, float, float]


def one_name_each(entities: Sequence[Entity]) -> list[Entity]:
    """The entities, those that lie on one spot under the name that most of them have.

    "Kiev" and "Kyiv", "Bombay" and "Mumbai" are one place. Of names as common the first counts.

    Args:
        entities: What an article names, its places resolved, in the order of the text.
    """
    names: dict[Spot, Counter[str]] = {}
    for each in entities:
        spot = _spot(each)
        if spot is not None and each.name is not None:
            names.setdefault(spot, Counter())[each.name] += 1
    usual = {spot: max(counted, key=counted.__getitem__) for spot, counted in names.items()}
    return [_renamed(each, usual.get(spot) if (spot := _spot(each)) else None) for each in entities]


def _renamed(each: Entity, name: str | None) -> Entity:
    return each if name is None or name == each.name else replace(each, name=name)


def _spot(each: Entity) -> Spot | None:
    """Where a place lies; null for what is not on the map."""
    if each.geo_precision is None or each.latitude is None or each.longitude is None:
        return None
    return each.geo_precision, each.latitude, each.longitude

"""What two annotators have chosen for the same things, as tables for the coefficients of agreement.

Things are annotations that share a character, or the characters of the text. The latter is the
view of Krippendorff, Mathet, Bouvry and Widlöcher (2016), "On the reliability of unitizing textual
continua": where annotations begin and end, and what is left blank, is agreed on or not as much as
their kind is; each character counts, so that nobody has to say what a word is.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import pairwise

from annotations.measure.agreement import Choice
from annotations.measure.counting import ALL, NUMBERS, Group, is_number, paired_in, standing
from annotations.measure.fields import FLAGS, folded
from annotations.model import Annotation, CasualtyFigure, Entity, Layer, Quote

Chosen = Callable[[Annotation], Hashable]
"""What an annotator has chosen for a field of an annotation."""
Field = tuple[Layer, str]

WHOLES: tuple[Group, ...] = (
    (Layer.ENTITIES, ALL),
    (Layer.ENTITIES, NUMBERS),
    (Layer.QUOTES, ALL),
    (Layer.CASUALTIES, ALL),
)
"""What kinds are told apart in: the layers, numbers and dates apart from names."""


def of_kinds(
    first: Sequence[Annotation], second: Sequence[Annotation]
) -> Mapping[Group, Counter[Choice]]:
    """The kinds that annotations of one article have which share a character, by layer.

    A name for the one that is a number for the other is among names.
    """
    tables: dict[Group, Counter[Choice]] = {each: Counter() for each in WHOLES}
    for layer in Layer:
        for one, other in paired_in(layer, first, second).pairs:
            are_numbers = is_number(layer, one.kind) and is_number(layer, other.kind)
            tables[layer, NUMBERS if are_numbers else ALL][one.kind, other.kind] += 1
    return tables


def of_characters(
    length: int, first: Sequence[Annotation], second: Sequence[Annotation]
) -> Mapping[Group, Counter[Choice]]:
    """What each character of an article is part of: the kinds of what covers it, or nothing.

    Args:
        length: Characters of the text.
        first: Of one side.
        second: Of the other.
    """
    return {whole: _met(length, _within(whole, first), _within(whole, second)) for whole in WHOLES}


def of_fields(
    first: Sequence[Annotation], second: Sequence[Annotation]
) -> Mapping[Field, Counter[Choice]]:
    """What fields say in annotations of one article that share a character."""
    tables: dict[Field, Counter[Choice]] = {
        (layer, name): Counter() for layer, fields in CHOSEN.items() for name in fields
    }
    for layer, fields in CHOSEN.items():
        for one, other in paired_in(layer, first, second).pairs:
            for name, chosen in fields.items():
                tables[layer, name][chosen(one), chosen(other)] += 1
    return tables


def _within(whole: Group, annotations: Sequence[Annotation]) -> list[Annotation]:
    layer, kinds = whole
    return [
        each
        for each in standing(annotations)
        if each.layer is layer and is_number(layer, each.kind) is (kinds == NUMBERS)
    ]


def _met(length: int, first: Sequence[Annotation], second: Sequence[Annotation]) -> Counter[Choice]:
    """How many characters each two choices meet on; all is the same between two borders."""
    borders = {0, length}
    borders.update(each.start for each in (*first, *second))
    borders.update(each.end for each in (*first, *second))
    places = sorted(borders)
    table: Counter[Choice] = Counter()
    covering = zip(_covering(places, first), _covering(places, second), strict=True)
    for (start, end), kinds in zip(pairwise(places), covering, strict=True):
        table[kinds] += end - start
    return table


def _covering(places: Sequence[int], annotations: Sequence[Annotation]) -> list[tuple[str, ...]]:
    """The kinds of what covers the text between each two borders, nothing being a choice too."""
    number = {place: at for at, place in enumerate(places)}
    kinds: list[set[str]] = [set() for _ in places[1:]]
    for each in annotations:
        for at in range(number[each.start], number[each.end]):
            kinds[at].add(each.kind)
    return [tuple(sorted(each)) for each in kinds]


def _said(name: str) -> Chosen:
    """The words of a field but for their case; saying nothing is a choice too."""
    return lambda annotation: folded(getattr(annotation, name)) or ""


def _value(name: str) -> Chosen:
    return lambda annotation: getattr(annotation, name) or ""


def _flag(name: str) -> Chosen:
    return lambda annotation: bool(getattr(annotation, name))


def _bound(name: str) -> Chosen:
    """One of the numbers of a count; null, a gap, where the text sets none."""

    def chosen(annotation: Annotation) -> int | None:
        assert isinstance(annotation, CasualtyFigure)
        bound: int | None = getattr(annotation.count, name)
        return bound

    return chosen


BOUNDS = {f"count_{each}": _bound(each) for each in ("low", "high", "best")}
"""The numbers of a count. They are numbers with a true zero, all other fields are categories."""

CHOSEN: Mapping[Layer, Mapping[str, Chosen]] = {
    Entity.layer: {"label": _value("label"), "name": _said("name")},
    Quote.layer: {"type": _value("type"), "speaker_name": _said("speaker_name")},
    CasualtyFigure.layer: {
        "category": _value("category"),
        **BOUNDS,
        "qualifier": _value("qualifier"),
        **{name: _said(name) for name in ("victim_type", "place", "date", "claimed_by")},
        **{name: _flag(name) for name in FLAGS},
    },
}
"""The fields that a coefficient can be told of, by the names of the interchange format. The
stretches of speakers and cues are no choice among several."""

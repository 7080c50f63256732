"""How well two annotators agree, over many articles; neither is taken to be right.

For stretches of text that is F1, the same whichever of them is the reference: what neither has
marked cannot be counted, and F1 is what kappa tends to as it grows (Hripcsak and Rothschild, 2005,
"Agreement, the F-measure, and reliability in information retrieval"). For what both have marked it
is Cohen's kappa and Krippendorff's alpha of their kinds, and for the text as a whole alpha of what
each character is part of.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from annotations.measure import choices, fields
from annotations.measure.agreement import (
    Choice,
    Table,
    cohen_kappa,
    krippendorff_alpha,
    ratio,
    without_gaps,
)
from annotations.measure.choices import BOUNDS, CHOSEN, WHOLES, Field
from annotations.measure.counting import Group, count
from annotations.measure.evaluation import Row, rows
from annotations.measure.fields import FIELDS, Agreed
from annotations.model import Annotation, Layer

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedArticle:
    """What two annotators have made of an article."""

    length: int
    """Of its text, in characters."""
    first: Sequence[Annotation]
    second: Sequence[Annotation]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindAgreement:
    """How far the kinds agree in a layer."""

    layer: Layer
    kind: str
    """`all` of them, or `numbers`."""
    agreed: Agreed
    """Of annotations that share a character."""
    kappa: float | None
    """Of the same."""
    alpha: float | None
    """Of the same."""
    text_alpha: float | None
    """Of what each character of the text is part of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldAgreement:
    """How far a field agrees in annotations that share a character."""

    layer: Layer
    name: str
    agreed: Agreed
    """Of those in which either says something of it; of a count's numbers, both."""
    alpha: float | None
    """Of all of them, saying nothing being a choice too; of counts those with a number on both
    sides, by their ratio. Null also for the stretches of speakers and cues."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How well two annotators agree."""

    articles: int
    rows: tuple[Row, ...]
    """The first annotator is what `expected` counts, the second what `found` counts."""
    kinds: tuple[KindAgreement, ...]
    fields: tuple[FieldAgreement, ...]


def compare(articles: Iterable[ComparedArticle]) -> Comparison:
    """Compare two annotators."""
    counts = []
    agreed: list[Mapping[Field, Agreed]] = []
    of_kinds: dict[Group, Counter[Choice]] = {each: Counter() for each in WHOLES}
    of_text: dict[Group, Counter[Choice]] = {each: Counter() for each in WHOLES}
    of_fields: dict[Field, Counter[Choice]] = {each: Counter() for each in _FIELDS}
    for each in articles:
        sides = each.first, each.second
        counts.append(count(*sides))
        agreed.append(fields.compare(*sides, mutual=True))
        _add(of_kinds, choices.of_kinds(*sides))
        _add(of_text, choices.of_characters(each.length, *sides))
        _add(of_fields, choices.of_fields(*sides))
    together = fields.summed(agreed)
    return Comparison(
        articles=len(counts),
        rows=rows(counts),
        kinds=tuple(
            _kind(whole, of_kinds[whole], of_text[whole])
            for whole in WHOLES
            if _are_any(of_text[whole])
        ),
        fields=tuple(
            _field(each, of_fields[each], agreement)
            for each in _FIELDS
            if (agreement := together.get(each) or _agreed_bound(each, of_fields[each])).of
        ),
    )


def _add(sums: Mapping[Key, Counter[Choice]], more: Mapping[Key, Counter[Choice]]) -> None:
    for key, table in more.items():
        sums[key].update(table)


def _are_any(of_text: Table) -> bool:
    """Whether any character is part of anything."""
    return any(pair != ((), ()) for pair in of_text)


def _kind(whole: Group, pairs: Table, of_text: Table) -> KindAgreement:
    layer, kind = whole
    return KindAgreement(
        layer=layer,
        kind=kind,
        agreed=_agreed(pairs),
        kappa=cohen_kappa(pairs),
        alpha=krippendorff_alpha(pairs),
        text_alpha=krippendorff_alpha(of_text),
    )


def _field(field: Field, table: Table, agreed: Agreed) -> FieldAgreement:
    layer, name = field
    return FieldAgreement(
        layer=layer,
        name=name,
        agreed=agreed,
        alpha=krippendorff_alpha(table, distance=ratio if name in BOUNDS else None),
    )


def _agreed_bound(field: Field, table: Table) -> Agreed:
    """In how many pairs a number of a count is the same, of those that have it on both sides."""
    return _agreed(without_gaps(table)) if field[1] in BOUNDS else Agreed()


def _agreed(table: Table) -> Agreed:
    same = sum(times for (one, other), times in table.items() if one == other)
    return Agreed(same, sum(table.values()))


_FIELDS: tuple[Field, ...] = tuple(
    (layer, name) for layer in Layer for name in dict.fromkeys((*FIELDS[layer], *CHOSEN[layer]))
)

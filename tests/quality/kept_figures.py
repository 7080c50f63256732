"""How good the detector is, in figures that are kept with the code. Pure.

Figures are taken from what `closeread evaluate --json` writes, in hundredths with one decimal.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Figures = Mapping[str, float]
"""By what was measured, as "quotes, all, exact F1"."""

ENOUGH = 30
"""Annotations in the gold, or pairs of which a field was compared, from which on a figure is kept;
of fewer a single one weighs too much."""
TOLERANCE = 0.5
"""Hundredths by which a figure may fall: machines differ in the last digits of a model's scores."""

_WHOLE = ("all", "numbers")
_MEASURES = (("exact", "precision"), ("exact", "recall"), ("exact", "f1"), ("overlap", "f1"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """A figure that is worse than the one that was kept."""

    name: str
    kept: float
    measured: float | None
    """Null if it was not measured at all."""

    def __str__(self) -> str:
        now = "not measured" if self.measured is None else f"{self.measured:.1f}"
        return f"{self.name}: {now}, was {self.kept:.1f}"


def taken(record: Mapping[str, Any]) -> dict[str, float]:
    """The figures of an evaluation: of each layer, of its common kinds, and of fields.

    Args:
        record: What `closeread evaluate --json` writes.
    """
    return {name: round(100 * share, 1) for name, share in _shares(record) if share is not None}


def fallen(kept: Figures, measured: Figures) -> list[Fall]:
    """The figures that are worse than those that were kept, by more than the tolerance."""
    return [
        Fall(name=name, kept=value, measured=measured.get(name))
        for name, value in kept.items()
        if measured.get(name, -1) < value - TOLERANCE
    ]


def table(figures: Figures) -> list[str]:
    """The figures of whole layers and their kinds as a table in Markdown."""
    rows = dict.fromkeys(name.rpartition(", ")[0] for name in figures if not _is_field(name))
    head = ["| | precision | recall | F₁ | F₁, overlapping |", "|---|---|---|---|---|"]
    return head + [_row(each, figures) for each in rows]


def field_table(figures: Figures) -> list[str]:
    """The shares of fields that are right, as a table in Markdown."""
    names = [name for name in figures if _is_field(name)]
    rows = [f"| {name.removesuffix(', field')} | {figures[name]:.1f} |" for name in names]
    return ["| field | right |", "|---|---|", *rows]


def plain_table(figures: Figures) -> list[str]:
    """Any figures as a table in Markdown, a line each."""
    rows = (f"| {name} | {value:.1f} |" for name, value in figures.items())
    return ["| development data | |", "|---|---|", *rows]


def _shares(record: Mapping[str, Any]) -> Iterator[tuple[str, float | None]]:
    for row in record["kinds"]:
        if row["gold"] < ENOUGH:
            continue
        name = f"{row['layer']}, {row['kind']}"
        for way, measure in _MEASURES if row["kind"] in _WHOLE else _MEASURES[2:3]:
            yield f"{name}, {_named(way, measure)}", row[way][measure]
    for field in record["fields"]:
        if field["of"] >= ENOUGH:
            yield f"{field['layer']}, {field['field']}, field", field["accuracy"]


def _named(way: str, measure: str) -> str:
    return f"{way} F1" if measure == "f1" else measure


def _is_field(name: str) -> bool:
    return name.endswith(", field")


def _row(name: str, figures: Figures) -> str:
    measures: Sequence[str] = ("precision", "recall", "exact F1", "overlap F1")
    cells = (figures.get(f"{name}, {each}") for each in measures)
    return f"| {name} | {' | '.join('' if each is None else f'{each:.1f}' for each in cells)} |"

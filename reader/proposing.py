"""A person's own annotation, made from a selection. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from annotations.claims import claimed
from annotations.detect.casualties import numbers
from annotations.detect.casualties.people.wordings import victim_type_of
from annotations.model import (
    Annotation,
    CasualtyFigure,
    Entity,
    Layer,
    Quote,
    Status,
    VagueRule,
)
from annotations.store import NameForm
from reader.naming import canonical_name


def propose(
    text: str,
    start: int,
    end: int,
    *,
    layer: Layer,
    kind: str,
    vague_rule: VagueRule,
    forms: Sequence[NameForm],
    quotes: Sequence[Quote] = (),
) -> Annotation:
    """What a person means by giving the selection `[start, end)` a kind.

    A figure's count is read from the first number in the selection, if there is one; where that
    is a word such as "dozens", the vague rule says which number it stands for. An entity gets the
    name by which it goes in the article, whose names so far are the forms. A figure in one of the
    quotes around it is claimed in the innermost, by its speaker.
    """
    covered = text[start:end]
    if layer is Layer.ENTITIES:
        name = canonical_name(covered, kind, text=text, forms=forms)
        return Entity(
            start=start, end=end, text=covered, label=kind, name=name, status=Status.ADDED
        )
    if layer is Layer.QUOTES:
        return Quote(start=start, end=end, text=covered, type=kind, status=Status.ADDED)
    figure = CasualtyFigure(start=start, end=end, text=covered, category=kind, status=Status.ADDED)
    return claimed(_with_victims(with_count(figure, vague_rule)), quotes)


def _with_victims(figure: CasualtyFigure) -> CasualtyFigure:
    """A figure with the kind of people that its words name behind the number."""
    behind = 0 if figure.num_end is None else figure.num_end - figure.start
    return replace(figure, victim_type=victim_type_of(figure.text[behind:]))


def with_count(
    figure: CasualtyFigure, vague_rule: VagueRule, *, over: tuple[int, int] | None = None
) -> CasualtyFigure:
    """A figure with a number of its text; as it is if there is none.

    Args:
        figure: Its words.
        vague_rule: Which number "dozens" stands for.
        over: A stretch of the article that the number shares a character with; null for the first.
    """
    found = numbers.find(figure.text, vague_rule=vague_rule)
    if over is not None:
        first, last = (each - figure.start for each in over)
        found = [each for each in found if each.start < last and first < each.end]
    if not found:
        return figure
    number = found[0]
    return replace(
        figure,
        num_start=figure.start + number.start,
        num_end=figure.start + number.end,
        count=number.count,
        qualifier=number.qualifier,
        negated=number.precision is numbers.Precision.NONE,
        vague_rule=vague_rule if number.precision is numbers.Precision.VAGUE else None,
    )

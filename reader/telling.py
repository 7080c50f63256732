"""What the words of an annotation say, told anew when it has other words. Pure.

What was told from the old words (a name, a count) is told from the new ones; what a person or the
rest of the article told otherwise stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotations.claims import claimed
from annotations.errors import CloseReadError
from annotations.model import (
    Annotation,
    CasualtyFigure,
    Count,
    Entity,
    Quote,
    Span,
    VagueRule,
)
from annotations.store import NameForm
from reader.describing import excerpt
from reader.naming import canonical_name, off_the_map
from reader.proposing import with_count

_SHOWN = 24
"""Characters of an annotation that an error names."""


class CannotReshape(CloseReadError):
    """An annotation cannot have these borders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the words of an annotation are understood by."""

    text: str
    """The article's text."""
    forms: Sequence[NameForm] = ()
    """How the article writes names."""
    vague_rule: VagueRule = VagueRule.DEFAULT
    quotes: Sequence[Quote] = ()
    """The quotes around them, in one of which a figure may stand."""


def told_anew(before: Annotation, start: int, end: int, given: Given) -> Annotation:
    """An annotation over the stretch `[start, end)`, with what its new words say.

    Raises:
        CannotReshape: If a figure would lose its number, or a quote take in who says it.
    """
    after = replace(before, start=start, end=end, text=given.text[start:end])
    if isinstance(before, Entity) and isinstance(after, Entity):
        return _renamed(before, after, given)
    if isinstance(before, CasualtyFigure) and isinstance(after, CasualtyFigure):
        return _recounted(before, after, given)
    if isinstance(before, Quote) and isinstance(after, Quote):
        _check_parts(before, after)
        return replace(after, utterance=_utterance(before, after, given.text))
    return after


# Names


def _renamed(before: Entity, after: Entity, given: Given) -> Entity:
    """A name told from its new words, if it was told from the old ones."""
    forms = _without(given.forms, before)
    told, name = (
        canonical_name(each.text, each.label, text=given.text, forms=forms)
        for each in (before, after)
    )
    if before.name not in (None, told) or name == before.name:
        return after
    return off_the_map(replace(after, name=name))


def _without(forms: Sequence[NameForm], entity: Entity) -> list[NameForm]:
    """How the article writes names elsewhere."""
    kept = []
    for form in forms:
        if (form.text, form.label, form.name) == (entity.text, entity.label, entity.name):
            form = replace(form, mentions=form.mentions - 1)
        if form.mentions > 0:
            kept.append(form)
    return kept


# Figures


def _recounted(before: CasualtyFigure, after: CasualtyFigure, given: Given) -> CasualtyFigure:
    """A count read from the new words, if it was read from the old ones; the number has to stay."""
    after, number = claimed(after, given.quotes), None
    if before.num_start is not None and before.num_end is not None:
        number = (before.num_start, before.num_end)
        if not after.start <= number[0] < number[1] <= after.end:
            raise CannotReshape(
                f"The figure would lose its number, {given.text[slice(*number)]}; "
                "nothing was changed.",
                hint="Remove it and add another if the number is wrong.",
            )
    told = with_count(without_count(before), given.vague_rule, over=number)
    if _counts(told) != _counts(before):
        return after
    counted = with_count(without_count(after), given.vague_rule, over=number)
    return replace(counted, implicit=before.implicit and counted.num_start is None)


def _counts(figure: CasualtyFigure) -> tuple[object, ...]:
    return figure.num_start, figure.num_end, figure.count, figure.qualifier, figure.negated


def without_count(figure: CasualtyFigure) -> CasualtyFigure:
    """A figure of which nobody has said how many."""
    return replace(
        figure,
        num_start=None,
        num_end=None,
        count=Count(),
        qualifier=None,
        negated=False,
        vague_rule=None,
    )


# Quotes


def _check_parts(before: Quote, after: Quote) -> None:
    """A quote does not take in who says it, unless it did so before."""
    for what, part in (("speaker", after.speaker), ("cue", after.cue)):
        if part is not None and _touches(after, part) and not _touches(before, part):
            raise CannotReshape(
                f"The quote would take in its {what}, {excerpt(part.text, width=_SHOWN)}; "
                "nothing was changed."
            )


def _touches(one: Annotation, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _utterance(before: Quote, after: Quote, text: str) -> Span | None:
    """All that is said in one go, which ends where its first and last part do; null if in one."""
    whole = before.utterance
    if whole is None:
        return None
    is_first, is_last = before.start == whole.start, before.end == whole.end
    start = after.start if is_first else min(whole.start, after.start)
    end = after.end if is_last else max(whole.end, after.end)
    is_all = (start, end) == (after.start, after.end)
    return None if is_all else Span.cut(text, start, end)

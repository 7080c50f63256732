"""Which rule a correction could become. Pure."""

from annotations.model import NUMBER_LABELS, Annotation, Layer, Status
from annotations.own_rules.rule import Does, OwnRule
from annotations.renaming import can_be_named, name_of
from annotations.review import Change

OFFERED = {
    Layer.ENTITIES: frozenset(Does),
    Layer.CASUALTIES: frozenset({Does.NEVER}),
    Layer.QUOTES: frozenset(),
}
"""Which corrections count, layer by layer.

"12 people" are killed in one article and injured in the next, so that the category of a figure
says nothing of another in the same words; that "100 metres" counts nobody may well.
"""


def rule_from(change: Change) -> OwnRule | None:
    """The rule that a person's change could become; null if it is no correction of that kind.

    Two corrections are equal if the same rule follows from both. A rejection counts for the label
    that was rejected: "May" may be no person and still a date. A new label holds for all names, or
    all numbers and dates, whatever they were; where a name becomes a number, only for that label.
    """
    before, after = change.before, change.after
    if before is None or after is None or before.status is Status.ADDED:
        return None
    does = _did(before, after)
    if does is None or does not in OFFERED[before.layer]:
        return None
    value, was = _said(does, before, after)
    return OwnRule(layer=before.layer, text=before.text, does=does, value=value, was=was)


def _said(does: Does, before: Annotation, after: Annotation) -> tuple[str | None, str | None]:
    """The value of the rule, and the label that it holds for."""
    match does:
        case Does.NEVER:
            return None, before.kind
        case Does.NAME:
            return name_of(after), None
    return after.kind, None if _are_akin(before, after) else before.kind


def bears_out(annotation: Annotation, rule: OwnRule) -> bool:
    """Whether an annotation still is as the correction has made it that a rule follows from."""
    match rule.does:
        case Does.NEVER:
            return annotation.status is Status.REJECTED
        case Does.NAME:
            return annotation.status is Status.CORRECTED and name_of(annotation) == rule.value
        case Does.LABEL:
            return annotation.status is Status.CORRECTED and annotation.kind == rule.value


def _did(before: Annotation, after: Annotation) -> Does | None:
    if after.status is Status.REJECTED:
        return Does.NEVER if before.status is not Status.REJECTED else None
    if after.status is not Status.CORRECTED or (before.start, before.end) != (
        after.start,
        after.end,
    ):
        return None
    if before.kind != after.kind:
        return Does.LABEL
    if can_be_named(after) and name_of(after) and name_of(before) != name_of(after):
        return Does.NAME
    return None


def _are_akin(before: Annotation, after: Annotation) -> bool:
    return (before.kind in NUMBER_LABELS) is (after.kind in NUMBER_LABELS)

"""What an import does to the annotations of an article that is here already. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from annotations.model import Annotation, Status
from annotations.precedence import identity, surviving
from annotations.review import DECIDED, SHOWN, Change, is_marked
from annotations.store.rows import content, unique


class Fate(Enum):
    """What becomes of one imported annotation."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT_OURS = "kept_ours"


@dataclass(slots=True, kw_only=True)
class MergePlan:
    """What to write, and the fate of each imported annotation."""

    fates: list[Fate] = field(default_factory=list)
    additions: list[Annotation] = field(default_factory=list)
    updates: list[Change] = field(default_factory=list)
    """To rows that are here and keep their ids."""
    removals: list[Annotation] = field(default_factory=list)
    """Suggestions here that conflict with what was decided there."""


def merge_plan(ours: Sequence[Annotation], incoming: Sequence[Annotation]) -> MergePlan:
    """Decide on every imported annotation.

    Args:
        ours: The annotations of the article here.
        incoming: Those of the same article from elsewhere.
    """
    plan = MergePlan()
    here: dict[tuple[str, int, int, str], list[Annotation]] = {}
    for each in ours:
        here.setdefault(identity(each), []).append(each)
    decided = [each for each in ours if each.status in DECIDED]
    welcome = {identity(each) for each in surviving(incoming, decided=decided)}
    for each in incoming:
        if same := here.get(identity(each)):
            _meet(plan, _closest(same, each), each)
        elif each.status is Status.REJECTED or identity(each) in welcome:
            plan.fates.append(Fate.ADDED)
            plan.additions.append(each)
        else:
            plan.fates.append(Fate.KEPT_OURS)
    answered = {identity(each) for each in incoming}
    plan.removals = _displaced(
        (each for each in ours if identity(each) not in answered), _newly_decided(plan)
    )
    return plan


def _meet(plan: MergePlan, mine: Annotation, theirs: Annotation) -> None:
    """Add to a plan what follows from the same statement standing here and there."""
    if _disagree(mine, theirs):
        plan.fates.append(Fate.KEPT_OURS)
        return
    stronger = theirs if mine.status is Status.SUGGESTED and theirs.status in DECIDED else mine
    united = replace(
        stronger,
        id=mine.id,
        tags=unique((*mine.tags, *theirs.tags)),
        note=mine.note or theirs.note,
    )
    if united == mine:
        plan.fates.append(Fate.UNCHANGED)
    else:
        plan.fates.append(Fate.UPDATED)
        plan.updates.append(Change(before=mine, after=united))


def _disagree(mine: Annotation, theirs: Annotation) -> bool:
    """Whether two people decided differently on the same statement."""
    if not (mine.status in DECIDED and theirs.status in DECIDED):
        return False
    return (mine.status in SHOWN) != (theirs.status in SHOWN) or (content(mine) != content(theirs))


def _closest(candidates: Sequence[Annotation], theirs: Annotation) -> Annotation:
    """Of several rows with one identity, the one that is equal if any is."""
    wanted = (content(theirs), theirs.status)
    equal = (each for each in candidates if (content(each), each.status) == wanted)
    return next(equal, candidates[0])


def _newly_decided(plan: MergePlan) -> list[Annotation]:
    """The decisions that come in; not those made here already that gain tags or a note."""
    replaced = [
        change.after
        for change in plan.updates
        if change.before and change.before.status is Status.SUGGESTED
    ]
    return [each for each in (*plan.additions, *replaced) if each and each.status in DECIDED]


def _displaced(ours: Iterable[Annotation], decided: Sequence[Annotation]) -> list[Annotation]:
    """The suggestions here, without a person's marks, that decisions from there rule out."""
    suggestions = [each for each in ours if each.status is Status.SUGGESTED and not is_marked(each)]
    staying = {each.id for each in surviving(suggestions, decided=decided)}
    return [each for each in suggestions if each.id not in staying]

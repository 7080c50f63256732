"""Settling a disagreement in the store that is open."""

from annotations.measure.disagreements import Settled, Verdict, changes, wanted
from annotations.model import Annotation
from annotations.review import SHOWN, Change
from annotations.store import Store
from reader.docket import Case, Docket


def settle(store: Store, docket: Docket, verdict: Verdict, *, of_second: bool = False) -> None:
    """Settle the case in front; it is committed when this returns.

    One's own begins with what stands already, else with what one of the sides has.

    Args:
        store: The store that is edited.
        docket: The cases.
        verdict: How to settle it.
        of_second: Whether one's own begins with what the second side has, whatever stands.

    Raises:
        StoreError: If it could not be; nothing was changed.
    """
    case = docket.current
    before = docket.settled(case)
    there = standing(store, docket, case)
    made = changes(there, _wanted(case, verdict, there, before is not None, of_second=of_second))
    is_new = before is None or before.verdict is not verdict
    if not is_new and all(each.before == each.after for each in made):
        return
    after = Settled(difference=case.difference, verdict=verdict, annotations=())
    group = store.adjudication.settle(case.article_id, made, before=before, after=after)
    docket.put(case, (verdict, _ids(made, group.changes)))


def standing(store: Store, docket: Docket, case: Case) -> list[Annotation]:
    """What is in the store in the place of a case, rejected ones too."""
    how = docket.how(case)
    if how is not None:
        return store.adjudication.standing(how[1])
    first = case.difference.first
    return [first] if docket.in_place and first is not None else []


def _wanted(
    case: Case, verdict: Verdict, there: list[Annotation], is_settled: bool, *, of_second: bool
) -> list[Annotation]:
    shown = [each for each in there if each.status in SHOWN]
    if verdict is not Verdict.OWN:
        return list(wanted(case.difference, verdict))
    if of_second and case.difference.second is not None:
        return [case.difference.second]
    return shown if is_settled and shown else list(wanted(case.difference, verdict))


def _ids(made: list[Change], done: tuple[Change, ...]) -> tuple[int, ...]:
    """The ids of what stands, in the order in which the store keeps them."""
    kept = [each for each in made if each.before == each.after]
    states = [each.after for each in (*kept, *done) if each.after is not None]
    return tuple(each.id for each in states if each.id is not None)

"""What is done to many single annotations in one step, as a `LongEdit`; and what it is asked."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from annotations.review import Decision
from annotations.store import Store
from annotations.store.names.bearing import Bearing
from annotations.store.progress import Report
from reader.services.long_edits import LongEdit
from reader.services.lookup import Answer
from reader.services.questions import how_many
from reader.spreading import Alike, Spread, mentions

if TYPE_CHECKING:
    from annotations.store.bulk import BulkOutcome, DecisionIn
    from annotations.store.mentions import Context, Mention


@dataclass
class EqualFound(Message):
    """All that is equal was found."""

    alike: Alike
    found: "list[Mention]"


@dataclass
class ContextsRead(Message):
    """What stands around some annotations was read."""

    asked: list[int]
    by_id: "dict[int, Context]"
    """Without those that are gone."""


def equal(alike: Alike) -> Answer:
    """Which annotations are equal, or bear a name."""

    def answer(store: Store) -> EqualFound:
        if isinstance(alike, Bearing):
            return EqualFound(alike, store.mentions.bearing(alike))
        return EqualFound(alike, store.mentions.equal(alike))

    return answer


def contexts(annotation_ids: list[int]) -> Answer:
    """What stands around some annotations."""

    def answer(store: Store) -> ContextsRead:
        return ContextsRead(annotation_ids, store.mentions.contexts(annotation_ids))

    return answer


def spread_edit(
    spread: Spread,
    alike: Alike,
    chosen: Mapping[int, Collection[int]],
    *,
    undo_key: str,
) -> LongEdit:
    """Do something to equal annotations.

    Args:
        spread: What.
        alike: What they have to be like still.
        chosen: Their ids by the keys of their articles.
        undo_key: What undoes it, as it is told.
    """

    def carry_out(store: Store, report: Report) -> str:
        outcome = store.bulk.reporting(report).decide_on(
            chosen, spread.action, _decision_in(spread, store), fits=alike.fits
        )
        return told(spread.did, outcome, undo_key=undo_key)

    return LongEdit(spread.doing, carry_out)


def group_edit(
    article: int, action: str, doing: str, did: str, decision: Decision, *, undo_key: str
) -> LongEdit:
    """Decide on the annotations of one article.

    Args:
        article: Its key.
        action: As the history names it.
        doing: The verb while it lasts.
        did: The verb in the past.
        decision: Gives an annotation back as it is where nothing is decided.
        undo_key: What undoes it, as it is told.
    """

    def carry_out(store: Store, report: Report) -> str:
        outcome = store.bulk.reporting(report).decide([article], action, decision)
        return told(did, outcome, undo_key=undo_key)

    return LongEdit(doing, carry_out)


def told(did: str, outcome: "BulkOutcome", *, undo_key: str) -> str:
    """What was done, in words."""
    if not outcome.changes:
        return f"{did} nothing: there was nothing to change"
    where = f" in {how_many(outcome.articles)}" if outcome.articles > 1 else ""
    return f"{did} {mentions(outcome.changes)}{where}; {undo_key} undoes it"


def _decision_in(spread: Spread, store: Store) -> "DecisionIn":
    decision, decision_in = spread.decision, spread.decision_in
    if decision_in is None:
        assert decision is not None
        return _always(decision)

    def decide(key: int) -> Decision:
        """What is decided in one article, by its text and names."""
        article = store.articles.by_key(key)
        return decision_in(article, store.annotations.name_forms(article.id))

    return decide


def _always(decision: Decision) -> Callable[[int], Decision]:
    return lambda _: decision

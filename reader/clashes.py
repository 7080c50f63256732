"""What another reader has done to what somebody decided, or is looking at. Pure."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from annotations.model import Annotation, Status
from annotations.review import Change
from annotations.store.article_changes import MarksChange
from annotations.store.news import Happening
from reader.describing import excerpt, short

_ELSEWHERE = "another window"
"""Who it was, where the same person has a store open twice."""
_UNDONE = "somebody"
"""Who has undone an edit is not in the log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """One thing that another reader has done."""

    told: str
    """Who did what, without a full stop."""
    back: Change | MarksChange | None
    """What was there before, after what is there now; null if that was nobody's decision here."""


def clashes(
    happenings: Iterable[Happening], *, me: str, looked_at: Collection[int | None]
) -> list[Clash]:
    """What of all that has happened concerns a person.

    Args:
        happenings: What others have done to the article.
        me: The person.
        looked_at: The ids of the annotations that they look at or are asked about.
    """
    return [clash for each in happenings for clash in _clashes(each, me, looked_at)]


def _clashes(happening: Happening, me: str, looked_at: Collection[int | None]) -> Iterator[Clash]:
    who = _who(happening, me)
    for change in happening.changes:
        subject = change.before or change.after
        assert subject is not None
        if _is_over(change, happening, me):
            undid = f"undid your {happening.action}: {short(subject)}"
            did = undid if happening.is_undone else f"{_did(change)} over yours"
            yield Clash(told=f"{who} {did}", back=Change(before=change.after, after=change.before))
        elif subject.id in looked_at:
            undid = f"undid: {happening.action} {short(subject)}"
            yield Clash(told=f"{who} {undid if happening.is_undone else _did(change)}", back=None)
    for marks in happening.marks:
        back = MarksChange(before=marks.after, after=marks.before)
        yield Clash(told=f"{who} {_did_to_article(marks)}", back=back)


def _is_over(change: Change, happening: Happening, me: str) -> bool:
    """Whether what a person had decided is decided otherwise now."""
    if happening.is_undone:
        return happening.annotator == me
    before = change.before
    return before is not None and before.annotator == me and before.status is not Status.SUGGESTED


def _who(happening: Happening, me: str) -> str:
    if happening.is_undone:
        return _UNDONE
    return _ELSEWHERE if happening.annotator == me else happening.annotator


def _did(change: Change) -> str:
    before, after = change.before, change.after
    if before is None:
        return f"added {short(after)}" if after is not None else ""
    if after is None:
        return f"removed {short(before)}"
    if before.kind != after.kind:
        return f"relabelled {excerpt(after.text, width=40)} {before.kind} → {after.kind}"
    if (before.start, before.end) != (after.start, after.end):
        return f"moved {excerpt(before.text, width=30)} to {excerpt(after.text, width=30)}"
    return f"{_verb(before, after)} {short(after)}"


def _verb(before: Annotation, after: Annotation) -> str:
    if before.status is not after.status and after.status in _DECIDED:
        return _DECIDED[after.status]
    return "tagged" if before.tags != after.tags else "changed"


def _did_to_article(marks: MarksChange) -> str:
    before, after = marks.before, marks.after
    if before.tags != after.tags:
        was, became = (", ".join(each.tags) or "none" for each in (before, after))
        return f"changed the tags of this article: {was} → {became}"
    return "changed the note on this article"


_DECIDED = {
    Status.SUGGESTED: "reopened",
    Status.ACCEPTED: "accepted",
    Status.REJECTED: "rejected",
    Status.CORRECTED: "corrected",
}

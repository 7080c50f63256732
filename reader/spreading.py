"""What can be done to all that is equal to an annotation, and how it is told. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from annotations import review
from annotations.equality import Equality, Shared, equality
from annotations.model import Annotation, Article, Layer
from annotations.renaming import renamed
from annotations.review import Decision
from annotations.store import NameForm
from annotations.store.mentions import Mention
from annotations.store.names.bearing import Bearing, bearer_renamed
from annotations.text import clean_line

Alike = Equality | Bearing
"""What annotations have in common that are changed in one step."""

DecisionInText = Callable[[Article, list[NameForm]], Decision]
"""What is decided on the annotations of an article, which writes names in these forms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Something to do to all that is equal."""

    action: str
    """As the history names it."""
    title: str
    """As it is offered: "Relabel as ORG"."""
    doing: str
    did: str
    """Goes before how many they were: "relabelled"."""
    decision: Decision | None = None
    """What becomes of each; null if that depends on its article."""
    decision_in: DecisionInText | None = None
    spares_decided: bool = True
    """Whether what a person has decided is excepted at first."""
    goes_on: bool = False
    """Whether one goes on to the next that is unreviewed, as after deciding on a single one."""
    concerns: Callable[[Mention], bool] = lambda _: True
    """Whether it could change one at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What is done to what."""

    spread: Spread
    bearing: Bearing | None = None
    """The name whose bearers it is done to; null for all that is equal to an annotation."""


AT_ONCE = {
    "accept": Spread(
        action="accept",
        title="Accept",
        doing="accepting",
        did="accepted",
        decision=review.accept,
        goes_on=True,
        concerns=lambda each: each.status == "suggested",
    ),
    "reject": Spread(
        action="reject",
        title="Reject",
        doing="rejecting",
        did="rejected",
        decision=review.reject,
        goes_on=True,
    ),
    "remove": Spread(
        action="remove", title="Remove", doing="removing", did="removed", decision=review.reject
    ),
}
"""What needs no question before it, by what the person does."""


def has_equals(annotation: Annotation) -> bool:
    """Whether anything can be equal to an annotation."""
    return equality(annotation) is not None


def relabelling(kind: str) -> Spread:
    """Give them another kind, and the name that fits it in their article."""
    return Spread(
        action="relabel",
        title=f"Relabel as {kind}",
        doing="relabelling",
        did="relabelled",
        decision_in=partial(_relabelled_in, kind),
        concerns=lambda each: each.kind != kind or each.status == "suggested",
    )


def renaming(name: str) -> Spread:
    """Give them a canonical name."""
    return Spread(
        action="rename",
        title=f"Name “{clean_line(name)}”",
        doing="renaming",
        did="renamed",
        decision=lambda each: renamed(each, name),
        spares_decided=False,
    )


def renaming_bearers(old: str, name: str) -> Spread:
    """Give all that bears a name another one that none bears so far."""
    return _of_bearers("rename", f"Rename “{clean_line(old)}” to “{clean_line(name)}”", name)


def merging(old: str, into: str) -> Spread:
    """Let all that bears a name bear another one that others bear already."""
    return _of_bearers("merge", f"Merge “{clean_line(old)}” into “{clean_line(into)}”", into)


def _of_bearers(verb: str, title: str, name: str) -> Spread:
    return Spread(
        action=verb if verb == "rename" else f"{verb} names",
        title=title,
        doing="renaming" if verb == "rename" else "merging",
        did=f"{verb}d",
        decision=lambda each: bearer_renamed(each, name),
        spares_decided=False,
    )


def _relabelled_in(kind: str, article: Article, forms: list[NameForm]) -> Decision:
    from reader.naming import relabelled  # brings lexicons, needed only here

    return lambda each: relabelled(each, kind, text=article.text, forms=forms)


def described(alike: Alike) -> str:
    """What is equal, in words: “names written “Lindow”, labelled GPE”."""
    if isinstance(alike, Bearing):
        return "names, speakers and claimants"
    return _equal(alike)


def _equal(equality: Equality) -> str:
    things = {Layer.ENTITIES: "names", Layer.QUOTES: "quotes", Layer.CASUALTIES: "figures"}
    shares = {Shared.WORDS: "written", Shared.NAME: "that go by", Shared.SPEAKER: "by"}
    value = f"“{clean_line(equality.value)}”"
    kind = "" if equality.kind is None else f", {_KIND_WORDS[equality.layer]} {equality.kind}"
    return f"{things[equality.layer]} {shares[equality.shared]} {value}{kind}"


_KIND_WORDS = {
    Layer.ENTITIES: "labelled",
    Layer.QUOTES: "of type",
    Layer.CASUALTIES: "of category",
}


def mentions(count: int) -> str:
    """A number of annotations, as it is told."""
    return f"{count:,} mention{'' if count == 1 else 's'}"

"""What bears a name: mentions, quotes of its speaker, and figures that it claims."""

import json
from dataclasses import dataclass, replace
from typing import Any

from annotations import review
from annotations.model import NAMELESS_LABELS, Annotation, CasualtyFigure, Entity, Quote
from annotations.renaming import renamed
from annotations.review import SHOWN
from annotations.store.names.values import GROUPS_OF_LABELS, NameGroup, group_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """A name, with all that bears it.

    Quotes and figures do not say what their names are of. In an article in which the name is that
    of something else, too, they are left out.
    """

    name: str
    group: NameGroup | None = None
    """What it is the name of; null if nothing but quotes and figures may tell, which fits all."""

    def fits(self, annotation: Annotation) -> bool:
        """Whether an annotation bears the name."""
        if annotation.status not in SHOWN or name_borne(annotation) != self.name:
            return False
        return not isinstance(annotation, Entity) or self._is_of(annotation.label)

    def _is_of(self, label: str) -> bool:
        return self.group in (None, group_of(label))


def name_borne(annotation: Annotation) -> str | None:
    """The name of a mention, of who says a quote, or of who claims a figure; null if there is none.

    A mention that has been given none is called what it says.
    """
    match annotation:
        case Entity(name=name, text=text, label=label):
            return None if label in NAMELESS_LABELS else name or text
        case Quote(speaker_name=name) | CasualtyFigure(claimed_by=name):
            return name or None
    return None


def bearer_renamed(annotation: Annotation, name: str) -> Annotation:
    """Give what bears a name another one; what bears it already is confirmed."""
    if not isinstance(annotation, CasualtyFigure):
        return renamed(annotation, name)
    if annotation.claimed_by == name:
        return review.accept(annotation)
    return review.corrected(replace(annotation, claimed_by=name))


def bearers_sql(bearing: Bearing, *, article: int | None) -> tuple[str, dict[str, Any]]:
    """Select id, article, status, kind and start of all that bears a name; with the parameters.

    Args:
        bearing: The name.
        article: The key of the only article to look in; null for all.
    """
    here = "" if article is None else "AND n.article = :article"
    of_group, of_another = _telling(bearing.group)
    mentions = f"""
        SELECT n.id, n.article, n.status, n.label AS kind, n.start FROM annotations AS n
        WHERE n.layer = 'entities' AND n.status <> 'rejected' AND {of_group} {here}
        """
    borne = "n.name" if article is None else "+n.name"  # the article is the shorter way, then
    alone = f"""
        n.status <> 'rejected' AND n.article NOT IN (
            SELECT n.article FROM annotations AS n
            WHERE n.layer = 'entities' AND {borne} = :name AND n.status <> 'rejected'
                AND {of_another} {here}
        ) {here}
        """
    sql = f"""
        {mentions} AND n.name = :name
        UNION ALL
        {mentions} AND n.layer <> 'quotes' AND n.text = :name AND coalesce(n.name, '') = ''
            AND n.label NOT IN (SELECT value FROM json_each(:nameless))
        UNION ALL
        SELECT n.id, n.article, n.status, n.type, n.start FROM annotations AS n
        WHERE n.layer = 'quotes' AND n.speaker_name = :name AND {alone}
        UNION ALL
        SELECT n.id, n.article, n.status, n.category, n.start FROM annotations AS n
        WHERE n.layer = 'casualties' AND n.claimed_by = :name AND {alone}
        """
    return sql, {
        "name": bearing.name,
        "article": article,
        "labels": json.dumps(_labels(bearing.group)),
        "nameless": json.dumps(sorted(NAMELESS_LABELS)),
    }


def _labels(group: NameGroup | None) -> list[str]:
    """The labels by which a group is told: its own, or of what has none, those of all others."""
    is_own = group not in (None, NameGroup.OTHER)
    return [label for label, each in GROUPS_OF_LABELS.items() if not is_own or each is group]


def _telling(group: NameGroup | None) -> tuple[str, str]:
    """What tells the mentions of a group from all others; both name labels, as the index does."""
    if group is None:
        return "TRUE", "FALSE"
    inside = "n.label IN (SELECT value FROM json_each(:labels))"
    outside = "n.label NOT IN (SELECT value FROM json_each(:labels))"
    return (outside, inside) if group is NameGroup.OTHER else (inside, outside)

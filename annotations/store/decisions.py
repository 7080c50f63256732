"""What people decided on what was suggested, article by article, to be measured.

What a machine had suggested is what the log says an annotation was before a person decided on it.
What was accepted stands as it was suggested and needs no log, so that it is counted in SQL: most
decisions are of that kind, and reading them one by one would take ten times as long.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from annotations.filters import Query
from annotations.measure.decisions import UNSAID, Accepted, By, Decided, DecidedArticle
from annotations.model import Annotation, ArticleState, Layer, Status
from annotations.records import annotation_from_record
from annotations.store import rows
from annotations.store.connection import Connection, Row
from annotations.store.deletion import NOT_DELETED
from annotations.store.filtering import fitting
from annotations.store.states import IN_STATE, NOT_EXCLUDED


@dataclass(frozen=True, slots=True)
class DecidedKeys:
    """Which articles have decisions in them; neither excluded nor deleted ones."""

    every: Sequence[int]
    """Their keys, in the order in which they were added."""
    complete: frozenset[int]
    """Of these, those that are reviewed in full and had been read by a machine before."""


Stamp = tuple[int, ...]
"""What tells whether anything has changed."""


class Decisions:
    """Decisions of people on suggestions, to read."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def keys(self, query: Query | None = None) -> DecidedKeys:
        """Which articles have decisions in them.

        Args:
            query: Only among the articles that it finds.
        """
        with self._connection.reading():
            found = None if query is None else fitting(self._connection, query)
            every = self._connection.column(_DECIDED)
            complete = frozenset(self._connection.column(_COMPLETE))
        if found is not None:
            every = [key for key in every if key in found]
        return DecidedKeys(every, complete.intersection(every))

    def stamps(self, keys: DecidedKeys) -> dict[int, Stamp]:
        """Of each article a value that differs once anything was decided in it, or undone."""
        with self._connection.reading():
            last: dict[int, int] = dict(self._connection.rows(_LAST_EDITS))
            undone = {key: rest for key, *rest in self._connection.rows(_UNDONE)}
        return {
            key: (key in keys.complete, last.get(key, 0), *undone.get(key, ()))
            for key in keys.every
        }

    def articles(self, keys: DecidedKeys, *, by: By = By.KIND) -> Iterator[DecidedArticle]:
        """What was decided in articles, one at a time.

        Of corrections that were imported it is not known what they have corrected.

        Args:
            keys: The articles.
            by: What accepted suggestions are told apart by.

        Raises:
            DamagedRow: If the store holds what cannot be read.
        """
        for key in keys.every:
            with self._connection.reading():
                accepted = tuple(self._accepted(key, by))
                decided = [*self._decided(key)]
            article = DecidedArticle(
                key=key,
                is_complete=key in keys.complete,
                accepted=accepted,
                decided=[each for each in decided if isinstance(each, Decided)],
                unknown=[each for each in decided if isinstance(each, Layer)],
            )
            if not article.is_empty:
                yield article

    def _accepted(self, article: int, by: By) -> Iterator[Accepted]:
        for layer, key, number, *said in self._connection.rows(_ACCEPTED[by], (article,)):
            if key is not None:
                names = _SAID[Layer(layer)]
                counts = {name: said[place] for name, place in names.items()}
                yield Accepted(layer=Layer(layer), key=key, number=number, said=counts)

    def _decided(self, article: int) -> Iterator[Decided | Layer]:
        """All decisions but those that accept; of those too little is known of, the layer."""
        stands = {
            row[0]: rows.annotation(row) for row in self._connection.rows(_OTHERS, (article,))
        }
        found = self._suggested(article)
        for annotation_id, standing in stands.items():
            said = found.pop(annotation_id, None)
            match standing.status:
                case Status.ADDED:
                    yield Decided(found=None, right=standing)
                case Status.REJECTED:
                    yield Decided(found=said or standing, right=None)
                case _:
                    yield standing.layer if said is None else Decided(found=said, right=standing)
        for said in found.values():
            yield Decided(found=said, right=None)

    def _suggested(self, article: int) -> dict[int, Annotation]:
        """What was suggested, by id, before it was corrected, turned down or removed."""
        found: dict[int, tuple[int, Annotation]] = {}
        for edit, annotation_id, layer, before in self._connection.rows(_SUGGESTED, (article,)):
            record = json.loads(before)
            found[annotation_id] = edit, annotation_from_record(Layer(layer), record)
        if not found:
            return {}
        moves = self._connection.rows(_MOVES, (article,))
        return {each: _moved(*found[each], each, moves) for each in found}


def _moved(edit: int, suggestion: Annotation, annotation_id: int, moves: list[Row]) -> Annotation:
    """A suggestion where its annotation is in the present text.

    Args:
        edit: The id of the edit that decided on it.
        suggestion: As it was then.
        annotation_id: Its id.
        moves: Ids of edits and annotations, with how many characters each was moved by.
    """
    by = sum(shift for at, moved, shift in moves if moved == annotation_id and at > edit)
    if not by:
        return suggestion
    return replace(suggestion, start=suggestion.start + by, end=suggestion.end + by)


_DECIDED = f"""
    SELECT c.article FROM article_counts AS c
    WHERE (
        c.reviewed > 0
        OR EXISTS (SELECT 1 FROM edits AS e WHERE e.article = c.article)
    ) AND c.article {NOT_EXCLUDED} AND c.article {NOT_DELETED}
    ORDER BY c.article
    """
"""Decisions on numbers and dates are not in the counts, but in the log unless all are imported."""

_LAST_EDITS = "SELECT article, max(edit_group) FROM edits GROUP BY article"
_UNDONE = """
    SELECT e.article, count(*), sum(e.edit_group)
    FROM edit_groups AS g CROSS JOIN edits AS e ON e.edit_group = g.id
    WHERE g.state = 'undone' GROUP BY e.article
    """
_FIRST_RUN = "(SELECT min(r.at) FROM runs AS r WHERE r.article = s.article)"
_FIRST_EDIT = """(
    SELECT g.at FROM edits AS e CROSS JOIN edit_groups AS g ON g.id = e.edit_group
    WHERE e.article = s.article AND e.annotation IS NOT NULL ORDER BY e.edit_group LIMIT 1
)"""
_COMPLETE = f"""
    SELECT s.article FROM ({IN_STATE[ArticleState.REVIEWED]}) AS s
    WHERE {_FIRST_RUN} <= coalesce({_FIRST_EDIT}, {_FIRST_RUN})
    """
"""What a person added before any machine had read an article, no machine has missed."""

_KEYS = {
    By.KIND: "coalesce(label, type, category)",
    By.RULE: f"coalesce(rule, '{UNSAID}')",
    By.SPEAKER_RULE: f"iif(layer = 'quotes', coalesce(speaker_rule, '{UNSAID}'), NULL)",
    By.CONFIDENCE: f"coalesce(confidence, '{UNSAID}')",
    By.DETECTOR: f"coalesce(detector, '{UNSAID}')",
}
_GIVEN = ("name", "speaker", "cue", "speaker_name", "victim_type", "place", "date", "claimed_by")
_RAISED = ("negated", "hypothetical", "subset", "incremental", "cumulative", "historical")
_SUMS = (
    "count(*)",
    *(f"sum({column} IS NOT NULL)" for column in _GIVEN),
    *(f"sum(coalesce({column}, 0))" for column in _RAISED),
)
_PLACES = {name: 1 + place for place, name in enumerate((*_GIVEN, *_RAISED))}
_SAID = {
    Layer.ENTITIES: {"label": 0, "name": _PLACES["name"]},
    Layer.QUOTES: {
        "type": 0,
        **{name: _PLACES[name] for name in ("speaker", "cue", "speaker_name")},
    },
    Layer.CASUALTIES: {
        **dict.fromkeys(("category", "count", "qualifier"), 0),
        **{name: _PLACES[name] for name in ("victim_type", "place", "date", "claimed_by")},
        **{name: _PLACES[name] for name in _RAISED},
    },
}
"""Where `_SUMS` say in how many annotations `annotations.measure.fields` has something to compare:
one that is always said stands in all of them."""
_ACCEPTED = {
    by: f"""
        SELECT layer, {key} AS told_by, count(*), {", ".join(_SUMS)} FROM annotations
        WHERE article = ? AND status = 'accepted' GROUP BY layer, told_by
        """
    for by, key in _KEYS.items()
}
_OTHERS = f"""
    SELECT id, {", ".join(rows.ALL)} FROM annotations
    WHERE article = ? AND status IN ('corrected', 'rejected', 'added')
    ORDER BY start, "end" DESC, id
    """
_IS_VERSION = """EXISTS (
    SELECT 1 FROM edits AS v
    WHERE v.article = e.article AND v.edit_group = e.edit_group AND v.annotation IS NULL
        AND json_type(v.after, '$.version') IS NOT NULL
)"""
_WAS_SUGGESTED = "json_extract(e.before, '$.status') = 'suggested'"
_BECAME = "json_extract(e.after, '$.status')"
_SUGGESTED = f"""
    SELECT e.id, e.annotation, e.layer, e.before
    FROM edits AS e CROSS JOIN edit_groups AS g ON g.id = e.edit_group
        LEFT JOIN annotations AS n ON n.id = e.annotation
    WHERE e.article = ? AND e.annotation IS NOT NULL AND g.state = 'done'
        AND CASE n.status
            WHEN 'corrected' THEN {_WAS_SUGGESTED} AND {_BECAME} <> 'suggested'
            WHEN 'rejected' THEN {_WAS_SUGGESTED} AND {_BECAME} NOT IN ('suggested', 'rejected')
            ELSE n.id IS NULL AND e.after IS NULL AND {_WAS_SUGGESTED} AND NOT {_IS_VERSION}
        END
    ORDER BY e.id
    """
"""The states on which decisions were made that accept nothing; of several on one annotation the
last one counts. What was turned down as it was suggested stands as it was. Of those that were
removed, as many are turned down that went from a suggestion to
nothing, and not because a new text has no place for them."""
_MOVES = f"""
    SELECT e.id, e.annotation,
        json_extract(e.after, '$.start') - json_extract(e.before, '$.start')
    FROM edits AS e CROSS JOIN edit_groups AS g ON g.id = e.edit_group
    WHERE e.article = ? AND e.annotation IS NOT NULL AND g.state = 'done'
        AND e.before IS NOT NULL AND e.after IS NOT NULL AND {_IS_VERSION}
    """

"""Disagreements of two annotators, settled one by one, each as a group of edits."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from annotations.errors import NothingToUndo
from annotations.measure.disagreements import Settled, Verdict
from annotations.model import Annotation
from annotations.review import Change
from annotations.store import edit_log, steps
from annotations.store.annotations import stored
from annotations.store.applying import apply
from annotations.store.articles import article_key
from annotations.store.connection import Connection
from annotations.store.edit_log import EditGroup, Entry
from annotations.store.rows import signed
from annotations.store.settled import Settling, settled_in

SETTLE = "settle"
"""How the history names that a disagreement was settled, before how it was."""


class Adjudication:
    """What a third person makes of what two annotators have said."""

    def __init__(self, connection: Connection, *, annotator: str) -> None:
        """Args:
        connection: An open store.
        annotator: Who settles.
        """
        self._connection = connection
        self._annotator = annotator
        self._since = connection.value("SELECT coalesce(max(id), 0) FROM edit_groups")

    def settled(self, article_id: str) -> list[Settled]:
        """What was settled in an article, in reading order; nothing if it is not there."""
        key = self._connection.value("SELECT key FROM articles WHERE id = ?", (article_id,))
        return [] if key is None else settled_in(self._connection, key)

    def verdicts(self) -> Mapping[tuple[str, str], tuple[Verdict, tuple[int, ...]]]:
        """How each disagreement was settled, and the ids of what stands in its place.

        They go by the article's id and `key_of`.
        """
        found = self._connection.rows(
            """
            SELECT a.id, d.disagreement, d.verdict, d.annotations
            FROM settled_disagreements AS d CROSS JOIN articles AS a ON a.key = d.article
            """
        )
        return {
            (article_id, disagreement): (Verdict(verdict), tuple(json.loads(annotations)))
            for article_id, disagreement, verdict, annotations in found
        }

    def standing(self, annotation_ids: Sequence[int]) -> list[Annotation]:
        """The annotations with these ids that there are, in this order."""
        with self._connection.reading():
            found = stored(self._connection, annotation_ids)
        return [found[each] for each in annotation_ids if each in found]

    def settle(
        self,
        article_id: str,
        changes: Sequence[Change],
        *,
        before: Settled | None,
        after: Settled,
    ) -> EditGroup:
        """Settle a disagreement, as one group.

        Args:
            article_id: The article.
            changes: What becomes of the annotations that stand in its place; some may stay.
            before: How it was settled until now.
            after: How it is settled; the annotations that stand are filled in.

        Raises:
            EditConflict: If an annotation is no longer as it was seen, or somebody else has settled
                the disagreement meanwhile; nothing was changed.
            NoSuchArticle: If there is no such article.
        """
        real = [
            signed(each, annotator=self._annotator) for each in changes if each.before != each.after
        ]
        kept = [each for each in changes if each.before == each.after]
        with self._connection.writing():
            key = article_key(self._connection, article_id)
            done = apply(self._connection, [Entry(article=key, change=each) for each in real])
            made = [each.change for each in done if isinstance(each.change, Change)]
            states = [each.after for each in (*kept, *made) if each.after is not None]
            ids = tuple(each.id for each in states if each.id is not None)
            after = replace(after, annotations=ids)
            settling = Entry(article=key, change=Settling(before=before, after=after))
            action = f"{SETTLE} {after.verdict}"
            entries = [*done, *apply(self._connection, [settling])]
            group = edit_log.write_group(self._connection, action, self._annotator, entries)
            return edit_log.read_group(self._connection, group)

    def undo(self) -> EditGroup:
        """Take back the newest group that is done, if it settled something or was done meanwhile.

        Raises:
            NothingToUndo: If there is none, or it is older and about something else.
            EditConflict: If something is no longer as the group left it; nothing is changed.
        """
        with self._connection.writing():
            group = edit_log.newest_done(self._connection, None)
            if group is None or not self._is_ours(group):
                raise NothingToUndo("Nothing is settled that could be undone.")
            return steps.undo(self._connection, group)

    def redo(self) -> EditGroup:
        """Do again the group that was undone last, if it settled something or was done meanwhile.

        Raises:
            NothingToUndo: If there is none, or it is older and about something else.
            EditConflict: If something is no longer as it was undone to; nothing is changed.
        """
        with self._connection.writing():
            group = edit_log.last_undone(self._connection, None)
            if group is None or not self._is_ours(group):
                raise NothingToUndo("Nothing was undone that could be redone.")
            return steps.redo(self._connection, group)

    def _is_ours(self, group: int) -> bool:
        """Whether a group settled something, or was done since the store was opened."""
        action = self._connection.value("SELECT action FROM edit_groups WHERE id = ?", (group,))
        return group > self._since or str(action).startswith(f"{SETTLE} ")

"""The commands that give annotations of the open article other borders."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotations import review
from annotations.model import Annotation, Layer
from annotations.review import Change
from reader.borders import End, Step, moved
from reader.describing import LAYER_NAMES, short
from reader.screens.article.correcting import Correcting

if TYPE_CHECKING:
    from reader.telling import Given


class Reshaping(Correcting):
    """A screen with an open article whose annotations can be moved, split and merged.

    Every key is one edit, and one step to undo, however many annotations have to follow; with a
    count before it, too.
    """

    # Borders

    def action_move_end(self, end: End, step: int, by: Step, times: int = 1) -> None:
        """Move one end of the annotation in focus by words or characters."""
        before, reading = self._focused(), self.view.reading
        if before is None:
            return
        at, grows = reading.layout.cluster_at, (end == "end") == (step > 0)
        span, done = moved(reading.text, before, end, step, by=by, cluster_at=at, times=times)
        if done:
            self._reshape(before, span, "extend" if grows else "shrink")
        elif grows:
            self.say(self._border_reached(before, end, step, by))
        else:
            self.say(f"Nothing would be left of it: {self.key('article.remove')} removes it.")

    def _border_reached(self, before: Annotation, end: End, step: int, by: Step) -> str:
        """What is in the way of an annotation that cannot grow."""
        text, verb = self.article.text, "ends" if step > 0 else "begins"
        rest = text[before.end :] if step > 0 else text[: before.start]
        if not rest.strip():
            return f"The text {verb} here."
        goes_on = ""
        if before.layer is Layer.QUOTES and by == "word":
            key = self.key("article.end-right" if end == "end" else "article.start-left")
            goes_on = f" {key} goes on beyond it by letters."
        return f"The paragraph {verb} here.{goes_on}"

    def _reshape(self, before: Annotation, span: tuple[int, int], action: str) -> None:
        from reader.reshaping import reshaped

        def commit() -> None:
            """Move it, and all that is bound to it."""
            after = reshaped(before, *span, given=self._given(before, span))
            self._check_alone(before, after)
            self._commit(action, [Change(before=before, after=after)])

        self.write(commit)

    def action_split(self) -> None:
        """Part the annotation in focus before the cursor."""
        before = self._focused()
        if before is None:
            return
        from reader.reshaping import split

        def commit() -> None:
            """Make two of it."""
            parts = split(before, self.view.reading.cursor, given=self._given(before))
            kept = [Change(before=before, after=part) for part in parts if part.id is not None]
            own = [Change(before=None, after=part) for part in parts if part.id is None]
            self._commit("split", [*kept, *own])

        self.write(commit)

    def action_merge(self) -> None:
        """Make one of the annotation in focus and the next, or of all that are selected."""
        together = self._selected() if self.view.reading.anchor is not None else self._with_next()
        if len(together) < 2:
            return
        from reader.reshaping import merged

        def commit() -> None:
            """Keep one of them, over all of it; what the machine found stays away."""
            last = together[-1]
            after = merged(together, given=self._given(together[0], (last.start, last.end)))
            self._check_alone(*together, after)
            kept = [Change(before=each, after=after) for each in together if each.id == after.id]
            gone = [
                Change(before=each, after=review.reject(each))
                for each in together
                if each.id != after.id
            ]
            self._commit("merge", [*kept, *gone])
            self.view.perform(lambda reading: reading.unselect())

        self.write(commit)

    def _with_next(self) -> list[Annotation]:
        """The annotation in focus and the next of its layer."""
        first = self._focused()
        if first is None:
            return []
        following = self.view.reading.next_annotation(1, layer=first.layer)
        other = self.session.annotation(following)
        if other is None:
            self.say(f"There is no further {LAYER_NAMES[first.layer]} to merge it with.")
            return []
        return [first, other]

    def _selected(self) -> list[Annotation]:
        """What the selection touches of one layer: that in focus, or the only one with several."""
        reading = self.view.reading
        start, end = reading.trimmed_selection() or (0, 0)
        touched = list(reading.index.overlapping(start, end, hidden=reading.hidden))
        number = Counter(map(reading.index.layer, touched))
        several = [layer for layer, count in number.items() if count > 1]
        focused = None if reading.position is None else reading.index.layer(reading.position)
        if focused in several:
            several = [focused]
        if len(several) != 1:
            self.say(
                "Names, quotes and figures are selected: select those of one sort."
                if several
                else "Two annotations of one sort have to be selected to be merged."
            )
            return []
        ids = [reading.index.ids[at] for at in touched if reading.index.layer(at) is several[0]]
        return [each for each in map(self.session.annotation, ids) if each is not None]

    # Committing

    def _given(self, annotation: Annotation, span: tuple[int, int] | None = None) -> "Given":
        """What the words of an annotation are understood by, here and over another stretch."""
        from reader.telling import Given

        start, end = span or (annotation.start, annotation.end)
        return Given(
            text=self.article.text,
            forms=self.session.name_forms(self.article.id),
            vague_rule=self.session.vague_rule,
            quotes=self.quotes_over(min(start, annotation.start), max(end, annotation.end)),
        )

    def _check_alone(self, *annotations: Annotation) -> None:
        """Make sure that the last of them says nothing that another one says already.

        Raises:
            CannotReshape: If it does.
        """
        from reader.telling import CannotReshape

        *own, after = annotations
        there = self._annotation_at(after.start, after.end, after.layer)
        if there is None or there.kind != after.kind or there.id in {each.id for each in own}:
            return
        raise CannotReshape(f"There is {short(there)} already; nothing was changed.")

    def _commit(self, action: str, changes: Sequence[Change]) -> None:
        """Write changes to the store, with all that follows, and show what comes of them.

        Raises:
            StoreError: If they could not be written; nothing was changed.
        """
        group = self.session.edit_together(self.article, action, self.with_followers(changes))
        for change in group.changes:
            self.annotation_changed(change.before, change.after)
        shown = group.changes[0].after
        if shown is not None:
            revealed = self._keep_focus(shown)
            also = f" and {short(_added(group.changes))}" if action == "split" else ""
            self.say(f"{_PAST[action]} {short(shown)}{also}{revealed}")


def _added(changes: Sequence[Change]) -> Annotation:
    added = next(each.after for each in changes if each.before is None)
    assert added is not None
    return added


_PAST = {
    "extend": "extended to",
    "shrink": "shrunk to",
    "split": "split into",
    "merge": "merged into",
}
"""What to say of an action once it is done."""

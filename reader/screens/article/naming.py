"""Saying how things in the open article are called, and which names are one."""

from typing import TYPE_CHECKING

from textual import on

from annotations.model import Annotation, Entity, Layer, Quote
from annotations.review import Change
from reader.describing import excerpt, short
from reader.kin import label_of_name
from reader.messages import Answered
from reader.screens.article.spreading import Spreading
from reader.switches import Switch

if TYPE_CHECKING:
    from annotations.store.names.bearing import Bearing

_RENAME, _MERGE, _SPLIT = "rename in article", "merge names", "split name"
_ASKED = 24
"""Characters of a name that a question shows."""


class Naming(Spreading):
    """A screen with an open article whose names can be changed, merged and split.

    A name is borne by its mentions, by the quotes of whom it names and by the figures that they
    claim; what becomes of it becomes of all of them, in one step.
    """

    _in_question: Annotation | None = None
    """The annotation whose name is asked for."""

    def action_rename(self) -> None:
        """Ask for another name for what is in focus, wherever the article names it."""
        annotation = self._nameable()
        if annotation is None:
            return
        self.ask_name(_RENAME, self._renaming(annotation), value=_name(annotation) or "")

    def _renaming(self, annotation: Annotation) -> str:
        """The question for another name, with how many bear the one that it has."""
        bearing = self._bearing(annotation)
        if bearing is None:
            return f"Who says {excerpt(annotation.text, width=_ASKED)}? "
        number = len(self._bearers(bearing))
        many = f", {number:,} in this article" if number > 1 else ""
        return f"Rename {excerpt(bearing.name, width=_ASKED)}{many}: "

    def action_merge_names(self) -> None:
        """Ask for the name that is the same as that of what is in focus."""
        annotation = self._nameable()
        if annotation is None:
            return
        name = _name(annotation)
        if name is None:
            self.say(
                f"{short(annotation)} has no name yet: {self.key('article.rename')} gives one."
            )
            return
        self.ask_name(_MERGE, f"{excerpt(name, width=_ASKED)} is the same as: ")

    def action_split_name(self) -> None:
        """Ask for a name for the mention in focus alone."""
        annotation = self._nameable()
        if annotation is None:
            return
        name = _name(annotation)
        apart = f", not {excerpt(name, width=_ASKED)}" if name else ""
        if isinstance(annotation, Quote):
            own = annotation.speaker.text if annotation.speaker else ""
            self.ask_name(_SPLIT, f"Who says this quote{apart}? ", value=own)
        else:
            self.ask_name(_SPLIT, f"This mention is{apart}: ", value=annotation.text)

    def _nameable(self) -> Annotation | None:
        """The annotation in focus, if it has a name or can have one; else says why not."""
        from annotations.renaming import can_be_named

        annotation = self._focused()
        if annotation is None or can_be_named(annotation):
            self._in_question = annotation
            return annotation
        self.say(f"{short(annotation)} has no name: names and the speakers of quotes have.")
        return None

    @on(Answered)
    def _take_answered_name(self, event: Answered) -> None:
        if event.purpose not in (_RENAME, _MERGE, _SPLIT):
            return
        name = " ".join(event.value.split())
        annotation = self._as_it_stands()
        if annotation is None:
            self.say("It has been changed meanwhile; nothing was named.")
        elif not name:
            self.say("A name has letters: nothing was changed.")
        elif name == _name(annotation):
            self.say("That is its name already.")
        elif event.purpose == _RENAME:
            self._rename(annotation, name)
        elif event.purpose == _MERGE:
            self._merge(annotation, name)
        else:
            self._split(annotation, name)

    def _as_it_stands(self) -> Annotation | None:
        """The annotation that was asked about, if it still bears the name that it had."""
        asked = self._in_question
        found = None if asked is None else self.session.annotation(asked.id)
        return found if found and asked and _name(found) == _name(asked) else None

    # The name everywhere in the article

    def _rename(self, annotation: Annotation, name: str) -> None:
        from reader.services.bulk_steps import spread_edit
        from reader.spreading import renaming_bearers

        bearing = self._bearing(annotation)
        if bearing is None:
            self._split(annotation, name)
            return
        ids, spread = self._bearers(bearing), renaming_bearers(bearing.name, name)
        key, undo = self.session.store.articles.key(self.article.id), self.key("article.undo")
        self.carry_out(spread_edit(spread, bearing, {key: ids}, undo_key=undo), len(ids))

    def _bearers(self, bearing: "Bearing") -> list[int]:
        """The ids of what bears a name in this article."""
        found = self.session.store.mentions.bearing(bearing, article_id=self.article.id)
        return [each.id for each in found]

    def _bearing(self, annotation: Annotation) -> "Bearing | None":
        """What bears the name of an annotation; null for a quote of nobody who is named."""
        from annotations.store.names.bearing import Bearing
        from annotations.store.names.values import group_of

        name = _name(annotation)
        if name is None:
            return None
        is_entity = isinstance(annotation, Entity)
        label = annotation.kind if is_entity else label_of_name(self.view.reading.index, name)
        return Bearing(name=name, group=group_of(label) if label else None)

    # Two names that are one

    def _merge(self, annotation: Annotation, other: str) -> None:
        from annotations.store.names.bearing import Bearing
        from reader.spreading import Way, merging, renaming_bearers

        bearing = self._bearing(annotation)
        assert bearing is not None
        if not self.session.store.names.has(other):
            ways = [Way(spread=renaming_bearers(bearing.name, other), bearing=bearing)]
        else:
            theirs = Bearing(name=other, group=bearing.group)
            ways = [
                Way(spread=merging(bearing.name, other), bearing=bearing),
                Way(spread=merging(other, bearing.name), bearing=theirs),
            ]
        self.look_through(annotation, ways)

    # One mention that is another

    def _split(self, annotation: Annotation, name: str) -> None:
        from annotations.renaming import renamed

        split = [annotation, *self._said_by(annotation)]
        changes = [Change(before=each, after=renamed(each, name)) for each in split]

        def commit() -> None:
            """Write it to the store, and show what that gives back."""
            group = self.session.edit_together(self.article, "split name", changes)
            self.reload()
            self._keep_focus(annotation)
            said = len(group.changes) - 1
            quotes = f", with {said:,} quote{'' if said == 1 else 's'}" if said else ""
            undo = self.key("article.undo")
            self.say(
                f"{short(annotation)} is {excerpt(name, width=_ASKED)}{quotes}; {undo} undoes it"
            )

        self.write(commit)

    def _said_by(self, mention: Annotation) -> list[Quote]:
        """The quotes of its name that this mention stands for the speaker of."""
        index, name = self.view.reading.index, _name(mention)
        if mention.layer is not Layer.ENTITIES or name is None:
            return []
        quotes = [at for at in index.positions(Switch.QUOTES) if index.names[at] == name]
        found = (self.session.annotation(index.ids[at]) for at in quotes)
        return [
            each
            for each in found
            if isinstance(each, Quote)
            and each.speaker is not None
            and each.speaker.start < mention.end
            and mention.start < each.speaker.end
        ]


def _name(annotation: Annotation) -> str | None:
    from annotations.store.names.bearing import name_borne

    return name_borne(annotation)

"""The commands by which a person decides on many annotations of the open article, or of all."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from annotations.model import Annotation, Layer
from annotations.store.progress import untold
from reader.describing import short
from reader.messages import Answered, EditArticles
from reader.screens.article.calling import Calling

if TYPE_CHECKING:
    from annotations.selecting import Selector
    from reader.screens.dialogs.groups import GroupChoice
    from reader.screens.dialogs.kind_picker import KindChoice
    from reader.services.long_edits import LongEdit
    from reader.spreading import Spread, Way

_AT_ONCE = 100
"""Annotations that are edited sooner than a key is pressed; more are edited beside the screen."""
_RENAME = "name of all equal"


class Spreading(Calling):
    """A screen with an open article, one of whose annotations may stand for all that are equal.

    What only an edit of many needs is imported when one is made: an article is shown without it.
    """

    # All that is equal

    def action_to_equal(self, what: str) -> None:
        """Look through all that is equal to the annotation in focus, before all is changed."""
        annotation = self._focused()
        if annotation is None:
            return
        from reader import spreading

        if not spreading.has_equals(annotation):
            self.say("Nobody is named as the speaker of this quote, so it is equal to no other.")
        elif what == "relabel":
            self._ask_kind(annotation)
        elif what == "rename":
            self._ask_name(annotation)
        else:
            self._look_through(annotation, spreading.AT_ONCE[what])

    def _look_through(self, annotation: Annotation, spread: "Spread") -> None:
        from reader.spreading import Way

        self.look_through(annotation, [Way(spread=spread)], go_on=spread.goes_on)

    def look_through(
        self, annotation: Annotation, ways: "Sequence[Way]", *, go_on: bool = False
    ) -> None:
        """Show what would be changed together with an annotation, before it is."""
        from reader.screens.mentions import MentionsScreen

        key = self.session.store.articles.key(self.article.id)
        self.app.push_screen(
            MentionsScreen(
                self.session,
                annotation,
                key,
                ways,
                carry_out=partial(self.carry_out, go_on=go_on),
                settings=self.settings,
            )
        )

    def _ask_kind(self, annotation: Annotation) -> None:
        from reader.spreading import relabelling

        def answered(choice: "KindChoice | None") -> None:
            """Look through what would get the kind that was chosen."""
            if choice is not None:
                self._look_through(annotation, relabelling(choice.kind))

        self._pick_kind((annotation.layer,), answered, current=annotation.kind)

    def _ask_name(self, annotation: Annotation) -> None:
        from annotations.renaming import can_be_named, name_of

        if not can_be_named(annotation):
            self.say(f"{short(annotation)} has no name: names and the speakers of quotes have.")
            return
        whose = "speaker" if annotation.layer is Layer.QUOTES else "name"
        name = name_of(annotation) or annotation.text
        self.ask_name(_RENAME, f"The {whose} of all equal: ", value=name, replacing=False)

    @on(Answered)
    def _take_name(self, event: Answered) -> None:
        if event.purpose != _RENAME:
            return
        from reader.spreading import renaming

        annotation = self.session.annotation(self.view.reading.focus)
        if event.value.strip() and annotation is not None:
            self._look_through(annotation, renaming(" ".join(event.value.split())))

    # Groups

    def action_by_group(self) -> None:
        """Show the groups of what the article has, to accept or reject one of them."""
        from annotations.selecting import groups
        from reader.screens.dialogs.groups import GroupPicker

        found = groups(self._annotations())
        if not found:
            self.say("There is no annotation in this article.")
            return

        def answered(choice: "GroupChoice | None") -> None:
            """Decide on the group that was chosen."""
            if choice is not None:
                self._decide_on_group(choice.verb, choice.selector)

        self.app.push_screen(GroupPicker(found, keys=self.settings.keymap), answered)

    def typed_accept(self, group: str) -> None:
        """Accept what waits of a group."""
        self._typed_group("accept", group)

    def typed_reject(self, group: str) -> None:
        """Reject what waits of a group."""
        self._typed_group("reject", group)

    def groups_here(self) -> list[str]:
        """The groups of what the article has, as they are typed."""
        from annotations.selecting import groups

        return [str(each.selector) for each in groups(self._annotations())]

    def _typed_group(self, verb: str, typed: str) -> None:
        from annotations.selecting import selector

        found = self._annotations()
        meant = selector(typed, kinds={each.kind for each in found})
        if any(map(meant.fits, found)):
            self._decide_on_group(verb, meant)
        else:
            key = self.key("article.by-group")
            self.say(f"This article has none of {meant}: {key} shows what it has.")

    def _decide_on_group(self, verb: str, group: "Selector") -> None:
        from annotations.selecting import within
        from reader.services.bulk_steps import group_edit
        from reader.spreading import AT_ONCE

        spread = AT_ONCE[verb]
        assert spread.decision is not None
        decide = within(group, spread.decision)
        count = sum(decide(each) != each for each in self._annotations())
        if not count:
            self.say(f"nothing waits of {group}: what a person has decided stays")
            return
        key, undo = self.session.store.articles.key(self.article.id), self.key("article.undo")
        action, doing, did = f"{verb} {group}", spread.doing, spread.did
        edit = group_edit(key, action, doing, did, decide, undo_key=undo)
        self.carry_out(edit, count)

    def _annotations(self) -> list[Annotation]:
        is_stored = self.session.holds(self.article.id)
        return self.session.store.annotations.of(self.article.id) if is_stored else []

    # Doing and undoing

    def carry_out(self, edit: "LongEdit", count: int, *, go_on: bool = False) -> None:
        """Make an edit: a short one at once, a long one beside the screen.

        Args:
            edit: What to do.
            count: How many annotations it is for.
            go_on: Whether to go to the next unreviewed one after a short one.
        """
        if count > _AT_ONCE:
            self.post_message(EditArticles(edit))
            return
        is_done = self.write(lambda: self.edited(edit.carry_out(self.session.store, untold)))
        following = self.view.reading.next_annotation(1, unreviewed=True)
        if is_done and go_on and following is not None:
            self.go_on(following)

    def edited(self, said: str) -> None:
        """Show the article as many edits have left it, and tell of them."""
        self.store_changed()
        super().edited(said)

    def action_undo(self) -> None:
        """Undo the last edit of this article; of a long one all, in whatever article."""
        self._walk(super().action_undo, undo=True)

    def action_redo(self) -> None:
        """Redo what was undone last."""
        self._walk(super().action_redo, undo=False)

    def _walk(self, at_once: Callable[[], None], *, undo: bool) -> None:
        if self.session.is_busy or self._size_of_step(undo=undo) > _AT_ONCE:
            from reader.services.long_edits import step

            self.post_message(EditArticles(step(undo=undo, article_id=self.article.id)))
        else:
            at_once()

    def _size_of_step(self, *, undo: bool) -> int:
        if not self.session.holds(self.article.id):
            return 0
        return self.session.store.edits.size_of_step(self.article.id, undo=undo)

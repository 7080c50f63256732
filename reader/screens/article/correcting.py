"""The commands by which a person corrects the annotations of the open article."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from annotations import review
from annotations.model import Annotation, Layer
from annotations.review import Change, Marks
from reader.describing import SWITCH_NAMES, short
from reader.messages import Answered
from reader.note_lines import in_lines, on_one_line
from reader.screens.article.binding import Binding
from reader.switches import in_order

if TYPE_CHECKING:
    from annotations.store.edit_log import EditGroup
    from reader.screens.dialogs.kind_picker import KindChoice


class Correcting(Binding):
    """A screen with an open article whose annotations can be corrected.

    Every edit is committed before the screen shows it.
    """

    def annotation_changed(self, before: Annotation | None, after: Annotation | None) -> None:
        """Show what an edit made of one annotation."""
        raise NotImplementedError

    def reload(self) -> None:
        """Show the article as it stands in the store."""
        raise NotImplementedError

    # Deciding

    def action_accept(self) -> None:
        """Accept the annotation in focus, and go on."""
        self._decide("accept", review.accept, go_on=True)

    def action_reject(self) -> None:
        """Reject the annotation in focus, and go on."""
        self._decide("reject", review.reject, go_on=True)

    def action_remove(self) -> None:
        """Take the annotation in focus away."""
        self._decide("remove", review.reject, go_on=False)

    def action_relabel(self) -> None:
        """Ask for another kind for the annotation in focus."""
        annotation = self._focused()
        if annotation is None:
            return

        def answered(choice: "KindChoice | None") -> None:
            """Give it the kind that was chosen, unless the choice was cancelled."""
            about, self.asked_about = self.asked_about, None
            if choice is not None:
                self._give_kind(choice.kind, choice.layer, about=about)

        self.asked_about = annotation.id
        self._pick_kind((annotation.layer,), answered, current=annotation.kind)

    def _give_kind(self, kind: str, layer: Layer, *, about: int | None = None) -> None:
        self.session.last_kind = layer, kind
        self._decide("relabel", lambda each: self._relabelled(each, kind), go_on=False, about=about)

    def _decide(
        self,
        action: str,
        decide: Callable[[Annotation], Annotation | None],
        *,
        go_on: bool,
        about: int | None = None,
    ) -> None:
        """Decide on the annotation that was asked about, else on the one in focus."""
        before = self._focused() if about is None else self.standing(about)
        if before is None:
            return
        # Looked for before the edit: what is rejected is no longer there to go on from.
        following = self.view.reading.next_annotation(1, unreviewed=True)
        after = decide(before)
        if (after == before or self._edit(action, before, after)) and go_on:
            self.go_on(following)

    def go_on(self, following: int | None) -> None:
        """After a decision: to the next that nobody has decided on, by its id; or say the end."""
        self.view.go_on(following)

    # Adding

    def action_choose(self) -> None:
        """Ask what the selection is."""
        if self.view.reading.trimmed_selection() is None:
            key = self.key("text.select")
            self.say(f"Nothing is selected: {key} begins a selection, motions extend it.")
            return
        self._pick_kind(tuple(Layer), self._label_selection)

    def _pick_kind(
        self,
        layers: Sequence[Layer],
        answered: "Callable[[KindChoice | None], None]",
        *,
        current: str | None = None,
    ) -> None:
        from reader.screens.dialogs.kind_picker import KindPicker

        keys, own = self.settings.keymap, self.settings.labels
        picker = KindPicker(layers, own=own, current=current, keys=keys)
        self.app.push_screen(picker, answered)

    def _label_selection(self, choice: "KindChoice | None") -> None:
        selection = self.view.reading.trimmed_selection()
        if choice is None or selection is None:
            return
        self.session.last_kind = choice.layer, choice.kind
        start, end = selection
        there = self._annotation_at(start, end, choice.layer)
        if there is not None:
            after = self._relabelled(there, choice.kind)
            done = after == there or self._edit("relabel", there, after)
        else:
            from reader.proposing import propose  # brings lexicons, needed only here

            added = propose(
                self.view.reading.text,
                start,
                end,
                layer=choice.layer,
                kind=choice.kind,
                vague_rule=self.session.vague_rule,
                forms=self.session.name_forms(self.article.id),
                quotes=self.quotes_over(start, end),
            )
            done = self.add(added)
        if done:
            self.view.perform(lambda reading: reading.unselect())

    def add(self, added: Annotation) -> bool:
        """Add an annotation; tells whether that is done."""
        return self._edit("add", None, added)

    def _relabelled(self, annotation: Annotation, kind: str) -> Annotation:
        from reader.naming import relabelled  # brings lexicons, needed only here

        forms = self.session.name_forms(self.article.id)
        return relabelled(annotation, kind, text=self.article.text, forms=forms)

    def _annotation_at(self, start: int, end: int, layer: Layer) -> Annotation | None:
        """The annotation of a layer that covers exactly this stretch, if there is one."""
        index = self.view.reading.index
        for position in index.overlapping(start, end):
            span = (index.starts[position], index.ends[position])
            if span == (start, end) and index.layer(position) is layer:
                return self.session.annotation(index.ids[position])
        return None

    def _edit(self, action: str, before: Annotation | None, after: Annotation | None) -> bool:
        """Commit one change and what follows, then show it; tells whether it could be made."""

        def commit() -> None:
            """Write the change to the store; what the screen shows is what that gives back."""
            changes = self.with_followers([Change(before=before, after=after)])
            group = self.session.edit_together(self.article, action, changes)
            for each in group.changes:
                self.annotation_changed(each.before, each.after)
            shown = group.changes[0].after or group.changes[0].before
            if shown is not None:
                revealed = self._keep_focus(shown)
                self.say(f"{_PAST[action]} {short(shown)}{revealed}")

        return self.write(commit)

    def _keep_focus(self, annotation: Annotation) -> str:
        """Focus what an edit has changed; says what had to be shown again so that it is seen."""
        reading = self.view.reading
        hidden = frozenset(reading.hidden)
        self.view.perform(lambda reading: reading.keep_focus(annotation.id))
        revealed = in_order(hidden - reading.hidden)
        return "".join(f"; {SWITCH_NAMES[switch].lower()} shown" for switch in revealed)

    # Tags and notes

    def action_edit_tags(self) -> None:
        """Ask for tags of the annotation in focus, else of the article."""
        annotation = self.session.annotation(self.view.reading.focus)
        if annotation is None:
            self.action_edit_article_tags()
        else:
            self.asked_about = annotation.id
            self._ask_tags("annotation tags", short(annotation, width=24), annotation.tags)

    def action_edit_article_tags(self) -> None:
        """Ask for tags of the article."""
        self._ask_tags("article tags", "this article", self.article.tags)

    def typed_tag(self, tags: str) -> None:
        """Add tags to the annotation in focus, else to the article."""
        if self.view.reading.focus is not None:
            add = partial(self.read_tags, tags)
            self._decide("tag", lambda each: replace(each, tags=add(before=each.tags)), go_on=False)
        else:
            added = self.read_tags(tags, before=self.article.tags)
            self._mark("tag", Marks(tags=added, note=self.article.note))

    def action_edit_note(self) -> None:
        """Ask for a note on the annotation in focus, else on the article."""
        annotation = self.session.annotation(self.view.reading.focus)
        if annotation is None:
            self.action_edit_article_note()
        else:
            self.asked_about = annotation.id
            question = f"Note on {short(annotation, width=24)}: "
            self._ask_note("annotation note", question, annotation.note)

    def action_edit_article_note(self) -> None:
        """Ask for a note on the article."""
        self._ask_note("article note", "Note on this article: ", self.article.note)

    def _ask_note(self, purpose: str, question: str, note: str | None) -> None:
        self.ask(purpose, question, value=on_one_line(note or ""), lines=True)

    def _ask_tags(self, purpose: str, subject: str, tags: tuple[str, ...]) -> None:
        self.ask_tags(purpose, f"Tags of {subject}: ", value=", ".join(tags))

    @on(Answered)
    def _take_answer(self, event: Answered) -> None:
        answer = event.value.strip()
        self.view.focus()
        if not event.changed:
            return
        match event.purpose:
            case "annotation tags":
                self.attempt(lambda: self._tag_annotation(answer))
            case "annotation note":
                note = in_lines(answer) or None
                self._decide_marks("note", lambda each: replace(each, note=note))
            case "article tags":
                self.attempt(lambda: self._tag_article(answer))
            case "article note":
                self._mark("note", Marks(tags=self.article.tags, note=in_lines(answer) or None))

    def _tag_annotation(self, answer: str) -> None:
        tags = self.read_tags(answer)
        self._decide_marks("tag", lambda each: replace(each, tags=tags))

    def _tag_article(self, answer: str) -> None:
        self._mark("tag", Marks(tags=self.read_tags(answer), note=self.article.note))

    def _decide_marks(self, action: str, mark: Callable[[Annotation], Annotation]) -> None:
        self._decide(action, mark, go_on=False, about=self.asked_about)

    def _mark(self, action: str, marks: Marks) -> None:
        if marks == Marks(tags=self.article.tags, note=self.article.note):
            return

        def commit() -> None:
            """Write the marks to the store, and show the article as it is there."""
            self.session.mark(self.article, action, marks)
            self.reload()
            self.say(f"{_PAST[action]} the article")

        self.write(commit)

    # Undoing

    def action_undo(self) -> None:
        """Undo the last edit of this article."""
        self._show_step("undid", self.walk(lambda: self.session.undo(self.article.id)))

    def action_redo(self) -> None:
        """Redo what was undone last."""
        self._show_step("redid", self.walk(lambda: self.session.redo(self.article.id)))

    def _show_step(self, verb: str, group: "EditGroup | None") -> None:
        if group is None:
            return
        from annotations.following import leading  # these only for undoing
        from reader.step_words import TEXT_ACTIONS, rule_words, words_of

        self.reload()
        if group.rules:
            self.say(f"{verb}: {rule_words(group)}{self._by(group)}")
            return
        is_of_text = group.action in TEXT_ACTIONS
        said = (
            words_of(group.action, group.changes)
            if group.changes or is_of_text
            else f"{group.action} the article"
        )
        led = leading(group.changes)
        is_one = len(led) == 1 and not is_of_text
        revealed = self._go_to_changed(led[0]) if is_one else ""
        self.say(f"{verb}: {said}{self._by(group)}{revealed}")

    def _go_to_changed(self, change: Change) -> str:
        """Go to where an annotation was changed; says what had to be shown again for that."""
        changed = change.after or change.before
        assert changed is not None
        self.view.perform(lambda reading: reading.go(changed.start))
        return self._keep_focus(changed)

    def _by(self, group: "EditGroup") -> str:
        """Who made an edit, if it was somebody else."""
        who = group.annotator
        return "" if who == self.session.store.annotator else f", by {who}"


_PAST = {
    "accept": "accepted",
    "reject": "rejected",
    "remove": "removed",
    "relabel": "relabelled",
    "add": "added",
    "correct": "corrected",
    "tag": "tagged",
    "note": "noted on",
}
"""What to say of an action once it is done."""

"""Putting annotations of an earlier text where they belong in the present one."""

from typing import TYPE_CHECKING

from annotations.model import Span
from reader.describing import excerpt
from reader.screens.article.pointing import Pointing, Question

if TYPE_CHECKING:
    from annotations.store.versions import Waiting


class Placing(Pointing):
    """A screen with an open article in which a person places what has no certain place.

    They select the words, or leave the likeliest ones selected, and the key that labels puts the
    annotation there.
    """

    def action_unplaced(self) -> None:
        """Show what has no place, and the earlier texts."""
        if not self.session.holds(self.article.id):
            self.say("This article is not in the library yet, so it has only this text.")
            return
        from reader.screens.unplaced import UnplacedScreen

        screen = UnplacedScreen(
            self.session,
            settings=self.settings,
            origin=self.article.id,
            title=self.article.title or self.article.id,
        )
        self.app.push_screen(screen)

    def begin_placing(self) -> None:
        """Ask where an annotation belongs that was chosen to be placed here."""
        annotation_id = self.session.placing
        if annotation_id is None or self._question is not None:
            return
        found = self.session.store.versions.waiting([annotation_id])
        if not found or found[0].article_id != self.article.id:
            return
        self.session.placing = None
        self._ask_for_place(found[0], annotation_id)

    def _ask_for_place(self, waiting: "Waiting", annotation_id: int) -> None:
        self.ask_where(
            Question(
                asked=f"place of {excerpt(waiting.unplaced.annotation.text, width=24)}",
                take=lambda span: self._put(annotation_id, span),
                take_nothing=lambda: self._drop(annotation_id),
                nothing="drops it",
                leave=lambda: self.say("It waits for a place as before."),
            )
        )
        candidates = self.session.store.versions.candidates(annotation_id)
        if candidates:
            start, end = candidates[0].place
            self.view.perform(lambda reading: reading.go(end - 1))
            self.view.perform(lambda reading: reading.select(anchor=start))

    def _put(self, annotation_id: int, span: Span) -> None:
        versions = self.session.store.versions

        def commit() -> None:
            """Put it there, and say what could not be put there with it."""
            before = versions.waiting([annotation_id])
            group = versions.place(
                annotation_id, (span.start, span.end), version=self.article.version
            )
            after = group.changes[0].after
            assert after is not None
            self.reload()
            self.view.perform(lambda reading: reading.go(after.start))
            self._keep_focus(after)
            from reader.unplaced_lines import lost_parts, placed  # brings what aligns texts

            lost = lost_parts(before[0].unplaced.annotation, after) if before else ()
            count = self.session.unplaced(self.article.id)
            self.say(placed(after.text, count, key=self.key("article.unplaced"), lost=lost))

        self.write(commit)

    def _drop(self, annotation_id: int) -> None:
        def commit() -> None:
            """Let it wait no longer."""
            self.session.store.versions.drop([annotation_id])
            self.reload()
            self.say(f"dropped; {self.key('article.undo')} brings it back")

        self.write(commit)

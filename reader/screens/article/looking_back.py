"""The commands by which a person looks back at what was done to the open article."""

from annotations.store.places import Place
from reader.screens.article.jumping import Jumping


class LookingBack(Jumping):
    """A screen with an open article that shows its log, and the history of its annotations."""

    def store_changed(self) -> None:
        """Show what was done to the article meanwhile, if anything."""
        raise NotImplementedError

    def begin_placing(self) -> None:
        """Let a person place what was chosen for that in another screen."""
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        """Show what was done to the article from the screens over it."""
        if self.is_mounted and self.children:
            self.store_changed()
            self.begin_placing()

    def go_to_place(self, place: Place) -> None:
        """Go to a place in the article, as a jump."""
        origin = self.view.place
        self.view.return_to(place)
        self.jumped_from(origin)
        self.view.focus()

    @property
    def open_article_id(self) -> str | None:
        """The id of the open article."""
        return self.article.id

    def action_copies(self) -> None:
        """List the copies of the report in other outlets."""
        self.show_copies(self.article.id)

    def action_history(self) -> None:
        """Show what became of the annotation in focus."""
        annotation_id = self.view.reading.focus
        if annotation_id is None:
            following, log = self.key("text.next"), self.key("article.log")
            self.say(
                f"There is no annotation under the cursor: {following} goes to the next one, "
                f"{log} shows all edits."
            )
            return
        from reader.screens.history import HistoryScreen

        screen = HistoryScreen(
            self.session, annotation_id, settings=self.settings, origin=self.article.id
        )
        self.app.push_screen(screen)

    def action_log(self) -> None:
        """Show what was done to the article, and from there to the whole store."""
        if not self.session.holds(self.article.id):
            self.say("This article is not in the library yet, so nothing was done to it.")
            return
        from reader.screens.log.screen import LogScreen

        title = self.article.title or self.article.id
        self.app.push_screen(
            LogScreen(self.session, settings=self.settings, origin=self.article.id, title=title)
        )

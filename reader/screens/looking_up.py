"""What can be looked up from an article and from the library: tags, guidelines, the progress."""

from reader.screens.tag_prompts import TagPrompts


class LookingUp(TagPrompts):
    """A screen over which the tags, the guidelines and the progress open."""

    @property
    def open_article_id(self) -> str | None:
        """The id of the article that the screen shows; null if it shows none."""
        return None

    def show_copies(self, article_id: str) -> None:
        """List the copies of an article, the best first."""
        from reader.services.questions import copies

        store = self.session.store if self.session.holds(article_id) else None
        found = [] if store is None else copies(store, article_id)
        if not found:
            self.say("no copy of this report is in the library")
            return
        from reader.screens.related import RelatedScreen

        title = self.session.store.articles.get(article_id).title or article_id
        heading = f"Copies of “{title}”"
        self.app.push_screen(RelatedScreen(self.session, heading, found, settings=self.settings))

    def action_all_tags(self) -> None:
        """Show all tags of the store."""
        from reader.screens.tags import TagsScreen

        if self.session.is_open:
            self.app.push_screen(TagsScreen(self.session, settings=self.settings))
        else:
            self.say("there is no library yet, and so no tag")

    def action_guidelines(self) -> None:
        """Show the guidelines."""
        from reader.screens.dialogs.guidelines import GuidelinesScreen

        self.app.push_screen(GuidelinesScreen(self.session, keys=self.settings.keymap))

    def action_progress(self) -> None:
        """Show how far the library is, and how good the machine was."""
        from reader.screens.progress import ProgressScreen

        if self.session.is_open:
            screen = ProgressScreen(
                self.session, settings=self.settings, origin=self.open_article_id
            )
            self.app.push_screen(screen)
        else:
            self.say("there is no library yet, and so no progress")

"""What can be looked up from an article and from the library: all tags, and the guidelines."""

from reader.screens.tag_prompts import TagPrompts


class LookingUp(TagPrompts):
    """A screen over which the tags and the guidelines open."""

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

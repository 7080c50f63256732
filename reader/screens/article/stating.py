"""Saying how far the open article is as a whole."""

from reader.article_states import VERDICTS
from reader.screens.article.spreading import Spreading


class Stating(Spreading):
    """A screen with an open article that a person can call reviewed, exclude or put off."""

    def action_state(self, verdict: str) -> None:
        """Give the article a state, or let it follow from the annotations again."""
        meant = VERDICTS[verdict]
        if self.article.state is meant.state:
            self.say(f"The article is {meant.stands}, as before.")
            return

        def commit() -> None:
            """Write the state to the store, and show the article as it is there."""
            self.session.set_state(self.article, meant.action, meant.state)
            self.reload()
            self.say(f"The article is {meant.stands}; {self.key('article.undo')} undoes it.")

        if self.write(commit):
            self.state_given()

    def state_given(self) -> None:
        """Learn that the article has got another state."""

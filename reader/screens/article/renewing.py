"""Following an open article to another version of its text."""

from textual import on

from annotations.store.places import Place
from reader.messages import Answered, AskingCancelled, RenewArticle
from reader.screens.article.correcting import Correcting
from reader.screens.article.jumping import Jumping


class Renewing(Correcting, Jumping):
    """A screen with an open article that may get another text while it is read.

    Nothing is shown or edited at offsets of a text that is gone: the store refuses it, and the
    article is shown anew at the same words, as soon as it is in front and nothing is being asked.
    """

    _is_renewed = False
    """Whether another screen is about to take the place of this one."""

    def renew(self) -> bool:
        """Show the article anew if it has another text; tells whether it has."""
        held = self.article.version
        now = self.session.version(self.article.id)
        if now == held:
            return False
        is_asked = self._prompt is not None and self._prompt.is_open
        if not self._is_renewed and self.is_current and not is_asked:
            self._is_renewed = True
            self.attempt(lambda: self._show_anew(held, now))
        return True

    @on(Answered)
    @on(AskingCancelled)
    def _follow_text(self) -> None:
        """Show a text that came while something was asked."""
        self.call_after_refresh(self.renew)

    def _show_anew(self, held: int, now: int) -> None:
        anchors = self.session.store.versions.anchors(self.article.id, held, now)
        place = self.view.place
        moved = Place(cursor=anchors.nearest(place.cursor), top=anchors.nearest(place.top))
        self._ignore_keys()
        waiting = self.session.unplaced(self.article.id)
        from reader.unplaced_lines import renewed  # brings what aligns texts

        said = renewed(held, now, waiting, key=self.key("article.unplaced"))
        self.post_message(RenewArticle(self.article.id, moved, said))

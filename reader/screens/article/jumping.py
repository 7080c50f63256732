"""Leaving a place of the open article for another one, or for another article, and coming back."""

from functools import cached_property
from itertools import islice

from textual import on

from annotations.store.places import Place
from reader.jump_list import Spot
from reader.keyboard.counts import fell_short
from reader.keyboard.sequences import KeyTaker
from reader.messages import CloseArticle, OpenArticle
from reader.screens.article.page import Page
from reader.switches import Switch
from reader.typed_commands import line_at
from reader.widgets.article_view import ArticleView
from reader.widgets.status_line import StatusLine


class Jumping(Page):
    """A screen with an open article from which a person can jump, and go back."""

    @on(ArticleView.Jumped)
    def _remember_jump(self, event: ArticleView.Jumped) -> None:
        self.jumped_from(event.origin)

    def jumped_from(self, origin: Place) -> None:
        """Remember a place of this article that was left by a jump, if another was come to."""
        if origin.cursor != self.view.reading.cursor:
            self.session.jumps.leave(Spot(self.article.id, origin))

    @property
    def _here(self) -> Spot:
        return Spot(self.article.id, self.view.place)

    def action_close(self) -> None:
        """Back to the list that it was opened from; the way back here is remembered."""
        self.session.jumps.leave(self._here)
        self._ignore_keys()
        self.post_message(CloseArticle())

    def action_jump(self, step: int, times: int = 1) -> None:
        """Go back (-1) to where the last jump began, or forward (1) again."""
        spot, done = self.session.jumps.steps(step, times, here=self._here)
        nowhere = f"nowhere to go {'forward' if step > 0 else 'back'} to"
        if spot is None:
            self.say(f"{nowhere.capitalize()}.")
            return
        if spot.article_id == self.article.id:
            self.view.return_to(spot.place)
            self.view.focus()
        else:
            self._open_instead(spot.article_id, spot.place)
        if done < times:
            self.say_everywhere(fell_short(done, times, "jump", because=nowhere))

    def action_plot(self) -> None:
        """Plot the name in focus, or who says the quote in focus, over time in all articles."""
        kin = self.view.reading.kin_sought(Switch.NAMES)
        if kin is None or not self.session.holds(self.article.id):
            self.say(f"There is no name here: {self.key('text.next-name')} goes to the next one.")
            return
        from reader.screens.plot import PlotScreen
        from reader.services import questions

        question = questions.timeline_of_written(kin[1], self.article.id)
        self.app.push_screen(
            PlotScreen(self.session, kin[1], question, settings=self.settings, origin=self._here)
        )

    def typed_goto(self, place: str) -> None:
        """Go to a line, or to a part of all lines."""
        line = line_at(place, lines=len(self.view.reading.layout))
        self.view.perform(lambda reading: reading.go(reading.layout.line(line)[0]))

    def action_label(self) -> None:
        """Label the annotations in view, to go to the one whose letters are typed."""
        self.view.focus()
        if not self.view.show_labels():
            self.say("There is no annotation in view.")
            return
        self.take_keys(KeyTaker(self.view.type_label, self._end_labels))
        self.query_one(StatusLine).show_pending("Go to …  the letters at an annotation")

    def _end_labels(self) -> None:
        self.view.drop_labels()
        self.query_one(StatusLine).show_pending("")

    def action_article(self, step: int, times: int = 1) -> None:
        """Open the next (1) or previous (-1) article of the list, or one further on."""
        if not self.session.holds(self.article.id):
            self.say("This article is not in the library yet.")
            return
        key = self.session.store.articles.key(self.article.id)
        beyond = self.session.listed(key).beyond(key, step)
        rows = (row for each in beyond for row in self.session.store.articles.rows([each]))
        following = list(islice(rows, times))
        end = f"this is the {'last' if step > 0 else 'first'} article of the list"
        if not following:
            self.say(f"{end.capitalize()}.")
            return
        self.session.jumps.leave(self._here)
        self._open_instead(following[-1].id)
        if len(following) < times:
            self.say_everywhere(fell_short(len(following), times, "article", because=end))

    def leave_for_another(self) -> None:
        """Let another article take the place of this one; the way back is remembered."""
        self.session.jumps.leave(self._here)
        self.keep_place()
        self._ignore_keys()

    def _open_instead(self, article_id: str, place: Place | None = None) -> None:
        self.keep_place()
        self._ignore_keys()
        self.post_message(OpenArticle(article_id, place=place, instead=True))

    def _ignore_keys(self) -> None:
        """Let no key that was meant for what comes next change anything here."""
        self.take_keys(KeyTaker(lambda _: True, lambda: None))

    @cached_property
    def article_shown(self) -> str:
        """Which article of the list this is, as in `article 12/340`; empty if of none."""
        listing = self.session.listing
        if listing is None or not self.session.holds(self.article.id):
            return ""
        place = listing.place(self.session.store.articles.key(self.article.id))
        return "" if place is None else f"article {place[0]:,}/{place[1]:,}"

"""The open article: its text, what is annotated in it, and the keys to correct it."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from annotations.language import no_detector
from annotations.model import Annotation, Article, Layer
from annotations.store.places import Place
from reader.commands import bindings
from reader.describing import (
    LAYER_NAMES,
    SWITCH_NAMES,
    article_fields,
    fields,
    selected,
    turn_taken,
)
from reader.messages import DetectArticle, StopEditing
from reader.screens.article.attributing import Attributing
from reader.screens.article.filling_in import FillingIn
from reader.screens.article.finding import Finding
from reader.screens.article.going_round import GoingRound
from reader.screens.article.hearing import Hearing
from reader.screens.article.labelling import Labelling
from reader.screens.article.looking_back import LookingBack
from reader.screens.article.marking import Marking
from reader.screens.article.naming import Naming
from reader.screens.article.placing import Placing
from reader.screens.article.remembering import Remembering
from reader.screens.article.renewing import Renewing
from reader.screens.article.reshaping import Reshaping
from reader.screens.article.reviewing import Reviewing
from reader.screens.article.telling_language import TellingLanguage
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.switches import LAYER_SWITCHES, UNCOUNTED, Switch, in_order, switch_of
from reader.widgets.annotation_panel import AnnotationPanel
from reader.widgets.article_view import ArticleView
from reader.widgets.density_strip import DensityStrip
from reader.widgets.heading import Heading
from reader.widgets.inspector import Inspector
from reader.widgets.status_line import StatusLine

_FIRST_STRETCH = 50_000
"""Characters whose annotations are read before the first paint: more than any screen shows."""


class ArticleScreen(
    Renewing,
    Reviewing,
    TellingLanguage,
    FillingIn,
    Placing,
    Attributing,
    Labelling,
    Reshaping,
    Naming,
    Remembering,
    Hearing,
    LookingBack,
    Finding,
    Marking,
    GoingRound,
):
    """Title, text, list of annotations, inspector and status line."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("article", "page", "jump")]
    HELP_ROOMS = ("text", "jump", "article", "page", "rows", "app")

    def __init__(
        self,
        session: Session,
        article: Article,
        *,
        settings: Settings = DEFAULTS,
        at: int | None = None,
        place: Place | None = None,
    ) -> None:
        """Args:
        session: The store.
        article: What to read; it need not be in the store yet.
        settings: What the person prefers.
        at: Id of the annotation to go to at once.
        place: Where to begin; null for where a person was last.
        """
        super().__init__(session, settings=settings)
        self.article = session.article(article)
        self._at = at
        self._is_complete = at is None
        session.last_article = article.id
        self._panel_origin = Place(cursor=0, top=0)
        self._begin = session.place(article.id) if place is None else place
        self._revision = session.revision(self.article.id)

    def compose(self) -> ComposeResult:
        """The title over text and panel, what is known of the annotation, and the keys."""
        index = self.session.index(self.article.id, before=_FIRST_STRETCH)
        yield Heading(self.article, self.session.tag_colours)
        with Horizontal(id="article"):
            view = ArticleView(
                self.article.text,
                index,
                measure=self.session.measure,
                usual_measure=self.settings.column_width,
                hidden=self._hidden_at_first,
                place=self._begin,
                labels=self.settings.labels,
            )
            yield view
            yield DensityStrip(view.reading)
            yield AnnotationPanel()
        with Vertical(id="foot"):
            yield Inspector()
            yield from self.compose_foot()

    def on_mount(self) -> None:
        """Begin in the text."""
        self.call_after_refresh(self._complete)
        self.view.focus()
        self.watch(self.view, "revision", self._show_focus, init=False)
        self.follow_place()
        self.show_place()

    def _complete(self) -> None:
        """Once the text stands: the annotations behind the first stretch, and the list."""
        if not self.is_attached:
            return
        with self.app.batch_update():  # or each of these would paint the whole screen again
            if len(self.article.text) > _FIRST_STRETCH:
                self.view.show(self.session.index(self.article.id))
            if self._at is not None:
                self.go_to(self._at)
            self._fill_panel()
            self._fill_heading()
            self.show_place()
            self.listen()
            self.store_changed()  # what was written while the screen was being made
            self.say_damaged(self.view.reading.index.left_out)
        self._is_complete = True
        self.arrive()
        self.begin_placing()

    @property
    def is_listed(self) -> bool:
        """Whether what the article was opened for is in focus, and the queue has come to rest."""
        return self._is_complete and super().is_listed

    @property
    def _hidden_at_first(self) -> frozenset[Switch]:
        return frozenset(LAYER_SWITCHES) - self.settings.layers

    def go_to(self, annotation_id: int) -> None:
        """Go to an annotation of the article, and show it if it is hidden."""
        self.view.perform(lambda reading: reading.focus_on(annotation_id))

    def _fill_heading(self) -> None:
        figures = self.session.figures(self.article.id)
        unplaced = self.session.unplaced(self.article.id)
        outlets = self.session.outlets(self.article.id)
        self.query_one(Heading).show(self.article, figures, unplaced=unplaced, outlets=outlets)

    def _fill_panel(self) -> None:
        self.panel.show(self.view.reading)
        self.panel.follow(self.view.reading.focus)

    @property
    def panel(self) -> AnnotationPanel:
        """The list of annotations."""
        return self.query_one(AnnotationPanel)

    # Following text, store and background work

    def store_changed(self) -> None:
        """Show what somebody else did to this article, if anything."""
        if self.renew():
            return
        self.hear()
        if self.session.revision(self.article.id) != self._revision:
            self.reload()
        else:
            self.query_one(Heading).refresh_tags()
        self.follow_others()

    def detected(self, article_id: str, suggestions: int) -> None:
        """Say what the detector found, if it is this article that it read."""
        if article_id == self.article.id:
            self.say(f"The detector has read this article: {suggestions} suggestions.")

    def reload(self) -> None:
        """Show the article as it stands in the store."""
        if self.renew():
            return
        self._revision = self.session.revision(self.article.id)
        self.article = self.session.article(self.article)
        self._fill_heading()
        self.view.show(self.session.index(self.article.id))
        self._fill_panel()
        self._show_focus()

    def annotation_changed(self, before: Annotation | None, after: Annotation | None) -> None:
        """Show what an edit made of one annotation."""
        self.view.put(before, after)
        self.query_one(Heading).put(before, after)
        if after is not None and after.id is not None:
            self.panel.redraw(after.id)

    def _show_focus(self) -> None:
        self.show_place()
        self.show_question()
        self.unname()
        reading = self.view.reading
        focus = reading.focus
        self.query_one(Inspector).show(self.looked_at(focus), here=reading.here)
        self.panel.follow(focus)
        self.query_one(DensityStrip).follow()

    def show_place(self) -> None:
        """Say where one is, and how much is left to do."""
        reading = self.view.reading
        selection = reading.trimmed_selection()
        if selection is None:
            share = 100 * (reading.line + 1) // len(reading.layout)
            usual = (self.article_shown, self._progress(), f"{share} %")
            queue = self.queue_shown()
            parts = (self.hit_shown(), *((queue,) if queue else usual))
            place = " · ".join(filter(None, parts))
        else:
            place = selected(reading.text[slice(*selection)], unit=reading.unit)
        stays = self.queue is not None
        self.query_one(StatusLine).show_place(place + self._off(), stays=stays)

    def _progress(self) -> str:
        """How much of what is visible is left to review, and how much more there is to show.

        Numbers and dates, where they are shown, are counted apart.
        """
        index, hidden = self.view.reading.index, self.view.reading.hidden
        if not len(index) and not self.session.was_run(self.article.id):
            unread = no_detector(self.article.language)
            return f"not run: {unread}" if unread else "not run yet"
        left = index.unreviewed(hidden=hidden | UNCOUNTED)
        unseen = index.unreviewed(hidden=UNCOUNTED) - left
        more = f", {unseen} more hidden" if unseen else ""
        apart = index.unreviewed(hidden=hidden) - left
        numbers = f", {apart} numbers" if apart else ""
        return f"{left} of {index.total(hidden=hidden | UNCOUNTED)} unreviewed{more}{numbers}"

    def _off(self) -> str:
        """Which switches a person has turned off; what is hidden at first goes without saying."""
        off = in_order(self.view.reading.hidden - self._hidden_at_first)
        names = ", ".join(SWITCH_NAMES[switch].lower() for switch in off)
        return f" · {names} hidden" if names else ""

    @on(ArticleView.EndReached)
    def _say_end(self, event: ArticleView.EndReached) -> None:
        thing = "annotation" if event.layer is None else LAYER_NAMES[event.layer]
        which = f"unreviewed {thing}" if event.unreviewed else thing
        where = "below" if event.step > 0 else "above"
        end = f"no further {which} {where}"
        if event.done:
            end = f"{event.done:,} of {event.times:,}: {end}"
        self.say(f"{end[0].upper()}{end[1:]}.{self._why_none(event.layer)}")

    def _why_none(self, layer: Layer | None) -> str:
        """That what was looked for is hidden, if it is."""
        if layer is None or (switch := switch_of(layer, "")) not in self.view.reading.hidden:
            return ""
        return f" {SWITCH_NAMES[switch]} are hidden."

    @on(ArticleView.TurnTaken)
    def _say_turn(self, event: ArticleView.TurnTaken) -> None:
        self.say(turn_taken(event.kin, event.turn, step=event.step))

    @on(AnnotationPanel.Pointed)
    def _point(self, event: AnnotationPanel.Pointed) -> None:
        self.view.perform(lambda reading: reading.focus_on(event.annotation_id))

    @on(DensityStrip.Chosen)
    def _jump(self, event: DensityStrip.Chosen) -> None:
        self.view.leap(lambda reading: reading.go(event.offset))
        self.view.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep in mind from where in the text a person went to the list."""
        if event.widget is self.panel:
            self._panel_origin = self.view.place

    @on(AnnotationPanel.Left)
    def _leave_panel(self) -> None:
        self.jumped_from(self._panel_origin)
        self.view.focus()

    # Switches, panel, leaving

    def action_switch(self, switch: str) -> None:
        """Show or hide the annotations of a switch."""
        shown = self.view.toggle(Switch(switch))
        self.say(f"{SWITCH_NAMES[Switch(switch)]} {'shown' if shown else 'hidden'}")

    def action_tint(self) -> None:
        """Tell quotes apart by who says them, or no longer."""
        is_tinted = self.view.tint()
        self.panel.refresh()
        self.say("Quotes tinted by speaker" if is_tinted else "Quotes in one colour")

    def action_panel(self) -> None:
        """To the list of annotations, shown if it was not; from it, back to the text."""
        if self.panel.has_focus:
            self.remove_class("-with-panel")
            self._leave_panel()
        else:
            self.leave_zen()
            self.add_class("-with-panel")
            self.panel.focus()

    def action_inspect(self) -> None:
        """Show all that is known of the annotation in focus, else of the article."""
        from reader.screens.dialogs.card import Card

        annotation, article = self.session.annotation(self.view.reading.focus), self.article
        keys = self.settings.keymap
        if annotation is not None:
            self.app.push_screen(Card(annotation.text, fields(annotation), keys=keys))
        else:
            known = article_fields(article, self.query_one(Heading).tolls)
            self.app.push_screen(Card(article.title or article.id, known, keys=keys))

    def action_cancel(self) -> None:
        """Stop an edit of many; forget the selection, then the hits; then end the text alone."""
        if self.session.is_busy:
            self.post_message(StopEditing())
        elif self.view.reading.anchor is not None:
            self.view.perform(lambda reading: reading.unselect())
        elif self.leave_question():
            return
        elif self.view.reading.hits.sought:
            self.forget_hits()
        elif not self.leave_zen():
            self.leave_queue()
        self.view.focus()

    def action_detect(self) -> None:
        """Run the detector again; what a person decided stays."""
        if unread := no_detector(self.article.language):
            self.say(f"There is {unread}; :language en if it is English.")
            return
        self.post_message(DetectArticle(self.article.id))

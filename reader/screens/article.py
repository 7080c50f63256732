"""The open article: its text, what is annotated in it, and the keys to correct it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from annotations.model import Annotation, Article
from reader.commands import bindings
from reader.describing import SWITCH_NAMES, article_fields, excerpt, fields
from reader.messages import (
    AnswerTyped,
    AskingCancelled,
    CloseArticle,
    DetectArticle,
)
from reader.screens.correcting import Correcting
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.switches import LAYER_SWITCHES, UNCOUNTED, Switch, in_order
from reader.typed_commands import line_at
from reader.widgets.annotation_panel import AnnotationPanel
from reader.widgets.article_view import ArticleView
from reader.widgets.density_strip import DensityStrip
from reader.widgets.heading import Heading
from reader.widgets.inspector import Inspector
from reader.widgets.status_line import StatusLine

_FIRST_STRETCH = 50_000
"""Characters whose annotations are read before the first paint: more than any screen shows."""


class ArticleScreen(Correcting):
    """Title, text, list of annotations, inspector and status line."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("article", "page")]
    HELP_ROOMS = ("text", "article", "page", "rows", "app")

    def __init__(
        self,
        session: Session,
        article: Article,
        *,
        settings: Settings = DEFAULTS,
        at: int | None = None,
    ) -> None:
        """Args:
        session: The store.
        article: What to read; it need not be in the store yet.
        settings: What the person prefers.
        at: Id of the annotation to go to at once.
        """
        super().__init__(session, settings=settings)
        self.article = session.article(article)
        self._find_origin = 0
        self._at = at
        self._revision = session.revision(self.article.id)

    def compose(self) -> ComposeResult:
        """The title over text and panel, what is known of the annotation, and the keys."""
        index = self.session.index(self.article.id, before=_FIRST_STRETCH)
        yield Heading(self.article)
        with Horizontal(id="article"):
            view = ArticleView(
                self.article.text,
                index,
                measure=self.session.measure,
                usual_measure=self.settings.column_width,
                hidden=self._hidden_at_first,
                place=self.session.place(self.article.id),
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
        self._show_place()

    def _complete(self) -> None:
        """Once the text stands: the annotations behind the first stretch, and the list."""
        if self.is_attached:
            if len(self.article.text) > _FIRST_STRETCH:
                self.view.show(self.session.index(self.article.id))
            if self._at is not None:
                self.go_to(self._at)
            self._fill_panel()
            self._fill_heading()
            self._show_place()
            self.store_changed()  # what was written while the screen was being made

    @property
    def _hidden_at_first(self) -> frozenset[Switch]:
        return frozenset(LAYER_SWITCHES) - self.settings.layers

    def go_to(self, annotation_id: int) -> None:
        """Go to an annotation of the article, and show it if it is hidden."""
        self.view.perform(lambda reading: reading.focus_on(annotation_id))

    def _fill_heading(self) -> None:
        self.query_one(Heading).show(self.article, self.session.figures(self.article.id))

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
        if self.session.revision(self.article.id) != self._revision:
            self.reload()

    def detected(self, article_id: str, suggestions: int) -> None:
        """Say what the detector found, if it is this article that it read."""
        if article_id == self.article.id:
            self.say(f"The detector has read this article: {suggestions} suggestions.")

    def reload(self) -> None:
        """Show the article as it stands in the store."""
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
        self._show_place()
        focus = self.view.reading.focus
        self.query_one(Inspector).show(self.session.annotation(focus))
        self.panel.follow(focus)
        self.query_one(DensityStrip).follow()

    def _show_place(self) -> None:
        reading = self.view.reading
        selection = reading.trimmed_selection()
        if selection is None:
            share = 100 * (reading.line + 1) // len(reading.layout)
            place = f"{self._progress()} · {share} %"
        else:
            place = f"selected {excerpt(reading.text[slice(*selection)], width=40)}"
        self.query_one(StatusLine).show_place(place + self._off())

    def _progress(self) -> str:
        """How much of what is visible is left to review, and how much more there is to show.

        Numbers and dates, where they are shown, are counted apart.
        """
        index, hidden = self.view.reading.index, self.view.reading.hidden
        if not len(index) and not self.session.was_run(self.article.id):
            return "not run yet"
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
        which = "unreviewed annotation" if event.unreviewed else "annotation"
        self.say(f"No further {which} {'below' if event.step > 0 else 'above'}.")

    @on(AnnotationPanel.Pointed)
    def _point(self, event: AnnotationPanel.Pointed) -> None:
        self.view.perform(lambda reading: reading.focus_on(event.annotation_id))

    @on(DensityStrip.Chosen)
    def _jump(self, event: DensityStrip.Chosen) -> None:
        self.view.perform(lambda reading: reading.go(event.offset))
        self.view.focus()

    @on(AnnotationPanel.Left)
    def _leave_panel(self) -> None:
        self.view.focus()

    # Finding

    def action_find(self) -> None:
        """Ask what to find."""
        self._find_origin = self.view.reading.cursor
        self.ask("find", "Find: ", hint="capitals count only if there are some")

    @on(AnswerTyped)
    def _find_so_far(self, event: AnswerTyped) -> None:
        if event.purpose == "find":
            self.view.find(event.value, origin=self._find_origin)
            self._say_hits()

    @on(AskingCancelled)
    def _cancel_prompt(self, event: AskingCancelled) -> None:
        if event.purpose == "find":
            self.view.find("", origin=self._find_origin)
        self.view.focus()

    def action_hit(self, step: int) -> None:
        """Go to the next or previous hit."""
        if not self.view.reading.hits:
            self.say(f"Nothing to find: {self.key('article.find')} begins a search.")
            return
        self.view.perform(lambda reading: reading.to_hit(step))
        self._say_hits()

    def _say_hits(self) -> None:
        hits, cursor = self.view.reading.hits, self.view.reading.cursor
        if hits.sought and not hits:
            self.say(f"“{hits.sought}” does not occur.")
        elif cursor in hits.starts:
            self.say(f"{hits.starts.index(cursor) + 1}/{len(hits)} “{hits.sought}”")

    # Typed commands

    def typed_goto(self, place: str) -> None:
        """Go to a line, or to a part of all lines."""
        line = line_at(place, lines=len(self.view.reading.layout))
        self.view.perform(lambda reading: reading.go(reading.layout.line(line)[0]))

    def change_width(self, cells: int) -> None:
        """Let lines be at most so wide, here and in articles that are opened from now on."""
        self.view.set_measure(cells)
        super().change_width(self.view.measure_wanted)

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
            self.view.focus()
        else:
            self.leave_zen()
            self.add_class("-with-panel")
            self.panel.focus()

    def action_inspect(self) -> None:
        """Show all that is known of the annotation in focus, else of the article."""
        from reader.screens.card import Card

        annotation, article = self.session.annotation(self.view.reading.focus), self.article
        if annotation is not None:
            self.app.push_screen(Card(annotation.text, fields(annotation)))
        else:
            known = article_fields(article, self.query_one(Heading).tolls)
            self.app.push_screen(Card(article.title or article.id, known))

    def action_cancel(self) -> None:
        """Forget the selection, then the hits; then leave the text alone no longer."""
        if self.view.reading.anchor is not None:
            self.view.perform(lambda reading: reading.unselect())
        elif self.view.reading.hits.sought:
            self.view.find("", origin=self.view.reading.cursor)
        else:
            self.leave_zen()
        self.view.focus()

    def action_detect(self) -> None:
        """Run the detector again; what a person decided stays."""
        self.post_message(DetectArticle(self.article.id))

    def action_close(self) -> None:
        """Back to the library."""
        self.post_message(CloseArticle())

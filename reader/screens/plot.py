"""One name over time: bars by day, month or year, and below them the passages behind them."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from annotations.store.names.profiles import Passage
from annotations.store.names.timelines import Day
from annotations.text import clean_line
from reader.commands import bindings
from reader.jump_list import Spot
from reader.keyboard.counts import fell_short
from reader.messages import OpenArticle
from reader.plots.measures import ARTICLES, Measure, behind, measured, number_of, values
from reader.plots.periods import Unit, shown, spanned
from reader.screens.questioning import Questioning
from reader.screens.typed import Typing
from reader.services.lookup import Answer
from reader.services.messages import TimelineRead
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.widgets.bar_chart import BarChart
from reader.widgets.name_lists import PassageList
from reader.widgets.status_line import StatusLine
from reader.widgets.virtual_rows import VirtualRows


class PlotScreen(Typing, Questioning):
    """The bars, one measure at a time; choosing one leaves only its passages in the list."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("plot")]
    HELP_ROOMS = ("plot", "rows", "app")
    DEFAULT_CLASSES = "-plot"

    def __init__(
        self,
        session: Session,
        name: str,
        question: Answer,
        *,
        settings: Settings = DEFAULTS,
        origin: Spot | None = None,
    ) -> None:
        """Args:
        session: The store.
        name: Whom or what it is about, until the answer says how that is listed.
        question: Reads the timeline; its answer is a `TimelineRead`.
        settings: What the person prefers.
        origin: Where in an article they came from, which a passage takes the place of; null if
            it is to open over this screen.
        """
        super().__init__(session, settings=settings)
        self._name_shown = name
        self._question = question
        self._origin = origin
        self._days: Sequence[Day] | None = None
        self._passages: Sequence[Passage] = ()
        self._found: Sequence[Passage] = ()
        """Those of the passages that are listed."""
        self._measures: Sequence[Measure] = (ARTICLES,)
        self._measure = ARTICLES
        self._unit = Unit.DAY
        self._periods: Sequence[str] = ()
        self._values: Sequence[int] = ()
        self._period: str | None = None
        """The one whose passages are listed; null for all."""

    def compose(self) -> ComposeResult:
        """The heading, the bars and the list."""
        yield Static(id="plot-heading", markup=False)
        yield BarChart()
        yield PassageList()
        with Vertical(id="foot"):
            yield from self.compose_foot()

    def on_mount(self) -> None:
        """Read the timeline."""
        self._list.focus()
        self.store_changed()

    def on_resize(self) -> None:
        """Fit the bars, once they have their new size."""
        self.call_after_refresh(self._show)

    @property
    def _list(self) -> PassageList:
        return self.query_one(PassageList)

    @property
    def _chart(self) -> BarChart:
        return self.query_one(BarChart)

    def store_changed(self) -> None:
        """Read again: somebody else has written to the store."""
        self.lookup.ask("timeline", self._question)

    @on(TimelineRead)
    def _take(self, event: TimelineRead) -> None:
        self._name_shown = event.name or self._name_shown
        self._days, self._passages = event.days, event.passages
        self._measures = measured(event.days)
        if self._measure not in self._measures:
            self._measure = ARTICLES
        self._show()

    # Showing

    def _show(self) -> None:
        """Show what was read, in the periods that there is room for."""
        if self._days is None or not self.is_attached:
            return
        days = [each.day for each in self._days]
        highest = sum(map(self._measure.of, self._days))
        self._unit, self._periods = spanned(days, room=self._chart.room(highest=highest))
        self._values = values(self._days, self._measure, self._unit, self._periods)
        if self._period not in self._periods:
            self._period = None
        self._show_period()

    def _show_period(self) -> None:
        labels = [shown(period) for period in self._periods]
        self._chart.show(self._values, labels, chosen=self._chosen)
        found = behind(self._passages, self._measure, self._unit, self._period)
        if found != self._found:
            self._found = found
            self._list.show(found)
        self.query_one("#plot-heading", Static).update(f" {self._title}\n {self._caption}")
        noun = "passage" if len(found) == 1 else "passages"
        within = "" if self._period is None else f" in {shown(self._period)}"
        self.query_one(StatusLine).show_place(f"{len(found):,} {noun}{within}")

    @property
    def _title(self) -> str:
        names = (
            f"[{each.name}]" if each is self._measure else each.name for each in self._measures
        )
        return f"{clean_line(self._name_shown)} · {'  '.join(names)}"

    @property
    def _caption(self) -> str:
        """What the bars are, or how high the one that is chosen is."""
        if not self._periods:
            return f"Nothing to plot: no article with a date has this name.{self._undated}"
        if self._chosen is not None:
            said = number_of(self._measure, self._values[self._chosen])
            return f"{shown(self._periods[self._chosen])}: {said}"
        highest = max(self._values)
        when = shown(self._periods[self._values.index(highest)])
        first, last = shown(self._periods[0]), shown(self._periods[-1])
        span = first if first == last else f"{first} to {last}"
        said = number_of(self._measure, highest)
        return f"by {self._unit.word}, {span} · highest {said}, {when}{self._undated}"

    @property
    def _undated(self) -> str:
        """How many articles have no date, and so no place among the bars."""
        undated = {each.article_id for each in self._passages if not each.published}
        return f" · {len(undated):,} without a date" if undated else ""

    @property
    def _chosen(self) -> int | None:
        return None if self._period is None else self._periods.index(self._period)

    # Choosing

    @on(BarChart.Chosen)
    def _choose_bar(self, event: BarChart.Chosen) -> None:
        self._choose(event.bar)

    def _choose(self, bar: int) -> None:
        self._period = self._periods[bar]
        self._show_period()

    def action_bar(self, step: int, times: int = 1) -> None:
        """To the next (1) or previous (-1) bar; periods without anything are passed over."""
        beyond = self._beyond(step)
        if beyond:
            self._choose(beyond[:times][-1])
        if len(beyond) < times:
            end = f"the bars {'end' if step > 0 else 'begin'} here"
            self.say(fell_short(len(beyond), times, "bar", because=end))

    def _beyond(self, step: int) -> list[int]:
        """The bars that are not empty in a direction from the chosen one, the nearest first."""
        high = [bar for bar, value in enumerate(self._values) if value][::step]
        here = self._chosen
        return [bar for bar in high if here is None or (bar - here) * step > 0]

    def action_border(self, step: int) -> None:
        """To the first (-1) or last (1) bar."""
        if self._values:
            self._choose(0 if step < 0 else len(self._values) - 1)

    def action_measure(self) -> None:
        """Plot the next of what there is."""
        place = self._measures.index(self._measure)
        self._measure = self._measures[(place + 1) % len(self._measures)]
        if len(self._measures) == 1:
            self.say("There is nothing else to plot of this name.")
        self._show()

    def action_clear(self) -> None:
        """All passages again; from them, back."""
        if self._period is None:
            self.app.pop_screen()
        else:
            self._period = None
            self._show_period()

    @on(VirtualRows.Chosen)
    def _open(self) -> None:
        passage = self._list.passage
        if passage is None:
            return
        opened = OpenArticle(passage.article_id, passage.annotation_id)
        if self._origin is not None:
            self.session.jumps.leave(self._origin)
            opened.instead = True
            self.app.pop_screen()
        self.app.post_message(opened)

"""Two versions of an annotation side by side in their context: one of them, both, or another."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from annotations.measure.disagreements import Verdict, verdicts
from annotations.model import Annotation
from annotations.review import SHOWN
from annotations.text import clean_line
from reader.adjudication_lines import heading, settled_as, standing
from reader.commands import Command, bindings
from reader.docket import Docket
from reader.keyboard.counts import only
from reader.messages import OpenArticle
from reader.screens.leading import Leading
from reader.services import adjudicating
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.widgets.context_view import ContextView, Stretch
from reader.widgets.side_by_side import Side
from reader.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from annotations.store.edit_log import EditGroup

_VERDICTS = {
    "adjudication.both": Verdict.BOTH,
    "adjudication.neither": Verdict.NEITHER,
}
"""Commands for verdicts that not every disagreement allows."""


class AdjudicationScreen(Leading):
    """The disagreement in front, over it the text around it, and how much is settled."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("adjudication")]
    HELP_ROOMS = ("adjudication", "app")

    def __init__(self, session: Session, docket: Docket, *, settings: Settings = DEFAULTS) -> None:
        """Args:
        session: The store that is edited.
        docket: The disagreements; there has to be one.
        settings: What the person prefers.
        """
        super().__init__(session, settings=settings)
        self.docket = docket
        self._texts: tuple[str, str, str] = ("", "", "")
        """Id, title and text of the article that was read last."""

    def compose(self) -> ComposeResult:
        """What it is about, the text, and both sides."""
        yield Static(id="adjudication-heading", markup=False)
        yield ContextView(measure=self.session.measure or self.settings.column_width)
        with Horizontal(id="sides"):
            for letter, name in zip("AB", self.docket.names, strict=True):
                yield Side(letter, name)
        yield Static(id="adjudication-result", markup=False)
        with Vertical(id="foot"):
            yield from self.compose_foot()

    def on_mount(self) -> None:
        """Begin with the first that is open."""
        self.attempt(self._read)
        self.docket.go_to_first_open()
        self._show()

    def store_changed(self) -> None:
        """Read again how all stands: somebody else has written to the store."""
        self.attempt(self._read)
        self._show()

    def on_screen_resume(self) -> None:
        """Show what was done in the article that was open over this."""
        if self.is_mounted and self.children:
            self.store_changed()

    def edited(self, said: str) -> None:
        """Read again what an edit has changed, and tell of it."""
        self.store_changed()
        super().edited(said)

    def _read(self) -> None:
        self.docket.take(self.session.store.adjudication.verdicts())

    # Showing

    def _show(self) -> None:
        case, progress = self.docket.current, self.docket.progress
        difference = case.difference
        self.attempt(self._read_text)
        _, title, text = self._texts
        about = heading(progress, difference)
        self.query_one("#adjudication-heading", Static).update(f"{about}\n{title}")
        covered = difference.at
        self.query_one(ContextView).show(text, covered=covered, shared=self._shared(covered))
        self._show_sides()
        self._show_result()
        self.query_one(StatusLine).show_place(standing(progress))
        self.refresh_bindings()

    def _show_sides(self) -> None:
        case = self.docket.current
        how = self.docket.how(case)
        for side in self.query(Side):
            taken = how is not None and _takes(how[0], side.letter)
            side.show(case.difference, taken=taken, brief=self.has_class("-tiny"))

    def on_resize(self) -> None:
        """Show as much of both sides as there is room for."""
        if self.is_mounted:
            self._show_sides()

    def _read_text(self) -> None:
        article_id = self.docket.current.article_id
        if article_id != self._texts[0]:
            article = self.session.store.articles.get(article_id)
            self._texts = article_id, clean_line(article.title or article.id), article.text

    def _shared(self, covered: Stretch) -> Stretch:
        """What both have marked; all of it, where only one has marked anything."""
        there = self.docket.current.difference.there
        if len(there) < 2:
            return covered
        return max(each.start for each in there), min(each.end for each in there)

    def _show_result(self) -> None:
        how = self.docket.how(self.docket.current)
        said = "open" if how is None else settled_as(how[0], self._results())
        result = self.query_one("#adjudication-result", Static)
        result.set_class(how is not None, "-settled")
        result.update(said)

    def _results(self) -> list[Annotation]:
        """What stands in the place of the disagreement in front."""
        there = adjudicating.standing(self.session.store, self.docket, self.docket.current)
        return [each for each in there if each.status in SHOWN]

    # Settling

    def why_not(self, command: Command) -> str:
        """Why a command would do nothing: only one side has anything."""
        verdict = _VERDICTS.get(command.id)
        if verdict is not None and verdict not in verdicts(self.docket.current.difference):
            has, keys = self.docket.current.difference.first is not None, ("first", "second")
            take, leave = keys if has else keys[::-1]
            return (
                f"only {'A' if has else 'B'} has it: {self.key(f'adjudication.{take}')} keeps it, "
                f"{self.key(f'adjudication.{leave}')} leaves it out"
            )
        if command.id == "adjudication.own-of-second" and not self.docket.current.difference.second:
            return "B has nothing here"
        return ""

    def action_settle(self, verdict: str) -> None:
        """Settle the disagreement in front, and go on to the next that is open."""
        if self.write(lambda: self._settle(Verdict(verdict))):
            said = settled_as(Verdict(verdict), self._results())
            self._go_on(said)

    def _settle(self, verdict: Verdict, *, of_second: bool = False) -> None:
        adjudicating.settle(self.session.store, self.docket, verdict, of_second=of_second)

    def _go_on(self, said: str) -> None:
        if self.docket.go_to_open(1):
            self._show()
            self.say(said)
        else:
            self._show()
            self.say(f"{said}. All {len(self.docket.cases):,} are settled.")

    def action_write_own(self, of_second: bool = False) -> None:
        """Open the article at what was taken, to correct it there."""
        if self.write(lambda: self._settle(Verdict.OWN, of_second=of_second)):
            results = self._results()
            at = results[0].id if results else None
            self.post_message(OpenArticle(self.docket.current.article_id, at))

    def action_open_article(self) -> None:
        """Open the article at what stands there, or where it would."""
        case, results = self.docket.current, self._results()
        self.lead_to(case.article_id, results[0].id if results else None, case.difference.at[0])

    def action_undo(self) -> None:
        """Undo what was settled last, and go there."""
        self._walk(self.session.store.adjudication.undo, "undone")

    def action_redo(self) -> None:
        """Redo what was undone last, and go there."""
        self._walk(self.session.store.adjudication.redo, "redone")

    def _walk(self, step: "Callable[[], EditGroup]", done: str) -> None:
        group = self.walk(step)
        if group is None:
            return
        before = self.docket.verdicts
        self.attempt(self._read)
        self.docket.go_to_changed(before)
        self._show()
        self.say(f"{done}: {group.action}")

    # Going from one to the next

    def action_step(self, step: int, times: int = 1) -> None:
        """Go so many disagreements further."""
        reached = self.docket.go(step * times)
        self._show()
        border = "last" if step > 0 else "first"
        self.say("" if reached else f"this is the {border} disagreement")

    def action_step_open(self, step: int) -> None:
        """Go to the next disagreement that is open."""
        before = self.docket.at
        is_any = self.docket.go_to_open(step)
        self._show()
        if not is_any:
            self.say(f"all {len(self.docket.cases):,} are settled")
        else:
            self.say("this is the only one that is open" if self.docket.at == before else "")

    def action_step_article(self, step: int) -> None:
        """Go to the next article that has disagreements, or the one before."""
        reached = self.docket.go_to_article(step)
        self._show()
        self.say("" if reached else f"this is the {'last' if step > 0 else 'first'} article")

    def action_go_to(self, number: int = 1) -> None:
        """Go to the first disagreement, or the one of that number."""
        self._go_to(number)

    def action_go_to_end(self, number: int | None = None) -> None:
        """Go to the last disagreement, or the one of that number."""
        self._go_to(len(self.docket.cases) if number is None else number)

    def _go_to(self, number: int) -> None:
        count = len(self.docket.cases)
        self.docket.at = min(max(1, number), count) - 1
        self._show()
        self.say(only(count, "disagreement") if number > count else "")

    def action_scroll_text(self, pages: int) -> None:
        """Scroll the text."""
        self.query_one(ContextView).scroll_pages(pages)

    async def action_leave(self) -> None:
        """End; what is open stays so until the next time."""
        await self.app.action_quit()


def _takes(verdict: Verdict, letter: str) -> bool:
    return verdict is Verdict.BOTH or verdict.value == letter

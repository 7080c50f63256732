"""All that is equal to an annotation, to look through before something is done to it."""

from collections import deque
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from annotations.equality import Equality, equality
from annotations.model import Annotation
from annotations.store.names.bearing import Bearing
from reader.commands import Command, bindings
from reader.mention_choice import MentionChoice, Scope
from reader.screens.questioning import Questioning
from reader.services import bulk_steps
from reader.services.bulk_steps import ContextsRead, EqualFound, spread_edit
from reader.services.long_edits import LongEdit
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.spreading import Alike, Spread, Way, described, mentions
from reader.widgets.mention_list import MentionList
from reader.widgets.status_line import StatusLine

_SCOPE_NAMES = {Scope.ARTICLE: "this article", Scope.LIST: "the list", Scope.STORE: "the store"}

Carry = Callable[[LongEdit, int], None]
"""Is handed the edit, and how many annotations it is for."""


class MentionsScreen(Questioning):
    """The list, with what is done and to what over it; Enter does it, and leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("mentions")]
    HELP_ROOMS = ("mentions", "rows", "app")

    def __init__(
        self,
        session: Session,
        annotation: Annotation,
        article: int,
        ways: Sequence[Way],
        *,
        carry_out: Carry,
        settings: Settings = DEFAULTS,
    ) -> None:
        """Args:
        session: The store.
        annotation: The one whose equals they are; they have to have something to be equal in.
        article: The key of its article.
        ways: What is to be done to what; of two the other can be had by a key.
        carry_out: Does it.
        settings: What the person prefers.
        """
        super().__init__(session, settings=settings)
        self._annotation = annotation
        self._article = article
        self._ways = deque(ways)
        self._carry_out = carry_out
        self._by_name = False
        self._of_kind: bool | None = None
        self._choice: MentionChoice | None = None
        """Null until all is found that is equal."""
        self._before: tuple[Alike, MentionChoice] | None = None
        """What was listed before it is looked for again."""
        self._alike = self._wanted()

    def compose(self) -> ComposeResult:
        """What is done, and the list."""
        yield Static(id="mentions-heading", markup=False)
        yield MentionList()
        with Vertical(id="foot"):
            yield from self.compose_foot()

    def on_mount(self) -> None:
        """Look for what is equal."""
        self._list.focus()
        self._look()

    @property
    def is_listed(self) -> bool:
        """Whether all that is equal is listed."""
        return self._choice is not None

    @property
    def _spread(self) -> Spread:
        return self._ways[0].spread

    @property
    def _bearing(self) -> Bearing | None:
        return self._ways[0].bearing

    @property
    def _list(self) -> MentionList:
        return self.query_one(MentionList)

    # Looking

    def _wanted(self) -> Alike:
        if self._bearing is not None:
            return self._bearing
        found = equality(self._annotation, by_name=self._by_name, of_kind=self._of_kind)
        assert found is not None
        return found

    def _look(self) -> None:
        if self._choice is not None:
            self._before = (self._alike, self._choice)
            self._choice = None
        self._alike = self._wanted()
        self.query_one(StatusLine).show_place("reading …")
        self.lookup.ask("equal", bulk_steps.equal(self._alike))

    @on(EqualFound)
    def _take_found(self, event: EqualFound) -> None:
        if event.alike != self._alike:
            return
        self._choice = MentionChoice(
            list(filter(self._spread.concerns, event.found)),
            focus=self._annotation.id or 0,
            here=self._article,
            listed=set(self.session.listed(self._article).keys),
            spares_decided=self._spread.spares_decided,
        )
        self._go_on()
        self._show()

    def _go_on(self) -> None:
        """Look where one looked before; what was excepted of the same ones still is."""
        if self._before is None or self._choice is None:
            return
        alike, before = self._before
        self._choice.look(before.scope)
        if alike == self._alike:
            self._choice.excepted = before.excepted

    @on(MentionList.ContextsWanted)
    def _read_contexts(self, event: MentionList.ContextsWanted) -> None:
        self.lookup.ask("contexts", bulk_steps.contexts(event.ids))

    @on(ContextsRead)
    def _show_contexts(self, event: ContextsRead) -> None:
        self._list.put(event.by_id, event.asked)

    # Showing

    def _show(self) -> None:
        if self._choice is not None:
            self._list.show(self._choice)
            self._show_counts()

    def _show_counts(self) -> None:
        choice = self._choice
        if choice is None:
            return
        counts = choice.counts
        places = (
            f"[{name} {counts[each]:,}]" if each is choice.scope else f"{name} {counts[each]:,}"
            for each, name in _SCOPE_NAMES.items()
        )
        title = f"{self._spread.title}: {described(self._alike)}"
        self.query_one("#mentions-heading", Static).update(f" {title}\n In {'   '.join(places)}")
        excepted = choice.excepted_here
        left = f", {excepted:,} excepted" if excepted else ""
        doing = f"{self._spread.doing} {mentions(len(choice.shown) - excepted)}{left}"
        self.query_one(StatusLine).show_place(doing)

    # What the keys do

    def action_except(self) -> None:
        """Except the one under the cursor, or no longer, and go on to the next."""
        if self._choice is not None and self._list.count:
            self._choice.toggle(self._list.row)
            self._list.refresh_line(self._list.row)
            self._list.go(self._list.row + 1)
            self._show_counts()

    def action_except_all(self) -> None:
        """Except none; if none is, all."""
        if self._choice is not None:
            self._choice.toggle_all()
            self._list.refresh()
            self._show_counts()

    def action_widen(self, step: int) -> None:
        """Look in the next wider scope, or the next narrower."""
        if self._choice is not None:
            self._choice.widen(step)
            self._show()

    def action_by_name(self) -> None:
        """Tell names by their canonical name, or by the words again."""
        if equality(self._annotation, by_name=True) == equality(self._annotation):
            self.say("It has no canonical name to be equal in.")
            return
        self._by_name = not self._by_name
        self._look()

    def action_any_label(self) -> None:
        """Let the kind count no longer, or again."""
        self._of_kind = isinstance(self._alike, Equality) and self._alike.kind is None
        self._look()

    def action_turn_round(self) -> None:
        """Let the other of two names be the one that stays."""
        self._ways.rotate()
        self._look()

    def why_not(self, command: Command) -> str:
        """Why a command would do nothing: what is listed cannot be told in another way."""
        if command.id in ("mentions.by-name", "mentions.any-label") and self._bearing:
            return "what is listed bears the name, whatever its words and its label"
        if command.id == "mentions.turn-round" and len(self._ways) < 2:
            return "there is only one name here"
        return ""

    def action_apply(self) -> None:
        """Do it to all that are not excepted."""
        chosen = {} if self._choice is None else self._choice.chosen
        count = sum(map(len, chosen.values()))
        if not count:
            keys = self.key("mentions.scope"), self.key("mentions.close")
            self.say("There is none here to change: {} looks elsewhere, {} leaves.".format(*keys))
            return
        undo = self.key("article.undo")
        edit = spread_edit(self._spread, self._alike, chosen, undo_key=undo)
        self.app.pop_screen()
        self._carry_out(edit, count)

    def store_changed(self) -> None:
        """Look again: somebody else has written to the store."""
        self._look()

"""A person's rules as a list."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType

from annotations.store.own_rules.index import UsedRule
from reader.commands import binding
from reader.rule_columns import rule_line
from reader.widgets.virtual_rows import VirtualRows


class OwnRuleList(VirtualRows):
    """A row a rule; those that are off or overruled stand back. Its Space switches."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding("rules.switch", "screen.switch"),
        binding("rules.edit", "screen.edit"),
    ]

    def __init__(self) -> None:
        """Make an empty list; `show` fills it."""
        super().__init__(id="rules")
        self._rules: Sequence[UsedRule] = ()
        self._overruled: Mapping[int, int] = {}

    def show(self, rules: Sequence[UsedRule], overruled: Mapping[int, int]) -> None:
        """List these rules; the cursor stays on its rule if that is listed.

        Args:
            rules: In the order in which they are listed.
            overruled: The ids of those that another takes back, each with that one's.
        """
        current = None if self.used is None else self.used.rule.id
        self._rules, self._overruled = rules, overruled
        self.set_count(len(rules))
        ids = [each.rule.id for each in rules]
        if current in ids:
            self.go(ids.index(current), announce=False)

    @property
    def used(self) -> UsedRule | None:
        """The rule under the cursor."""
        return self._rules[self.row] if self.row < len(self._rules) else None

    def draw(self, row: int, width: int) -> list[Segment]:
        """A rule with how often it was applied."""
        used = self._rules[row]
        by = self._overruled.get(used.rule.id or 0)
        line = f" {rule_line(used, width - 2, by=by)}"
        stands_back = by is not None or not used.rule.is_on
        return [Segment(line, self.dim_style())] if stands_back else [Segment(line)]

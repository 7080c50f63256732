"""Which of all equal annotations a step is for: where they stand, and which are excepted. Pure."""

from collections.abc import Sequence, Set
from enum import StrEnum

from annotations.review import DECIDED
from annotations.store.mentions import Mention


class Scope(StrEnum):
    """Where equal annotations are looked for."""

    ARTICLE = "article"
    LIST = "list"
    STORE = "store"


SCOPES = tuple(Scope)


class MentionChoice:
    """The equal annotations that a person looks through before all but some are changed."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        *,
        focus: int,
        here: int,
        listed: Set[int],
        spares_decided: bool,
    ) -> None:
        """Args:
        mentions: All in the store.
        focus: The id of the one whose equals they are.
        here: The key of its article, which comes first.
        listed: The keys of the articles of the list that this was opened from.
        spares_decided: Whether those that a person has decided on are excepted at first.
        """
        ordered = sorted(mentions, key=lambda each: each.article != here)
        self._by_scope = {
            Scope.ARTICLE: [each for each in ordered if each.article == here],
            Scope.LIST: [each for each in ordered if each.article in listed],
            Scope.STORE: ordered,
        }
        self.scope = Scope.ARTICLE
        self.excepted: set[int] = set()
        """The ids of those that stay as they are."""
        if spares_decided:
            decided = (each.id for each in mentions if each.status in DECIDED)
            self.excepted = set(decided) - {focus}
        self.look(self.scope)

    def look(self, scope: Scope) -> None:
        """Look elsewhere; what is excepted stays so."""
        self.scope = scope
        self._shown_ids = {each.id for each in self.shown}

    @property
    def shown(self) -> list[Mention]:
        """Those where one looks now, in order."""
        return self._by_scope[self.scope]

    def widen(self, step: int) -> None:
        """Look in the next wider scope (1), or the next narrower (-1), going round."""
        self.look(SCOPES[(SCOPES.index(self.scope) + step) % len(SCOPES)])

    @property
    def counts(self) -> dict[Scope, int]:
        """How many there are in each scope."""
        return {scope: len(found) for scope, found in self._by_scope.items()}

    @property
    def excepted_here(self) -> int:
        """How many are excepted of those where one looks now."""
        return sum(each in self._shown_ids for each in self.excepted)

    def toggle(self, row: int) -> None:
        """Except one, or no longer."""
        self.excepted ^= {self.shown[row].id}

    def toggle_all(self) -> None:
        """Except none where one looks now; if none is, except all."""
        ids = self._shown_ids
        self.excepted = self.excepted - ids if self.excepted & ids else self.excepted | ids

    @property
    def chosen(self) -> dict[int, list[int]]:
        """The ids of those to change, by the keys of their articles."""
        found: dict[int, list[int]] = {}
        for each in self.shown:
            if each.id not in self.excepted:
                found.setdefault(each.article, []).append(each.id)
        return found

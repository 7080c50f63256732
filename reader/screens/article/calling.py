"""Asking for a name in the open article, completed from its names and from those of the store."""

from reader.attributing import names_offered
from reader.screens.article.correcting import Correcting
from reader.switches import Switch

_OFFERED = 8
"""Names that a completion offers."""


class Calling(Correcting):
    """A screen with an open article in which a name can be typed."""

    def ask_name(
        self, purpose: str, question: str, *, value: str = "", replacing: bool = True
    ) -> None:
        """Ask for a name.

        Args:
            purpose: Comes back with the answer.
            question: What to print before the input.
            value: The name to begin with.
            replacing: Whether what is typed first takes its place.
        """
        index = self.view.reading.index
        positions = (*index.positions(Switch.NAMES), *index.positions(Switch.QUOTES))
        own = list(dict.fromkeys(name for at in positions if (name := index.names[at])))

        def complete(begun: str) -> list[str]:
            """Names that go on as was typed: of the article, then of all others."""
            stored = self.session.store.names.begun(begun) if self.session.is_open else []
            return names_offered(begun, own, stored, most=_OFFERED)

        hint = "a name; Tab completes"
        self.ask(
            *(purpose, question), value=value, hint=hint, complete=complete, replacing=replacing
        )

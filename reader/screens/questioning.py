"""Screens that have the store asked beside them."""

from reader.screens.base import ReaderScreen
from reader.services.lookup import Lookup
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings


class Questioning(ReaderScreen):
    """A screen whose questions to the store are answered in threads, which end with it.

    The answers are messages to the screen.
    """

    def __init__(self, session: Session, *, settings: Settings = DEFAULTS) -> None:
        """Args:
        session: The store.
        settings: What the person prefers.
        """
        super().__init__(session, settings=settings)
        self.lookup = Lookup(session.store_path, post=self.post_message)
        """Answers what the next key may be waited with for."""
        self.slow = Lookup(session.store_path, post=self.post_message)
        """Answers what nobody waits for with the next key."""

    def on_unmount(self) -> None:
        """End what is being looked up."""
        self.lookup.stop()
        self.slow.stop()

    @property
    def is_settled(self) -> bool:
        """Whether all that was asked of the store has been answered, and is listed."""
        return self.lookup.is_idle and self.slow.is_idle and self.is_listed

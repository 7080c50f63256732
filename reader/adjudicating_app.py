"""The reader, opened on the disagreements of two annotators."""

from typing import Any

from textual.screen import Screen

from reader.app import ReaderApp
from reader.docket import Docket
from reader.screens.adjudication.screen import AdjudicationScreen
from reader.services.session import Session
from reader.settings.memory import MemoryFile
from reader.settings.reading import NO_CONFIGURATION, Configuration


class AdjudicatingApp(ReaderApp):
    """Begins with the disagreements; articles open over them."""

    def __init__(
        self,
        session: Session,
        *,
        docket: Docket,
        configuration: Configuration = NO_CONFIGURATION,
        memory: MemoryFile | None = None,
    ) -> None:
        """Args:
        session: The store that is edited.
        docket: The disagreements; there has to be one.
        configuration: What the person prefers.
        memory: What is remembered from earlier times.
        """
        super().__init__(session, configuration=configuration, memory=memory)
        self._docket = docket

    def get_default_screen(self) -> Screen[Any]:
        """The disagreements."""
        return AdjudicationScreen(self.session, self._docket, settings=self.settings)

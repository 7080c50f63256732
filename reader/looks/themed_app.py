"""The part of the application that wears a theme and follows the terminal's own colours."""

import os
from collections.abc import Sequence
from typing import Any

from textual import on
from textual.driver import Driver
from textual.filter import LineFilter

from annotations.errors import CloseReadError
from annotations.model import Article
from annotations.sources import Source
from reader.looks.colourless import Colourless
from reader.looks.themes import following, high_contrast, in_textual, resolved
from reader.messages import ChooseTheme, GroundTold
from reader.services.session import Session
from reader.settings.memory import MemoryFile
from reader.settings.preferences import Settings
from reader.terminal.ground import can_be_asked, told_light
from reader.working_app import WorkingApp

_COLOURLESS = Colourless()


class ThemedApp(WorkingApp):
    """An app in the theme that was chosen last, or that suits the terminal."""

    def __init__(
        self,
        session: Session,
        *,
        article: Article | None,
        paths: Sequence[Source],
        settings: Settings,
        memory: MemoryFile,
    ) -> None:
        """Args:
        session: The store.
        article: What is open at first; null for the library.
        paths: Files, folders and addresses to add once the first screen stands.
        settings: What the person prefers.
        memory: What is remembered from earlier times.
        """
        super().__init__(session, article=article, paths=paths)
        self.settings = settings
        self._memory = memory
        self.register_theme(high_contrast())
        self._on_light = self._ground_at_first()
        self._put_on(memory.memory.theme_after(settings.theme))

    def get_driver_class(self) -> type[Driver]:
        """What speaks to the terminal: one that also asks for its ground, where that is of use."""
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual
        if self.no_color or not can_be_asked(os.environ):
            from reader.terminal.drawing_on import TerminalDriver

            return TerminalDriver
        from reader.terminal.asking import AskingDriver

        return AskingDriver

    def _ground_at_first(self) -> bool:
        """Whether to begin as on a light ground, until the terminal has answered."""
        told = told_light(os.environ)
        return self._memory.memory.ground == "light" if told is None else told

    @on(GroundTold)
    def _follow_ground(self, event: GroundTold) -> None:
        ground = "light" if event.is_light else "dark"
        if ground != self._memory.memory.ground:
            self._remember(ground=ground)
        if event.is_light != self._on_light:
            self._on_light = event.is_light
            self._put_on(self._chosen_theme)

    def _put_on(self, theme: str) -> None:
        self._chosen_theme = theme
        system, on_light = self.console.color_system, self._on_light
        self._theme_name = resolved(theme, colour_system=system, on_light=on_light)
        # Without colour no theme differs from another, and none may bring a ground of its own.
        worn = "ansi" if self.no_color else self._theme_name
        self.theme = in_textual(worn, on_light=on_light)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line goes through before it is written."""
        return (_COLOURLESS,) if self.no_color else super().get_line_filters()

    @on(ChooseTheme)
    def _choose_theme(self, event: ChooseTheme) -> None:
        self._put_on(event.theme)
        for screen in self.screens():
            screen.say(f"theme: {event.theme}{', once NO_COLOR is gone' if self.no_color else ''}")
        self._remember(theme=event.theme, theme_before=self.settings.theme)

    def action_next_theme(self) -> None:
        """Put the next theme on."""
        self.post_message(ChooseTheme(following(self._theme_name)))

    def _remember(self, **changes: Any) -> None:
        try:
            self._memory.remember(**changes)
        except OSError as error:
            self.complain(CloseReadError(f"It will not be remembered: {error.strerror or error}."))

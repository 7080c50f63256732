"""The reader as an application: which screen is up, and what goes on behind it."""

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any, ClassVar

from textual import on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.screen import Screen

from annotations.errors import CloseReadError
from annotations.model import Article
from annotations.sources import first_article
from reader.commands import bindings
from reader.keys import shown
from reader.messages import (
    ChooseTheme,
    ChooseWidth,
    CloseArticle,
    DetectArticle,
    OpenArticle,
    OpenSampleCorpus,
)
from reader.sample import sample_corpus
from reader.screens.base import ReaderScreen
from reader.services.background import Background
from reader.services.messages import (
    Added,
    AddingEnded,
    Detected,
    DetectionEnded,
    DetectionProgress,
    WorkFailed,
)
from reader.services.session import Session
from reader.settings.memory import MemoryFile
from reader.settings.reading import NO_CONFIGURATION, Configuration
from reader.themes import THEMES, following, high_contrast, resolved

_LOOK_EVERY = 0.4
"""Seconds between looks at what others have written to the store."""
_AFTER_PAINT = 0.1
"""Seconds that the first paint has to itself before any work is begun."""

_FAILURES_SHOWN = 3
"""Failures of one series that are shown one by one; more would cover the screen."""
_LIBRARY = "library"
"""The mode to go on in when the article that closeread was called with is left."""


def _palette() -> type[Provider]:
    from reader.palette import CommandProvider

    return CommandProvider


class ReaderApp(App[None]):
    """The library, with the open article over it."""

    TITLE = "closeread"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["reader.tcss", "themes.tcss"]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]

    def __init__(
        self,
        session: Session,
        *,
        article: Article | None = None,
        paths: Sequence[Path] = (),
        configuration: Configuration = NO_CONFIGURATION,
        memory: MemoryFile | None = None,
    ) -> None:
        """Args:
        session: The store.
        article: What to open first; the library by default.
        paths: Files and folders to add once the first screen stands.
        configuration: What the person prefers.
        memory: What is remembered from earlier times.
        """
        super().__init__()
        self.session = session
        self.settings = configuration.settings
        self._problems = configuration.problems
        self.set_keymap(self.settings.keymap.for_textual())
        self._memory = memory or MemoryFile()
        self.register_theme(high_contrast())
        self._put_on(self._memory.memory.theme_after(self.settings.theme))
        self.animation_level = "none"
        self._article = article
        self._paths = paths
        self._failures = 0
        self.background = Background(session, post=self.post_message)

    def get_default_screen(self) -> Screen[Any]:
        """The article to open first, or the library."""
        return self._library() if self._article is None else self._reading(self._article)

    def _library(self) -> Screen[Any]:
        from reader.screens.library import LibraryScreen

        return LibraryScreen(self.session, settings=self.settings)

    def _reading(self, article: Article) -> Screen[Any]:
        from reader.screens.article import ArticleScreen

        return ArticleScreen(self.session, article, settings=self.settings)

    def on_mount(self) -> None:
        """Paint first; what costs time begins when the first screen stands."""
        self.call_after_refresh(lambda: self.set_timer(_AFTER_PAINT, self._begin_work))
        self.set_interval(_LOOK_EVERY, self._look)

    def on_unmount(self) -> None:
        """End what goes on in the background; all that was decided is committed already."""
        self.background.stop()
        self.session.close()

    def _screens(self) -> Iterator[ReaderScreen]:
        """The full screens that stand, the one in front last; none that is being taken down."""
        return (
            screen
            for screen in self.screen_stack
            if isinstance(screen, ReaderScreen)
            and (screen.is_mounted and screen.is_attached and screen.children)
        )

    def _look(self) -> None:
        """Let the screens follow what others have written."""
        try:
            changed = self.session.changed_elsewhere()
        except CloseReadError as error:
            self._complain(error)
            return
        if changed:
            for screen in self._screens():
                screen.store_changed()

    def _complain(self, error: CloseReadError) -> None:
        for screen in list(self._screens())[-1:]:
            screen.complain(error)

    # Work in the background

    def _begin_work(self) -> None:
        for problem in self._problems:
            self._complain(problem)
        gc.freeze()  # what stands by now stays, so no collection need look at it again
        gc.enable()
        if self._paths:
            self._attempt(lambda: self.background.add(self._paths))
        elif self.session.is_open and not self.session.store.read_only:
            self.background.detect()

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except CloseReadError as error:
            self._complain(error)

    @on(Added)
    def _show_adding(self, event: Added) -> None:
        self._show_work(f"adding articles: {event.count:,}")

    @on(AddingEnded)
    def _end_adding(self) -> None:
        self._show_work("")
        self._sum_up_failures("inputs could not be read", hint="`closeread add` lists them all.")
        for screen in self._screens():
            screen.store_changed()
        front = self._article
        unrun = front is not None and not self.session.was_run(front.id)
        self._attempt(lambda: self.background.detect(front.id if front and unrun else None))

    @on(DetectionProgress)
    def _show_detection(self, event: DetectionProgress) -> None:
        title = self.session.store.articles.get(event.article_id).title
        waiting = f", {event.waiting:,} waiting" if event.waiting else ""
        self._show_work(f"detecting {event.share:.0%}{waiting}: {title}")

    @on(Detected)
    def _show_detected(self, event: Detected) -> None:
        for screen in self._screens():
            screen.detected(event.article_id, event.suggestions)

    @on(DetectionEnded)
    def _end_detection(self) -> None:
        self._show_work("")
        self._sum_up_failures("articles could not be run", hint="They stay “not run yet”.")

    @on(WorkFailed)
    def _show_failure(self, event: WorkFailed) -> None:
        self._failures += 1
        if self._failures <= _FAILURES_SHOWN:
            self._complain(event.error)

    def _sum_up_failures(self, what: str, *, hint: str) -> None:
        """Say how many failures of a series that has ended were not shown one by one."""
        unseen, self._failures = self._failures - _FAILURES_SHOWN, 0
        if unseen > 0:
            self._complain(CloseReadError(f"{unseen:,} more {what}.", hint=hint))

    def _show_work(self, work: str) -> None:
        for screen in self._screens():
            screen.show_work(work)

    # Themes

    def _put_on(self, theme: str) -> None:
        self._theme_name = resolved(theme, colour_system=self.console.color_system)
        self.theme = THEMES[self._theme_name]

    @on(ChooseTheme)
    def _choose_theme(self, event: ChooseTheme) -> None:
        self._put_on(event.theme)
        for screen in self._screens():
            screen.say(f"theme: {event.theme}")
        self._remember(theme=event.theme, theme_before=self.settings.theme)

    @on(ChooseWidth)
    def _choose_width(self, event: ChooseWidth) -> None:
        self.settings = replace(self.settings, column_width=event.cells)

    def action_next_theme(self) -> None:
        """Put the next theme on."""
        self.post_message(ChooseTheme(following(self._theme_name)))

    def _remember(self, **changes: Any) -> None:
        try:
            self._memory.remember(**changes)
        except OSError as error:
            self._complain(CloseReadError(f"It will not be remembered: {error.strerror or error}."))

    # Going from screen to screen

    @on(OpenArticle)
    def _open(self, event: OpenArticle) -> None:
        self._article = self.session.store.articles.get(event.article_id)
        self.push_screen(self._reading(self._article))
        if not self.session.was_run(event.article_id) and not self.session.store.read_only:
            self._attempt(lambda: self.background.detect(event.article_id))

    @on(CloseArticle)
    async def _close(self) -> None:
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.add_mode(_LIBRARY, self._library)
            await self.switch_mode(_LIBRARY)

    @on(OpenSampleCorpus)
    def _open_sample(self) -> None:
        corpus = sample_corpus()
        article = None if corpus is None else first_article([corpus])
        if corpus is None or article is None:
            self.notify("The sample corpus is not where it should be.", severity="error")
            return
        self._article = article
        self._attempt(lambda: self.background.add([corpus]))
        self.push_screen(self._reading(article))

    @on(DetectArticle)
    def _detect_again(self, event: DetectArticle) -> None:
        self._attempt(lambda: self.background.detect(event.article_id, again=True))

    def get_key_display(self, binding: Binding) -> str:
        """How the footer shows a key: as everything else here does."""
        return binding.key_display or shown(binding.key)

    def action_help(self) -> None:
        """Show what the keys do on the screen in front."""
        from reader.screens.help import HelpScreen

        if isinstance(self.screen, ReaderScreen):
            front, keys = self.screen, self.settings.keymap
            self.push_screen(HelpScreen(front.rooms, keys, typed=front.typed_commands))

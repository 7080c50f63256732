"""The reader as an application: which screen is up, in which theme, by which keys."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.dom import DOMNode
from textual.screen import Screen

from annotations.errors import CloseReadError
from annotations.model import Article
from annotations.sources import Source, first_article
from annotations.store.places import Place
from reader.commands import bindings
from reader.keyboard.keys import shown
from reader.keyboard.sequences import KeySequences
from reader.messages import (
    CloseArticle,
    DetectArticle,
    DetectArticles,
    ListArticles,
    OpenArticle,
    OpenNames,
    OpenRules,
    OpenSampleCorpus,
    RenewArticle,
)
from reader.palette.screen import Palette
from reader.reviewing_app import ReviewingApp
from reader.sample import sample_corpus
from reader.screens.base import ReaderScreen
from reader.services.session import Session
from reader.settings.memory import MemoryFile
from reader.settings.reading import NO_CONFIGURATION, Configuration, summed_up
from reader.terminal.drawing_at_once import draw_at_once

if TYPE_CHECKING:
    from textual.actions import ActionParseResult

_LIBRARY = "library"
"""The mode to go on in when the article that closeread was called with is left."""


def _commands() -> type[Provider]:
    from reader.palette.commands import CommandProvider

    return CommandProvider


def _articles() -> type[Provider]:
    from reader.palette.stored import ArticleProvider

    return ArticleProvider


def _names() -> type[Provider]:
    from reader.palette.stored import NameProvider

    return NameProvider


class ReaderApp(ReviewingApp):
    """The library, with the open article over it."""

    TITLE = "closeread"
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "looks/reader.tcss",
        "looks/themes.tcss",
        "looks/colourless.tcss",
    ]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {
        _commands,
        _articles,
        _names,
    }
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]

    def __init__(
        self,
        session: Session,
        *,
        article: Article | None = None,
        paths: Sequence[Source] = (),
        configuration: Configuration = NO_CONFIGURATION,
        memory: MemoryFile | None = None,
    ) -> None:
        """Args:
        session: The store.
        article: What to open first; the library by default.
        paths: Files, folders and addresses to add once the first screen stands.
        configuration: What the person prefers.
        memory: What is remembered from earlier times.
        """
        super().__init__(
            session,
            article=article,
            paths=paths,
            settings=configuration.settings,
            memory=memory or MemoryFile(),
        )
        self._problems = summed_up(configuration)
        self.set_keymap(self.settings.keymap.for_textual())

    def begin(self) -> None:
        """Say what is wrong with the configuration, and begin to work."""
        if self._problems is not None:
            self.complain(self._problems)
        super().begin()
        if self._memory.is_lasting and not self._memory.memory.toured:
            self._remember(toured=True)
            self.action_tour()

    def get_default_screen(self) -> Screen[Any]:
        """The article to open first, or the library."""
        return self._library() if self._article is None else self._reading(self._article)

    def _library(self) -> Screen[Any]:
        from reader.screens.library.screen import LibraryScreen

        return LibraryScreen(self.session, settings=self.settings)

    def _reading(
        self, article: Article, *, at: int | None = None, place: Place | None = None
    ) -> Screen[Any]:
        from reader.screens.article.screen import ArticleScreen

        return ArticleScreen(self.session, article, settings=self.settings, at=at, place=place)

    # Going from screen to screen

    @on(OpenArticle)
    async def open_article(self, event: OpenArticle) -> None:
        """Show an article of the store, over the list or in place of the one that is open."""
        from reader.screens.article.screen import ArticleScreen

        front, at = self.screen, event.annotation_id
        if isinstance(front, ArticleScreen) and front.article.id == event.article_id:
            if at is not None:
                front.go_to(at)
            elif event.place is not None:
                front.go_to_place(event.place)
            return
        try:
            self._article = self.session.store.articles.get(event.article_id)
        except CloseReadError as error:
            self.complain(error)
            return
        if isinstance(front, ArticleScreen) and not event.instead:
            front.leave_for_another()
            event.instead = True
        elif isinstance(front, ReaderScreen) and event.article_id in front.article_ids:
            self.session.list_articles(front.article_ids)
        await self._show_article(self._reading(self._article, at=at, place=event.place), event)
        if not self.session.was_run(event.article_id) and not self.session.store.read_only:
            self.attempt(lambda: self.background.detect(event.article_id))

    @on(RenewArticle)
    async def _renew_article(self, event: RenewArticle) -> None:
        """Show the article in front anew, because it has another text."""
        from reader.screens.article.screen import ArticleScreen

        front = self.screen
        if isinstance(front, ArticleScreen) and front.article.id == event.article_id:
            self._article = self.session.store.articles.get(event.article_id)
            screen = self._reading(self._article, place=event.place)
            await self._show_article(screen, OpenArticle(event.article_id, instead=True))
            self.notify(event.said, markup=False)
            if not self.session.was_run(event.article_id) and not self.session.store.read_only:
                self.attempt(lambda: self.background.detect(event.article_id))

    async def _show_article(self, screen: Screen[Any], event: OpenArticle) -> None:
        """Put an article over what stands, or in place of the one that is open."""
        if not event.instead:
            self.push_screen(screen)
        elif len(self.screen_stack) > 1:
            await self.switch_screen(screen)
        else:  # Textual cannot switch the screen that it began with
            await self._leave_article()
            self.push_screen(screen)

    @on(OpenNames)
    def _open_names(self, event: OpenNames) -> None:
        from reader.screens.names import NamesScreen

        if self.session.is_open:
            screen = NamesScreen(self.session, settings=self.settings, group=event.group)
            self.push_screen(screen)

    @on(OpenRules)
    def _open_rules(self) -> None:
        from reader.screens.rules import RulesScreen

        self.push_screen(RulesScreen(self.session, settings=self.settings))

    @on(ListArticles)
    async def _list_articles(self, event: ListArticles) -> None:
        """Go to the library, whatever stands over it, and filter it."""
        from reader.screens.library.screen import LibraryScreen

        while len(self.screen_stack) > 1 and not isinstance(self.screen, LibraryScreen):
            await self.pop_screen()
        if not isinstance(self.screen, LibraryScreen):
            await self._leave_article()
        library = self.screen
        if isinstance(library, LibraryScreen):
            library.call_after_refresh(library.filter_by, event.filter)

    @on(CloseArticle)
    async def _leave_article(self) -> None:
        """Back to the library."""
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
        self.session.guidelines = self.session.guidelines.with_folder(corpus)
        self.attempt(lambda: self.background.add([corpus]))
        self.push_screen(self._reading(article))

    @on(DetectArticle)
    def _detect_again(self, event: DetectArticle) -> None:
        self.attempt(lambda: self.background.detect(event.article_id, again=True))

    def get_key_display(self, binding: Binding) -> str:
        """How the footer shows a key: as everything else here does."""
        return binding.key_display or shown(binding.key)

    def action_command_palette(self) -> None:
        """Find commands, articles and names."""
        if isinstance(self.screen, ReaderScreen):
            self.push_screen(Palette())

    def action_tour(self) -> None:
        """Show what somebody should know who is new."""
        from reader.screens.dialogs.tour import TourScreen
        from reader.tour import tour

        keys = self.settings.keymap
        self.push_screen(TourScreen(tour(keys), keys=keys))

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Carry out an action, unless the screen that it belongs to says that it would do nothing.

        Returns:
            Whether something came of it.
        """
        target = default_namespace
        if isinstance(target, ReaderScreen) and isinstance(action, str) and target.refuses(action):
            return True
        done = await super().run_action(action, default_namespace, namespaces)
        if isinstance(self.screen, ReaderScreen):
            draw_at_once(self.screen)
        return done

    async def on_key(self, event: events.Key) -> None:
        """Let the screen take a key that no widget wanted, before bindings are looked for."""
        if isinstance(self.screen, KeySequences) and await self.screen.take_key(event):
            event.stop()
            event.prevent_default()

    @on(DetectArticles)
    def _detect_all_again(self, event: DetectArticles) -> None:
        def detect() -> None:
            """Have each run before what is wanted already."""
            for article_id in reversed(event.article_ids):  # what is wanted last is run first
                self.background.detect(article_id, again=True)

        self.attempt(detect)

    def action_help(self) -> None:
        """Show what the keys do on the screen in front."""
        from reader.screens.dialogs.help import HelpScreen

        if isinstance(self.screen, KeySequences):
            front, keys = self.screen, self.settings.keymap
            self.push_screen(
                HelpScreen(front.rooms, keys, typed=front.typed_commands, why_not=front.why_not)
            )

"""Who hears a message is found as Textual finds it, only sooner."""

from typing import ClassVar

from textual import events, on
from textual.app import App, ComposeResult
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from reader.screens.article.screen import ArticleScreen
from reader.screens.library.screen import LibraryScreen
from reader.terminal.hearing import QuickHearing


class Rang(Message):
    """A bell."""


class RangTwice(Rang):
    """Two bells."""


class Named(QuickHearing):
    heard: ClassVar[list[str]] = []

    def on_rang(self) -> None:
        self.heard.append("named")

    @on(Rang)
    def _decorated(self) -> None:
        self.heard.append("decorated")


class Stopping(Named, Static):
    @on(RangTwice)
    def _first(self, event: RangTwice) -> None:
        self.heard.append("stopping")
        event.prevent_default()


class Both(Named, Static):
    def on_rang(self) -> None:
        self.heard.append("own")


class Ringing(App[None]):
    def compose(self) -> ComposeResult:
        yield Both()
        yield Stopping()


async def test_handlers_are_called_in_textual_s_order() -> None:
    app = Ringing()
    async with app.run_test() as pilot:
        for kind, message, heard in (
            (Both, Rang(), ["own", "decorated", "named"]),
            (Both, RangTwice(), ["decorated"]),  # its handlers by name are of another message
            (Stopping, Rang(), ["decorated", "named"]),
            (Stopping, RangTwice(), ["stopping"]),
        ):
            Named.heard.clear()
            app.query_one(kind.__name__, Widget).post_message(message)
            await pilot.pause()
            assert Named.heard == heard


def test_our_screens_hear_what_textual_says_they_hear() -> None:
    for kind in (ArticleScreen, LibraryScreen):
        for message in (events.Key("a", "a"), events.Idle(), events.Mount(), events.ScreenResume()):
            screen = kind.__new__(kind)
            name = message.handler_name
            expected = list(MessagePump._get_dispatch_methods(screen, name, message))
            assert list(screen._get_dispatch_methods(name, message)) == expected
            assert isinstance(screen, Screen)

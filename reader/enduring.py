"""What lives on where the store fails: a disk that is full, a file that is gone, a row damaged."""

from textual.app import ScreenStackError
from textual.css.query import NoMatches
from textual.dom import DOMNode, NoScreen
from textual.message import Message

from annotations.errors import CloseReadError
from reader.terminal.hearing import QuickHearing


class Enduring(QuickHearing):
    """A part of the screen that says what it could not do, and takes the next message.

    Textual would end the application. What a handler has not come to is not done; nothing is
    shown as done before it is in the store.
    """

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except CloseReadError as error:
            self.tell_failure(error)
        except NoMatches:
            # Textual takes widgets down one by one, and goes on to deliver messages meanwhile.
            if self.stands:
                raise

    @property
    def stands(self) -> bool:
        """Whether it is on a screen that is there for a reader, and not being taken down."""
        # No base of this class may be a node: a widget takes its styles from its first such base.
        if not isinstance(self, DOMNode):
            return False
        try:
            return self.app.is_running and self.screen in self.app.screen_stack
        except (NoScreen, ScreenStackError):
            return False

    def tell_failure(self, error: CloseReadError) -> None:
        """Say what could not be done."""
        from reader.working_app import WorkingApp

        if isinstance(self.app, WorkingApp):
            self.app.complain(error)

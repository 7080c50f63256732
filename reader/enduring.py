"""What lives on where the store fails: a disk that is full, a file that is gone, a row damaged."""

from textual.message import Message
from textual.message_pump import MessagePump

from annotations.errors import CloseReadError


class Enduring(MessagePump):
    """A part of the screen that says what it could not do, and takes the next message.

    Textual would end the application. What a handler has not come to is not done; nothing is
    shown as done before it is in the store.
    """

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except CloseReadError as error:
            self.tell_failure(error)

    def tell_failure(self, error: CloseReadError) -> None:
        """Say what could not be done."""
        from reader.working_app import WorkingApp

        if isinstance(self.app, WorkingApp):
            self.app.complain(error)

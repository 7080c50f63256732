"""Asking the terminal for its ground without making anybody wait for the answer.

Textual reads on meanwhile, and knows no such answer: it would take it for keys. So the answer is
taken out of what the terminal sends before Textual sees it, however late it comes, and what is
typed before or after it stays as it is. This leans on how Textual's driver for Linux and macOS
finds its parser, and is the only place that does.
"""

from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.message import Message

from reader.messages import GroundTold
from reader.terminal.drawing_on import TerminalDriver
from reader.terminal.ground import QUESTION, Answers


class _Parser(XTermParser):
    """Textual's parser, with a message for each answer."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._answers = Answers()

    def feed(self, data: str) -> Iterable[Message]:
        """What was pressed, and what was answered."""
        if not data:  # the end
            yield from super().feed(data)
        for part in self._answers.taken_from(data) if data else ():
            if isinstance(part, str):
                yield from super().feed(part)
            else:
                yield GroundTold(part)


class AskingDriver(TerminalDriver):
    """The driver that also asks for the ground, again whenever the program is resumed."""

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.write(QUESTION)
        self.flush()

    def run_input_thread(self) -> None:
        """Hand over what the terminal sends."""
        vars(linux_driver)[XTermParser.__name__] = _Parser
        super().run_input_thread()

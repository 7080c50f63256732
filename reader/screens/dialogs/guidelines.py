"""The guidelines over an article or the library."""

from contextlib import suppress
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from annotations.errors import CloseReadError
from annotations.store.places import Place
from annotations.text import clean_line
from reader import guidelines
from reader.commands import binding, bindings
from reader.keyboard.keymap import USUAL, Keymap
from reader.messages import Answered, AnswerTyped, AskingCancelled
from reader.screens.dialogs.dialog import Dialog
from reader.services.session import Session
from reader.widgets.guidelines_text import GuidelinesText
from reader.widgets.prompt import Prompt

_LOOK_EVERY = 1.0
"""Seconds between two looks at whether the file has changed."""


class GuidelinesScreen(Dialog[None]):
    """The text of the file, or what to do for want of one; what opened it closes it, too.

    It opens where it was left, also after a restart, and follows the file.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("guidelines"),
        binding("article.guidelines", "close"),
    ]
    HELP_ROOMS = ("guidelines", "rows")
    FRAME = "#guidelines"

    def __init__(self, session: Session, *, keys: Keymap = USUAL) -> None:
        """Args:
        session: Knows where the file is, and where it was left.
        keys: The keys of the commands.
        """
        super().__init__(keys)
        self._session = session
        self._prompt: Prompt | None = None
        self._words = ""
        self._origin = 0
        """The first line in view when somebody began to seek."""
        self._markup = ""
        self._state: guidelines.State | None = None
        self._kept: Place | None = None
        self._problem: CloseReadError | None = None
        try:
            self._path = session.guidelines.file()
            self._read()
        except CloseReadError as error:
            self._problem = error
            self._text = GuidelinesText("")
        else:
            self._kept = session.place(self._place_id)
            self._text = GuidelinesText(
                self._markup, letters=self._kept.top if self._kept is not None else 0
            )

    def _read(self) -> None:
        self._state = guidelines.state(self._path)
        self._markup = guidelines.read(self._path)

    @property
    def _place_id(self) -> str:
        """What the place in the file is remembered under, beside the ids of articles."""
        return f"guidelines {self._path}"

    def compose(self) -> ComposeResult:
        """The text, or why there is none."""
        with Vertical(id="guidelines"):
            if self._problem is not None:
                error = self._problem
                yield Static(Content.assemble((error.message, "bold"), f"\n\n{error.hint}"))
            else:
                yield self._text

    def on_mount(self) -> None:
        """Say which file it is, and follow it."""
        if self._problem is None:
            name = clean_line(str(self._path.name))
            self.query_one(self.FRAME).border_title = Content(name)
            self.set_interval(_LOOK_EVERY, self.look)

    def on_unmount(self) -> None:
        """Remember the place."""
        self.keep_place()

    def keep_place(self) -> None:
        """Remember which line is the first in view."""
        letters = self._text.letters
        place = Place(cursor=letters, top=letters)
        if self._problem is None and self._text.lines and place != self._kept:
            self._kept = place
            with suppress(CloseReadError):  # the next time it opens where it was left before
                self._session.keep_place(self._place_id, place)

    def look(self) -> None:
        """Read the file again if it has changed; while it is gone, what is known of it stays."""
        self.keep_place()
        state = guidelines.state(self._path)
        if state is None or state == self._state:
            return
        try:
            self._read()
        except CloseReadError as error:
            self.say(error.message)
        else:
            self._text.show(self._markup)
            self.say("the file has changed; this is how it is now")

    # Moving

    def move(self, rows: int) -> None:
        """Scroll by lines."""
        if self._problem is None:
            self._text.scroll_relative(y=rows, animate=False)

    def move_pages(self, pages: int) -> None:
        """Scroll by pages."""
        if self._problem is None:
            self.move(pages * max(1, self._text.size.height - 1))

    def move_to(self, row: int | None) -> None:
        """Scroll to a line."""
        if self._problem is None:
            y = self._text.max_scroll_y if row is None else row
            self._text.scroll_to(y=y, animate=False)

    def action_heading(self, step: int, times: int = 1) -> None:
        """To the next heading (1), or to the one before (-1)."""
        for _ in range(times):
            line = self._text.heading_after(self._text.scroll_offset.y, step)
            self.move_to(line if line is not None else 0 if step < 0 else None)

    # Finding

    def action_find(self) -> None:
        """Ask for words to find."""
        if self._problem is not None or self._prompt is not None:
            return
        self._origin = self._text.scroll_offset.y
        self._prompt = Prompt("find", "Find: ", value=self._words, replacing=True)
        self.query_one(self.FRAME).mount(self._prompt)

    def action_hit(self, step: int, times: int = 1) -> None:
        """To the next hit, or to the one before."""
        if self._problem is not None or not self._words.strip():
            self.say("nothing is sought")
        elif self._text.hits:
            round_it = self._text.step(step * times)
            self.say(self._text.hit_shown + (", round the end" if round_it else ""))
        else:
            self.say(f"“{self._words}” is not found")

    @on(AnswerTyped)
    def _find(self, event: AnswerTyped) -> None:
        self._words = event.value
        self._text.find(event.value, origin=self._origin)
        if self._prompt is not None and self._prompt.is_open:
            self._prompt.remark(self._text.hit_shown)

    @on(Answered)
    def _found(self) -> None:
        self._prompt = None
        self.say(self._text.hit_shown)

    @on(AskingCancelled)
    def _forget(self) -> None:
        self._prompt, self._words = None, ""
        self._text.find("", origin=self._origin)
        self.say("")

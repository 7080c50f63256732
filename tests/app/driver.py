"""The running reader, and the article that the tests read in it."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from annotations.model import (
    Annotation,
    Article,
    CasualtyFigure,
    Count,
    Detector,
    Entity,
    Quote,
    Span,
)
from reader.app import ReaderApp
from reader.screens.article.screen import ArticleScreen
from reader.screens.library.screen import LibraryScreen
from reader.screens.questioning import Questioning
from reader.screens.stepping import Stepping
from reader.widgets.annotation_panel import AnnotationPanel
from reader.widgets.article_view import ArticleView

TEXT = (
    "Mayor Ines Calder said the river took Marrow Bridge on Tuesday.\n"
    "\n"
    "“We lost at least 12 people,” Calder said. Thirty others are missing.\n"
    "\n"
    "Rescue teams from Oldport reached the valley at dawn 😊 and found the school empty."
)
ARTICLE = Article(
    id="flood",
    text=TEXT,
    title="River takes bridge",
    source="The Example",
    published="2019-03-05",
)
DETECTOR = Detector(name="test", version="1")
_NO_LETTERS = {"\r": "enter", "\x1b": "escape", "\x10": "ctrl+p"}


def span(text: str) -> Span:
    """The first occurrence of a text in the article."""
    return Span.cut(TEXT, TEXT.index(text), TEXT.index(text) + len(text))


def _cut(text: str) -> dict[str, Any]:
    found = span(text)
    return {"start": found.start, "end": found.end, "text": found.text}


def suggestions() -> list[Annotation]:
    """Two names, a quote with a figure in it, a second figure, a third name: in reading order."""
    twelve, thirty = span("12"), span("Thirty")
    return [
        Entity(**_cut("Ines Calder"), label="PERSON", name="Ines Calder"),
        Entity(**_cut("Marrow Bridge"), label="ORG"),
        Quote(
            **_cut("“We lost at least 12 people,”"),
            type="direct",
            speaker=Span.cut(TEXT, TEXT.index("Calder said."), TEXT.index(" said.")),
            cue=Span.cut(TEXT, TEXT.index("said."), TEXT.index("said.") + 4),
            speaker_name="Ines Calder",
        ),
        CasualtyFigure(
            **_cut("at least 12 people"),
            num_start=twelve.start,
            num_end=twelve.end,
            category="killed",
            count=Count(low=12, best=12),
            qualifier="at_least",
            victim_type="person",
            claimed_by="Calder",
        ),
        CasualtyFigure(
            **_cut("Thirty others"),
            num_start=thirty.start,
            num_end=thirty.end,
            category="missing",
            count=Count(low=30, high=30, best=30),
        ),
        Entity(**_cut("Oldport"), label="GPE", name="Oldport"),
    ]


@dataclass
class Driver:
    """The running reader, with what tests ask of it."""

    app: ReaderApp
    pilot: Pilot[None]

    @property
    def screen(self) -> ArticleScreen:
        """The article screen, which has to be in front."""
        assert isinstance(self.app.screen, ArticleScreen)
        return self.app.screen

    @property
    def library(self) -> LibraryScreen:
        """The library, which has to be in front."""
        assert isinstance(self.app.screen, LibraryScreen)
        return self.app.screen

    @property
    def view(self) -> ArticleView:
        """The text of the open article."""
        return self.screen.query_one(ArticleView)

    @property
    def panel(self) -> AnnotationPanel:
        """The list of annotations of the open article."""
        return self.screen.query_one(AnnotationPanel)

    @property
    def focused(self) -> str | None:
        """The text of the annotation in focus; none while the article is being opened."""
        reading = self.view.reading if self.screen.query(ArticleView) else None
        position = None if reading is None else reading.position
        if reading is None or position is None:
            return None
        return reading.text[reading.index.starts[position] : reading.index.ends[position]]

    @property
    def selected(self) -> str | None:
        """The text that is selected."""
        selection = self.view.reading.trimmed_selection()
        return None if selection is None else self.view.reading.text[slice(*selection)]

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, and wait for what a list looks up."""
        for key in keys:
            await self.pilot.press(key)
            if isinstance(
                self.app.screen, Questioning | Stepping
            ):  # elsewhere the pilot has waited enough
                await self.settle()

    async def settle(self) -> None:
        """Wait until a list shows what it has asked for, and what edits beside it have come to."""
        await self.pilot.pause()
        waited = False
        while self._is_at_work:
            waited = True
            await asyncio.sleep(0.005)
            await self.pilot.pause()
        if waited:  # what was posted last has not been taken yet
            await self.pilot.pause()

    @property
    def _is_at_work(self) -> bool:
        """Whether anything goes on that the screen is to show."""
        screen = self.app.screen
        is_settled = not isinstance(screen, Questioning) or screen.is_settled
        # An edit's thread says what came of it after it has become idle.
        is_told = all(each.name != "editing" for each in threading.enumerate())
        return not (self.app.keys_are_done and is_told and self._has_its_queue and is_settled)

    @property
    def _has_its_queue(self) -> bool:
        """Whether the queue shows what was looked for, if there is one."""
        queueing, screen = self.app.session.queueing, self.app.screen
        is_shown = not isinstance(screen, ArticleScreen) or screen.is_listed
        return queueing is None or (queueing.is_settled and is_shown)

    def hand_over(self, text: str) -> None:
        """Hand over the keys of a text at once, as one packet brings them, Enter and Escape too."""
        for letter in text:
            key = _NO_LETTERS.get(letter) or _character_to_key(letter)
            self.app.post_message(events.Key(key, letter))

    async def type(self, text: str) -> None:
        """Hand over the keys of a text at once, and wait until all is done."""
        self.hand_over(text)
        await self.pilot.pause()  # and again below: the pilot waits twice for each key, too
        await self.settle()

    async def until(self, true: Callable[[], bool], *, seconds: float = 10) -> None:
        """Wait for something that happens in the background; ask less often as time goes by."""
        waited, pause = 0.0, 0.01
        while not true():
            if waited > seconds:
                raise AssertionError(f"it did not happen; the screen shows:\n{self.shown()}")
            await self.pilot.pause(pause)
            waited += pause
            pause = min(pause * 1.5, 0.25)

    def shown(self) -> str:
        """What the screen shows, as text."""
        strips = self.app.screen._compositor.render_strips(self.app.size)
        return "\n".join(strip.text if hasattr(strip, "text") else str(strip) for strip in strips)


Open = Callable[..., AbstractAsyncContextManager[Driver]]
"""Opens the reader on the article, or with `article=None` on the library."""

Statuses = Callable[[], dict[str, str]]
"""What is committed: the text of each annotation and its status."""

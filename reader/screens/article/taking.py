"""What a person takes along from the open article: words on the clipboard, and its source."""

import os
from functools import partial

from annotations.text import clean_line
from reader.citing import citation
from reader.describing import excerpt
from reader.screens.article.page import Page

_SHOWN = 40
"""Characters of what was copied that are shown."""


class Taking(Page):
    """A screen with an open article that can be copied from."""

    def action_copy(self) -> None:
        """Copy the selection, else the annotation in focus with where it comes from."""
        reading = self.view.reading
        annotation = self.session.annotation(reading.focus)
        if reading.selection is not None:
            text = reading.text[slice(*reading.selection)]
            self.view.perform(lambda reading: reading.unselect())
        elif annotation is not None:
            text = citation(annotation, self.article)
        else:
            select, following = self.key("text.select"), self.key("text.next")
            self.say(
                f"Nothing to copy here: {select} selects text, {following} goes to the next "
                "annotation."
            )
            return
        self.run_worker(self._copy(text), exclusive=True, group="clipboard")

    async def _copy(self, text: str) -> None:
        from reader.services.clipboard import clipboard_program, fits_terminal, hand_over

        program = clipboard_program(os.environ)
        is_copied = program is not None and await hand_over(text, program)
        is_sent = fits_terminal(text)
        if is_sent:
            self.app.copy_to_clipboard(text)
        what = excerpt(text, width=_SHOWN)
        if is_copied:
            self.say(f"Copied {what}")
        elif is_sent:
            self.say(f"Sent to the terminal's clipboard: {what}")
        else:
            self.say(f"Too long for the terminal's clipboard: {len(text):,} characters.")

    def action_browse(self) -> None:
        """Open the article's source in a web browser, and say where that leads."""
        from reader.services.browsing import has_screen, web_address

        url = self.article.url
        if not url:
            self.say("No address is known for the source of this article.")
            return
        address = web_address(url)
        if address is None:
            self.say(f"Not opened, because it is no web address: {clean_line(url)}")
        elif not self.app.is_web and not has_screen(os.environ):
            self.say(f"There is no browser here. The source is {address.url}")
        else:
            self.say(f"Opening {address.host}: {address.url}")
            self.run_worker(self._browse(address.url), group="browser")

    async def _browse(self, url: str) -> None:
        from reader.services.browsing import open_quietly

        if self.app.is_web or not await open_quietly(url):
            self.run_worker(partial(self.app.open_url, url), thread=True, group="browser")

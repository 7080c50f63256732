"""Questions that are answered with tags: completed, checked, and asked again where one is none."""

from textual import on

from annotations.tagging import agreed, completed, parse_tags
from reader.messages import AnswerTyped
from reader.screens.base import ReaderScreen
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings

Tags = tuple[str, ...]

_HINT = "separated by commas; method/airstrike stands below method"


class TagPrompts(ReaderScreen):
    """A screen that asks for tags; those in use are offered, the one most used first."""

    def __init__(self, session: Session, *, settings: Settings = DEFAULTS) -> None:
        """Args:
        session: The store.
        settings: What the person prefers.
        """
        super().__init__(session, settings=settings)
        self._asked: set[str] = set()
        """The purposes that tags were asked for."""

    def ask_tags(self, purpose: str, question: str, *, value: str = "", hint: str = _HINT) -> None:
        """Ask for tags; the answer comes as `Answered`, for `typed_tags` to read."""
        self._asked.add(purpose)
        self.ask(purpose, question, value=value, hint=hint, complete=self.complete_tags)

    def complete_tags(self, answer: str) -> list[str]:
        """What an answer can go on to be."""
        return completed(answer, self.session.tag_uses())

    def read_tags(self, answer: str, *, before: Tags = ()) -> Tags:
        """The tags that were typed, as they are spelled in the store, behind those before.

        Raises:
            TagError: If one cannot be a tag.
        """
        used = [tag for tag, _ in self.session.tag_uses()]
        return parse_tags(answer, before=before, used=used)

    def spelled(self, tag: str) -> str:
        """A tag as it is spelled in the store."""
        return agreed(tag, [each for each, _ in self.session.tag_uses()])

    def told_of(self, answer: str) -> str:
        """That the last tag of an answer is used already in another spelling, if it is."""
        last = answer.rpartition(",")[2].strip().lstrip("-#")
        spelled = self.spelled(last) if last else last
        return f"used as “{spelled}”" if spelled != last else ""

    @on(AnswerTyped)
    def _tell_of_answer(self, event: AnswerTyped) -> None:
        if event.purpose in self._asked and (told := self.told_of(event.value)):
            self.remark(told)

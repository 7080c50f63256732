"""Saying which language the open article is in."""

from annotations.language import code_of, has_detector, name_of, no_detector
from reader.messages import DetectArticle
from reader.screens.article.stating import Stating
from reader.typed_commands import TypedError

_UNKNOWN = "unknown"


class TellingLanguage(Stating):
    """A screen with an open article whose language a person can put right."""

    def action_say_language(self) -> None:
        """Ask for the language."""
        self.type_command("language ")

    def typed_language(self, said: str) -> None:
        """Note the language; if the detector reads it, let it.

        Raises:
            TypedError: If it is no language.
            StoreError: If it could not be noted; nothing was changed.
        """
        language = None if said.casefold() == _UNKNOWN else code_of(said)
        if language is None and said.casefold() != _UNKNOWN:
            raise TypedError(f"{said!r} is no language.", hint="Type a code or a name: de, German.")
        told = f"in {name_of(language)}" if language else "in a language that is not known"
        if language == self.article.language:
            self.say(f"The article is {told}, as before.")
            return

        def commit() -> None:
            """Write it to the store, and show the article as it is there."""
            self.session.set_language(self.article, language)
            self.reload()

        if self.write(commit):
            self._follow_language(f"The article is {told}")

    def _follow_language(self, told: str) -> None:
        language = self.article.language
        unread = f"; {no_detector(language)}" if not has_detector(language) else ""
        self.say(f"{told}{unread}; {self.key('article.undo')} undoes it.")
        if has_detector(language) and not self.session.was_run(self.article.id):
            self.post_message(DetectArticle(self.article.id))

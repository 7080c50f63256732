"""Deciding which names of all articles are one."""

from collections.abc import Mapping

from textual import on

from annotations.errors import CloseReadError, NamesStandApart
from annotations.store.names.profiles import Passage, Profile
from reader.describing import excerpt
from reader.messages import Answered, AskingCancelled
from reader.screens.stepping import Stepping
from reader.screens.typed import Typing

_MERGE, _FORCE, _SPLIT = "merge name", "merge names that stand apart", "split name"
_PURPOSES = (_MERGE, _FORCE, _SPLIT)
_OFFERED = 8
"""Names that a completion offers."""
_ASKED = 30
"""Characters of a name that a question shows."""
_YES = ("y", "yes")


class DecidingNames(Typing, Stepping):
    """A screen with names, which can be merged and split; each decision is one step to undo."""

    _subject: Profile | None = None
    """The name that is being decided on."""
    _into = ""
    """What it is to be merged into."""

    @property
    def profile(self) -> Profile | None:
        """The name under the cursor."""
        raise NotImplementedError

    @property
    def passage(self) -> Passage | None:
        """The passage under the cursor, if the cursor is among the passages."""
        raise NotImplementedError

    @property
    def listed(self) -> Mapping[str, int]:
        """The names of the group that is shown, each with the number of its articles."""
        raise NotImplementedError

    def list_again(self, *, go_to: str = "") -> None:
        """Read the names again, and go to one of them."""
        raise NotImplementedError

    def focus_rows(self) -> None:
        """Give the names the keys back."""
        raise NotImplementedError

    # Merging

    def action_merge(self) -> None:
        """Ask for the name that the one under the cursor is the same as."""
        self._subject = profile = self.profile
        if profile is None:
            self.say("There is no name to merge.")
            return
        listed, names = self.listed, self.session.store.names

        def complete(words: str) -> list[str]:
            """The names that are listed and go on as was typed, those in most articles first."""
            found = [each for each in names.begun(words) if each in listed]
            return sorted(found, key=lambda each: -listed[each])[:_OFFERED]

        question = f"{excerpt(profile.name, width=_ASKED)} is the same as: "
        hint = "the name that it is listed under; Tab completes"
        self.ask(_MERGE, question, hint=hint, complete=complete)

    def _merge(self, profile: Profile, into: str, *, force: bool = False) -> None:
        from reader.services.name_steps import merging

        self._into = into
        undo = self.key("names.undo")
        self.carry_out(merging(profile.name, into, profile.group, force=force, undo_key=undo))

    def complain(self, error: CloseReadError) -> None:
        """Show an error; where two names stand in one article, ask whether they are one still."""
        if isinstance(error, NamesStandApart) and self._subject is not None:
            articles = error.article_ids
            where = f"{len(articles):,} articles" if len(articles) > 1 else "one article"
            self.ask(_FORCE, f"Both stand in {where}, apart. Merge them there too? ", hint="y or n")
        else:
            self._into = ""
            super().complain(error)

    # Splitting

    def action_split(self) -> None:
        """Split off what was merged; of a passage, the name in its article."""
        self._subject = profile = self.profile
        if profile is None:
            self.say("There is no name to split.")
        elif (passage := self.passage) is not None:
            self._split_in(profile, passage)
        else:
            self._ask_split(profile)

    def _split_in(self, profile: Profile, passage: Passage) -> None:
        from reader.services.name_steps import splitting_in

        title, undo = excerpt(passage.title, width=_ASKED), self.key("names.undo")
        self.carry_out(
            splitting_in(profile.name, profile.group, passage.article_id, title, undo_key=undo)
        )

    def _ask_split(self, profile: Profile) -> None:
        merged = self.session.store.names.merged_into(profile.name, profile.group)
        if not merged:
            across, split = self.key("names.across"), self.key("names.split")
            self.say(f"Nothing was merged into it; {across} {split} splits it off in an article.")
            return

        def complete(begun: str) -> list[str]:
            """The merged names that begin so."""
            typed = begun.casefold()
            return [each for each in merged if each.casefold().startswith(typed)][:_OFFERED]

        question = f"Not {excerpt(profile.name, width=_ASKED)}, of {len(merged):,} merged: "
        self.ask(_SPLIT, question, value=merged[0], complete=complete, replacing=True)

    def _split(self, profile: Profile, name: str) -> None:
        from reader.services.name_steps import splitting

        self.carry_out(splitting(name, profile.group, undo_key=self.key("names.undo")))

    # Answers and steps

    @on(Answered)
    def _take_decision(self, event: Answered) -> None:
        if event.purpose not in _PURPOSES:
            return
        self.focus_rows()
        answer, profile = " ".join(event.value.split()), self._subject
        if profile is None or not answer:
            return
        if event.purpose == _MERGE:
            self._merge(profile, answer)
        elif event.purpose == _SPLIT:
            self._split(profile, answer)
        elif answer.casefold() in _YES:
            self._merge(profile, self._into, force=True)
        else:
            self.say("They are two names still.")

    @on(AskingCancelled)
    def _leave_decision(self, event: AskingCancelled) -> None:
        if event.purpose in _PURPOSES:
            self.focus_rows()

    def edited(self, said: str) -> None:
        """List the names as they are now, and tell of what was done."""
        self.list_again(go_to=self._into)
        self._into = ""
        super().edited(said)

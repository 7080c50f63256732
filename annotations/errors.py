"""Every error that closeread raises on purpose.

An error says what went wrong and where in `message`, and what to do about it in `hint`. The
command line prints both to standard error, the reader shows both without leaving the screen.
"""

from collections.abc import Sequence
from pathlib import Path


class CloseReadError(Exception):
    """Base of all errors a person is meant to read."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        """Args:
        message: What went wrong, and where.
        hint: What to do about it, as a full sentence; empty when there is nothing to do.
        """
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UsageError(CloseReadError):
    """The command line was called in a way that has no meaning; exit status 2."""


class FilterError(UsageError):
    """What was typed to filter articles asks for something that there is not."""


class SourceError(CloseReadError):
    """An input could not be read as an article."""


class FetchError(SourceError):
    """An address could not be opened."""

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        """Args:
        message: What went wrong, and where.
        hint: What to do about it.
        status: What the server answered; null if it did not.
        retry_after: Seconds that it asks to be left alone for; null if it does not say.
        """
        super().__init__(message, hint=hint)
        self.status = status
        self.retry_after = retry_after


class RecordError(SourceError):
    """One line of a JSON-lines file is not a usable record."""

    def __init__(self, where: str, line: int, reason: str, *, hint: str = "") -> None:
        """Args:
        where: File name, or "standard input".
        line: Line number, counted from 1.
        reason: What is wrong with the line.
        hint: What to do about it.
        """
        super().__init__(f"{where}, line {line}: {reason}.", hint=hint)
        self.line = line


class RecordShapeError(CloseReadError):
    """A record lacks a field, or a field has the wrong type.

    The message is a reason without a full stop, for a `RecordError`.
    """


class OffsetError(CloseReadError):
    """An annotation's offsets do not cover the text it says it covers."""


class StoreError(CloseReadError):
    """The store could not be opened, read or written."""


class NotAStore(StoreError):
    """The file exists, but closeread did not make it."""

    def __init__(self, path: Path) -> None:
        """Args:
        path: The file that was to be opened.
        """
        super().__init__(
            f"{path} is not a closeread store.",
            hint="Name another file with --store, or move this one away.",
        )


class CannotOpen(StoreError):
    """The store's file, or a file that SQLite needs beside it, could not be opened."""

    def __init__(self, path: Path) -> None:
        """Args:
        path: The store.
        """
        super().__init__(
            f"{path} could not be opened.",
            hint="Check that the file and its folder exist and can be read.",
        )


class StoreReadOnly(StoreError):
    """The store can be read but not written."""

    def __init__(self, path: Path) -> None:
        """Args:
        path: The store.
        """
        super().__init__(
            f"{path} cannot be written; nothing was changed.",
            hint="Check the permissions of the file and its folder, or use --store.",
        )


class StoreBusy(StoreError):
    """Another process held the store's write lock for too long."""

    def __init__(self, path: Path) -> None:
        """Args:
        path: The store.
        """
        super().__init__(
            f"{path} is being written by another process; nothing was changed.",
            hint="Try again in a moment.",
        )


class StoreFull(StoreError):
    """There is no room for what was to be written."""

    def __init__(self, path: Path) -> None:
        """Args:
        path: The store.
        """
        super().__init__(
            f"The disk of {path} is full; nothing was changed.",
            hint="Free some space on the disk and try again.",
        )


class StoreGone(StoreError):
    """The store's file is no longer where it was opened; what is written there would be lost."""

    def __init__(self, path: Path) -> None:
        """Args:
        path: Where it was.
        """
        super().__init__(
            f"{path} has been moved, deleted or replaced while it was open; nothing was changed.",
            hint="Put the file back and try again, or leave and open the one that is there now.",
        )


class DamagedRow(StoreError):
    """A row of the store holds what closeread never writes; another program must have."""

    def __init__(self, annotation_id: int, reason: str) -> None:
        """Args:
        annotation_id: The annotation that the row is of.
        reason: What is wrong with it, without a full stop.
        """
        super().__init__(
            f"Annotation {annotation_id} is damaged: {reason}.",
            hint="`closeread doctor` names all that are; mend them where they were changed.",
        )


class StoreInterrupted(StoreError):
    """A query was given up because its answer is not wanted any more."""


class EditConflict(StoreError):
    """What a person edits or undoes has meanwhile been changed by somebody else."""


class TextChanged(EditConflict):
    """The text that a person decided on is no longer the text of the article."""

    def __init__(self) -> None:
        """What to do is the same in every article."""
        super().__init__(
            "The article has got another version of its text meanwhile; nothing was changed.",
            hint="Look at the article as it is, and decide again.",
        )


UNWRITTEN = (StoreReadOnly, StoreBusy, StoreFull, StoreGone, EditConflict)
"""What keeps something from being written that may well be written at another try."""


class NothingToUndo(StoreError):
    """There is no edit left to undo or redo."""


class NoSuchArticle(StoreError):
    """No article with this id is in the store."""

    def __init__(self, article_id: str) -> None:
        """Args:
        article_id: The id asked for.
        """
        super().__init__(
            f"There is no article {article_id!r} in the store.",
            hint="See `closeread list` for the ids.",
        )


class AmbiguousArticle(StoreError):
    """Several articles can be meant."""

    def __init__(self, words: str, articles: Sequence[str], *, more: bool) -> None:
        """Args:
        words: What was asked for.
        articles: The articles that can be meant, as they are to be shown; at least two.
        more: Whether there are others.
        """
        listed = "; ".join((*articles, "…") if more else articles)
        super().__init__(
            f"{words!r} can mean several articles: {listed}.",
            hint="Give more of the id, or more words of the title.",
        )


class ArticleConflict(StoreError):
    """An article with the same id but quite another text is already in the store."""

    def __init__(self, article_id: str) -> None:
        """Args:
        article_id: The id that both articles carry.
        """
        super().__init__(
            f"Article {article_id!r} is in the store already, with quite another text.",
            hint="Give the new one an id of its own; the one in the store was left as it is.",
        )


class NoSuchVersion(StoreError):
    """No version of an article's text has this number."""

    def __init__(self, number: int) -> None:
        """Args:
        number: Of the version that was asked for.
        """
        super().__init__(
            f"The article has no version {number}.",
            hint="`closeread list --json` tells how many versions an article has.",
        )


class NamesError(StoreError):
    """A decision on names that cannot be made."""


class NoSuchName(NamesError):
    """No article has this name."""

    def __init__(self, name: str) -> None:
        """Args:
        name: The name as it is to be shown.
        """
        super().__init__(
            f"There is no name {name} in the store.",
            hint="`closeread names WORD` lists the names with a word in them.",
        )


class AmbiguousName(NamesError):
    """A name is of several groups, and it was not said which is meant."""

    def __init__(self, name: str, groups: str) -> None:
        """Args:
        name: The name.
        groups: The groups, as they are to be shown.
        """
        super().__init__(
            f"{name!r} is a name of several groups: {groups}.", hint="Say which with --group."
        )


class NamesStandApart(NamesError):
    """Two names that are to be merged stand in one article, each for itself."""

    def __init__(self, name: str, other: str, article_ids: Sequence[str]) -> None:
        """Args:
        name: One of them.
        other: The other.
        article_ids: The articles that have both; at least one.
        """
        self.article_ids = tuple(article_ids)
        more = f" and {len(article_ids) - 1} more" if len(article_ids) > 1 else ""
        super().__init__(
            f"{name!r} and {other!r} stand apart in article {article_ids[0]!r}{more}.",
            hint="If they are the same none the less, use --force.",
        )


class TagError(UsageError):
    """What was typed cannot be a tag."""

    def __init__(self, typed: str, reason: str, *, hint: str = "") -> None:
        """Args:
        typed: What was typed.
        reason: What is wrong with it, without a full stop.
        hint: What to do about it.
        """
        super().__init__(f"{typed!r} is no tag: it {reason}.", hint=hint)


class NoSuchTag(StoreError):
    """Nothing in the store has a tag."""

    def __init__(self, tag: str, near: Sequence[str] = ()) -> None:
        """Args:
        tag: As given.
        near: Tags that it may have been meant for.
        """
        known = ", ".join(map(repr, near))
        hint = f"Did you mean {known}?" if near else "`closeread tags` lists all of them."
        super().__init__(f"There is no tag {tag!r} in this store.", hint=hint)


class TagExists(StoreError):
    """A new name for a tag is one that another tag has already."""

    def __init__(self, tags: Sequence[str]) -> None:
        """Args:
        tags: The tags that are there already; at least one.
        """
        more = f" and {len(tags) - 1} more" if len(tags) > 1 else ""
        super().__init__(
            f"There is a tag {tags[0]!r}{more} already.",
            hint="To make one tag of two, use `closeread tags merge`.",
        )


class UnknownFormat(UsageError):
    """A format name that is not registered."""


class DetectorError(CloseReadError):
    """The detector could not run."""


class ModelMissing(DetectorError):
    """The spaCy pipeline that was asked for is not installed."""

    def __init__(self, model: str) -> None:
        """Args:
        model: Name or path as given to --model.
        """
        super().__init__(
            f"The spaCy pipeline {model!r} is not installed.",
            hint=f"Install it (for example `pip install {model.replace('_', '-')}`), "
            "or name another one with --model.",
        )


class ConfigurationError(CloseReadError):
    """Something in a person's configuration cannot be used."""

    def __init__(self, path: Path, line: int | None, reason: str, *, hint: str = "") -> None:
        """Args:
        path: The file.
        line: Where in it, counted from 1; null if that cannot be said.
        reason: What is wrong, without a full stop.
        hint: What to do about it.
        """
        where = f"{path}, line {line}" if line is not None else str(path)
        super().__init__(f"{where}: {reason}.", hint=hint)


class OwnNamesError(CloseReadError):
    """A file of a person's own names cannot be used."""

    def __init__(self, path: Path, reason: str) -> None:
        """Args:
        path: The file.
        reason: What is wrong with it.
        """
        super().__init__(
            f"{path}: {reason}.",
            hint='It holds [names] with lists such as ORG = ["Kelp Front"], and [labels].',
        )


class DetectorDied(DetectorError):
    """The detector's process ended while it still had work to do."""


class OwnRuleError(CloseReadError):
    """A rule of a person's own makes no sense, or a file of rules cannot be read."""


class NoSuchRule(CloseReadError):
    """No rule with this number is in the store."""

    def __init__(self, number: object) -> None:
        """Args:
        number: The number asked for.
        """
        super().__init__(
            f"There is no rule {number} in the store.", hint="`closeread rules` lists them."
        )

"""The store as the rest of the program sees it."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from annotations.store.annotations import Annotations
from annotations.store.articles import Articles
from annotations.store.connection import BUSY_TIMEOUT, Connection
from annotations.store.opening import open_connection
from annotations.store.runs import Runs

if TYPE_CHECKING:
    from annotations.store.adjudication import Adjudication
    from annotations.store.bulk import BulkEdits
    from annotations.store.copies import CopyIndex
    from annotations.store.decisions import Decisions
    from annotations.store.edits import Edits
    from annotations.store.facets import Facets
    from annotations.store.feeds import Feeds
    from annotations.store.imports import Imports
    from annotations.store.log import Log
    from annotations.store.mentions import Mentions
    from annotations.store.names.index import Names
    from annotations.store.names.profiles import Profiles
    from annotations.store.news import News
    from annotations.store.overview import Overview
    from annotations.store.own_rules.index import OwnRules
    from annotations.store.read_files import ReadFiles
    from annotations.store.related import Relations
    from annotations.store.rewinding import Rewinding
    from annotations.store.saved_filters import SavedFilters
    from annotations.store.search import Search
    from annotations.store.tag_edits import TagEdits
    from annotations.store.tags import Tags
    from annotations.store.versions import Versions
    from annotations.store.vocabulary import Vocabulary
    from annotations.store.waiting import Queue


class Store:
    """Articles, annotations and every edit, in one SQLite file.

    Whatever a method has returned from is on the disk. Several stores, in one process or in
    many, may have the same file open; one store belongs to the thread that opened it.

    What showing an article does not need is imported when it is first used: the reader starts
    without it.
    """

    def __init__(self, connection: Connection, *, annotator: str | None) -> None:
        """Args:
        connection: A connection whose schema is current.
        annotator: Who the edits are by; null for the login name.
        """
        self._connection = connection
        self._data_version = self._current_data_version()
        self.path = connection.path
        self._annotator = annotator
        self.articles = Articles(connection, annotator=lambda: self.annotator)
        self.annotations = Annotations(connection)
        self.runs = Runs(connection)

    @cached_property
    def annotator(self) -> str:
        """Who the edits are by."""
        return self._annotator or login_name()

    @cached_property
    def decisions(self) -> "Decisions":
        """What people decided on what was suggested."""
        from annotations.store.decisions import Decisions

        return Decisions(self._connection)

    @cached_property
    def adjudication(self) -> "Adjudication":
        """Disagreements of two annotators, settled."""
        from annotations.store.adjudication import Adjudication

        return Adjudication(self._connection, annotator=self.annotator)

    @cached_property
    def copies(self) -> "CopyIndex":
        """Which articles are copies of one report."""
        from annotations.store.copies import CopyIndex

        return CopyIndex(self._connection)

    @cached_property
    def edits(self) -> "Edits":
        """Changes by a person, undo and redo."""
        from annotations.store.edits import Edits

        return Edits(self._connection, annotator=self.annotator)

    @cached_property
    def bulk(self) -> "BulkEdits":
        """Changes to many articles at once."""
        from annotations.store.bulk import BulkEdits

        return BulkEdits(self._connection, annotator=self.annotator)

    @cached_property
    def facets(self) -> "Facets":
        """How what a filter finds is spread."""
        from annotations.store.facets import Facets

        return Facets(self._connection)

    @cached_property
    def feeds(self) -> "Feeds":
        """What is remembered of the feeds that are watched."""
        from annotations.store.feeds import Feeds

        return Feeds(self._connection)

    @cached_property
    def imports(self) -> "Imports":
        """Annotated articles from elsewhere, merged with what is here."""
        from annotations.store.imports import Imports

        return Imports(self._connection, annotator=self.annotator)

    @cached_property
    def log(self) -> "Log":
        """All that people have done, to be read."""
        from annotations.store.log import Log

        return Log(self._connection)

    @cached_property
    def mentions(self) -> "Mentions":
        """Annotations that are equal, in all articles."""
        from annotations.store.mentions import Mentions

        return Mentions(self._connection)

    @cached_property
    def names(self) -> "Names":
        """The names in all articles, and which of them are the same."""
        from annotations.store.names.index import Names

        return Names(self._connection, annotator=self.annotator)

    @cached_property
    def news(self) -> "News":
        """What others have done to an article."""
        from annotations.store.news import News

        return News(self._connection)

    @cached_property
    def own_rules(self) -> "OwnRules":
        """What a person has taught, and follows from that."""
        from annotations.store.own_rules.index import OwnRules

        return OwnRules(self._connection, annotator=self.annotator)

    @cached_property
    def read_files(self) -> "ReadFiles":
        """The files whose articles are all here."""
        from annotations.store.read_files import ReadFiles

        return ReadFiles(self._connection)

    @cached_property
    def overview(self) -> "Overview":
        """How far the library is as a whole."""
        from annotations.store.overview import Overview

        return Overview(self._connection)

    @cached_property
    def profiles(self) -> "Profiles":
        """What all articles have of each name."""
        from annotations.store.names.profiles import Profiles

        return Profiles(self._connection)

    @cached_property
    def queue(self) -> "Queue":
        """What waits for a decision, one by one."""
        from annotations.store.waiting import Queue

        return Queue(self._connection)

    @cached_property
    def relations(self) -> "Relations":
        """What articles have to do with each other, and with the days of events."""
        from annotations.store.related import Relations

        return Relations(self._connection)

    @cached_property
    def rewinding(self) -> "Rewinding":
        """Undoing and redoing more than the last edit."""
        from annotations.store.rewinding import Rewinding

        return Rewinding(self._connection)

    @cached_property
    def saved_filters(self) -> "SavedFilters":
        """Filters with names."""
        from annotations.store.saved_filters import SavedFilters

        return SavedFilters(self._connection)

    @cached_property
    def search(self) -> "Search":
        """Full-text search with snippets."""
        from annotations.store.search import Search

        return Search(self._connection, self.articles)

    @cached_property
    def tag_edits(self) -> "TagEdits":
        """Tags renamed, merged, removed and coloured."""
        from annotations.store.tag_edits import TagEdits

        return TagEdits(self._connection, annotator=self.annotator)

    @cached_property
    def tags(self) -> "Tags":
        """The tags in use."""
        from annotations.store.tags import Tags

        return Tags(self._connection)

    @cached_property
    def versions(self) -> "Versions":
        """The texts that articles have had, and what has no place in the present ones."""
        from annotations.store.versions import Versions

        return Versions(self._connection, annotator=self.annotator)

    @cached_property
    def vocabulary(self) -> "Vocabulary":
        """What filters can be about."""
        from annotations.store.vocabulary import Vocabulary

        return Vocabulary(self._connection)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = True,
        annotator: str | None = None,
        busy_timeout: float = BUSY_TIMEOUT,
    ) -> Self:
        """Open a store, making the file and its folders or migrating it if need be.

        Args:
            path: The store's file.
            create: Whether a missing or empty file is made into a store.
            annotator: Who the edits are by; null for the login name.
            busy_timeout: Seconds to wait while another process writes.

        Raises:
            NotAStore: If the file is something that closeread did not make.
            StoreReadOnly: If it would have to be written and cannot.
            StoreError: If it is missing and `create` is false, or made by a newer closeread.
        """
        connection = open_connection(path, create=create, busy_timeout=busy_timeout)
        return cls(connection, annotator=annotator)

    @property
    def read_only(self) -> bool:
        """Whether the file can only be read; writing then raises `StoreReadOnly`."""
        return self._connection.read_only

    def close(self) -> None:
        """Close the file; the store cannot be used any more."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def changed(self) -> bool:
        """Whether somebody else has written since the last call, or since opening.

        Raises:
            StoreGone: If the file is no longer where it was opened.
        """
        self._connection.check_place()
        before, self._data_version = self._data_version, self._current_data_version()
        return before != self._data_version

    def take_steps(self) -> list[tuple[int, str]]:
        """The groups done, undone and redone through this store since the last call.

        Returns:
            Their ids, each with the state it got, in order.
        """
        steps, self._connection.steps = self._connection.steps, []
        return steps

    def interrupt(self) -> None:
        """Give up the query that is running, which then raises `StoreInterrupted`.

        The one method that another thread may call.
        """
        self._connection.raw.interrupt()

    def check(self) -> list[str]:
        """Everything that is wrong with the file, a sentence each; empty when it is whole."""
        from annotations.store.inspection import findings

        return list(findings(self._connection))

    def _current_data_version(self) -> int:
        return int(self._connection.value("PRAGMA data_version"))


def login_name() -> str:
    """Who is at work, as the system knows them."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user id without a name, as in some containers
        return "unknown"

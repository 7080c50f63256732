"""From paths on the command line to the open reader."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from annotations.model import VagueRule
from annotations.sources import PLAIN, Options, Source, first_article
from annotations.store import check_can_be_made
from reader.app import ReaderApp
from reader.guidelines import Guidelines
from reader.services.session import Session
from reader.settings.memory import MemoryFile
from reader.settings.places import memory_file
from reader.settings.reading import Configuration
from reader.terminal.hanging_up import leave_with_terminal

if TYPE_CHECKING:
    from reader.docket import Docket


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """How the reader is to be set up."""

    model: str
    """Name or path of the spaCy pipeline that detects."""
    vague_rule: VagueRule
    """Which number "dozens" stands for."""
    own_names: Path | None
    """The person's own list of names."""
    annotator: str | None
    """Who the edits are by; null for the login name."""
    guidelines: Path | None
    """The file of guidelines; null for the one beside the articles or the store."""
    configuration: Configuration
    """What the person prefers."""
    reading: Options = PLAIN
    """How what is named on the command line is read."""

    @classmethod
    def of(cls, options: Namespace) -> Self:
        """As the command line and the configuration have it."""
        typed = getattr(options, "guidelines", None)
        return cls(
            model=options.model,
            vague_rule=options.vague_rule,
            own_names=options.own_names,
            annotator=options.annotator,
            guidelines=typed or options.configuration.settings.guidelines,
            configuration=options.configuration,
            reading=_reading(options),
        )

    def session(self, store_path: Path, *, folders: Sequence[Path] = ()) -> Session:
        """The session on a store.

        Args:
            store_path: The store; it is made if need be.
            folders: Those that are opened, beside whose articles there may be guidelines.

        Raises:
            StoreError: If the store is there but cannot be opened.
        """
        session = Session(
            store_path,
            model=self.model,
            vague_rule=self.vague_rule,
            own_names=self.own_names,
            annotator=self.annotator,
            places=memory_file().parent / "places.db",
        )
        session.guidelines = Guidelines(
            store=store_path, configured=self.guidelines, folders=folders
        )
        session.reading = self.reading
        return session


def launch(store_path: Path, setup: Setup, *, paths: Sequence[Source] = ()) -> int:
    """Open the reader, and come back when it is left.

    Args:
        store_path: The store; it is made if need be.
        setup: How the reader is set up.
        paths: Files, folders and addresses to add; the first article of them is opened.

    Returns:
        The exit status.

    Raises:
        StoreError: If the store is there but cannot be opened, or if it could not even be made.
    """
    if not paths:  # an article can be read where no library can be kept
        check_can_be_made(store_path)
    folders = [path for path in paths if isinstance(path, Path) and path.is_dir()]
    session = setup.session(store_path, folders=folders)
    first = first_article(paths, setup.reading)
    return _run(
        ReaderApp(
            session,
            article=None if first is None else session.known(first),
            paths=paths,
            configuration=setup.configuration,
            memory=MemoryFile(memory_file()),
        )
    )


def launch_adjudication(store_path: Path, setup: Setup, docket: "Docket") -> int:
    """Open the reader on the disagreements of two annotators, and come back when it is left.

    Args:
        store_path: The store that is edited; it is there.
        setup: How the reader is set up.
        docket: The disagreements.

    Returns:
        The exit status.

    Raises:
        StoreError: If the store cannot be opened.
    """
    from reader.adjudicating_app import AdjudicatingApp

    return _run(
        AdjudicatingApp(
            setup.session(store_path),
            docket=docket,
            configuration=setup.configuration,
            memory=MemoryFile(memory_file()),
        )
    )


def _reading(options: Namespace) -> Options:
    """How to read what a command line names, if it can name anything to read."""
    if not hasattr(options, "full"):
        return PLAIN
    from annotations.sources.network.opening import FetchedOnce, fetching

    fetch = FetchedOnce(fetching(allow_private=options.allow_private))
    return Options(full=options.full, fetch=fetch)


def _run(app: ReaderApp) -> int:
    leave_with_terminal(app.background.stop)
    app.run()
    return app.return_code or 0

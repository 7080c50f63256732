"""From paths on the command line to the open reader."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.model import VagueRule
from annotations.sources import first_article
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


def launch(
    store_path: Path,
    *,
    paths: Sequence[Path] = (),
    model: str,
    vague_rule: VagueRule,
    own_names: Path | None,
    annotator: str | None,
    guidelines: Path | None,
    configuration: Configuration,
) -> int:
    """Open the reader, and come back when it is left.

    Args:
        store_path: The store; it is made if need be.
        paths: Files and folders to add; the first article of them is opened.
        model: Name or path of the spaCy pipeline that detects.
        vague_rule: Which number "dozens" stands for.
        own_names: The person's own list of names.
        annotator: Who the edits are by; null for the login name.
        guidelines: The file of guidelines; null for the one beside the articles or the store.
        configuration: What the person prefers.

    Returns:
        The exit status.

    Raises:
        StoreError: If the store is there but cannot be opened, or if it could not even be made.
    """
    if not paths:  # an article can be read where no library can be kept
        check_can_be_made(store_path)
    session = Session(
        store_path,
        model=model,
        vague_rule=vague_rule,
        own_names=own_names,
        annotator=annotator,
        places=memory_file().parent / "places.db",
    )
    folders = [path for path in paths if path.is_dir()]
    session.guidelines = Guidelines(store=store_path, configured=guidelines, folders=folders)
    first = first_article(paths)
    return _run(
        ReaderApp(
            session,
            article=None if first is None else session.known(first),
            paths=paths,
            configuration=configuration,
            memory=MemoryFile(memory_file()),
        )
    )


def launch_adjudication(
    store_path: Path,
    docket: "Docket",
    *,
    model: str,
    vague_rule: VagueRule,
    own_names: Path | None,
    annotator: str | None,
    guidelines: Path | None,
    configuration: Configuration,
) -> int:
    """Open the reader on the disagreements of two annotators, and come back when it is left.

    Args:
        store_path: The store that is edited; it is there.
        docket: The disagreements.
        model: As for `launch`, like all that follows.
        vague_rule: The same.
        own_names: The same.
        annotator: Who settles.
        guidelines: The file of guidelines; null for the one beside the store.
        configuration: What the person prefers.

    Returns:
        The exit status.

    Raises:
        StoreError: If the store cannot be opened.
    """
    from reader.adjudicating_app import AdjudicatingApp

    session = Session(
        store_path,
        model=model,
        vague_rule=vague_rule,
        own_names=own_names,
        annotator=annotator,
        places=memory_file().parent / "places.db",
    )
    session.guidelines = Guidelines(store=store_path, configured=guidelines, folders=[])
    memory = MemoryFile(memory_file())
    return _run(AdjudicatingApp(session, docket=docket, configuration=configuration, memory=memory))


def _run(app: ReaderApp) -> int:
    leave_with_terminal(app.background.stop)
    app.run()
    return app.return_code or 0

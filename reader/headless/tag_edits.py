"""What the commands that edit tags have in common."""

from collections.abc import Iterator
from contextlib import contextmanager

from annotations.store import Store
from annotations.store.tag_edits import TagEdits, TagOutcome
from reader.headless.progress import progress
from reader.tag_telling import carriers, filters_told

_PERCENT = 100


@contextmanager
def editing_tags(store: Store) -> Iterator[TagEdits]:
    """The edits of tags, with a bar that shows how far the articles have come."""
    with progress("tagging", total=_PERCENT) as show:

        def report(done: int, total: int) -> None:
            """Show the share that is done."""
            show(_PERCENT * done // total)

        yield store.tag_edits.reporting(report)


def told(outcome: TagOutcome) -> str:
    """Where a tag was, and what became of the saved filters that name it."""
    return carriers(outcome) + filters_told(outcome)

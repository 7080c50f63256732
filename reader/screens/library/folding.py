"""One row for all copies of a report, and what is listed of them."""

from annotations.copies.folding import Folding as Folds
from reader.screens.library.queueing import Queueing
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.widgets.columns import copies


class Folding(Queueing):
    """A list of articles in which the copies of one report can share a row."""

    def __init__(self, session: Session, *, settings: Settings = DEFAULTS) -> None:
        """Args:
        session: The store.
        settings: What the person prefers.
        """
        super().__init__(session, settings=settings)
        self.folds = Folds()
        """Which groups of copies are folded."""

    def action_fold(self) -> None:
        """Fold the copies of the report under the cursor into one row, or unfold them."""
        row = self.current()
        group = None if row is None else self.session.store.copies.group_of(row.key)
        if row is None or group is None:
            self.say("no copy of this report is in the library")
            return
        self.folds = self.folds.turned(group)
        self.reload()
        done = "folded" if self.folds.folds(group) else "unfolded"
        self.say(f"{copies(row.copies)} {done}")

    def action_fold_all(self) -> None:
        """Fold all copies of reports, or none."""
        self.folds = Folds(every=not self.folds.every)
        self.reload()
        self.say("one row for each report" if self.folds.every else "one row for each copy")

    def action_copies(self) -> None:
        """List the copies of the report under the cursor."""
        row = self.current()
        if row is not None:
            self.show_copies(row.id)

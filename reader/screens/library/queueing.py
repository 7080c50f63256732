"""Opening a queue over the articles of a list."""

from reader.listing import Listing
from reader.messages import BeginQueue
from reader.screens.library.filtering import Filtering


class Queueing(Filtering):
    """A list of articles in which what waits can be worked off one by one."""

    def action_queue(self) -> None:
        """Bring what waits in the selected articles, else in all that are listed."""
        keys = self.table.chosen if self.table.marked else self.table.keys
        if keys:
            self.session.listing = Listing(keys)
            self.post_message(BeginQueue(keys))

"""What could not be done: reported as it happens, and part of the exit status."""

from collections.abc import Iterable, Iterator

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import Item
from reader.headless.output import report


class Failures:
    """Counts failures, each of which is reported on standard error."""

    def __init__(self) -> None:
        """Begin with none."""
        self.count = 0

    @property
    def status(self) -> int:
        """The exit status: 1 if anything has failed, else 0."""
        return int(self.count > 0)

    def add(self, reason: object) -> None:
        """Report one thing that could not be done."""
        self.count += 1
        report(reason)

    def sift(self, items: Iterable[Item]) -> Iterator[Article]:
        """Pass articles on as they are asked for; count and report the errors among them."""
        for item in items:
            if isinstance(item, SourceError):
                self.add(item)
            else:
                yield item

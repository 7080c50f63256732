"""A casualty figure with what is needed of the article that states it."""

from dataclasses import dataclass

from annotations.keys import key_of
from annotations.model import CasualtyFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An article, without its text."""

    article_id: str
    copy_of: str | None = None
    """The id of the article of which it is a copy."""
    title: str = ""
    source: str | None = None
    url: str | None = None
    published: str | None = None
    tags: tuple[str, ...] = ()

    @property
    def original(self) -> str:
        """What is the same for all copies of one report."""
        return self.copy_of or self.article_id

    @property
    def day(self) -> str | None:
        """The day on which it was published."""
        return self.published[:10] if self.published else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A figure as one article states it."""

    report: Report
    figure: CasualtyFigure
    place: str | None = None
    """What its place goes by in all articles; null if none is told."""
    place_is_inferred: bool = False
    """Whether it names no place itself, and its article's figures only this one."""

    @property
    def key(self) -> str:
        """What the figure is called in tables."""
        return key_of(self.report.article_id, self.figure)

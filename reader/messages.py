"""What screens and widgets tell those above them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from annotations.store.places import Place

if TYPE_CHECKING:
    from reader.services.long_edits import LongEdit


@dataclass
class OpenArticle(Message):
    """Show an article of the store."""

    article_id: str
    annotation_id: int | None = None
    """The annotation to go to; null to begin as usual."""
    place: Place | None = None
    """Where to begin; null for where a person was last."""
    instead: bool = False
    """Whether it takes the place of the article that is open, which has been left already."""


@dataclass
class RenewArticle(Message):
    """Show the open article anew, because it has another text."""

    article_id: str
    place: Place
    """Where to begin in the new text."""
    said: str
    """What has happened."""


@dataclass
class BeginQueue(Message):
    """Bring what waits in some articles, one by one."""

    keys: Sequence[int]
    """The articles' keys, in order."""
    first: int | None = None
    """The article to begin with; null for the first."""


@dataclass
class OpenNames(Message):
    """Show the names of all articles."""

    group: str
    """The `NameGroup` to begin with."""


@dataclass
class OpenRules(Message):
    """Show the rules that corrections have become."""


@dataclass
class ListArticles(Message):
    """Show the library with the articles that fit a filter."""

    filter: str
    """As it is typed."""


@dataclass
class CloseArticle(Message):
    """Go back to the library."""


@dataclass
class OpenSampleCorpus(Message):
    """Add the sample corpus and show it."""


@dataclass
class DetectArticle(Message):
    """Run the detector on an article again."""

    article_id: str


@dataclass
class DetectArticles(Message):
    """Run the detector on several articles again, in this order."""

    article_ids: Sequence[str]


@dataclass
class EditArticles(Message):
    """Do something to many articles, which may take a while."""

    edit: "LongEdit"


@dataclass
class StopEditing(Message):
    """Give up what is being done to many articles."""


@dataclass
class ChooseTheme(Message):
    """Put a theme on, and remember it."""

    theme: str
    """One of `THEMES`, or `AUTOMATIC`."""


@dataclass
class Remarked(Message):
    """Something is to be said about what has just been done."""

    remark: str


@dataclass
class GroundTold(Message):
    """The terminal has said what it draws on."""

    is_light: bool


@dataclass
class AnswerTyped(Message):
    """The answer to a question so far."""

    purpose: str
    value: str


@dataclass
class Answered(Message):
    """A question was answered."""

    purpose: str
    value: str
    changed: bool = True
    """Whether the answer is another than the one that was offered."""


@dataclass
class AskingCancelled(Message):
    """A question was taken back."""

    purpose: str

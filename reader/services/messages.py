"""What the threads behind the screen report. They post these and touch nothing else."""

from dataclasses import dataclass

from textual.message import Message

from annotations.errors import CloseReadError


@dataclass
class Added(Message):
    """Articles are being added."""

    count: int
    """How many new ones so far."""


@dataclass
class AddingEnded(Message):
    """Everything that could be added was."""


@dataclass
class DetectionProgress(Message):
    """The detector is at work on an article."""

    article_id: str
    share: float
    """How much of it is done, from 0 to 1."""
    waiting: int
    """How many articles wait behind it."""


@dataclass
class Detected(Message):
    """The detector has read an article, and what it suggests is in the store."""

    article_id: str
    suggestions: int
    """How many were new or stood as they were; what a person decided is not among them."""


@dataclass
class DetectionEnded(Message):
    """There is nothing left to detect, or the detector cannot go on."""


@dataclass
class WorkFailed(Message):
    """One input could not be added, or one article not be run; the others go on."""

    error: CloseReadError

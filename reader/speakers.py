"""What the speaker of a quote is called, and which quotes are of one speaker. Pure."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from annotations.model import Annotation, Quote
from annotations.text import clean_line

NAMELESS = "unknown speaker"
"""What the speaker of a quote is called when the text has neither a name nor a word for them."""

Said = TypeVar("Said")


def words_for(annotation: Annotation) -> str | None:
    """The words that the text has for who says a quote; null for all else."""
    speaker = annotation.speaker if isinstance(annotation, Quote) else None
    return None if speaker is None else speaker.text


def called(name: str | None, words: str | None) -> str:
    """The name of a speaker, else the words that the text has for them: "the ministry"."""
    return clean_line(name or words or "") or NAMELESS


def by_speaker(
    quotes: Iterable[Said], speaker_of: Callable[[Said], str]
) -> list[tuple[str, list[Said]]]:
    """Speakers in the order in which they first speak, with their quotes; nobody at all last.

    Capitals tell no one apart: "The ministry" begins a sentence in which "the ministry" speaks.
    """
    said: dict[str, list[Said]] = {}
    titles: dict[str, str] = {}
    for each in quotes:
        title = speaker_of(each)
        titles.setdefault(title.casefold(), title)
        said.setdefault(title.casefold(), []).append(each)
    nameless = said.pop(NAMELESS, None)
    if nameless is not None:
        said[NAMELESS] = nameless
    return [(titles[key], found) for key, found in said.items()]

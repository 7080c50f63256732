"""What a person says about who speaks a quote, and how it is reported. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from annotations import review
from annotations.model import Annotation, Quote, Span
from reader import motions
from reader.annotation_index import AnnotationIndex
from reader.switches import Switch

Tell = Callable[[Quote], Annotation]
"""What becomes of a quote."""


def by_speaker(words: Span | None, name: str | None) -> Tell:
    """Say who speaks: the words that stand for them in the text, and their name if it is known."""
    return _telling(speaker=words, speaker_name=name, speaker_rule=None)


def by_words(words: Span, index: AnnotationIndex) -> Tell:
    """Say which words stand for who speaks.

    A name among them is the speaker's. A pronoun or a description names nobody, so the quote's own
    name stays; one without gets that by which the article knows these words.
    """
    named, known = _named_by(words, index), name_of(words, index)

    def tell(quote: Quote) -> Annotation:
        """The quote with these words for its speaker."""
        return by_speaker(words, named or quote.speaker_name or known)(quote)

    return tell


def by_name(name: str | None) -> Tell:
    """Say what the speaker is called; the words for them stay."""
    return _telling(speaker_name=name, speaker_rule=None)


def by_cue(words: Span | None) -> Tell:
    """Say which words report it."""
    return _telling(cue=words)


def of_type(kind: str) -> Tell:
    """Say how it is reported, a `QuoteType`."""
    return _telling(type=kind)


def _telling(**told: Any) -> Tell:
    def tell(quote: Quote) -> Annotation:
        """The quote with what was told; told what it says already, it is confirmed."""
        if all(getattr(quote, field) == value for field, value in told.items() if field != _RULE):
            return review.accept(quote)
        return review.corrected(replace(quote, **told))

    return tell


_RULE = "speaker_rule"
"""How a detector told the name; beside what a person tells it means nothing."""


def name_of(words: Span, index: AnnotationIndex) -> str | None:
    """What somebody is called for whom some words stand; null if the article does not tell.

    By the name that the words are or hold, the longest of several; else, if they are more than a
    pronoun, by the nearest quote whose speaker has the same words.

    Args:
        words: In the text.
        index: What is annotated in it.
    """
    over = index.overlapping(words.start, words.end)
    held = [at for at in over if index.switch(at) is Switch.NAMES]
    if held:
        return index.names[max(held, key=lambda at: index.ends[at] - index.starts[at])]
    if len(words.text.split()) < 2:
        return None
    same = (at for at in index.positions(Switch.QUOTES) if _is_told(at, words, index))
    nearest = min(same, key=lambda at: abs(index.starts[at] - words.start), default=None)
    return None if nearest is None else index.names[nearest]


def _named_by(words: Span, index: AnnotationIndex) -> str | None:
    """What somebody is called whom words name; null if they only describe or stand for them.

    They name whom all of them are the name of, and a person whose name is among them: "Mayor Lee",
    but not "Lee's aide" or "the mayor of Oldport".
    """
    over = index.overlapping(words.start, words.end)
    names = [at for at in over if index.switch(at) is Switch.NAMES]
    naming = [at for at in names if _is_all(at, words, index) or _is_person_in(at, words, index)]
    longest = max(naming, key=lambda at: index.ends[at] - index.starts[at], default=None)
    return None if longest is None else index.names[longest]


def _is_all(position: int, words: Span, index: AnnotationIndex) -> bool:
    """Whether words are a name, but for an article before it."""
    before = words.text[: max(0, index.starts[position] - words.start)]
    return index.ends[position] >= words.end and before.strip().lower() in _BEFORE_NAMES


def _is_person_in(position: int, words: Span, index: AnnotationIndex) -> bool:
    """Whether a name among some words is that of a person, and theirs is not only the next word."""
    behind = words.text[max(0, index.ends[position] - words.start) :]
    is_within = words.start <= index.starts[position] and index.ends[position] <= words.end
    return is_within and index.kinds[position] == "PERSON" and behind[:2] not in _POSSESSIVES


_BEFORE_NAMES = frozenset({"", "the", "a", "an"})
_POSSESSIVES = frozenset({"'s", "’s"})


def _is_told(position: int, words: Span, index: AnnotationIndex) -> bool:
    """Whether a quote has a speaker with the same words, and a name for them."""
    spoken = index.speakers[position] or ""
    return bool(index.names[position]) and spoken.casefold() == words.text.casefold()


def quote_before(quote_id: int, index: AnnotationIndex) -> int | None:
    """The id of the quote that stands before another one; null if that is the first."""
    position = index.position(quote_id)
    if position is None:
        return None
    before = [at for at in index.positions(Switch.QUOTES) if at < position]
    return index.ids[before[-1]] if before else None


def names_offered(begun: str, own: Iterable[str], stored: Sequence[str], *, most: int) -> list[str]:
    """What a name that was begun can go on to be, the article's own first, each once.

    Args:
        begun: What was typed; any word of a name may begin so.
        own: The names of the article.
        stored: Names of the store that fit.
        most: How many to offer.
    """
    typed = begun.strip().casefold()
    fitting = [each for each in own if f" {typed}" in f" {each.casefold()}"]
    fitting.sort(key=lambda each: not each.casefold().startswith(typed))
    return list(dict.fromkeys([*fitting, *stored]))[:most]


_LABELS = ("PERSON", "ORG", "NORP", "GPE")
"""Of those who speak, the likeliest first."""


def likely_speakers(quote: Quote, index: AnnotationIndex, text: str) -> list[tuple[Span, str]]:
    """Who may speak a quote, each once, the likeliest first: a mention and the name.

    Those come first that are named in its paragraph but not in it, of these people before others,
    and the nearer before the farther.

    Args:
        quote: The quote.
        index: What is annotated in the article.
        text: The article's text.
    """
    paragraph = motions.line_around(text, quote.start)

    def rank(at: int) -> tuple[bool, int, int]:
        """How unlikely a name is to be that of the speaker."""
        start, end = index.starts[at], index.ends[at]
        is_near = paragraph[0] <= start < paragraph[1]
        away = max(quote.start - end, start - quote.end)
        return not is_near, _LABELS.index(index.kinds[at]) if is_near else 0, away

    names = (at for at in index.positions(Switch.NAMES) if index.kinds[at] in _LABELS)
    outside = (at for at in names if index.ends[at] <= quote.start or quote.end <= index.starts[at])
    found: dict[str, Span] = {}
    for at in sorted(outside, key=rank):
        words = Span.cut(text, index.starts[at], index.ends[at])
        found.setdefault(index.names[at] or words.text, words)
    return [(words, name) for name, words in found.items()]

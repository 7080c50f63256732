"""What a filter is made of."""

import re
from dataclasses import dataclass
from enum import StrEnum

from annotations.tagging import above
from annotations.text import without_accents

_MARKS = str.maketrans(dict.fromkeys("\"'’‘ʻʼʿʾ`´“”"))
"""Quotation marks and apostrophes, which never count."""


class Key(StrEnum):
    """What a condition is about, as it is typed before the colon."""

    SOURCE = "source"
    TAG = "tag"
    PLACE = "place"
    PERSON = "person"
    ORG = "org"
    NAME = "name"
    """A name of whatever kind."""
    AFTER = "after"
    """Published on that day, month or year, or later."""
    BEFORE = "before"
    """Published before that day, month or year began."""
    ON = "on"
    """Published on that day, or in that month or year."""
    LANG = "lang"
    """In a language, by its code or its English name, or `unknown`."""
    IS = "is"
    HAS = "has"


class Is(StrEnum):
    """How far an article is."""

    UNRUN = "unrun"
    """No detector has run on it, and one can."""
    FOREIGN = "foreign"
    """There is no detector for its language."""
    NEW = "new"
    """Nobody has decided anything in it."""
    UNREVIEWED = "unreviewed"
    """Something in it waits for a decision, and nobody has called it reviewed or excluded."""
    BEGUN = "begun"
    """Something in it is decided, and something is not."""
    LATER = "later"
    """A person has put it off, and something in it is left to do."""
    REVIEWED = "reviewed"
    """Nothing in it waits for a decision any more, or a person has said so."""
    EXCLUDED = "excluded"
    """A person does not want it in queue and exports."""
    UNPLACED = "unplaced"
    """Something that a person did has no place in its new text, and waits for one."""
    COPY = "copy"
    """Another outlet's copy of a report, of which a better one is there: earlier, or longer."""
    DELETED = "deleted"
    """A person has deleted it; nothing else finds it."""


class Has(StrEnum):
    """What an article holds; rejected annotations do not count."""

    NAMES = "names"
    QUOTES = "quotes"
    FIGURES = "figures"
    TAGS = "tags"
    NOTE = "note"
    COPIES = "copies"
    """Other articles that are copies of the same report."""


DATED = frozenset((Key.AFTER, Key.BEFORE, Key.ON))
"""The keys whose values are dates."""

CLOSED: dict[Key, tuple[str, ...]] = {Key.IS: tuple(Is), Key.HAS: tuple(Has)}
"""The keys that take a few values only, and these."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or several that follow each other, in title or text."""

    text: str
    phrase: bool = False
    """Whether it is whole: typed between quotation marks, the second included."""
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """One thing that a condition accepts."""

    text: str
    whole: bool = False
    """Whether it is all of a name, a source or a tag, and not the beginning of a word in it."""

    def fits(self, text: str) -> bool:
        """Whether a name, a source or a tag is meant; case, accents and apostrophes don't count.

        >>> Value("repub").fits("La República"), Value("publica").fits("La República")
        (True, False)
        >>> Value("republica", whole=True).fits("La República")
        False
        """
        wanted, given = folded(self.text), folded(text)
        if self.whole:
            return wanted == given
        return re.search(rf"(?<!\w){re.escape(wanted)}", given) is not None

    def finds_tag(self, tag: str) -> bool:
        """Whether a tag is meant: as `fits` tells, and with a tag all that stand below it.

        >>> Value("method", whole=True).finds_tag("method/airstrike")
        True
        """
        return self.fits(tag) or any(self.fits(each) for each in above(tag))


@dataclass(frozen=True, slots=True)
class Condition:
    """A key with the values of which an article needs one."""

    key: Key
    values: tuple[Value, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Which articles to list: those to which every term applies."""

    terms: tuple[Word | Condition, ...] = ()

    @property
    def words(self) -> tuple[Word, ...]:
        """The terms that are words, in order."""
        return tuple(term for term in self.terms if isinstance(term, Word))

    @property
    def sought(self) -> tuple[Word, ...]:
        """The words that an article has to contain."""
        return tuple(word for word in self.words if not word.negated)

    @property
    def asks_for_deleted(self) -> bool:
        """Whether deleted articles are asked for, which are left out otherwise."""
        wanted = Value(Is.DELETED)
        return any(
            term.key is Key.IS and wanted in term.values and not term.negated
            for term in self.conditions
        )

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The terms that are conditions, in order."""
        return tuple(term for term in self.terms if isinstance(term, Condition))


EVERYTHING = Query()
"""The query that every article fits."""


def folded(text: str) -> str:
    """A text without case, accents, apostrophes and more than one blank in a row."""
    return " ".join(without_accents(text.casefold()).translate(_MARKS).split())

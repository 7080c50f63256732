"""The canonical names of an article's mentions."""

import re
from collections.abc import Sequence

from annotations.detect import lexicon
from annotations.detect.entities.bodies import Bodies, people_name, place_name
from annotations.detect.entities.mentions import PLACES, Mention, Source
from annotations.detect.entities.names import bare
from annotations.detect.entities.people import People
from annotations.model import NUMBER_LABELS

_NAMELESS = NUMBER_LABELS | {"LANGUAGE"}
_BEFORE = 14
"""Characters before a person's name in which a title is looked for."""
_LAST_WORD = re.compile(r"([\w.]+)\s*$")


class Naming:
    """Gives each mention of an article the fullest name it goes by there."""

    def __init__(self, source: Source, mentions: Sequence[Mention]) -> None:
        """Args:
        source: The article.
        mentions: What it names, with settled labels.
        """
        self._text = source.text
        self._people = People(each.text for each in mentions if each.label == "PERSON")
        self._bodies = Bodies(
            (each.text for each in mentions if each.label == "ORG"), source.acronyms
        )

    def name_of(self, each: Mention) -> str | None:
        """The name of a mention; null for numbers, dates and languages, which have none."""
        if each.label in _NAMELESS:
            return None
        if each.label == "PERSON":
            return self._people.canonical(each.text, pronoun=self._pronoun(each))
        if each.label == "ORG":
            return self._bodies.canonical(each.text)
        if each.label in PLACES:
            return place_name(each.text)
        return people_name(each.text) if each.label == "NORP" else bare(each.text)

    def _pronoun(self, each: Mention) -> str | None:
        """What the title before a person calls for: "she" after "Mrs"."""
        before = _LAST_WORD.search(self._text, max(0, each.start - _BEFORE), each.start)
        titles = lexicon.inverted("gendered_words")
        return None if before is None else titles.get(before[1].rstrip(".").lower())

"""The people whom an article names: where, under which name, and whether as he or she."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from annotations.detect import lexicon
from annotations.model import Entity

_LONGEST_TITLE = 12
"""Characters before a name in which a title is looked for."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A person mentioned in the article."""

    name: str | None
    """Null for somebody who is only described."""
    index: int
    """Of the token that it hangs on."""
    has_spoken: bool = False
    pronoun: str | None = None
    """"he" or "she" where the noun for somebody without a name tells."""


class People:
    """The people of one article in the order of the text."""

    def __init__(self, doc: Doc, entities: Sequence[Entity]) -> None:
        """Args:
        doc: The parsed article.
        entities: Its names in the order of the text.
        """
        named = [each for each in entities if each.label == "PERSON" and each.name]
        self._genders = _genders(doc.text, named)
        self.mentions = sorted(_mentions(doc, named), key=lambda mention: mention.index)
        self._indexes = [mention.index for mention in self.mentions]

    def before(self, index: int, *, count: int) -> list[Mention]:
        """The last mentions before a token, `count` of them at the most."""
        after = bisect_left(self._indexes, index)
        return self.mentions[max(0, after - count) : after]

    def pronoun(self, mention: Mention) -> str | None:
        """What takes up a person: "he", "she", or null if nothing tells."""
        return mention.pronoun if mention.name is None else self._genders.get(mention.name)

    def settle(self, name: str, pronoun: str) -> None:
        """Remember which pronoun a name was taken up by, if nothing has told so before."""
        self._genders.setdefault(name, pronoun)


def _mentions(doc: Doc, named: Sequence[Entity]) -> Iterator[Mention]:
    for each, span in spans(doc, named):
        assert each.name is not None
        yield Mention(each.name, span.root.i)


def spans(doc: Doc, entities: Sequence[Entity]) -> Iterator[tuple[Entity, Span]]:
    """Each of the entities, which are in the order of the text, with its tokens."""
    index = 0
    for each in entities:
        while doc[index].idx + len(doc[index]) <= each.start:
            index += 1
        after = index + 1
        while after < len(doc) and doc[after].idx < each.end:
            after += 1
        yield each, doc[index:after]


def _genders(text: str, named: Sequence[Entity]) -> dict[str, str]:
    """For each name the pronoun that a title, the noun before it or a first name calls for.

    Titles and nouns tell surely; a first name counts only where none of the mentions has one.
    """
    titles, first_names = lexicon.inverted("gendered_words"), lexicon.inverted("first_names")
    by_title: dict[str, str] = {}
    by_first_name: dict[str, str] = {}
    for each in named:
        assert each.name is not None
        before = text[max(0, each.start - _LONGEST_TITLE) : each.start].split()[-1:]
        for word in (*before, *each.text.split()[:-1]):
            if pronoun := titles.get(word.strip('.,“"').lower()):
                by_title.setdefault(each.name, pronoun)
        first, _, rest = each.name.partition(" ")
        if rest and (pronoun := first_names.get(first.lower())):
            by_first_name.setdefault(each.name, pronoun)
    return by_first_name | by_title

"""What an article calls its people beside their names: "Mayor Solberg", "Solberg, the mayor"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from annotations.detect import lexicon
from annotations.detect.quotes.candidates import Tokens
from annotations.detect.quotes.speakers.people import spans
from annotations.detect.tree import children, is_noun
from annotations.model import Entity

_DEFINITE = frozenset(("the", "that", "this", "both"))
_ANY_BODY = frozenset(
    ("agency", "charity", "company", "firm", "group", "operator", "organisation", "organization")
)
"""Nouns that take up a body whatever its name is, if it was named just before."""
_JUST_BEFORE = 80
"""Tokens."""
_FARTHEST_TITLE = 5
"""Words before a name that can be its title: "interim foreign trade minister"."""


class Descriptions:
    """Nouns that stand for a person or body whom the article has named with them."""

    def __init__(self, doc: Doc, entities: Sequence[Entity]) -> None:
        """Args:
        doc: The parsed article.
        entities: Its names in the order of the text.
        """
        self._doc = doc
        self._by_noun: dict[str, list[tuple[int, str, frozenset[str]]]] = {}
        self._bodies: list[tuple[int, str]] = []
        self._by_kind: dict[str, set[str]] = {}
        for entity, span in spans(doc, [each for each in entities if each.name]):
            assert entity.name is not None
            if entity.label == "PERSON":
                for noun in _titles(span):
                    described = (span.start, entity.name, _modifiers(noun))
                    self._by_noun.setdefault(noun.lemma_.lower(), []).append(described)
            elif entity.label == "ORG":
                self._bodies.append((span.start, entity.name))
                for kind in _kinds(span):
                    self._by_kind.setdefault(kind, set()).add(entity.name)

    def person(self, phrase: Tokens) -> str | None:
        """The one person named before a phrase whom its noun describes; null if there are several.

        Args:
            phrase: A definite noun phrase: "the mayor", "the Iranian minister".
        """
        head = self._head(phrase)
        if head is None:
            return None
        modifiers = frozenset(word for word in _modifiers(head) if word not in _DEFINITE)
        names = {
            name
            for index, name, described in self._by_noun.get(head.lemma_.lower(), ())
            if index < phrase[0] and _agree(modifiers, described)
        }
        return next(iter(names)) if len(names) == 1 else None

    def body(self, phrase: Tokens) -> str | None:
        """The one body named before a phrase that is such: "the ministry", "the company".

        By its name, by a noun that stands with it somewhere, or as the only one just before.
        """
        head = self._head(phrase)
        if head is None or head.lemma_.lower() not in lexicon.words("body_nouns"):
            return None
        noun = head.lemma_.lower()
        kinds = {noun, *lexicon.table("body_kinds").get(noun, ())}
        before = self._bodies[: bisect_left(self._bodies, (phrase[0], ""))]
        names = {name for _, name in before if not kinds.isdisjoint(name.lower().split())}
        names = names or self._by_kind.get(noun, set()) & {name for _, name in before}
        if not names and noun in _ANY_BODY:
            names = self._just_before(phrase[0])
        return next(iter(names)) if len(names) == 1 else None

    def _just_before(self, index: int) -> set[str]:
        """The bodies of no kind of their own in the sentences right before that of a token."""
        nearby = range(index, max(0, index - _JUST_BEFORE), -1)
        opening = next((each for each in nearby if self._doc[each].is_sent_start), index)
        return {
            name
            for start, name in self._bodies
            if index - _JUST_BEFORE < start < opening and not _is_kind_of_its_own(name)
        }

    def _head(self, phrase: Tokens) -> Token | None:
        """The noun of a definite phrase without names."""
        span = self._doc[slice(*phrase)]
        if span[0].lower_ not in _DEFINITE or span.root.pos_ != "NOUN":
            return None
        return span.root


def _titles(name: Span) -> Iterator[Token]:
    """The nouns that say what a person is: before the name, or beside it between commas."""
    doc, root = name.doc, name.root
    for index in range(max(0, name.start - _FARTHEST_TITLE), name.end):
        token = doc[index]
        belongs = token.dep_ in ("compound", "nmod", "appos") and root.is_ancestor(token)
        if belongs and is_noun(token) and token.lemma_.lower() in lexicon.words("role_nouns"):
            yield token
    for each in children(root):
        if each.dep_ == "appos" and each.pos_ == "NOUN" and each.i > root.i:
            yield each
    if root.dep_ == "appos" and root.head.pos_ == "NOUN" and root.head.i < root.i:
        yield root.head


def _kinds(name: Span) -> Iterator[str]:
    """The nouns that say what a body is: "the mining company Vale", "Vale, a company"."""
    root = name.root
    before = name.doc[name.start - 1] if name.start else root
    beside = [each for each in children(root) if each.dep_ == "appos" and each.i > root.i]
    for noun in (before, *beside):
        lemma = noun.lemma_.lower()
        if noun.pos_ == "NOUN" and lemma in lexicon.words("body_nouns"):
            yield lemma


def _is_kind_of_its_own(name: str) -> bool:
    """Whether a body would be called by a noun in its name: "the Supreme Court" is "the court"."""
    words = name.lower().split()
    nouns = lexicon.words("body_nouns") - _ANY_BODY
    return any(word in nouns for word in words)


def _modifiers(noun: Token) -> frozenset[str]:
    """What restricts a noun: nations, bodies, and words such as "foreign"; in lower case."""
    beside = {
        each.lower_
        for each in children(noun)
        if each.dep_ in ("amod", "compound", "poss", "nmod") and abs(each.i - noun.i) < 4
    }
    return frozenset(beside | {noun.nbor(-1).lower_} if noun.i else beside)


def _agree(wanted: frozenset[str], known: frozenset[str]) -> bool:
    """Whether a description can be meant: a phrase may say less than it, but nothing else."""
    return wanted <= known

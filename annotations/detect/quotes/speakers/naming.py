"""Names for the speakers of one article, each with the rule that told it."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.entities.people import People as FullNames
from annotations.detect.quotes.candidates import Tokens
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.quotes.reporters import Reporters
from annotations.detect.quotes.speakers.descriptions import Descriptions
from annotations.detect.quotes.speakers.labels import name_behind
from annotations.detect.quotes.speakers.people import Mention, People
from annotations.detect.quotes.speakers.pronouns import PERSONAL, Pronouns
from annotations.detect.quotes.speakers.self_named import is_self_named
from annotations.detect.quotes.speakers.strangers import introduced, is_set_off, pronoun_for
from annotations.detect.tree import is_noun
from annotations.model import Entity

_NAMED = frozenset(("PERSON", "ORG", "GPE", "NORP", "FAC"))
_RELATIVE = ("WP", "WDT")
_OF_BODIES = ("body", "body-noun", "body-pronoun")
"""Rules that name a body, not a person."""
_GAP = 2
"""Sentences between "they" and the body that it takes up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a speaker is told to be called; null where nothing tells, or several would fit."""

    name: str | None
    rule: str


class Naming:
    """Names speakers; asked in the order of the text."""

    def __init__(
        self, layout: ArticleLayout, reporters: Reporters, entities: Sequence[Entity]
    ) -> None:
        """Args:
        layout: The article.
        reporters: Its verbs of saying, whose subjects are likely to speak again.
        entities: Its names, in the order of the text.
        """
        self._layout = layout
        self._doc = layout.doc
        self._entities = [each for each in entities if each.label in _NAMED and each.name]
        self._starts = [each.start for each in self._entities]
        self._people = People(layout.doc, self._entities)
        self._pronouns = Pronouns(layout, self._people)
        self._full_names = FullNames(
            each.name for each in self._entities if each.label == "PERSON" and each.name
        )
        self._descriptions = Descriptions(layout.doc, self._entities)
        self._known: dict[Tokens, Named | None] = {}
        self._spoken: list[Mention] = []
        self._bodies: list[Mention] = []
        self._introduced: list[str] | None = None
        self._add_strangers(reporters)
        for cue in reporters.cues:
            phrase = reporters.speaker(cue)
            if phrase is not None and not self._is_pronoun(phrase):
                self.named(phrase)

    def named(self, phrase: Tokens) -> Named | None:
        """Who the speaker is whom a noun phrase stands for; null if nothing tells the name."""
        if phrase not in self._known:
            if self._is_pronoun(phrase):
                named = self._by_pronoun(self._doc[phrase[0]])
            else:
                named = self._by_name(phrase) or self._by_noun(phrase)
            self._known[phrase] = named
            if named is not None and named.name is not None:
                self._remember(named, phrase)
        return self._known[phrase]

    def labelled(self, phrase: Tokens) -> Named | None:
        """Who speaks in a turn that a phrase labels: a name, or what stands for one."""
        if self._introduced is None:
            before = self._people.before(phrase[0], count=phrase[0])
            self._introduced = [each.name for each in before if each.name is not None]
        found = name_behind(self._doc[slice(*phrase)].text, self._introduced)
        return self.named(phrase) if found is None else Named(name=found[0], rule=found[1])

    def _add_strangers(self, reporters: Reporters) -> None:
        """Note the people without a name, so that "he" is not somebody else who has one."""
        says = {cue.i for cue in reporters.cues}
        for noun, phrase in introduced(self._doc):
            if self._layout.regions.at(noun.idx) is None and self._by_name(phrase) is None:
                has_spoken, pronoun = noun.head.i in says, pronoun_for(noun)
                self._spoken.append(Mention(None, noun.i, has_spoken, pronoun))

    def _is_pronoun(self, phrase: Tokens) -> bool:
        word = self._doc[phrase[0]]
        return phrase[1] - phrase[0] == 1 and (word.pos_ == "PRON" or word.tag_ in _RELATIVE)

    def _remember(self, named: Named, phrase: Tokens) -> None:
        """Note that somebody has spoken; the lists stay in the order of the text."""
        head = self._doc[slice(*phrase)].root
        entity = self._holding(head)
        is_body = (
            named.rule in _OF_BODIES
            if entity is None or named.rule == "body-noun"
            else entity.label != "PERSON"
        )
        insort(
            self._bodies if is_body else self._spoken,
            Mention(named.name, head.i, has_spoken=True),
            key=lambda mention: mention.index,
        )

    def _by_pronoun(self, word: Token) -> Named | None:
        if word.tag_ in _RELATIVE:
            return self._by_antecedent(word)
        if word.lower_ in PERSONAL:
            name = self._pronouns.antecedent(word, self._spoken)
            if name is None:
                return None
            self._people.settle(name, PERSONAL[word.lower_])
            return Named(name=name, rule="pronoun")
        return self._by_they(word) if word.lower_ in ("they", "it") else None

    def _by_antecedent(self, word: Token) -> Named | None:
        """The noun that a relative pronoun stands for: "Okoro, who said"."""
        noun = word.head.head
        if noun.i >= word.i or not (is_noun(noun) or noun.pos_ == "PRON"):
            return None
        first = noun.left_edge.i
        named = self._by_name((first, max(noun.i + 1, min(word.i, noun.right_edge.i))))
        return named and Named(name=named.name, rule="relative")

    def _by_they(self, word: Token) -> Named | None:
        """The body that spoke last, if that was just now and no person has since."""
        body, person = _last_before(self._bodies, word.i), _last_before(self._spoken, word.i)
        if body is None or (person is not None and person.index > body.index):
            return None
        number = self._layout.sentences.number
        if number(word.i) - number(body.index) > _GAP:
            return None
        return Named(name=body.name, rule="body-pronoun")

    def _by_name(self, phrase: Tokens) -> Named | None:
        """The person named in a phrase, else the body or the name at its head."""
        inside = self._inside(phrase)
        head = self._doc[slice(*phrase)].root
        people = [
            each for each in inside if each.label == "PERSON" and self._is_speaker(each, head)
        ]
        if people:
            return self._person(people, head)
        behind = self._set_off(inside, phrase, head)
        if behind is not None:
            return self._person([behind], head)
        own = [each for each in inside if is_self_named(self._layout.text, each.start)]
        if len(own) == 1:
            return Named(name=own[0].name, rule="self-named")
        entity = self._holding(head) or self._behind(head, phrase)
        if entity is not None and entity.label != "PERSON":
            return Named(name=entity.name, rule="body")
        return self._by_proper_noun(head) if head.pos_ == "PROPN" else None

    def _set_off(self, inside: Sequence[Entity], phrase: Tokens, head: Token) -> Entity | None:
        """The person named at the end of a phrase, behind what they are."""
        last, end = inside[-1] if inside else None, self._doc[phrase[1] - 1]
        borders = self._doc[phrase[0]].idx, end.idx + len(end)
        if last is None or last.label != "PERSON":
            return None
        text, name = self._layout.text, (last.start, last.end)
        return last if is_set_off(name, borders, text, head) else None

    def _behind(self, noun: Token, phrase: Tokens) -> Entity | None:
        """What is named directly behind a noun for a body: "the mining company Vale"."""
        is_body = noun.i + 1 < phrase[1] and noun.lower_ in lexicon.words("body_nouns")
        return self._holding(self._doc[noun.i + 1]) if is_body else None

    def _by_proper_noun(self, head: Token) -> Named | None:
        """A name that the recogniser missed, or one in capitals: "SOLBERG"."""
        name = _proper_name(head)
        if name.islower() or name.lower() in lexicon.words("role_nouns"):
            return None
        full = self._full_names.canonical(name.title() if name.isupper() else name)
        if " " in full and " " not in name:
            return Named(name=full, rule="short-name")
        return Named(name=name, rule="proper-noun") if len(name) > 1 else None

    def _person(self, people: Sequence[Entity], head: Token) -> Named:
        holding = [each for each in people if each.start <= head.idx < each.end]
        one = (holding or list(people))[0]
        assert one.name is not None
        is_full = one.name in " ".join(one.text.split())
        return Named(name=one.name, rule="full-name" if is_full else "short-name")

    def _is_speaker(self, person: Entity, head: Token) -> bool:
        """Whether a person is the head of a phrase or beside it, not inside: "Okoro's aide"."""
        if person.start <= head.idx < person.end:
            return True
        span = self._doc.char_span(person.start, person.end, alignment_mode="expand")
        root = span.root if span is not None else head
        while root.head.i != root.i and root.i != head.i:
            if root.dep_ in ("poss", "pobj", "dobj", "nsubj", "relcl", "acl"):
                return False
            root = root.head
        return True

    def _by_noun(self, phrase: Tokens) -> Named | None:
        name = self._descriptions.person(phrase)
        if name is not None:
            return Named(name=name, rule="title")
        name = self._descriptions.body(phrase)
        return None if name is None else Named(name=name, rule="body-noun")

    def _inside(self, phrase: Tokens) -> list[Entity]:
        last = self._doc[phrase[1] - 1]
        start, end = self._doc[phrase[0]].idx, last.idx + len(last)
        return self._entities[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _holding(self, token: Token) -> Entity | None:
        at = bisect_left(self._starts, token.idx + 1) - 1
        found = self._entities[at] if at >= 0 else None
        return found if found is not None and token.idx < found.end else None


def _last_before(mentions: Sequence[Mention], index: int) -> Mention | None:
    """The last of some mentions, in the order of the text, that comes before a token."""
    at = bisect_left(mentions, index, key=lambda mention: mention.index)
    return mentions[at - 1] if at else None


def _proper_name(head: Token) -> str:
    """A name that the recogniser missed: the proper nouns up to and including a head."""
    first = head.i
    while first > 0 and head.doc[first - 1].pos_ == "PROPN" and is_noun(head.doc[first - 1]):
        first -= 1
    return head.doc[first : head.i + 1].text

"""What the sources of figures are called: people by their full name, others as the text has it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from annotations.claims import in_short
from annotations.model import Entity, Quote

_LONGEST_NAME = 12
"""Words in the name of a source; longer ones are parses gone wrong."""
_BESIDE = frozenset({"appos", "compound", "nmod", "amod"})
"""How a name hangs on the noun for its bearer: "the governor, Ana Reyes", "Mayor Reyes"."""
_PEOPLE = frozenset({"he", "she"})
_REMEMBERED = 4
"""Quotes before a pronoun in which the one it stands for may have spoken."""
_TIMES = frozenset({"DATE", "TIME"})


class Sources:
    """Names the sources of one article."""

    def __init__(self, doc: Doc, entities: Sequence[Entity], quotes: Sequence[Quote]) -> None:
        """Args:
        doc: The article.
        entities: Its names, in the order of the text.
        quotes: Its quotes, in the order of the text.
        """
        self._doc = doc
        self._quotes = quotes
        self._people = [each for each in entities if each.label == "PERSON" and each.name]
        self._starts = [each.start for each in self._people]
        self._names = {each.name for each in self._people}

    def name(self, phrase: tuple[int, int] | None, quote: Quote | None) -> str | None:
        """What a source is called.

        Args:
            phrase: Indexes `[first, after)` of the noun phrase that names it, if one does.
            quote: The quote that it speaks in.
        """
        if phrase is None:
            return self._speaker(quote)
        if self._is_pronoun(phrase):
            return self._meant(self._doc[phrase[0]], quote)
        return self._person(phrase) or self._titled(phrase, quote) or self._words(phrase)

    def _is_pronoun(self, phrase: tuple[int, int]) -> bool:
        return phrase[1] - phrase[0] == 1 and self._doc[phrase[0]].pos_ == "PRON"

    def _meant(self, pronoun: Token, quote: Quote | None) -> str | None:
        """Whom a pronoun stands for; in somebody's own words "it" and "they" are others."""
        is_quoted = quote is not None and quote.start <= pronoun.idx < quote.end
        if is_quoted and pronoun.lower_ in _PRONOUNS:
            return self._spoken_before(pronoun)
        return self._speaker(quote) or self._spoken_before(pronoun)

    def _person(self, phrase: tuple[int, int]) -> str | None:
        """Whoever the phrase names, not those it only says something of: "Reyes's aide"."""
        first, after = phrase
        head = self._doc[first:after].root
        start, end = self._doc[first].idx, self._doc[after - 1].idx + 1
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        for person in self._people[low:high]:
            tokens = [
                each for each in self._doc[first:after] if person.start <= each.idx < person.end
            ]
            if tokens and _is_beside(tokens, head):
                return person.name
        return None

    def _titled(self, phrase: tuple[int, int], quote: Quote | None) -> str | None:
        """The person whom the quotes layer knows by an office: "the health minister"."""
        if quote is None or quote.speaker is None or quote.speaker_name not in self._names:
            return None
        head = self._doc[slice(*phrase)].root
        return quote.speaker_name if quote.speaker.start <= head.idx < quote.speaker.end else None

    def _words(self, phrase: tuple[int, int]) -> str | None:
        """A short stretch of the text on one line; null if it is too long to be a name."""
        named = self._doc[slice(*phrase)]
        words = in_short(named.text)
        if words.count(" ") >= _LONGEST_NAME or named.root.ent_type_ in _TIMES:
            return None  # "recorded by the end of May"
        return words

    def _speaker(self, quote: Quote | None) -> str | None:
        """Who speaks in a quote: the full name of a person, else the words for a body."""
        if quote is None:
            return None
        words = quote.speaker.text if quote.speaker is not None else None
        if quote.speaker_name in self._names or words is None or words.lower() in _PRONOUNS:
            return quote.speaker_name or self._taken_up(quote)
        return in_short(words)

    def _taken_up(self, quote: Quote) -> str | None:
        """Whom the pronoun that speaks in a quote stands for, where it is nobody with a name."""
        if quote.speaker is None:
            return None
        return self._before(quote.speaker.start, is_person=quote.speaker.text.lower() in _PEOPLE)

    def _spoken_before(self, pronoun: Token) -> str | None:
        if pronoun.lower_ not in _PRONOUNS:
            return None
        return self._before(pronoun.idx, is_person=pronoun.lower_ in _PEOPLE)

    def _before(self, offset: int, *, is_person: bool) -> str | None:
        """The last to have spoken before a pronoun that may stand for them."""
        for quote in self._last_quotes(offset):
            words = quote.speaker.text if quote.speaker is not None else quote.speaker_name
            if words is None or words.lower() in _PRONOUNS:
                continue
            is_named = quote.speaker_name in self._names
            if is_named and not is_person:
                continue  # "it" is no person
            return quote.speaker_name if is_named else in_short(words)
        return None

    def _last_quotes(self, offset: int) -> Iterator[Quote]:
        at = bisect_left(self._quotes, offset, key=lambda each: each.start)
        yield from reversed(self._quotes[max(0, at - _REMEMBERED) : at])


_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which"})


def _is_beside(tokens: Sequence[Token], head: Token) -> bool:
    """Whether a name is the head of a phrase, or hangs on it as its bearer's."""
    inside = {each.i for each in tokens}
    token = next((each for each in tokens if each.head.i not in inside), tokens[-1])
    if head.i in inside or _closes(tokens):
        return True
    for _ in range(_LONGEST_NAME):
        if token.i == head.i:
            return True
        if token.dep_ not in _BESIDE or token.head.i == token.i:
            return False
        token = token.head
    return False


def _closes(tokens: Sequence[Token]) -> bool:
    """Read "a spokesman of the ministry, Ana Reyes, said": the parser ties her to the ministry."""
    doc, first, last = tokens[0].doc, tokens[0].i, tokens[-1].i
    if not first > 0 or last + 1 >= len(doc):
        return False
    return doc[first - 1].text == "," and doc[last + 1].text == ","

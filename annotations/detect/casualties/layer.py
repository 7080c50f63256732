"""The casualty layer: number first, then its noun phrase, then what happened to the people."""

from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Doc

from annotations.detect import lexicon
from annotations.detect.casualties import numbers
from annotations.detect.casualties.describing import Describing
from annotations.detect.casualties.found import Found
from annotations.detect.casualties.harm.constructions import harm_of
from annotations.detect.casualties.harm.nearby import nearest_harm
from annotations.detect.casualties.harm.outcome import Harm
from annotations.detect.casualties.harm.sharing import said_before, shared_harm, shared_part
from annotations.detect.casualties.implicit import find_implicit
from annotations.detect.casualties.numbers import Precision
from annotations.detect.casualties.people.nouns import names_harm, singular, victim_type
from annotations.detect.casualties.people.phrases import Phrase, is_state_word, phrase_of
from annotations.detect.casualties.rejects import is_no_count
from annotations.detect.sentences import Sentences
from annotations.model import CasualtyFigure, Entity, Quote, VagueRule


def find_figures(
    doc: Doc,
    *,
    entities: Sequence[Entity] = (),
    quotes: Sequence[Quote] = (),
    published: date | None = None,
    vague_rule: VagueRule = VagueRule.DEFAULT,
) -> list[CasualtyFigure]:
    """Find the numbers of people harmed, moved or held, in the order of the text.

    Args:
        doc: The article.
        entities: Its names in the order of the text, whose places the figures are from.
        quotes: Its quotes in the order of the text, whose speakers state the figures in them.
        published: The day of the article, by which "on Tuesday" is understood.
        vague_rule: Which number "dozens" stands for.
    """
    sentences = Sentences(doc)
    found = _stated(doc, sentences, vague_rule)
    found += find_implicit(doc, found)
    found.sort(key=lambda each: (each.phrase.number.phrase_start, -each.phrase.end))
    if not found:
        return []
    describing = Describing(
        doc,
        sentences,
        entities=entities,
        quotes=quotes,
        published=published,
        vague_rule=vague_rule,
    )
    return describing.figures(found)


def _stated(doc: Doc, sentences: Sentences, vague_rule: VagueRule) -> list[Found]:
    """The figures that state a number."""
    found: list[Found] = []
    for phrase in _phrases(doc, doc.text, vague_rule):
        if found and phrase.number.start < found[-1].phrase.end:
            continue  # "none of the 43 passengers" is one figure
        previous = found[-1] if found else None
        harm = _harm(phrase, sentences, previous)
        if harm is None or harm.rule == "fate":
            harm = said_before(phrase, previous, sentences) or (None if phrase.is_part else harm)
        if harm is not None:
            found.append(Found(phrase, harm))
    return found


def _phrases(doc: Doc, text: str, vague_rule: VagueRule) -> Iterator[Phrase]:
    """Yield the phrase of every number that may count people."""
    index = 0
    for number in numbers.find(text, vague_rule=vague_rule):
        while doc[index].idx + len(doc[index]) <= number.start:
            index += 1
        last = index
        while last + 1 < len(doc) and doc[last + 1].idx < number.end:
            last += 1
        if not is_no_count(doc, number, first=index, last=last):
            yield phrase_of(doc, number, first=index, last=last)


def _harm(phrase: Phrase, sentences: Sentences, previous: Found | None) -> Harm | None:
    """What happened to the people of a phrase; null if it counts no people harmed."""
    if not _counts_people(phrase):
        return None
    first, after = sentences.first(phrase.root.i), sentences.after(phrase.root.i)
    if previous is not None and previous.phrase.root.i < first:
        previous = None
    if sentences.is_headline(first):
        # Capitals mislead the parser; headlines say the harm right beside the number.
        near = nearest_harm(phrase, first=first, after=after)
        return shared_part(phrase, previous) or near or harm_of(phrase)
    found = shared_part(phrase, previous) or harm_of(phrase)
    if found is not None and found.rule == "fate" and phrase.number.precision is Precision.NONE:
        return None  # "none of the hostages spoke"
    if found is not None:
        return found if _fits(phrase, found) else None
    return shared_harm(phrase, previous) or nearest_harm(phrase, first=first, after=after)


def _counts_people(phrase: Phrase) -> bool:
    """Whether the noun of a phrase names people, or harm, or there is none."""
    head = phrase.head
    if head is None and not phrase.is_part and _is_before_of(phrase):
        return False  # "one of the oldest", "three of attempted murder"
    if head is None or head.lower_ == "more":
        return True
    modifiers = {each.lower_ for each in head.doc[phrase.root.i + 1 : head.i]}
    beside = lexicon.table("beside_numbers")
    if not modifiers.isdisjoint(beside["former"]):
        return False  # "12 prior arrests"
    if singular(head) == "body" and not modifiers.isdisjoint(beside["official"]):
        return False  # "15 national bodies"
    return victim_type(head) is not None or names_harm(head) or is_state_word(head)


def _is_before_of(phrase: Phrase) -> bool:
    following = phrase.last.i + 1
    doc = phrase.last.doc
    return following < len(doc) and doc[following].lower_ == "of"


def _fits(phrase: Phrase, harm: Harm) -> bool:
    """Whether a harm is close enough to a vague word without a noun; any other number fits."""
    if phrase.number.count.best is not None or phrase.head is not None or phrase.is_part:
        return True
    trigger = harm.trigger
    return phrase.root.i == trigger.head.i or phrase.root.head.i in (trigger.i, trigger.head.i)

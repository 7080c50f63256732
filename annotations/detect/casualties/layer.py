"""The casualty layer: number first, then its noun phrase, then what happened to the people."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from annotations.detect.casualties import circumstances, flags, numbers
from annotations.detect.casualties.harm import harm_of
from annotations.detect.casualties.nearby import nearest_harm
from annotations.detect.casualties.nouns import names_harm, victim_type
from annotations.detect.casualties.numbers import Precision
from annotations.detect.casualties.phrases import Phrase, phrase_of
from annotations.detect.casualties.qualifiers import bounded
from annotations.detect.casualties.rejects import is_no_count
from annotations.detect.casualties.triggers import Harm
from annotations.detect.sentences import Sentences
from annotations.model import CasualtyFigure, Category

_Found = tuple[Phrase, Harm]

_LISTING = frozenset({"in", "at", "on", "near", "from"})
"""Prepositions after the numbers of a list by place or day: "six in Idlib, four in Hama"."""


def find_figures(doc: Doc) -> list[CasualtyFigure]:
    """Find the stated numbers of people harmed, moved or held, in the order of the text."""
    sentences, text = Sentences(doc), doc.text
    found: list[_Found] = []
    for phrase in _phrases(doc, text):
        if found and phrase.number.start < found[-1][0].end:
            continue  # "none of the 43 passengers" is one figure
        harm = _harm(phrase, sentences, found[-1] if found else None)
        if harm is not None:
            found.append((phrase, harm))
    places = circumstances.Circumstances(doc, sentences)
    return [_figure(text, phrase, harm, places) for phrase, harm in found]


def _phrases(doc: Doc, text: str) -> Iterator[Phrase]:
    """Yield the phrase of every number that may count people."""
    index = 0
    for number in numbers.find(text):
        while doc[index].idx + len(doc[index]) <= number.start:
            index += 1
        last = index
        while last + 1 < len(doc) and doc[last + 1].idx < number.end:
            last += 1
        if not is_no_count(doc, number, first=index, last=last):
            yield phrase_of(doc, number, first=index, last=last)


def _harm(phrase: Phrase, sentences: Sentences, previous: _Found | None) -> Harm | None:
    """What happened to the people of a phrase; null if it counts no people harmed."""
    if not _counts_people(phrase):
        return None
    first, after = sentences.first(phrase.root.i), sentences.after(phrase.root.i)
    found = harm_of(phrase)
    if found is not None:
        return found if _fits(phrase, found) else None
    if previous is not None and previous[0].root.i >= first:
        shared = _shared_harm(phrase, *previous)
        if shared is not None:
            return shared
    return nearest_harm(phrase, first=first, after=after)


def _counts_people(phrase: Phrase) -> bool:
    """Whether the noun of a phrase names people, or harm, or there is none."""
    head = phrase.head
    if head is None or head.lower_ == "more":
        return True
    return victim_type(head) is not None or names_harm(head)


def _fits(phrase: Phrase, harm: Harm) -> bool:
    """A vague word or "one" without a noun needs more than a loose connection."""
    is_loose = phrase.number.count.best is None and phrase.head is None and not phrase.is_part
    return not is_loose or harm.trigger.head.i == phrase.root.i


def _shared_harm(phrase: Phrase, before: Phrase, harm: Harm) -> Harm | None:
    """The harm of the figure before, for a number that only adds a part, place or day to it.

    "496 killed, 258 of them civilians"; "six in Idlib, four in Hama"; "20 people, including two
    children".
    """
    doc = phrase.last.doc
    if phrase.root.i - before.last.i > 15:
        return None
    is_included = any(each.lower_ == "including" for each in doc[before.last.i : phrase.root.i])
    following = doc[min(phrase.last.i + 1, len(doc) - 1)]
    is_elided = phrase.head is None and (
        following.lower_ in _LISTING or following.pos_ == "ADV" or following.is_punct
    )
    if phrase.is_part or is_included or _divides(before):
        return replace(harm, is_part=True)
    is_listed = phrase.node.dep_ in ("conj", "appos") and phrase.node.head.i == before.node.i
    return harm if is_elided or is_listed else None


def _divides(before: Phrase) -> bool:
    """Whether the figure before is one that this one divides: "of the 130 injured, 77 were"."""
    start = before.root.i
    return "of" in (token.lower_ for token in before.last.doc[max(0, start - 2) : start])


def _figure(
    text: str, phrase: Phrase, harm: Harm, places: circumstances.Circumstances
) -> CasualtyFigure:
    number = phrase.number
    qualifier = number.qualifier or flags.qualifier_by_verb(harm)
    return CasualtyFigure(
        start=number.phrase_start,
        end=phrase.end,
        text=text[number.phrase_start : phrase.end],
        num_start=number.start,
        num_end=number.end,
        category=Category(harm.category),
        count=bounded(number.count, qualifier),
        qualifier=qualifier,
        victim_type=victim_type(phrase.victim) if phrase.victim is not None else None,
        place=places.place(phrase, harm),
        date=places.date(phrase, harm),
        claimed_by=places.claimant(phrase, harm),
        negated=number.precision is Precision.NONE or flags.is_negated(harm),
        hypothetical=flags.is_hypothetical(harm),
        subset=harm.is_part or flags.is_subset(phrase),
        incremental=flags.is_incremental(phrase),
        cumulative=harm.is_total,
    )

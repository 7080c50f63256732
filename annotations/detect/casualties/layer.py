"""The casualty layer: number first, then its noun phrase, then what happened to the people."""

from collections.abc import Iterator

from spacy.tokens import Doc

from annotations.detect.casualties import circumstances, flags, numbers
from annotations.detect.casualties.harm import Actor, Harm, harm_of
from annotations.detect.casualties.nearby import nearest_harm
from annotations.detect.casualties.numbers import Precision
from annotations.detect.casualties.phrases import Phrase, phrase_of, victim_type
from annotations.detect.casualties.rejects import is_no_count
from annotations.detect.tree import sentence_starts
from annotations.model import CasualtyFigure, Category

_Found = tuple[Phrase, Harm]


def find_figures(doc: Doc) -> list[CasualtyFigure]:
    """Find the stated numbers of people harmed, moved or held, in the order of the text."""
    sentences = _Sentences(doc)
    found: list[_Found] = []
    for phrase in _phrases(doc):
        if found and phrase.number.start < found[-1][0].end:
            continue  # "none of the 43 passengers" is one figure
        harm = _harm(phrase, sentences, found[-1] if found else None)
        if harm is not None:
            found.append((phrase, harm))
    places = circumstances.Circumstances(doc)
    return [_figure(phrase, harm, places) for phrase, harm in found]


class _Sentences:
    """Where each sentence begins and ends, by token index."""

    def __init__(self, doc: Doc) -> None:
        self._starts = sentence_starts(doc)
        self._ends: dict[int, int] = {}
        for index, start in enumerate(self._starts):
            self._ends[start] = index + 1

    def around(self, index: int) -> tuple[int, int]:
        """The sentence `[first, after)` of a token."""
        start = self._starts[index]
        return start, self._ends[start]


def _phrases(doc: Doc) -> Iterator[Phrase]:
    """Yield the phrase of every number that may count people."""
    index = 0
    for number in numbers.find(doc.text):
        while doc[index].idx + len(doc[index]) <= number.start:
            index += 1
        last = index
        while last + 1 < len(doc) and doc[last + 1].idx < number.end:
            last += 1
        if not is_no_count(doc, number, first=index, last=last):
            yield phrase_of(doc, number, first=index, last=last)


def _harm(phrase: Phrase, sentences: _Sentences, previous: _Found | None) -> Harm | None:
    """What happened to the people of a phrase; null if it counts no people harmed."""
    if not _counts_people(phrase):
        return None
    first, after = sentences.around(phrase.root.i)
    try:
        found = harm_of(phrase)
    except Actor:
        return None
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
    return victim_type(head) is not None or flags.names_harm(head)


def _fits(phrase: Phrase, harm: Harm) -> bool:
    """A vague word or "one" without a noun needs more than a loose connection."""
    is_loose = phrase.number.count.best is None and phrase.head is None and not phrase.is_part
    return not is_loose or harm.trigger.head.i == phrase.root.i


def _shared_harm(phrase: Phrase, before: Phrase, harm: Harm) -> Harm | None:
    """The harm of the figure before, for a number that only adds a part, place or day to it.

    "496 killed, 258 of them civilians"; "six in Homs, four in Hama"; "20 people, including two
    children".
    """
    doc = phrase.last.doc
    if phrase.root.i - before.last.i > 15:
        return None
    is_included = any(each.lower_ == "including" for each in doc[before.last.i : phrase.root.i])
    following = doc[min(phrase.last.i + 1, len(doc) - 1)]
    is_elided = phrase.head is None and (following.pos_ in ("ADP", "ADV") or following.is_punct)
    return harm if phrase.is_part or is_included or is_elided else None


def _figure(phrase: Phrase, harm: Harm, places: circumstances.Circumstances) -> CasualtyFigure:
    number = phrase.number
    text = phrase.last.doc.text
    head = phrase.head
    return CasualtyFigure(
        start=number.phrase_start,
        end=phrase.end,
        text=text[number.phrase_start : phrase.end],
        num_start=number.start,
        num_end=number.end,
        category=Category(harm.category),
        count=number.count,
        qualifier=number.qualifier or flags.qualifier_by_verb(harm),
        victim_type=(victim_type(head) or None) if head is not None else None,
        place=places.place(phrase, harm),
        date=places.date(phrase, harm),
        claimed_by=places.claimant(harm),
        negated=number.precision is Precision.NONE or flags.is_negated(harm),
        hypothetical=flags.is_hypothetical(harm),
        subset=flags.is_subset(phrase),
        incremental=flags.is_incremental(phrase),
        cumulative=harm.is_total,
    )

"""From what was found to annotations: who, where, when, says who, and what kind of statement."""

import re
from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc

from annotations.detect import lexicon
from annotations.detect.casualties.circumstances import flags, history, parts
from annotations.detect.casualties.circumstances.claimants import Claimants
from annotations.detect.casualties.circumstances.moments import Moment, Moments
from annotations.detect.casualties.circumstances.places import Places
from annotations.detect.casualties.found import Found
from annotations.detect.casualties.numbers import Precision
from annotations.detect.casualties.numbers.qualifiers import bounded
from annotations.detect.casualties.people.groups import victim_group
from annotations.detect.casualties.people.nouns import victim_type
from annotations.detect.rules import RuleSet, confidence_of
from annotations.detect.sentences import Sentences
from annotations.detect.tree import children
from annotations.model import CasualtyFigure, Category, Confidence, Entity, Quote, Span, VagueRule

_ELSEWHERE = frozenset({Category.DETAINED, Category.ABDUCTED})
"""What happens to people wherever they are found, after the event of an article as well."""
_PERIOD = re.compile(
    r"(?:since|until|by|of)\b.*\d{4}|(?:this|that|last|each) year|first .* months", re.I
)
"""Dates over which figures of many events are added up."""


class Describing:
    """Makes annotations of the figures of one article."""

    def __init__(
        self,
        doc: Doc,
        sentences: Sentences,
        *,
        entities: Sequence[Entity],
        quotes: Sequence[Quote],
        published: date | None,
        vague_rule: VagueRule,
    ) -> None:
        """Args:
        doc: The article.
        sentences: Its sentences.
        entities: Its names in the order of the text.
        quotes: Its quotes in the order of the text.
        published: The day of the article.
        vague_rule: The rule by which vague words were counted.
        """
        self._text = doc.text
        self._sentences = sentences
        self._published = published
        self._vague_rule = vague_rule
        self._places = Places(doc, sentences, entities)
        self._moments = Moments(doc, sentences, published=published)
        self._claimants = Claimants(doc, sentences, entities=entities, quotes=quotes)

    def figures(self, found: Sequence[Found]) -> list[CasualtyFigure]:
        """The annotations of figures that are in the order of the text."""
        return [self._figure(index, found) for index in range(len(found))]

    def _figure(self, index: int, figures: Sequence[Found]) -> CasualtyFigure:
        found = figures[index]
        number, harm = found.phrase.number, found.harm
        start, end = number.phrase_start, found.phrase.end
        moment = self._moments.of(found)
        claim = self._claimants.of(found, start, end)
        is_part = parts.is_part(index, figures)
        is_historical = history.is_historical(
            moment or self._moments.scene(found), published=self._published
        )
        is_hypothetical = flags.is_hypothetical(found)
        is_of_event = not (is_historical or is_hypothetical or claim.is_spoken) and (
            _is_of_one_event(found, moment)
        )
        qualifier = number.qualifier or flags.qualifier_by_verb(harm)
        return CasualtyFigure(
            start=start,
            end=end,
            text=self._text[start:end],
            num_start=number.start,
            num_end=number.end,
            category=harm.category,
            count=bounded(number.count, qualifier),
            qualifier=qualifier,
            victim_type=self._victim_type(index, figures),
            victim_group=victim_group(found.phrase),
            place=self._places.of(
                found, is_of_event=is_of_event, is_told_on=is_historical and moment is None
            ),
            date=moment.words if moment else None,
            date_iso=moment.iso if moment else None,
            claimed_by=claim.by,
            claimed_in=claim.quote,
            negated=flags.is_negated(found),
            hypothetical=is_hypothetical,
            subset=is_part,
            part_of=self._total(index, figures) if is_part else None,
            incremental=flags.is_incremental(found),
            cumulative=not (is_part or is_hypothetical)
            and flags.is_cumulative(
                found,
                moment,
                is_one_of_several=harm.is_total and self._has_another_toll(index, figures),
            ),
            historical=is_historical,
            rate=self._moments.rate(found),
            implicit=found.is_implicit,
            vague_rule=self._vague_rule.value if number.precision is Precision.VAGUE else None,
            rule=harm.rule,
            confidence=_confidence(found),
        )

    def _has_another_toll(self, index: int, figures: Sequence[Found]) -> bool:
        """Whether a figure beside this one is a toll of the same kind in the same sentence."""
        harm, first = figures[index].harm, self._sentences.first(figures[index].phrase.root.i)
        beside = [each for each in (index - 1, index + 1) if 0 <= each < len(figures)]
        return any(
            figures[each].harm.is_total
            and figures[each].harm.category is harm.category
            and self._sentences.first(figures[each].phrase.root.i) == first
            and not parts.is_part(each, figures)
            for each in beside
        )

    def _victim_type(self, index: int, figures: Sequence[Found]) -> str | None:
        """The type of the people, by their own noun or that of the figure a bare number follows."""
        phrase = figures[index].phrase
        if phrase.victim is not None:
            return victim_type(phrase.victim) or None
        if phrase.head is not None and phrase.head.lower_ != "more":
            return None
        first = self._sentences.first(phrase.root.i)
        total = parts.total_of(index, figures, self._sentences) if phrase.is_part else None
        before = total or (figures[index - 1] if index else None)
        if before is None or before.phrase.root.i < first or before.phrase.victim is None:
            return None
        return victim_type(before.phrase.victim) or None

    def _total(self, index: int, figures: Sequence[Found]) -> Span | None:
        total = parts.total_of(index, figures, self._sentences)
        if total is None:
            return None
        return Span.cut(self._text, total.phrase.number.phrase_start, total.phrase.end)


def _is_of_one_event(found: Found, moment: Moment | None) -> bool:
    """Whether a figure can be of what its article is about, and no sum of a war or of years."""
    if found.harm.category in _ELSEWHERE or (moment and _PERIOD.search(moment.words)):
        return False
    wars = lexicon.words("lasting_events")
    return all(each.lower_ not in wars for each in children(found.harm.trigger))


def _confidence(found: Found) -> Confidence:
    """That of the rule, but low for a fallback that has only a bare or vague number to go by."""
    confidence = confidence_of(found.harm.rule, of=RuleSet.CASUALTIES)
    number = found.phrase.number
    is_bare = found.phrase.head is None or number.precision is Precision.VAGUE
    return Confidence.LOW if is_bare and confidence is not Confidence.HIGH else confidence

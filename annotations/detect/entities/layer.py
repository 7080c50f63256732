"""The entity layer: candidates, one verdict for each string, and the name it goes by."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from annotations.detect import lexicon
from annotations.detect.entities.candidates import candidates, known_within
from annotations.detect.entities.groups import groups
from annotations.detect.entities.mentions import Mention, Source
from annotations.detect.entities.naming import Naming
from annotations.detect.entities.nicknames import nicknames
from annotations.detect.entities.verdicts import Verdict, verdict
from annotations.detect.own_names import NOTHING_OWN, OwnNames
from annotations.detect.places.resolving import resolved
from annotations.detect.places.spellings import one_name_each
from annotations.detect.rules import RuleSet, confidence_of
from annotations.model import Confidence, Entity

_UNDISPUTED = Verdict(label=None, lead=10.0)
_CERTAIN = ("own-name", "turn")
"""Rules that no evidence overrules."""
_DOUBTFUL = 1.0
_SURE = 2.5
"""Leads of a label over the next best, below which its confidence is low, and at most medium."""


def find_entities(doc: Doc, *, own: OwnNames = NOTHING_OWN) -> list[Entity]:
    """Find the names, numbers and dates of an article, in the order of the text.

    Args:
        doc: The parsed article.
        own: Names that a person has listed, and how the pipeline's labels are to be read.
    """
    source = Source(doc)
    settled = list(_settled(source, own))
    people = ((each.start, each.end) for each, _ in settled if each.label == "PERSON")
    naming = Naming(
        ((each.text, each.label) for each, _ in settled),
        acronyms=source.acronyms,
        nicknames={**nicknames(source.text, people), **source.speakers},
    )
    found = [
        Entity(
            start=each.start,
            end=each.end,
            text=each.text,
            label=each.label,
            name=naming.name_of(each.text, each.label, pronoun=_pronoun(source, each)),
            rule=each.rule,
            confidence=_confidence(each.rule, judged.lead),
        )
        for each, judged in settled
    ]
    return one_name_each(resolved(source.text, found))


def _pronoun(source: Source, each: Mention) -> str | None:
    """What the title before a person calls for: "she" after "Mrs"."""
    before = source.doc[each.first - 1].lower_ if each.first else ""
    return lexicon.inverted("gendered_words").get(before.rstrip("."))


def _settled(source: Source, own: OwnNames) -> Iterator[tuple[Mention, Verdict]]:
    """The mentions with the labels of their strings and how sure those are."""
    found = candidates(source, own)
    verdicts = {group.key: verdict(group) for group in groups(source, found)}
    for each in found:
        judged = verdicts[each.key] if each.is_name and each.rule not in _CERTAIN else _UNDISPUTED
        label = judged.label if judged is not _UNDISPUTED else each.label
        if label is None:
            for inner in known_within(source, each):
                label = verdicts[inner.key].label if inner.key in verdicts else inner.label
                yield replace(inner, label=label or inner.label), _UNDISPUTED
        else:
            rule = _rule(each, label)
            is_settled = (each.label, each.rule) == (label, rule)
            yield each if is_settled else replace(each, label=label, rule=rule), judged


def _rule(each: Mention, label: str) -> str:
    """The rule of a mention; one that the recogniser called something else is relabelled."""
    return "relabelled" if each.rule == "recognised" and each.label != label else each.rule


def _confidence(rule: str, lead: float) -> Confidence:
    stated = confidence_of(rule, of=RuleSet.ENTITIES)
    if lead < _DOUBTFUL:
        return Confidence.LOW
    if lead < _SURE and stated is Confidence.HIGH:
        return Confidence.MEDIUM
    return stated

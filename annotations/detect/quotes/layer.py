"""The quote layer: reported clauses and quotations, told apart, with their speakers."""

from collections.abc import Sequence

from spacy.tokens import Doc

from annotations.detect.quotes.candidates import Attribution, Candidate, Tokens
from annotations.detect.quotes.choosing import chosen
from annotations.detect.quotes.clauses.reported import reported_clauses
from annotations.detect.quotes.headlines import headlines
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.quotes.quotations.attributing import quotations
from annotations.detect.quotes.reporters import Reporters
from annotations.detect.quotes.speakers.naming import Named, Naming
from annotations.detect.quotes.turns import turns
from annotations.detect.quotes.types import type_of
from annotations.detect.quotes.utterances import utterances
from annotations.detect.rules import RuleSet, confidence_of
from annotations.model import Confidence, Entity, Quote, QuoteType, Span


def find_quotes(doc: Doc, entities: Sequence[Entity]) -> list[Quote]:
    """Find what is said in an article, by whom, in the order of the text.

    Args:
        doc: The parsed article.
        entities: Its names, which speakers are looked up in.
    """
    layout = ArticleLayout(doc)
    reporters = Reporters(layout)
    clauses = list(reported_clauses(layout, reporters))
    framed = [*turns(layout), *headlines(layout), *quotations(layout, reporters, clauses)]
    candidates = chosen(layout, framed, clauses)
    naming = Naming(layout, reporters, entities)
    shared = utterances(layout, candidates)
    return [
        _quote(layout, each, naming, utterance)
        for each, utterance in zip(candidates, shared, strict=True)
    ]


def _quote(
    layout: ArticleLayout, candidate: Candidate, naming: Naming, utterance: Span | None
) -> Quote:
    said, text = candidate.said, layout.text
    start, end = layout.strip(candidate.start, candidate.end, "")
    named = _named(said, naming)
    confidence = confidence_of(said.rule, of=RuleSet.QUOTES)
    if named is not None:
        confidence = _weaker(confidence, confidence_of(named.rule, of=RuleSet.SPEAKERS))
    return Quote(
        start=start,
        end=end,
        text=text[start:end],
        type=QuoteType.DIRECT if candidate.is_verbatim else type_of(layout, start, end),
        speaker=_span(layout, said.speaker),
        cue=_span(layout, said.cue),
        speaker_name=named.name if named is not None else None,
        speaker_rule=named.rule if named is not None else None,
        utterance=utterance,
        rule=said.rule,
        confidence=confidence,
    )


def _named(said: Attribution, naming: Naming) -> Named | None:
    if said.speaker is None:
        return None
    return naming.labelled(said.speaker) if said.rule == "turn" else naming.named(said.speaker)


def _weaker(one: Confidence, other: Confidence) -> Confidence:
    return max(one, other, key=list(Confidence).index)


def _span(layout: ArticleLayout, tokens: Tokens | None) -> Span | None:
    if tokens is None:
        return None
    first, last = layout.doc[tokens[0]], layout.doc[tokens[1] - 1]
    return Span.cut(layout.text, first.idx, last.idx + len(last))

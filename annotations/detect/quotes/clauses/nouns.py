"""Nouns for something said, with what is said: "his claim that …", "her promise to …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.quotes.candidates import Attribution, Tokens
from annotations.detect.quotes.clauses.stretches import Stretch
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.quotes.reporters import Reporters
from annotations.detect.tree import OBJECTS, child, children, is_infinitive, noun_phrase


def noun_reports(layout: ArticleLayout, reporters: Reporters) -> Iterator[Stretch]:
    """Yield what nouns report, where the text says whose words they are."""
    strings = layout.doc.vocab.strings
    table = lexicon.table("speech_nouns")
    wanted = {strings[lemma] for lemma in (*table["clause"], *table["infinitive"])}
    for noun in layout.doc:
        if noun.lemma in wanted and noun.pos_ == "NOUN" and layout.regions.at(noun.idx) is None:
            yield from _reported(reporters, noun)


def _reported(reporters: Reporters, noun: Token) -> Iterator[Stretch]:
    for clause in children(noun):
        start = _start(noun, clause)
        speaker = _speaker(reporters, noun) if start is not None else None
        if start is not None and speaker is not None:
            said = Attribution(rule="noun", cue=(noun.i, noun.i + 1), speaker=speaker)
            last = clause.right_edge
            yield Stretch(start=start, end=last.idx + len(last), said=said)


def _start(noun: Token, clause: Token) -> int | None:
    """Where the content of a noun begins, if a clause is that."""
    if clause.dep_ not in ("acl", "ccomp") or clause.i < noun.i:
        return None
    table, lemma = lexicon.table("speech_nouns"), noun.lemma_.lower()
    if is_infinitive(clause):
        to = child(clause, "aux")
        return to.idx if to is not None and lemma in table["infinitive"] else None
    mark = child(clause, "mark")
    return mark.idx if mark is not None and lemma in table["clause"] else None


def _names_body(word: Token) -> bool:
    """Whether a word before a noun names whose words it stands for: "a Northern Post report"."""
    return word.dep_ in ("compound", "nmod") and word.ent_type_ in ("ORG", "GPE")


def _speaker(reporters: Reporters, noun: Token) -> Tokens | None:
    """Whose words a noun names: "his claim", "a claim by police", "police made the claim"."""
    owner = child(noun, "poss")
    if owner is not None:
        first, after = noun_phrase(owner, without=noun)
        return (first, after - 1) if noun.doc[after - 1].tag_ == "POS" else (first, after)
    body = next(filter(_names_body, children(noun)), None)
    if body is not None:
        return noun_phrase(body, without=noun)
    for link in children(noun):
        if link.dep_ == "prep" and link.lower_ in ("by", "from"):
            whom = child(link, "pobj")
            return noun_phrase(whom, without=noun) if whom is not None else None
    is_light = noun.head.lemma_.lower() in lexicon.table("speech_nouns")["light_verb"]
    return reporters.speaker(noun.head) if is_light and noun.dep_ in OBJECTS else None

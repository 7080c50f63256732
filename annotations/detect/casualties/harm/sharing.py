"""What a figure shares with the one before it: lists, parts, and nouns left out."""

from dataclasses import replace
from itertools import pairwise

from annotations.detect import lexicon
from annotations.detect.casualties.found import Found
from annotations.detect.casualties.harm import tolls
from annotations.detect.casualties.harm.frames import open_frame
from annotations.detect.casualties.harm.inflection import lemma_of
from annotations.detect.casualties.harm.outcome import Harm, state
from annotations.detect.casualties.people.nouns import singular
from annotations.detect.casualties.people.phrases import Phrase, divides
from annotations.detect.sentences import Sentences
from annotations.detect.tree import SUBJECTS, child, is_verb
from annotations.model import Category

_LISTING = frozenset({"in", "at", "on", "near", "from", "by", "with"})
"""Prepositions after the numbers of a list by place or day: "six in Idlib, four in Hama"."""
_RECENT = 2
"""Sentences back to the figure that "the victims" or "they" refers to."""
_LONGEST_LIST = 8
"""Members of a list back to its first one, which hangs on the verb."""
_LIST_PARTS = frozenset(
    {"NOUN", "PROPN", "ADJ", "NUM", "PUNCT", "CCONJ", "DET", "ADV", "PRON", "SYM"}
)
"""Parts of speech of what stands between the figures of a list."""
_COUNTED_BESIDE = frozenset({Category.INJURED, Category.MISSING})
"""What is counted beside the dead, whom a count without more words is of."""
_AMONG = frozenset(
    {("of", "whom"), ("of", "them"), ("among", "them"), ("among", "whom"), ("among", "these")}
)
_PUTTING = frozenset({"at", "to"})
_REACH = 15
"""Words from the figure before to this one."""


def shared_part(phrase: Phrase, previous: Found | None) -> Harm | None:
    """Read "25 injured, two critically", "18 casualties, seven of them fatal".

    Args:
        phrase: A number with what it counts.
        previous: The figure before it in its sentence.
    """
    if previous is None or phrase.root.i - previous.phrase.last.i > _REACH:
        return None
    if phrase.head is not None and not phrase.is_part:
        return None
    doc, following = phrase.last.doc, phrase.last.i + 1
    severity = lexicon.inverted("severities").get(
        doc[following].lower_ if following < len(doc) else ""
    )
    if severity is None or (following + 1 < len(doc) and state(doc[following + 1])):
        return None  # "two of the victims seriously injured" says it all itself
    category = Category.KILLED if severity == "fatal" else previous.harm.category
    return replace(previous.harm, category=category, rule="part", is_part=True)


def shared_harm(phrase: Phrase, previous: Found | None) -> Harm | None:
    """The harm of the figure before, for a number that only adds a part, place or day to it.

    "496 killed, 258 of them civilians"; "six in Idlib, four in Hama"; "20 people, including two
    children".
    """
    if previous is None or phrase.root.i - previous.phrase.last.i > _REACH:
        return None
    before, harm = previous.phrase, previous.harm
    beside = _put_beside(phrase, before)
    if beside is not None:
        return replace(harm, category=beside, rule="list")
    if _has_own_predicate(phrase) or _crosses_harm(phrase, before):
        return None
    is_spelled_out = phrase.victim is not None and _follows_colon(phrase, before)
    if phrase.is_part or is_spelled_out or _is_included(phrase, before) or divides(before, phrase):
        return replace(harm, rule="part", is_part=True)
    doc = phrase.last.doc
    following = doc[min(phrase.last.i + 1, len(doc) - 1)]
    is_elided = phrase.head is None and (
        following.lower_ in _LISTING or following.pos_ == "ADV" or following.is_punct
    )
    is_listed = phrase.node.dep_ in ("conj", "appos") and phrase.node.head.i == before.node.i
    if _is_compared(phrase):
        return replace(harm, rule="list")  # "nine deaths, down from seven"
    if is_elided or is_listed or _is_next_in_list(phrase, previous, is_elided=is_elided):
        return replace(harm, rule="list")
    return None


def _follows_colon(phrase: Phrase, before: Phrase) -> bool:
    """Read "33 people are still missing: 24 employees and nine patients"."""
    best, whole = phrase.number.count.best, before.number.count.best
    is_behind = phrase.first > 0 and phrase.root.doc[phrase.first - 1].text == ":"
    return is_behind and best is not None and whole is not None and best <= whole


def _has_own_predicate(phrase: Phrase) -> bool:
    """Whether an ordinary verb says something else of the people: "two of them were smoking"."""
    node = phrase.node
    verb = node.head
    if node.dep_ not in SUBJECTS or not is_verb(verb):
        return False
    if verb.tag_ == "VBG" and child(verb, "aux") is None:
        return False
    return verb.lemma_.lower() not in lexicon.words("state_verbs")


def _crosses_harm(phrase: Phrase, before: Phrase) -> bool:
    """Whether another verb of harm stands right before the number: "kills 1 and wounds 4"."""
    at = phrase.root.left_edge.i - 1
    if at <= before.last.i:
        return False
    token = phrase.root.doc[at]
    return state(token) is None and open_frame(lemma_of(token.lower_)) is not None


def _put_beside(phrase: Phrase, before: Phrase) -> Category | None:
    """What a number is of in "put the dead at 190 and the injured at 40"; null if it is not so."""
    doc, at = phrase.root.doc, phrase.first - 1
    if at - 1 <= before.last.i or doc[at].lower_ not in _PUTTING:
        return None
    return state(doc[at - 1])


def _is_compared(phrase: Phrase) -> bool:
    """Whether a number only says what another was before."""
    before = phrase.root.doc[max(0, phrase.root.i - 2) : phrase.root.i]
    return [each.lower_ for each in before] in (["up", "from"], ["down", "from"])


def said_before(phrase: Phrase, previous: Found | None, sentences: Sentences) -> Harm | None:
    """Read "seven of the victims", "they included two soldiers": what was said shortly before.

    Args:
        phrase: A number with what it counts, of which its own sentence does not say enough.
        previous: The figure before it in the article.
        sentences: The sentences of the article.
    """
    refers = phrase.head is not None and singular(phrase.head) == "victim"
    is_restated = phrase.head is None and tolls.is_restated(phrase.node)
    if not (refers or is_restated or _is_listed_under_pronoun(phrase)):
        return None
    index = phrase.root.i
    if (
        previous is None
        or sentences.number(index) - sentences.number(previous.phrase.root.i) > _RECENT
    ):
        return None
    if not is_restated:
        return replace(previous.harm, rule="anaphor", is_part=True, is_total=False)
    category = previous.harm.category
    if category in _COUNTED_BESIDE:
        category = Category.KILLED  # "12 dead, 3 missing; it was nine"
    return Harm(category=category, trigger=phrase.node.head, rule="anaphor", is_total=True)


def _is_listed_under_pronoun(phrase: Phrase) -> bool:
    """Read "They included two soldiers, a girl and four men"."""
    node = phrase.node
    for _ in range(_LONGEST_LIST):
        if node.dep_ not in ("conj", "appos"):
            break
        node = node.head
    verb = node.head
    subject = child(verb, "nsubj")
    return verb.lemma_ == "include" and subject is not None and subject.lower_ in ("they", "these")


def _is_next_in_list(phrase: Phrase, previous: Found, *, is_elided: bool) -> bool:
    """Whether only nouns, commas and "and" stand between two figures, whatever the parser says."""
    if phrase.node.dep_ in SUBJECTS or (phrase.head is None and not is_elided):
        return False
    between = phrase.last.doc[previous.phrase.last.i + 1 : phrase.root.i]
    is_linked = any(each.lower_ in (",", ":", "and", "or") for each in between)
    is_part = previous.harm.is_part  # "of whom 12 were staff and ten patients"
    return is_linked and all(
        each.pos_ in _LIST_PARTS or (is_part and each.lemma_ == "be") for each in between
    )


def _is_included(phrase: Phrase, before: Phrase) -> bool:
    between = [each.lower_ for each in phrase.last.doc[before.last.i : phrase.root.i]]
    return "including" in between or any(pair in _AMONG for pair in pairwise(between))

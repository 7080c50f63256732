"""What the words right behind people say of them, whatever the parser ties these words to."""

from spacy.tokens import Doc, Token

from annotations.detect import lexicon
from annotations.detect.casualties.harm.frames import frame_of, frame_of_state, is_only_transitive
from annotations.detect.casualties.harm.outcome import Harm, joint, state
from annotations.detect.casualties.harm.verbs import acts
from annotations.detect.casualties.people.phrases import Phrase
from annotations.detect.tree import is_noun, is_verb
from annotations.model import Category

_LONGEST_REMARK = 8
"""Words of a remark between a number and its state."""


def by_state_at(doc: Doc, index: int, people: Token) -> Harm | None:
    """Read "5 dead, 12 hurt", "another 10 wounded", "1.4 million homeless".

    Args:
        doc: The article.
        index: Where the word for the state stands, or one adverb before it.
        people: The noun, or number, for the people.
    """
    is_fatal = False
    if index < len(doc) and doc[index].pos_ == "ADV":
        is_fatal = lexicon.inverted("severities").get(doc[index].lower_) == "fatal"
        index += 1
    if index >= len(doc):
        return None
    token = doc[index]
    if found := _by_elliptical_state(token):
        return found
    if acts(token) or (token.dep_ == "amod" and token.head.i == token.i + 1):
        return None
    category = _said_by(token, people)
    if category is None:
        return None
    category = Category.KILLED if is_fatal else with_next(token, category)
    return Harm(category=category, trigger=token, rule="state-after")


def by_following_verb(phrase: Phrase) -> Harm | None:
    """Read "… and 22 have died" where the parser ties the number to something before it."""
    doc, index, is_passive = phrase.last.doc, phrase.last.i + 1, False
    while index < len(doc) and (doc[index].dep_ in ("aux", "auxpass") or doc[index].pos_ == "ADV"):
        is_passive = is_passive or doc[index].dep_ == "auxpass"
        index += 1
    if index == phrase.last.i + 1 or index >= len(doc) or not is_verb(doc[index]):
        return None
    frame = frame_of(doc[index], role="object" if is_passive else "subject", people=phrase.node)
    if frame is None:
        return None
    rule = "passive" if is_passive else "subject"
    return Harm(category=frame.category, trigger=doc[index], rule=rule)


def past_including(phrase: Phrase) -> int:
    """Index after a phrase, and after a remark such as ", including a teenager,"."""
    doc, index = phrase.last.doc, phrase.last.i + 1
    if index + 1 < len(doc) and doc[index].text == "," and doc[index + 1].lower_ == "including":
        for each in doc[index + 1 : index + _LONGEST_REMARK]:
            if each.text == ",":
                return each.i + 1
    return index


def with_next(token: Token, category: Category) -> Category:
    """The category of "killed and wounded" said of one number."""
    doc = token.doc
    if token.i + 2 < len(doc) and doc[token.i + 1].lower_ in ("and", "or"):
        second = doc[token.i + 2]
        if (other := state(second)) and not acts(second):
            return joint(category, other)
    return category


def _said_by(word: Token, people: Token) -> Category | None:
    """What an adjective or participle right behind people says of them: "two shot dead"."""
    category = state(word)
    is_participle = word.tag_ == "VBN" or (word.tag_ == "VBD" and is_only_transitive(word))
    if category is None and (not is_participle or word.dep_ in ("aux", "auxpass")):
        return None
    frame = frame_of(word, role="object", people=people)
    return frame.category if frame is not None else category


def _by_elliptical_state(token: Token) -> Harm | None:
    """Read "3 hurt, 2 in custody", "four shot; two critical": the verb is left out."""
    if token.pos_ == "ADP":
        frame = frame_of_state("", token)
    elif token.pos_ == "ADJ" and not (token.i + 1 < len(token.doc) and is_noun(token.nbor())):
        frame = frame_of_state(token.lower_)
    else:
        return None
    if frame is None:
        return None
    return Harm(category=frame.category, trigger=token, rule="state-without-verb")

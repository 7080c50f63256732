"""What happened to the people a number counts, read off the dependency tree.

Each construction is one rule of `rules.rules()`, or a few that share their way up the tree.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from annotations.detect import lexicon
from annotations.detect.casualties.harm.frames import frame_of, frame_of_state, is_only_transitive
from annotations.detect.casualties.harm.outcome import Harm, joint, state
from annotations.detect.casualties.harm.tolls import by_toll
from annotations.detect.casualties.harm.verbs import acts, by_company, by_verb
from annotations.detect.casualties.people.nouns import noun_category, singular, victim_type
from annotations.detect.casualties.people.phrases import Phrase
from annotations.detect.tree import SUBJECTS, child, children, is_noun, is_verb
from annotations.model import Category

_LONGEST_CLIMB = 6
"""Steps from a number up to the verb that governs it."""
_LONGEST_LIST = 8
"""Members of a list that are followed to its end."""
_LONGEST_REMARK = 8
"""Words of a remark between a number and its state."""
_WANTED = frozenset({"militant", "detainee"})
"""Types of people who are searched for because of what they did."""
_NAMING = frozenset({"noun", "lives"})
"""Rules whose noun says enough, whatever follows."""
_OTHERS = frozenset({"those", "these"})
"""Pronouns after which a participle only says which people are meant: "two of those shot"."""
_SETTLING = {
    Category.KILLED: frozenset(Category),
    Category.FREED: frozenset(
        {Category.DETAINED, Category.ABDUCTED, Category.TRAPPED, Category.MISSING}
    ),
}
"""What a verb says that settles what the people were said to be before it."""


def harm_of(phrase: Phrase) -> Harm | None:
    """Find what happened to the people of a phrase, if its grammar says so."""
    found = (
        _by_noun(phrase)
        or _by_tree(phrase)
        or (None if phrase.is_whole else _by_following_verb(phrase))
    )
    after = _by_state_at(phrase.last.doc, _past_including(phrase), phrase.node)
    if after is None or phrase.last.lower_ in _OTHERS:
        return found or after
    if found is None or not (after.rule == "state-without-verb" or _agrees(found, after)):
        return after
    return found


def _agrees(found: Harm, after: Harm) -> bool:
    """Whether the tree and the word behind the number tell the same."""
    return found.rule in _NAMING or found.trigger.i == after.trigger.i


def _by_tree(phrase: Phrase) -> Harm | None:
    """What is said of the people before their verb, unless the verb settles it."""
    before = _by_modifier(phrase.node) or _by_last_conjunct(phrase.node) or _by_fate(phrase)
    above = None if phrase.is_whole else _by_governor(phrase.node)
    if before is None or above is None:
        return before or above
    if above.rule == "company" and before.rule != "fate":
        return before
    if before.rule == "fate" or before.category in _SETTLING.get(above.category, ()):
        return above
    return before


def _by_noun(phrase: Phrase) -> Harm | None:
    """Read "12 deaths", "nine bodies", "17 casualties", "140 lives"."""
    head = phrase.head
    if head is None or singular(head) in lexicon.inverted("fates"):
        return None
    if singular(head) == "life" and _takes_lives(head.head):
        return Harm(category=Category.KILLED, trigger=head, rule="lives")
    category = noun_category(head)
    return Harm(category=category, trigger=head, rule="noun") if category else None


def _takes_lives(verb: Token) -> bool:
    return verb.lemma_ in lexicon.table("harm_idioms")["life-takers"]


def _by_fate(phrase: Phrase) -> Harm | None:
    """Read "the twelve hostages", "14 survivors", where nothing else is said of them."""
    head = phrase.head
    if head is None:
        return None
    if category := state(head):
        return Harm(category=category, trigger=head, rule="state-before")  # "two of the injured"
    known = lexicon.inverted("fates").get(singular(head))
    return Harm(category=Category(known), trigger=head, rule="fate") if known else None


def _by_state_at(doc: Doc, index: int, people: Token) -> Harm | None:
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
    category = Category.KILLED if is_fatal else _with_next(token, category)
    return Harm(category=category, trigger=token, rule="state-after")


def _said_by(word: Token, people: Token) -> Category | None:
    """What an adjective or participle right behind people says of them: "two shot dead"."""
    category = state(word)
    is_participle = word.tag_ == "VBN" or (word.tag_ == "VBD" and is_only_transitive(word))
    if category is None and (not is_participle or word.dep_ in ("aux", "auxpass")):
        return None
    frame = frame_of(word, role="object", people=people)
    return frame.category if frame is not None else category


def _by_following_verb(phrase: Phrase) -> Harm | None:
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


def _past_including(phrase: Phrase) -> int:
    """Index after a phrase, and after a remark such as ", including a teenager,"."""
    doc, index = phrase.last.doc, phrase.last.i + 1
    if index + 1 < len(doc) and doc[index].text == "," and doc[index + 1].lower_ == "including":
        for each in doc[index + 1 : index + _LONGEST_REMARK]:
            if each.text == ",":
                return each.i + 1
    return index


def _with_next(token: Token, category: Category) -> Category:
    """The category of "killed and wounded" said of one number."""
    doc = token.doc
    if token.i + 2 < len(doc) and doc[token.i + 1].lower_ in ("and", "or"):
        second = doc[token.i + 2]
        if (other := state(second)) and not acts(second):
            return joint(category, other)
    return category


def _by_modifier(node: Token) -> Harm | None:
    """Read "12 wounded soldiers", "the 12 guards abducted", "four fighters killed on the front"."""
    for each in children(node):
        if each.dep_ in ("acl", "relcl") and is_verb(each):
            role = _role_in_clause(each)
            frame = frame_of(each, role=role, people=node) if role else None
            if frame is not None:
                category = _with_next(each, frame.category)
                return Harm(category=category, trigger=each, rule="participle-after")
        elif each.dep_ == "amod" and (known := state(each)):
            return Harm(category=known, trigger=each, rule="state-before")
    return None


def _by_last_conjunct(node: Token) -> Harm | None:
    """Read "eight women, a girl and four men injured": what follows a list is said of all."""
    last = _last_listed(node)
    if last.i == node.i:
        return None
    found = _by_modifier(last)
    if found is not None and found.rule == "participle-after":
        return found
    return _by_state_at(last.doc, last.right_edge.i + 1, node)


def _last_listed(node: Token) -> Token:
    """The last member of a list that a noun begins."""
    for _ in range(_LONGEST_LIST):
        following = next(
            (
                each
                for each in children(node)
                if each.dep_ in ("conj", "appos") and each.i > node.i and not each.like_num
            ),
            None,
        )
        if following is None:
            return node
        node = following
    return node


def _role_in_clause(verb: Token) -> str | None:
    """What a noun is to the verb of its relative clause, full or reduced.

    Nothing, where the clause has a subject of its own: "30 skiers, of whom 21 were rescued";
    unless it lacks its object: "the peacekeepers they seized".
    """
    subject = child(verb, *SUBJECTS)
    if subject is not None and subject.tag_ not in ("WP", "WDT"):
        is_close = verb.doc[verb.left_edge.i - 1].text != ","  # not "two men, one of them wounded"
        lacks_object = subject.dep_ == "nsubj" and not acts(verb)
        return "object" if is_close and lacks_object and not _has_relative(verb) else None
    is_active = child(verb, "nsubj") is not None or verb.tag_ == "VBG" or acts(verb)
    return "subject" if is_active else "object"


def _has_relative(verb: Token) -> bool:
    """Whether a clause has "whom" or "which" in it, for anything but its object."""
    return any(each.tag_ in ("WP", "WDT", "WRB") for each in verb.doc[verb.left_edge.i : verb.i])


def _by_governor(node: Token) -> Harm | None:
    """Climb from the noun to whatever decides its fate."""
    for token, head in _climb(node):
        if found := by_toll(head, token):
            return found
        if is_verb(head) and token.dep_ in ("prep", "agent"):
            return by_company(head, token)
        if is_verb(head):
            return by_verb(head, token)
        if _leads_elsewhere(token, head):
            return _by_preposition(token, node)
        if head.dep_ == "prep" or head.pos_ == "ADP":
            if found := _by_preposition(head, node):
                return found
        elif found := _state_predicate(head, token):
            return found
    return None


def _leads_elsewhere(token: Token, head: Token) -> bool:
    """Whether a noun with "of" is not the people: "seized control of 12 banks"."""
    if token.dep_ != "prep" or token.lower_ != "of" or not is_noun(head):
        return False
    return singular(head) not in lexicon.words("collectives")


def _climb(node: Token) -> Iterator[tuple[Token, Token]]:
    """Yield pairs of a token and its governor, up to the first verb."""
    for _ in range(_LONGEST_CLIMB):
        head = node.head
        if head.i == node.i:
            return
        yield node, head
        if is_verb(head):
            return
        node = head


def _state_predicate(head: Token, token: Token) -> Harm | None:
    """Read "with 12 others unaccounted for": an adjective that has the people for its subject."""
    category = state(head) if token.dep_ in SUBJECTS else None
    return Harm(category=category, trigger=head, rule="complement") if category else None


def _by_preposition(prep: Token, people: Token | None) -> Harm | None:
    """Read "the deaths of 17 migrants", "a search for 40 more"."""
    noun = prep.head
    if prep.lower_ == "for" and noun.lemma_.lower() in lexicon.table("harm_idioms")["searches"]:
        if people is not None and victim_type(people) in _WANTED:
            return None  # the police search for them
        return Harm(category=Category.MISSING, trigger=noun, rule="search")
    if not is_noun(noun) or prep.lower_ not in ("of", "among"):
        return None
    if singular(noun) == "life" and _takes_lives(noun.head):
        return Harm(category=Category.KILLED, trigger=noun.head, rule="lives")
    event = lexicon.inverted("harm_events").get(singular(noun))
    category = noun_category(noun) or (Category(event) if event else None)
    return Harm(category=category, trigger=noun, rule="noun-of") if category else None

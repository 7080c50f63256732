"""What adjectives, participles and relative clauses say of the people that they belong to."""

from spacy.tokens import Token

from annotations.detect.casualties.harm.following import by_state_at, with_next
from annotations.detect.casualties.harm.frames import frame_of
from annotations.detect.casualties.harm.outcome import Harm, state
from annotations.detect.casualties.harm.verbs import acts
from annotations.detect.tree import SUBJECTS, child, children, is_verb

_LONGEST_LIST = 8
"""Members of a list that are followed to its end."""


def by_modifier(node: Token) -> Harm | None:
    """Read "12 wounded soldiers", "the 12 guards abducted", "four fighters killed on the front"."""
    for each in children(node):
        if each.dep_ in ("acl", "relcl") and is_verb(each):
            role = _role_in_clause(each)
            frame = frame_of(each, role=role, people=node) if role else None
            if frame is not None:
                category = with_next(each, frame.category)
                return Harm(category=category, trigger=each, rule="participle-after")
        elif each.dep_ == "amod" and (known := state(each)):
            return Harm(category=known, trigger=each, rule="state-before")
    return None


def by_last_conjunct(node: Token) -> Harm | None:
    """Read "eight women, a girl and four men injured": what follows a list is said of all."""
    last = _last_listed(node)
    if last.i == node.i:
        return None
    found = by_modifier(last)
    if found is not None and found.rule == "participle-after":
        return found
    return by_state_at(last.doc, last.right_edge.i + 1, node)


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

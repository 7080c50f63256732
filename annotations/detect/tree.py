"""Steps through a dependency tree that stay cheap whatever the parser made of a text.

`Token.subtree` recurses, which is not safe on a sentence of thousands of tokens. Dependency
labels are those of spaCy's English pipelines (ClearNLP's).
"""

from collections.abc import Iterator, Set

from spacy.tokens import Doc, Token

_MOST_CHILDREN = 60
"""Children of a token that are all looked at; sentences of people seldom have more than ten."""

_LONGEST_SENTENCE = 80
"""Words; what is farther apart has been joined by noise."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
COMPLEMENTS = frozenset({"acomp", "oprd", "xcomp", "ccomp", "attr"})


def children(token: Token) -> Iterator[Token]:
    """The children in the order of the text; of a token with very many, only those close by.

    Lists and noise make tokens with thousands of children, and every rule looks at them.
    """
    if token.n_lefts + token.n_rights <= _MOST_CHILDREN:
        yield from token.children
        return
    for each in token.doc[max(0, token.i - _MOST_CHILDREN) : token.i + _MOST_CHILDREN]:
        if each.head.i == token.i and each.i != token.i:
            yield each


def child(token: Token, *labels: str) -> Token | None:
    """The first child with one of the labels."""
    return next((each for each in children(token) if each.dep_ in labels), None)


def is_verb(token: Token) -> bool:
    """Whether the token is a verb, participles and auxiliaries included."""
    return token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB")


def is_noun(token: Token) -> bool:
    """Whether the token is a common noun or a name."""
    return token.pos_ in ("NOUN", "PROPN")


def is_marked(clause: Token, word: str) -> bool:
    """Whether a word such as "that" or "as" begins a clause."""
    mark = child(clause, "mark")
    return mark is not None and mark.lower_ == word


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return verb.tag_ in ("VB", "VBN") and any(
        each.dep_ == "aux" and each.lower_ == "to" for each in children(verb)
    )


def ancestors(token: Token, *, limit: int) -> Iterator[Token]:
    """The governor, its governor and so on, at most `limit` of them."""
    for _ in range(limit):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def is_parted(one: Token, other: Token) -> bool:
    """Whether a semicolon, or more than a sentence's worth of words, stands between two tokens."""
    low, high = sorted((one.i, other.i))
    return high - low > _LONGEST_SENTENCE or any(each.text == ";" for each in one.doc[low:high])


def subject_of(verb: Token, *, addressing: Set[str] = frozenset(), limit: int = 4) -> Token | None:
    """Who does what the verb says: its own subject, or the one it shares with its governor.

    Follows conjunction ("said and added"), participles ("left, saying"), and relative clauses
    back to their noun; for a passive it is the agent.

    Args:
        verb: Any verb.
        addressing: Lemmas of verbs with an object that is never an inverted subject: "told Okoro".
        limit: Steps up the tree.
    """
    for step in range(limit):
        if found := _own_subject(verb, addressing):
            return found
        if passive := child(verb, "nsubjpass"):
            # "was quoted as saying" has its speaker here, "was told that" has none.
            return _antecedent(passive, verb) if step else None
        head = verb.head
        if head.i == verb.i:
            return None
        if verb.dep_ in ("relcl", "acl") and (is_noun(head) or head.pos_ == "PRON"):
            return head
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "prep"):
            return None
        verb = head
    return None


def _own_subject(verb: Token, addressing: Set[str]) -> Token | None:
    if agent := child(verb, "agent"):
        return child(agent, "pobj")
    if subject := child(verb, "nsubj"):
        return _antecedent(subject, verb)
    if verb.lemma_.lower() in addressing:
        return None
    # Inverted ("said Ms Okoro"), the parser may take the speaker for an object.
    after = child(verb, "dobj", "attr", "npadvmod", "oprd")
    if after is not None and after.i > verb.i and after.ent_type_ in ("PERSON", "ORG", "NORP"):
        return after
    return None


def _antecedent(subject: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for, any other subject itself."""
    is_relative = subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl"
    return verb.head if is_relative else subject


def noun_phrase(head: Token, *, without: Token) -> tuple[int, int]:
    """Indexes `[first, after)` of a noun phrase, titles and appositions included.

    Args:
        head: Its head.
        without: The verb it belongs to; a relative clause around it, and a relative clause
            after a comma, are left out.
    """
    doc = head.doc
    first, last = head.left_edge.i, head.right_edge.i
    for each in children(head):
        if each.dep_ in ("relcl", "acl") and each.i > head.i:
            edge = each.left_edge.i
            after_comma = each.dep_ == "relcl" and doc[edge - 1].text == ","
            if after_comma or edge <= without.i <= each.right_edge.i:
                last = min(last, edge - 1)
    if first <= without.i <= last:
        first, last = (first, without.i - 1) if head.i < without.i else (without.i + 1, last)
    last = _before_relative(doc, head.i, last)
    while last > first and (doc[last].is_punct or doc[last].is_space) and doc[last].text != ")":
        last -= 1
    while first < last and (doc[first].is_punct or doc[first].is_space):
        first += 1
    return first, last + 1


def _before_relative(doc: Doc, head: int, last: int) -> int:
    """The token before ", who …" in a phrase, however the parser hung the clause."""
    for index in range(head + 1, last):
        if doc[index].text == "," and doc[index + 1].tag_ in ("WP", "WDT", "WP$"):
            return index - 1
    return last

"""People who are introduced without a name: "A ministry official rejected the charge"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from annotations.detect import lexicon
from annotations.detect.quotes.candidates import Tokens
from annotations.detect.tree import noun_phrase

_INDEFINITE = frozenset(("a", "an", "another", "one"))


def introduced(doc: Doc) -> Iterator[tuple[Token, Tokens]]:
    """Yield the nouns for one person that are subjects with "a" or "one", and their phrases."""
    subject = doc.vocab.strings["nsubj"]
    for noun in doc:
        if noun.dep == subject and noun.tag_ == "NN" and _is_person(noun):
            phrase = noun_phrase(noun, without=noun.head)
            if doc[phrase[0]].lower_ in _INDEFINITE:
                yield noun, phrase


def pronoun_for(noun: Token) -> str | None:
    """What takes a noun up, if it tells: "she" for "a nun"."""
    return lexicon.inverted("gendered_words").get(noun.lemma_.lower())


def is_set_off(name: tuple[int, int], phrase: tuple[int, int], text: str, head: Token) -> bool:
    """Whether a noun for a person ends in their name behind a comma: "the head of X, Eva Lind".

    Args:
        name: Borders of a person's name.
        phrase: Borders of the noun phrase.
        text: The article.
        head: The head of the phrase.
    """
    behind = text[max(phrase[0], name[0] - 2) : name[0]] == ", " and name[1] == phrase[1]
    return behind and head.idx < name[0] and head.tag_ == "NN" and _is_person(head)


def _is_person(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return (
        lemma in lexicon.words("role_nouns")
        or lemma in lexicon.inverted("victims")
        or lemma in lexicon.inverted("gendered_words")
    )

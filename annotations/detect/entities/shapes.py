"""What a name tells of itself, whatever stands around it."""

import re
from collections.abc import Iterator

from annotations.detect import lexicon
from annotations.detect.entities.names import bare, generation
from annotations.detect.places.gazetteer import places

_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}s?|[A-Z]{1,3}o[A-Z][A-Z]?")


def within(text: str) -> Iterator[str]:
    """Yield the ids of the cues in a name itself; `entity_evidence.toml` weighs them."""
    words = bare(text).split()
    words = words[:-1] if len(words) > 2 and generation(text) else words
    lower = [word.strip(".,'’").lower() for word in words]
    yield ("one-word", "two-words", "three-words")[min(len(words), 3) - 1]
    if _ACRONYM.fullmatch(text.replace(" ", "")):
        yield "acronym"
    elif text.isupper():
        yield "capitals"
    yield from _words_of(words, lower) if len(words) > 1 else _word(lower[0])
    if lower[0] in lexicon.inverted("first_names") and not _is_body(lower):
        yield "first-name" if len(words) > 1 else "first-name-alone"
    if any(character.isdigit() for character in text):
        yield "digit"
    if words[0][:1].islower():
        yield "lower-case"


def _word(word: str) -> Iterator[str]:
    nouns = (lexicon.words("body_nouns"), lexicon.words("role_nouns"), lexicon.inverted("victims"))
    if any(word in known for known in nouns):
        yield "common-noun"
    if word.endswith(lexicon.table("words_in_names")["demonym-ending"]):
        yield "demonym-ending"


def _words_of(words: list[str], lower: list[str]) -> Iterator[str]:
    """Yield the cues in a name of several words."""
    bodies, last = lexicon.words("body_nouns"), lower[-1]
    known = lexicon.table("words_in_names")
    if last in bodies or last.removesuffix("s") in bodies:
        yield "body-noun"
    elif not bodies.isdisjoint(lower):
        yield "body-noun-within"
    if last in lexicon.words("place_nouns"):
        yield "place-noun"
    if last in known["body-suffix"]:
        yield "body-suffix"
    if (last in bodies or last in known["body-suffix"]) and places(words[0]):
        yield "body-of-place"
    if not {"of", "for", "and"}.isdisjoint(lower) or "&" in words:
        yield "of-within"
    if lower[1] == "of" and _is_place_noun(lower[0]):
        yield "place-noun-of"
    if lexicon.inverted("before_names").get(lower[0]) == "direction-before":
        yield "direction"


def _is_body(lower: list[str]) -> bool:
    """Whether a name ends in a word for a body: "Victoria Police"."""
    known = lexicon.words("body_nouns") | set(lexicon.table("words_in_names")["body-suffix"])
    return len(lower) > 1 and lower[-1] in known


def _is_place_noun(word: str) -> bool:
    return (
        word in lexicon.words("place_nouns")
        or word in lexicon.table("words_in_names")["place-noun-of"]
    )

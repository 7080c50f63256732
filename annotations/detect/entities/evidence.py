"""What the words around a name tell of whether it is a person's, a body's, a place's, a people's.

Each cue has an id under which `entity_evidence.toml` weighs it. Neighbours count, not the parse:
names are where parsers go wrong, and not every pipeline has one.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from annotations.detect import lexicon
from annotations.detect.entities.mentions import Mention
from annotations.detect.reporting import is_reporting

_AGE = re.compile(r"1?\d{1,2}|aged")
_FINITE = ("VBD", "VBZ", "VBP")


def around(doc: Doc, each: Mention) -> Iterator[str]:
    """Yield the ids of the cues in the words before and after one mention."""
    if each.first:
        yield from _before(doc, doc[each.first - 1])
    if each.after < len(doc):
        yield from _after(doc, doc[each.after])
    if each.first and each.after + 1 < len(doc):
        yield from _speaks(doc, doc[each.first - 1], doc[each.after])


def _speaks(doc: Doc, before: Token, after: Token) -> Iterator[str]:
    """Yield what a report tells of who speaks: "said X, who …", "a spokesman of Y, X, said"."""
    following = doc[after.i + 1]
    if after.text != ",":
        return
    is_source = before.lower_ == "to" and before.i > 0 and doc[before.i - 1].lower_ == "according"
    if following.lower_ in ("who", "whose") and (is_source or is_reporting(before)):
        yield "speaker-who"
    elif before.text == "," and is_reporting(following):
        yield "speaker-framed"


def _before(doc: Doc, before: Token) -> Iterator[str]:
    if "\n" in before.text:
        yield "begins-line"
        return
    noun = _noun_before(doc, before)
    cue = noun or lexicon.inverted("before_names").get(before.lower_) or _kind_before(before)
    if cue is not None:
        yield cue
    if cue == "after-of":
        yield from _of(doc[before.i - 1].lower_ if before.i else "")


def _noun_before(doc: Doc, before: Token) -> str | None:
    """The cue of a title, role or common noun: "President X", "the newspaper X"."""
    word = before.lower_
    plain, titles = word.replace(".", ""), lexicon.words("titles")
    earlier = doc[before.i - 1].lower_ if before.i else ""
    if plain in titles or f"{earlier} {plain}" in titles:
        return "title-before" if before.text[0].isupper() else "role-before"
    if word in lexicon.words("role_nouns"):
        return "role-before"
    if word in lexicon.words("body_nouns"):
        return "body-before"
    return "place-before" if word in lexicon.words("place_nouns") else None


def _kind_before(before: Token) -> str | None:
    if is_reporting(before):
        return "said-before"
    if before.tag_ == "JJ":
        return "adjective-before"
    return "verb-before" if before.tag_ in (*_FINITE, "VB", "VBG") else None


def _of(noun: str) -> Iterator[str]:
    """Yield what the noun before "of" tells: "chairman of X", "residents of X"."""
    known = lexicon.table("words_in_names")
    if noun in lexicon.words("role_nouns") or noun in known["role-of"]:
        yield "role-of"
    elif noun in lexicon.words("place_nouns") or noun in known["place-of"]:
        yield "place-of"


def _after(doc: Doc, after: Token) -> Iterator[str]:
    following = doc[after.i + 1] if after.i + 1 < len(doc) else None
    if after.text in (",", "'s", "’s", "'", "’", "-"):
        yield from _after_mark(doc, after, following)
        return
    if "\n" in after.text:
        yield "ends-line"
        return
    cue = lexicon.inverted("after_names").get(after.lower_) or _noun_after(after.lower_)
    cue = cue or _kind_after(after, following)
    if cue is not None:
        yield cue


def _after_mark(doc: Doc, mark: Token, following: Token | None) -> Iterator[str]:
    """Yield what a comma, possessive or hyphen begins."""
    if mark.text == ",":
        if following is not None:
            yield from _after_comma(doc, following)
    elif mark.text == "-":
        is_based = following is not None and following.lower_ == "based"
        yield "based-after" if is_based else "hyphen-after"
    else:
        yield "owner"


def _noun_after(word: str) -> str | None:
    if word in lexicon.words("place_nouns"):
        return "place-after"
    if word in lexicon.words("role_nouns"):
        return "role-after"
    return "body-after" if word in lexicon.words("body_nouns") else None


def _kind_after(after: Token, following: Token | None) -> str | None:
    if after.like_num:
        return "number-after"
    if _says(after, following):
        return "says-after"
    if after.tag_ in (*_FINITE, "MD"):
        return "verb-after"
    if after.tag_ in ("NN", "NNS"):
        return "noun-after"
    return "name-after" if after.tag_ in ("NNP", "NNPS") else None


def _says(after: Token, following: Token | None) -> bool:
    if is_reporting(after):
        return True
    is_skipped = after.pos_ in ("ADV", "AUX")
    return is_skipped and following is not None and is_reporting(following)


def _after_comma(doc: Doc, following: Token) -> Iterator[str]:
    word = following.lower_
    if word in ("who", "whose", "whom"):
        yield "who-after"
    elif _AGE.fullmatch(word):
        yield "age-after"
    elif word in ("a", "an", "the") and following.i + 1 < len(doc):
        noun = _noun_after(doc[following.i + 1].lower_)
        if noun is not None:
            yield f"{noun}-comma"
    elif word in lexicon.words("role_nouns"):
        yield "role-after-comma"
    elif following.tag_ in ("NNP", "NNPS"):
        yield "name-after-comma"

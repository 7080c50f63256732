"""What tells whether a name is a person's, a body's, a place's or a people's.

Each cue has an id under which `entity_evidence.toml` weighs it.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from annotations.detect import lexicon
from annotations.detect.entities.mentions import Mention
from annotations.detect.entities.names import bare
from annotations.detect.reporting import is_reporting

_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,7}s?|[A-Z]{1,3}o[A-Z][A-Z]?")
_AGE = re.compile(r"1?\d{1,2}")
_DIRECTIONS = frozenset(
    ("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central")
    + ("northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern")
    + ("southeastern", "southwestern", "downtown", "nearby", "neighbouring", "neighboring")
)
_PREPOSITIONS = {
    "in": "after-in",
    "inside": "after-in",
    "across": "after-in",
    "throughout": "after-in",
    "near": "after-in",
    "outside": "after-in",
    "around": "after-in",
    "at": "after-at",
    "from": "after-from",
    "to": "after-to",
    "into": "after-to",
    "towards": "after-to",
    "toward": "after-to",
    "of": "after-of",
    "by": "after-by",
    "with": "after-with",
    "for": "after-with",
    "against": "after-with",
    "and": "after-and",
    "on": "after-on",
    "as": "after-as",
    "between": "after-in",
}
_CONTESTS = frozenset(
    ("v", "vs", "beat", "beats", "defeated", "edged", "routed", "thrashed", "downed", "blanked")
    + ("trounced", "outplayed", "hosted", "striker", "midfielder", "defender", "goalkeeper")
    + ("batsman", "bowler", "pitcher", "quarterback")
)
"""Words between or beside the names of teams."""
_PEOPLE = frozenset(
    ("people", "peoples", "community", "communities", "tribe", "tribes", "clan", "clans", "elder")
    + ("elders", "woman", "women", "man", "men", "youth", "families", "children", "culture")
    + ("language", "heritage", "traditions", "customs", "nationalist", "nationalists", "ethnic")
    + ("minority", "population", "refugees", "migrants", "settlers", "pilgrims", "clergy", "faith")
    + ("descent", "origin", "ancestry", "cuisine", "dishes", "dialect", "dialects", "descendants")
)
_STATE = frozenset(
    ("government", "authorities", "officials", "army", "military", "president", "economy", "border")
    + ("capital", "forces", "troops", "soldiers", "counterpart", "citizen", "citizens", "national")
    + ("nationals", "police", "parliament", "ambassador", "embassy", "leaders", "fighters", "voters")
    + ("militants", "farmers", "students", "villagers", "company")
)


def around(doc: Doc, each: Mention) -> Iterator[str]:
    """Yield the ids of the cues in the words before and after one mention."""
    before = doc[each.first - 1] if each.first else None
    if before is not None:
        yield from _before(doc, each, before)
    else:
        yield "begins-text"
    if each.after < len(doc):
        yield from _after(doc, each, doc[each.after])


def within(text: str) -> Iterator[str]:
    """Yield the ids of the cues in a name itself."""
    words = bare(text).split()
    yield ("one-word", "two-words", "three-words")[min(len(words), 3) - 1]
    if _ACRONYM.fullmatch(text.replace(" ", "")):
        yield "acronym"
    elif text.isupper():
        yield "capitals"
    lower = [word.strip(".,'’").lower() for word in words]
    last = lower[-1]
    if len(words) > 1:
        singular = last.removesuffix("s")
        if last in lexicon.words("body_nouns") or singular in lexicon.words("body_nouns"):
            yield "body-noun"
        elif set(lower) & lexicon.words("body_nouns"):
            yield "body-noun-within"
        if last in lexicon.words("place_nouns"):
            yield "place-noun"
        if last in _SUFFIXES:
            yield "firm-suffix"
        if "of" in lower or "for" in lower or "&" in words or "and" in lower:
            yield "of-within"
        if lower[1] == "of" and lower[0] in _STATES | lexicon.words("place_nouns"):
            yield "place-noun-of"
        if lower[0] in _DIRECTIONS:
            yield "direction"
    elif last in lexicon.words("body_nouns") or last in lexicon.words("role_nouns"):
        yield "common-noun"
    if lower[0] in lexicon.inverted("first_names"):
        yield "first-name" if len(words) > 1 else "first-name-alone"
    if any(character.isdigit() for character in text):
        yield "digit"
    if last.endswith(_DEMONYM_ENDINGS) and len(words) == 1:
        yield "demonym-ending"
    if words[0][:1].islower():
        yield "lower-case"


_STATES = frozenset(("republic", "kingdom", "emirate", "sultanate", "commonwealth", "gulf", "bay"))
_SUFFIXES = frozenset(
    ("ltd", "inc", "corp", "co", "llc", "plc", "gmbh", "ag", "sa", "group", "holdings", "bank")
    + ("party", "ministry", "university", "association", "council", "commission", "agency", "news")
    + ("times", "post", "daily", "institute", "foundation", "committee", "department", "office")
)
_DEMONYM_ENDINGS = ("ian", "ians", "ese", "ish", "ist", "ists", "ans", "ite", "ites")


def _before(doc: Doc, each: Mention, before: Token) -> Iterator[str]:
    word = before.lower_
    earlier = doc[before.i - 1].lower_ if before.i else ""
    plain = word.replace(".", "")
    if "\n" in before.text:
        yield "begins-line"
    elif plain in lexicon.words("titles") or f"{earlier} {plain}" in lexicon.words("titles"):
        yield "title-before" if before.text[0].isupper() else "role-before"
    elif word in lexicon.words("role_nouns"):
        yield "role-before"
    elif word in lexicon.words("body_nouns"):
        yield "body-before"
    elif word in lexicon.words("place_nouns"):
        yield "place-before"
    elif word == "the":
        yield "the-before"
    elif word in _PREPOSITIONS:
        yield _PREPOSITIONS[word]
        if word == "of":
            yield from _of(doc, before)
    elif word in _DIRECTIONS:
        yield "direction-before"
    elif before.text in ("“", '"', "‘", "'"):
        yield "mark-before"
    elif before.like_num:
        yield "number-before"
    elif word in _CONTESTS:
        yield "contest-before"
    elif word in ("surnamed", "named", "nicknamed", "aka"):
        yield "named-before"
    elif before.text == "(":
        yield "bracket-before"
    elif before.text == ",":
        yield "comma-before"
    elif word in ("'s", "’s"):
        yield "owner-before"
    elif is_reporting(before):
        yield "said-before"
    elif before.tag_ == "JJ":
        yield "adjective-before"
    elif before.tag_ in ("VBD", "VBZ", "VBP", "VB", "VBG"):
        yield "verb-before"


def _of(doc: Doc, of: Token) -> Iterator[str]:
    """What the noun before "of" tells: "chairman of X", "province of X", "residents of X"."""
    noun = doc[of.i - 1].lower_ if of.i else ""
    if noun in lexicon.words("role_nouns"):
        yield "role-of"
    elif noun in lexicon.words("place_nouns"):
        yield "place-of"
    elif noun in ("people", "residents", "citizens", "north", "south", "east", "west", "outskirts"):
        yield "place-of"
    elif noun in ("member", "members", "founder", "part", "ceo", "head", "leaders", "director"):
        yield "role-of"


def _after(doc: Doc, each: Mention, after: Token) -> Iterator[str]:
    word = after.lower_
    following = doc[after.i + 1] if after.i + 1 < len(doc) else None
    if word == ",":
        if following is not None:
            yield from _after_comma(doc, following)
    elif word in ("'s", "’s", "'", "’"):
        yield "owner"
        if following is not None and following.lower_ in lexicon.words("kin"):
            yield "kin-after"
    elif word == "who":
        yield "who-after"
    elif word == "-" and following is not None and following.lower_ in ("based", "born", "backed"):
        yield f"{following.lower_}-after"
    elif word == "-":
        yield "hyphen-after"
    elif word == "(":
        yield "bracket-after"
    elif word in _PEOPLE:
        yield "people-after"
    elif word in _STATE:
        yield "state-after"
    elif word in lexicon.words("place_nouns"):
        yield "place-after"
    elif word in lexicon.words("role_nouns"):
        yield "role-after"
    elif word in lexicon.words("body_nouns"):
        yield "body-after"
    elif word in _CONTESTS:
        yield "contest-after"
    elif word == "and":
        yield "and-after"
    elif after.like_num:
        yield "number-after"
    elif "\n" in after.text:
        yield "ends-line"
    elif _says(after, following):
        yield "says-after"
    elif after.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        yield "verb-after"
    elif after.tag_ in ("NN", "NNS"):
        yield "noun-after"
    elif after.tag_ in ("NNP", "NNPS"):
        yield "name-after"


def _says(after: Token, following: Token | None) -> bool:
    if is_reporting(after):
        return True
    is_skipped = after.pos_ in ("ADV", "AUX")
    return is_skipped and following is not None and is_reporting(following)


def _after_comma(doc: Doc, following: Token) -> Iterator[str]:
    word = following.lower_
    if word in ("who", "whose", "whom"):
        yield "who-after"
    elif _AGE.fullmatch(word) or (word == "aged"):
        yield "age-after"
    elif word in ("a", "an", "the") and following.i + 1 < len(doc):
        noun = doc[following.i + 1]
        if noun.lower_ in lexicon.words("role_nouns"):
            yield "role-after-comma"
        elif noun.lower_ in lexicon.words("body_nouns"):
            yield "body-after-comma"
        elif noun.lower_ in lexicon.words("place_nouns"):
            yield "place-after-comma"
    elif word in lexicon.words("role_nouns"):
        yield "role-after-comma"
    elif following.tag_ in ("NNP", "NNPS"):
        yield "name-after-comma"

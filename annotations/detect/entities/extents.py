"""Names that the recogniser cut short, grown to where they begin and end."""

import re
from collections.abc import Iterable, Iterator

from annotations.detect import lexicon
from annotations.detect.entities.known import known_names
from annotations.detect.entities.mentions import Mention, Source
from annotations.detect.entities.names import generation, title_length

_HYPHENED = re.compile(r"[-‐][^\W\d_]+")
_INITIALS = re.compile(r"(?:^|(?<=[\s(“\"]))((?:[A-Z]\. ?){1,3}|[A-Z]{1,3} )$")
_OFFICE = re.compile(r"(?:['’]s|s['’]) (?:[A-Z]\w+ )?([A-Z]\w+)")
_FIRST_NAME = re.compile(r"(?:^|(?<=\s))[^\W\d_a-zß-öø-ÿ][\w’'-]*[a-zß-öø-ÿ] $")
_LONGEST_FIRST_NAME = 24
_WORD_AFTER = re.compile(r" ([^\W\d_][\w’'-]*)")
_LONGEST_SURNAME = 40
_LONGEST = 60
"""Characters of a person's name that is put together from parts."""
_LONGEST_INITIALS = 8


def grown(source: Source, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions, people among them with their initials and hyphened parts.

    Two people with nothing but a blank between them are one: "Andrés Manuel" "López Obrador".
    """
    last: Mention | None = None
    for each in mentions:
        whole = _whole(source, each)
        if last is not None and _is_one_name(source, last, whole):
            last = _spanning(source, last.start, whole.end, last)
            continue
        if last is not None:
            yield last
        last = whole
    if last is not None:
        yield last


def _whole(source: Source, each: Mention) -> Mention:
    match each.label:
        case "PERSON":
            return _with_parts(source, each)
        case "ORG":
            return _with_office(source, each)
    return each


def _with_office(source: Source, each: Mention) -> Mention:
    """A body that was cut at its possessive: "Prosecutor General's Office"."""
    office = _OFFICE.match(source.text, each.end)
    if office is None or office[1].lower() not in lexicon.words("body_nouns"):
        return each
    return _spanning(source, each.start, office.end(), each)


def _with_parts(source: Source, each: Mention) -> Mention:
    start, end = _before_particle(source, each), _after_particle(source.text, each)
    hyphened = _HYPHENED.match(source.text, end)
    if hyphened is not None and hyphened[0][1:] not in lexicon.words("name_suffixes"):
        end = hyphened.end()
    before = source.text[max(0, start - _LONGEST_INITIALS) : start]
    initials = _INITIALS.search(before)
    if initials is not None and before.endswith(" ") and not _is_word(initials[1].strip()):
        start -= len(initials[1])
    return each if (start, end) == (each.start, each.end) else _spanning(source, start, end, each)


def _after_particle(text: str, each: Mention) -> int:
    """Where a person's name ends that was cut at a particle: "Ursula von der" Leyen."""
    particles = lexicon.words("name_particles")
    at, is_cut = each.end, each.text.rpartition(" ")[2] in particles
    for word in _WORD_AFTER.finditer(text, each.end, each.end + _LONGEST_SURNAME):
        if word.start() != at:
            break
        if word[1] in particles:
            at, is_cut = word.end(), True
        else:
            return word.end() if is_cut and word[1][0].isupper() else each.end
    return each.end


def _before_particle(source: Source, each: Mention) -> int:
    """Where a person's name begins that was cut at a particle: Staffan "de Mistura"."""
    if each.text.partition(" ")[0] not in lexicon.words("name_particles") or not each.first:
        return each.start
    before = source.text[max(0, each.start - _LONGEST_FIRST_NAME) : each.start]
    first = _FIRST_NAME.search(before)
    is_name = source.doc[each.first - 1].tag_ in ("NNP", "")
    if first is None or not is_name or title_length([first[0].strip()]):
        return each.start
    return each.start - len(first[0])


def _is_word(initials: str) -> bool:
    """Whether capitals before a name are a title, a body or a word: "MP", "US", "A"."""
    plain = initials.replace(".", "").replace(" ", "")
    is_title = plain.lower() in lexicon.words("titles")
    return is_title or initials in known_names() or plain in ("A", "I")


def _is_one_name(source: Source, one: Mention, other: Mention) -> bool:
    both = one.label == other.label == "PERSON"
    is_short = other.end - one.start <= _LONGEST
    is_whole = generation(one.text) or one.text.endswith(".")
    return both and is_short and not is_whole and source.text[one.end : other.start] == " "


def _spanning(source: Source, start: int, end: int, each: Mention) -> Mention:
    whole = source.mention(start, end, label=each.label, rule=each.rule)
    return whole if whole is not None else each

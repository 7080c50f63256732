"""Names that the recogniser cut short, grown to where they begin and end."""

import re
from collections.abc import Iterable, Iterator

from annotations.detect import lexicon
from annotations.detect.entities.known import known_names
from annotations.detect.entities.mentions import Mention, Source

_HYPHENED = re.compile(r"[-‐][^\W\d_]+")
_INITIALS = re.compile(r"(?:^|(?<=[\s(“\"]))((?:[A-Z]\. ?){1,3}|[A-Z]{1,3} )$")
_OFFICE = re.compile(r"(?:['’]s|s['’]) (?:[A-Z]\w+ )?([A-Z]\w+)")
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
    start, end = each.start, each.end
    hyphened = _HYPHENED.match(source.text, end)
    if hyphened is not None and hyphened[0][1:] not in lexicon.words("name_suffixes"):
        end = hyphened.end()
    before = source.text[max(0, start - _LONGEST_INITIALS) : start]
    initials = _INITIALS.search(before)
    if initials is not None and before.endswith(" ") and not _is_word(initials[1].strip()):
        start -= len(initials[1])
    return each if (start, end) == (each.start, each.end) else _spanning(source, start, end, each)


def _is_word(initials: str) -> bool:
    """Whether capitals before a name are a title, a body or a word: "MP", "US", "A"."""
    plain = initials.replace(".", "").replace(" ", "")
    is_title = plain.lower() in lexicon.words("titles")
    return is_title or initials in known_names() or plain in ("A", "I")


def _is_one_name(source: Source, one: Mention, other: Mention) -> bool:
    both = one.label == other.label == "PERSON"
    is_short = other.end - one.start <= _LONGEST
    return both and is_short and source.text[one.end : other.start] == " "


def _spanning(source: Source, start: int, end: int, each: Mention) -> Mention:
    whole = source.mention(start, end, label=each.label, rule=each.rule)
    return whole if whole is not None else each

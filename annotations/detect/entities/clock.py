"""Times of day: "2.08am", "half past six", "at eight", "Friday evening", stamps of live blogs."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from annotations.detect import lexicon
from annotations.detect.entities.mentions import Mention, Source

_STAMP = re.compile(r"^\d{1,2}[:.]\d\d(?![\d.:]|[ ]?[ap]\.?m)(?=[ \n:–—-])", re.MULTILINE)
_FEWEST_STAMPS = 3
"""Paragraphs that begin with a stamp; fewer are chance."""
_WITH_HALF = r"(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\ ?[ap](?:\.m\.|m\b)"
_DOTTED = re.compile(r"\d\.[0-5]\d ?[ap]\.?m")
_ANYTHING_COUNTED = ("NN", "NNS", "NNP", "NNPS", "JJ", "CD", "SYM", "HYPH", "$")
"""Tags of words that make a number before them no time: "at eight hospitals"."""
_NO_TIME_BEFORE = frozenset(("of", "per", "percent", "%", "to", "or", "-", "–"))


def clock_times(source: Source) -> Iterator[Mention]:
    """Yield the times of day; one that is a part of another among them, too."""
    yield from _mentions(source, _stamps(source.text), rule="stamp")
    spans = {
        match.span("time") for pattern in _patterns() for match in pattern.finditer(source.text)
    }
    yield from _mentions(source, sorted(spans), rule="clock")
    hours = {match.span("time") for match in _bare(source.text)}
    for each in _mentions(source, sorted(hours), rule="clock"):
        if not _counts_something(source, each):
            yield each


def _mentions(source: Source, spans: Iterable[tuple[int, int]], *, rule: str) -> Iterator[Mention]:
    for start, end in spans:
        found = source.mention(start, end, label="TIME", rule=rule)
        if found is not None:
            yield found


def _stamps(text: str) -> list[tuple[int, int]]:
    """The times that paragraphs begin with, if that is how the article is written."""
    stamps = [match.span() for match in _STAMP.finditer(text)]
    return stamps if len(stamps) >= _FEWEST_STAMPS else []


def _bare(text: str) -> Iterator[re.Match[str]]:
    """Yield hours that are nothing but a number after "at"; "2.08" only beside "2.08am"."""
    for pattern in _hours_alone():
        yield from pattern.finditer(text)
    if _DOTTED.search(text):
        yield from _dotted_alone().finditer(text)


def _counts_something(source: Source, each: Mention) -> bool:
    """Whether a number has a word behind it that it can count, or a verb before it that counts."""
    following = source.doc[each.after : each.after + 1]
    before = source.doc[max(0, each.first - 1)]
    if before.lower_ == "at" and before.head.lemma_ in lexicon.table("clock_words")["counting"]:
        return True
    return any(
        token.tag_ in _ANYTHING_COUNTED or token.lower_ in _NO_TIME_BEFORE for token in following
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """What is a time whatever stands around it."""
    hour, parts = _any("hours"), _any("parts")
    nearly = f"{_any('nearly')}|{_any('near')}"
    day = _day()
    past = rf"(?:{_any('fractions')}|(?:{_any('minutes')})\ minutes?)\ (?:past|to|before|after)"
    of_day = rf"(?:\ (?:in\ the|that|this)\ (?:{parts})|\ on\ the\ (?:{parts})\ of\ {day})?"
    clock = rf"(?:{past}\ )(?:{hour})(?:\ o[’']clock)?|(?:{hour})\ o[’']clock|{_WITH_HALF}"
    whole = rf"(?:(?:{nearly})\ )?(?:{clock}){of_day}"
    named = rf"(?:that\ |early\ |late\ )?(?:{_any_weekday()})\ (?:{parts})"
    opened = rf"the\ (?:{_any('openings')})\ of\ {day}"
    that = rf"that\ (?:same\ )?(?:{parts})"
    in_part = rf"(?:{hour})\ (?:in\ the|that)\ (?:{parts})"
    the = rf"(?:in|during|through|into)\ (?P<time>the\ (?:{parts}))(?!\ of\b)"
    moment = rf"(?:at|until|till|by|since|before|after)\ (?P<time>{_any('moments')})"
    anything = rf"(?P<time>{'|'.join((whole, in_part, named, opened, that))})"
    return _compiled(anything), _compiled(the), _compiled(moment)


@cache
def _hours_alone() -> tuple[re.Pattern[str], ...]:
    """An hour after "at", one that "shortly after" makes a time, and one that opens a sentence."""
    at, hours = _any("at"), _any("hours")
    near, nearly = _any("near"), _any("nearly")
    return (
        _compiled(rf"(?:{at})\ (?P<time>(?:(?:{near}|{nearly})\ )?(?:{hours}))"),
        _compiled(rf"(?P<time>(?:{near})\ (?:{hours}))"),
        _compiled(rf"(?:(?<=[.!?]\ )|(?<=\n))(?P<time>(?:{nearly})\ (?:{hours}))"),
    )


@cache
def _dotted_alone() -> re.Pattern[str]:
    number = rf"(?P<time>(?:(?:{_any('nearly')})\ )?\d{{1,2}}\.[0-5]\d)"
    return _compiled(rf"(?:{_any('at')}|between|from)\ {number}")


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){pattern}(?![\w-])", re.VERBOSE | re.IGNORECASE)


def _any(key: str) -> str:
    """An entry of a list, the longest first."""
    entries = sorted(lexicon.table("clock_words")[key], key=len, reverse=True)
    return "|".join(re.escape(entry) for entry in entries)


def _any_weekday() -> str:
    return "|".join(lexicon.sections("date_words")["weekdays"])


def _day() -> str:
    """A day by its name or date: "Saturday", "March 11, 2011", "3 October", "the 14th"."""
    months = "|".join(lexicon.sections("date_words")["months"])
    date = rf"(?:{months})\ \d{{1,2}}(?:,?\ \d{{4}})?|\d{{1,2}}\ (?:{months})(?:\ \d{{4}})?"
    return rf"(?:{date}|{_any_weekday()}|the\ \d{{1,2}}(?:st|nd|rd|th))"

"""The filter that a command line gives as words."""

import re
from argparse import ArgumentParser
from collections.abc import Iterable

from annotations.filters import Query, parsed

HELP = """\
filters, of which an article has to fit all:
  word "some words"                 in title or text; the last one perhaps unfinished
  source: tag:                      a word of it: source:reuters, or all of it in quotation marks;
                                    tag: also finds what stands below it, and tags of annotations
  place: person: org: name:         a name in it, merged names included: place:aleppo
  after: before: on:                published in [after, before): after:2016-05 before:2016-06-10
  is:unrun is:new is:unreviewed is:begun is:later is:reviewed is:excluded is:unplaced
  is:copy is:deleted
  has:names has:quotes has:figures has:tags has:note has:copies
A comma means “or” (tag:aid,food), a minus “not” (write it behind a -- by itself: -- -tag:done).
"""

_ONE_VALUE = re.compile(r'(-?[A-Za-z]+:)([^":]*\s[^":]*)')


def add_filter(parser: ArgumentParser, *, required: bool = False) -> None:
    """Add the arguments."""
    parser.add_argument(
        "words",
        metavar="FILTER",
        nargs="+" if required else "*",
        help="words to look for, and conditions such as source:reuters (see below)",
    )


def filter_of(words: Iterable[str]) -> Query:
    """Read the words as one filter.

    The shell takes the quotation marks of `person:"Abu Omar"` away; they are put back.

    Raises:
        FilterError: If something is asked for that there is not.
    """
    return parsed(" ".join(_requoted(word) for word in words))


def _requoted(word: str) -> str:
    one = _ONE_VALUE.fullmatch(word)
    return word if one is None else f'{one[1]}"{one[2]}"'

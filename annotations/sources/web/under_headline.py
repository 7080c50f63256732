"""The lines between a headline and its article that are about it: bylines, dates, tools."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from annotations.sources.web.boilerplate import is_boilerplate
from annotations.sources.web.page_dates import has_date, is_date_line
from annotations.sources.web.titles import squeezed

_SENTENCE = re.compile(r""".{80,}|(?:\S+\s+){7,}\S*[.!?؟。]["'”’»)]*""", re.DOTALL)
_BYLINE = re.compile(
    r"(?i:by|from|words by|text by|reported by|reporting by|written by|story by|posted by"
    r"|photographs? by|von|par|por|di|door|av|af)\s+[^\W\d_a-z].{1,90}",
    re.DOTALL,
)
_ADDRESS = re.compile(r"\w+://")
_BEHIND_STANDFIRST = 3
"""Lines behind the first sentence."""
_SHORT = 110
"""Characters of a line about an article."""
_AROUND_NAME = 40
"""Letters that stand beside a name in a byline: where the author is, and for whom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an article before its text is, squeezed."""

    titles: Collection[str]
    authors: Collection[str]
    site: str


def parted(lines: Sequence[str], known: Known) -> tuple[list[str], list[str]]:
    """Part the lines about an article from the article.

    Only lines before its first sentence are looked at, which may be a standfirst; right behind
    that, what can be nothing else. What is not told, such as a caption, stays.

    Returns:
        The lines about it, and the lines of it.
    """
    begin = next((i for i, line in enumerate(lines) if _SENTENCE.fullmatch(line)), len(lines))
    while begin < len(lines) and _is_title(lines[begin], known):
        begin += 1
    about: list[str] = []
    article: list[str] = []
    for number, line in enumerate(lines):
        surely = number <= begin + _BEHIND_STANDFIRST and _is_surely_about(line)
        (about if surely or (number < begin and _is_about(line, known)) else article).append(line)
    return about, article


def _is_title(line: str, known: Known) -> bool:
    return squeezed(line) in known.titles


def _is_surely_about(line: str) -> bool:
    return not any(map(str.isalpha, line)) or is_date_line(line)


def _is_about(line: str, known: Known) -> bool:
    if _is_title(line, known) or is_boilerplate(line) or _is_surely_about(line):
        return True
    if len(line) > _SHORT:
        return False
    bare = squeezed(line)
    return (
        has_date(line)
        or bool(_ADDRESS.search(line))
        or (bool(_BYLINE.fullmatch(line)) and not line.rstrip().endswith((".", "?", "!")))
        or _names(bare, known.authors)
        or _names(bare, (known.site,))
    )


def _names(bare: str, names: Iterable[str]) -> bool:
    return any(name and name in bare and len(bare) <= len(name) + _AROUND_NAME for name in names)

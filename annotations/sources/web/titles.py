"""What an article is called, without the name of the site that pages add to it."""

import re
from collections.abc import Iterable

from annotations.text import clean_line

_BETWEEN = re.compile(r"\s+(?:[|\-–—·•»«:]|::|//)+\s+|\s*\|\s*|:\s+")
_NO_LETTER = re.compile(r"[\W_]+")
_CUT = re.compile(r"\s*(?:\.\.\.|…)$")
_BETWEEN_LAST = re.compile(r"(?:[|\-–—·•»«:]|::|//)\s+$")
_FEWEST_WORDS = 3
_ALIKE = 0.6
"""Part of the words of the shorter of two titles that both have if they are of one article."""


def title_of(
    given: Iterable[str],
    headings: Iterable[str],
    early: Iterable[str] = (),
    *,
    site: Iterable[str] = (),
) -> str:
    """Choose the title.

    A heading that agrees with what the page says elsewhere is what a person sees as the headline;
    what is said for search engines and social networks may be shortened or sharpened.

    Args:
        given: Titles for machines, the likeliest first.
        headings: The headings of the first level on the page.
        early: Whatever stands at the beginning of the page; of no matter unless a title for
            machines begins or ends with it.
        site: What the site is called, in all the ways that are known.

    Returns:
        The title on one line; empty if there is none.
    """
    known = [bare for each in given if (bare := without_site(clean_line(each), site))]
    seen = [bare for each in headings if (bare := without_site(clean_line(each), site))]
    agreeing = (heading for heading in seen if any(_agree(heading, title) for title in known))
    parts = (line for line in early if any(_is_part(line, title) for title in known))
    return next(agreeing, None) or next(parts, None) or next(iter((*known, *seen)), "")


def without_site(title: str, site: Iterable[str]) -> str:
    """A title without the site's name before or behind it; empty if it is nothing else.

    Without such a name at hand, a last part of one to three words behind a bar is taken for one.
    """
    called = [squeezed(name) for name in site if name]
    if squeezed(title) in called:
        return ""
    for match in reversed(list(_BETWEEN.finditer(title))):
        if any(_is_site(title[match.end() :], name) for name in called):
            return without_site(title[: match.start()], site)
    for match in _BETWEEN.finditer(title):
        if any(_is_site(title[: match.start()], name) for name in called):
            return title[match.end() :]
    before, bar, last = title.rpartition("|")
    if bar and before.strip() and len(last.split()) <= 3:
        return before.strip()
    return title


def squeezed(text: str) -> str:
    """The letters and digits of a text, by which two are compared."""
    return _NO_LETTER.sub("", text).casefold()


def _is_site(part: str, name: str) -> bool:
    """Whether a part of a title is a site's name, or that with a section."""
    bare = squeezed(part)
    return bool(bare) and (bare == name or (len(name) > 3 and name in bare and len(part) < 40))


def _is_part(line: str, title: str) -> bool:
    """Whether a line is the rest of a title beside the names of a site and its sections."""
    if len(line.split()) < _FEWEST_WORDS:
        return False
    rest = title.replace(line, "", 1) if line in title else title
    return rest != title and (not rest or bool(_BETWEEN.match(rest) or _BETWEEN_LAST.search(rest)))


def _agree(heading: str, title: str) -> bool:
    one, other = squeezed(heading), squeezed(_CUT.sub("", title))
    if not one or not other:
        return False
    if one in other or other in one:
        return min(len(one), len(other)) * 3 > max(len(one), len(other))
    words, others = set(heading.casefold().split()), set(title.casefold().split())
    return len(words & others) >= _ALIKE * min(len(words), len(others))

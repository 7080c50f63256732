"""Full names that begin with a known first name: "Fanta Diallo"."""

import re
from collections.abc import Iterator
from functools import cache

from annotations.detect import lexicon
from annotations.detect.entities.boundaries import stripped
from annotations.detect.entities.mentions import NAME_TAGS, Mention, Source
from annotations.detect.entities.names import title_length

_TAGS = NAME_TAGS | {"HYPH", "POS"}
"""Of the words of a full name, with what joins them."""
_FULL = r"""
(?<![\w.’'-]) ([A-Z][a-zà-öø-ÿ]+ (?:-[A-Z][a-zà-öø-ÿ]+)?)
((?:\ (?:[A-Z]\.|al-|el-|PARTICLES))*
(?:\ ?[A-Z] (?:(?!['’]s\b)[\w’'-])* [a-zà-öø-ÿ]){1,2}) (?![\w-])
"""


def full_names(source: Source) -> Iterator[Mention]:
    """Yield what reads like a person's full name, whatever the recogniser made of it."""
    known = lexicon.inverted("first_names")
    for match in _full().finditer(source.text):
        if match[1].lower() not in known or title_length(match[0].split(" ")):
            continue
        found = source.mention(*stripped(source.text, *match.span()), label="", rule="full-name")
        if found is not None and _is_tagged_as_name(source, found):
            yield found


@cache
def _full() -> re.Pattern[str]:
    particles = "|".join(sorted(map(re.escape, lexicon.words("name_particles"))))
    return re.compile(_FULL.replace("PARTICLES", particles), re.VERBOSE)


def _is_tagged_as_name(source: Source, found: Mention) -> bool:
    """Whether no word of it is an ordinary one, as far as the pipeline tags words."""
    return all(
        token.tag_ in _TAGS or not token.text[0].isupper()
        for token in source.doc[found.first : found.after]
    )

"""What an article says that people are known as: "Mohamed Dagalo, known as Hemedti".

Free of spaCy.
"""

from collections.abc import Iterable
from itertools import pairwise

from annotations.detect import lexicon
from annotations.detect.entities.names import bare

_LONGEST = 50
"""Characters between the two names."""
_MARKS = " ,(“‘\"'\n—–-"


def nicknames(text: str, people: Iterable[tuple[int, int]]) -> dict[str, str]:
    """The full name of each person by the nickname that the text gives beside it.

    Args:
        text: The article.
        people: Borders of its mentions of people, in the order of the text.
    """
    phrases = lexicon.inverted("nickname_phrases")
    found: dict[str, str] = {}
    for (start, end), (following, last) in pairwise(people):
        between = text[end:following] if following - end <= _LONGEST else ""
        kind = phrases.get(between.strip(_MARKS).lower())
        names = bare(text[start:end]), bare(text[following:last])
        if kind is not None and names[0] != names[1]:
            full, short = names if kind == "known-as" else names[::-1]
            found.setdefault(short, full)
    return found

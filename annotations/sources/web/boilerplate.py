"""What pages say around articles, and what the elements are called that hold it.

Texts are matched whole, so a paragraph that only contains such words stays.
"""

import re
import tomllib
from pathlib import Path

_LONGEST = 220
"""Characters; whatever is longer was written for the article."""

_LISTS: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
_NAMES = re.compile(
    r"(?:^|[\s_-])(?<!\bno-)(?<!\bhas-)(?<!\bwith-)"
    rf"(?:{'|'.join(_LISTS.pop('names'))})(?=$|[\s_-])",
    re.IGNORECASE,
)
_NO_ARTICLE = re.compile(
    "|".join(text for texts in _LISTS.values() for text in texts), re.IGNORECASE
)


def is_boilerplate(text: str) -> bool:
    """Whether a line is what pages say around articles: "Read more", "Advertisement"."""
    line = " ".join(text.split())
    return len(line) <= _LONGEST and _NO_ARTICLE.fullmatch(line) is not None


def names_furniture(names: str) -> bool:
    """Whether an element with these classes and this id stands beside articles, by its names."""
    return bool(_NAMES.search(names))

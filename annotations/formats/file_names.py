"""Names of files for articles: readable, the same every time, and safe on every system."""

import hashlib
import re

from annotations.model import Article
from annotations.text import without_accents

_LONGEST = 60
"""Characters of what is taken from a title; with the date and a hash that leaves room for folders
below the 260 characters of a path that Windows takes."""
_APOSTROPHES = re.compile("['’]")
_OTHER = re.compile("[^a-z0-9]+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789"),
}
"""What no file can be called on Windows, whatever follows a dot in its name."""
_HASH = 8


class FileNames:
    """Gives each article a name that no other has had, without its ending.

    Names have small ASCII letters, digits and hyphens alone, so those that differ here differ
    where case or the composition of letters does not count. A name says the day and the title;
    where another article has it already, a hash of the id follows.

    >>> names = FileNames()
    >>> names.name_of(Article(id="a", text="", title="Día 1: the pause", published="2016-10-20"))
    '2016-10-20-dia-1-the-pause'
    >>> names.name_of(Article(id="b", text="", title="Día 1: the pause", published="2016-10-20"))
    '2016-10-20-dia-1-the-pause-3e23e816'
    """

    def __init__(self) -> None:
        """No name is taken yet."""
        self._taken: set[str] = set()

    def name_of(self, article: Article) -> str:
        """The name for an article."""
        name = plain = readable_name(article)
        length = _HASH
        while name in self._taken:
            name = f"{plain}-{_hash(article.id, length)}"
            length += _HASH
        self._taken.add(name)
        return name


def readable_name(article: Article) -> str:
    """What the file of an article is called if no other is; never empty."""
    words = _slug(article.title) or _slug(article.id) or "article"
    day = _DAY.match(article.published or "")
    name = f"{day[0]}-{words}" if day else words
    return f"article-{name}" if name in _RESERVED else name


def _slug(text: str) -> str:
    """The words of a text with hyphens between; as many as there is room for."""
    plain = _APOSTROPHES.sub("", without_accents(text)).lower()
    slug = _OTHER.sub("-", plain[: 4 * _LONGEST]).strip("-")
    if len(slug) <= _LONGEST:
        return slug
    return slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]


def _hash(article_id: str, length: int) -> str:
    digest = hashlib.sha256(article_id.encode("utf-8", errors="backslashreplace")).hexdigest()
    return digest[:length] if length <= len(digest) else f"{digest}-{length}"

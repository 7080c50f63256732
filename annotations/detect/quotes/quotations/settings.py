"""What stands around a quoted region: the rest of its sentence, and what kind of words it holds."""

from dataclasses import dataclass

from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.quotes.marks import Region

MARKS = "“”„‟«»‹›‘’\"'` "
_LONGEST_TITLE = 8
"""Words in the title of a book, film or programme."""
_BULLETS = " \t•·◦▪*-–"
_SHORT = 3
"""Letters of words that titles leave in lower case: "of the"."""
_BEFORE_TITLES = frozenset(("on", "in", "of", "called", "titled", "entitled", "with", "for"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A region and what stands around it."""

    region: Region
    paragraph: int
    head: tuple[int, int]
    """The rest of the sentence before it."""
    tail: tuple[int, int]
    """The rest of the sentence after it."""
    words: int
    last_mark: str
    """The last character inside the marks."""
    opens_paragraph: bool
    is_title: bool
    """Whether it looks like the title of a work: "Meet the Press"."""

    @property
    def is_sentence(self) -> bool:
        """Whether a full stop inside the marks ends it, so that what follows is another one."""
        return self.region.closed and self.last_mark == "."

    @property
    def ends_like_speech(self) -> bool:
        """Whether a sentence can end, or a "she said" follow, where the region ends."""
        return self.last_mark in tuple(".?!,…") or not self.region.closed


def setting(layout: ArticleLayout, index: int) -> Setting:
    """The setting of the region with an index."""
    regions, text = layout.regions.all, layout.text
    region = regions[index]
    inner = text[region.start : region.end].strip(MARKS)
    head = layout.before(region, regions[index - 1] if index else None)
    paragraph = layout.paragraph(region.start)
    start, _ = layout.paragraphs[paragraph]
    return Setting(
        region=region,
        paragraph=paragraph,
        head=head,
        tail=layout.after(region, regions[index + 1] if index + 1 < len(regions) else None),
        words=len(inner.split()),
        last_mark=inner[-1:],
        opens_paragraph=_first(text, start, region.start) == region.start,
        is_title=_is_title(inner, text[slice(*head)]),
    )


def _first(text: str, start: int, end: int) -> int:
    """Where a paragraph begins to say something, `end` at the latest."""
    while start < end and text[start] in _BULLETS:
        start += 1
    return start


def _is_title(inner: str, before: str) -> bool:
    """Whether all words but short ones begin with a capital, and the words before fit a title."""
    words = inner.strip(",.").split()
    if not 0 < len(words) <= _LONGEST_TITLE or inner.endswith(("?", "!")):
        return False
    long = [word for word in words if len(word) > _SHORT or word == words[0]]
    if not all(word[:1].isupper() or word[:1].isdigit() for word in long):
        return False
    last = before.split()[-1:]
    follows = bool(last) and (last[0].lower() in _BEFORE_TITLES or last[0].endswith(("'s", "’s")))
    return follows or (len(long) > 1 and bool(before.strip()) and before.rstrip()[-1] not in ",:")

"""What a sentence says around a phrase that names its source: "A, according to X, B"."""

from collections.abc import Iterator

from annotations.detect.quotes.candidates import Attribution, Tokens
from annotations.detect.quotes.clauses.stretches import Stretch
from annotations.detect.quotes.layout import ArticleLayout

_SEPARATORS = ",—–-"
_ENDS = " .,;:—–-"
_FAR = 150
"""Characters in which there are more words than any of the limits here."""
_SECOND_PART = 6
"""Words after "A, according to X, B" from which on B is reported too."""
_JOINING = frozenset(("and", "but", "so", "yet"))


def around_phrase(
    layout: ArticleLayout, phrase: Tokens, said: Attribution, *, fewest: int = _SECOND_PART
) -> Iterator[Stretch]:
    """Yield what stands in the sentence before or behind a phrase, or both.

    Args:
        layout: The article.
        phrase: The tokens of the phrase, its commas left out.
        said: What the phrase says of its sentence.
        fewest: Words behind the phrase that are reported too where others stand before it.
    """
    opening = layout.doc[layout.sentences.first(phrase[0])]
    closing = layout.doc[layout.sentences.after(phrase[0]) - 1]
    first, last = layout.doc[phrase[0]], layout.doc[phrase[1] - 1]
    end = last.idx + len(last)
    before = layout.strip(opening.idx, first.idx, _SEPARATORS)
    behind = layout.strip(end, closing.idx + len(closing), _ENDS)
    for start, stop in _parts(layout, before, behind, end, fewest):
        if layout.has_words(start, stop):
            yield Stretch(start=start, end=stop, said=said)


def _parts(
    layout: ArticleLayout, before: tuple[int, int], behind: tuple[int, int], end: int, fewest: int
) -> list[tuple[int, int]]:
    """Which of the stretches before and behind the phrase is reported, or both."""
    words = _first_words(layout, *before)
    if not words or (len(words) == 1 and words[0].lower() in _JOINING):
        return [behind]
    is_framed = layout.text[end : end + 1] in _SEPARATORS
    more = len(_first_words(layout, *behind)) > fewest
    return [before, behind] if is_framed and more else [before]


def _first_words(layout: ArticleLayout, start: int, end: int) -> list[str]:
    """The words of a stretch, enough of them to tell how long it is."""
    return layout.text[start : min(end, start + _FAR)].split()

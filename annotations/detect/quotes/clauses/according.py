"""What stands in a sentence with "according to X"."""

from collections.abc import Iterator

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.quotes.candidates import Attribution
from annotations.detect.quotes.clauses.stretches import Stretch
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.reporting import according_to_whom, is_according_to

_SEPARATORS = ",—–-"
_ENDS = " .,;:—–-"
_LONGEST_SOURCE = 25
"""Tokens in the noun phrase after "according to"."""
_FAR = 150
"""Characters in which there are more words than any of the limits here."""
_SECOND_PART = 6
"""Words after "A, according to X, B" from which on B is reported too."""


def according_to(layout: ArticleLayout) -> Iterator[Stretch]:
    """Yield the sentence of every "according to", without the phrase itself."""
    strings = layout.doc.vocab.strings
    lower, capital = strings["according"], strings["According"]
    for token in layout.doc:
        if token.orth not in (lower, capital) or not is_according_to(token):
            continue
        if layout.regions.at(token.idx) is None:
            yield from _around(layout, token)


def _around(layout: ArticleLayout, token: Token) -> Iterator[Stretch]:
    source = according_to_whom(token)
    if source is None or _is_measure(layout.doc[slice(*source)].root):
        return
    speaker = source[0], min(source[1], source[0] + _LONGEST_SOURCE)
    said = Attribution(rule="according-to", cue=(token.i, token.i + 2), speaker=speaker)
    opening = layout.doc[layout.sentences.first(token.i)]
    closing = layout.doc[layout.sentences.after(token.i) - 1]
    last = layout.doc[speaker[1] - 1]
    end = last.idx + len(last)
    before = layout.strip(opening.idx, token.idx, _SEPARATORS)
    behind = layout.strip(end, closing.idx + len(closing), _ENDS)
    for start, stop in _parts(layout, before, behind, end):
        if layout.has_words(start, stop):
            yield Stretch(start=start, end=stop, said=said)


def _first_words(layout: ArticleLayout, start: int, end: int) -> list[str]:
    """The words of a stretch, enough of them to tell how long it is."""
    return layout.text[start : min(end, start + _FAR)].split()


def _is_measure(head: Token) -> bool:
    """Whether a noun is no source: "according to plan", "according to their size"."""
    return head.lemma_.lower() in lexicon.words("measures")


def _parts(
    layout: ArticleLayout, before: tuple[int, int], behind: tuple[int, int], end: int
) -> list[tuple[int, int]]:
    """Which of the stretches before and behind the phrase is reported, or both."""
    words = _first_words(layout, *before)
    if not words or (len(words) == 1 and words[0].lower() in ("and", "but", "so", "yet")):
        return [behind]
    is_framed = layout.text[end : end + 1] == ","
    more = len(_first_words(layout, *behind)) > _SECOND_PART
    return [before, behind] if is_framed and more else [before]

"""An article laid out for finding quotes: paragraphs, sentences, quoted regions."""

import re
from bisect import bisect_right

from spacy.tokens import Doc

from annotations.detect.quotes.candidates import Tokens
from annotations.detect.quotes.marks import Region, Regions, pair
from annotations.detect.sentences import Sentences
from annotations.text import paragraphs

_SENTENCE_END = re.compile(r"[.!?][\"”')]*(?:\s+(?=[A-Z“\"«„])|\s*$)")
_SEMICOLON = re.compile(r";(?! (?:and |but )?(?:that|whether)\b)")
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Sgt|Lt|Col|Capt|Maj|Cmdr|Adm|Jr|Sr|St|Prof|Rev|[A-Z])$"
)


class ArticleLayout:
    """Where things stand in an article."""

    def __init__(self, doc: Doc) -> None:
        """Args:
        doc: The parsed article.
        """
        self.doc = doc
        self.text: str = doc.text
        self.sentences = Sentences(doc)
        self.regions = Regions(pair(self.text))
        self.paragraphs = list(paragraphs(self.text))
        self.semicolons = [
            each.start()
            for each in _SEMICOLON.finditer(self.text)
            if self.regions.at(each.start()) is None
        ]
        """Those that part two statements, outside quotation marks."""
        self._paragraph_starts = [start for start, _ in self.paragraphs]

    def paragraph(self, offset: int) -> int:
        """Index of the paragraph that a character stands in."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def before(self, region: Region, previous: Region | None) -> tuple[int, int]:
        """The rest of the sentence before a region, back to the quotation before it."""
        start, _ = self.paragraphs[self.paragraph(region.start)]
        if previous is not None:
            start = max(start, previous.end)
        for match in _SENTENCE_END.finditer(self.text, start, region.start):
            if not _ABBREVIATION.search(self.text[max(0, match.start() - 6) : match.start()]):
                start = match.end()
        return start, region.start

    def after(self, region: Region, following: Region | None) -> tuple[int, int]:
        """The rest of the sentence after a region, up to the quotation after it."""
        _, end = self.paragraphs[self.paragraph(region.start)]
        if following is not None:
            end = min(end, max(following.start, region.end))
        for match in _SENTENCE_END.finditer(self.text, region.end, end):
            if not _ABBREVIATION.search(self.text[max(0, match.start() - 6) : match.start()]):
                return region.end, match.end()
        return region.end, end

    def tokens(self, start: int, end: int) -> Tokens | None:
        """Indexes of the tokens that share a character with a stretch; null for none."""
        span = self.doc.char_span(start, end, alignment_mode="expand")
        return None if span is None else (span.start, span.end)

    def strip(self, start: int, end: int, characters: str) -> tuple[int, int]:
        """The stretch without blanks and the given characters at its ends."""
        while start < end and (self.text[start].isspace() or self.text[start] in characters):
            start += 1
        while end > start and (self.text[end - 1].isspace() or self.text[end - 1] in characters):
            end -= 1
        return start, end

    def has_words(self, start: int, end: int) -> bool:
        """Whether any letter or digit stands in a stretch."""
        return any(character.isalnum() for character in self.text[start:end])

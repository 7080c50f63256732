"""A text as words, numerals and marks, each with its offsets. Free of spaCy."""

import re

HYPHEN = "-"
DASH = "–"
APOSTROPHE = "'"
PARAGRAPH = "\n\n"
"""How the blank line between two paragraphs reads, so that no wording reaches over it."""

_FOLDED = str.maketrans({"’": APOSTROPHE, "‐": HYPHEN, "‑": HYPHEN, "‒": DASH})
_LOOKALIKES = (
    r"(?i:https?://|www\.)\S+",
    r"\[\d{1,4}\]",  # a reference
    r"\(\d{2,3}\) ?\d{3,4}[ -]\d{4}(?!\d)",  # telephone numbers
    r"\(0\d{1,4}\) ?\d[\d ]{4,9}\d",
    r"\+\d{1,3}(?:[ .-]\(?\d{1,5}\)?){2,5}",
)
"""Text full of digits that counts nothing; each is one word, in which no number begins."""
_NUMERALS = (
    r"\d{1,3}(?P<blank>[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}])\d{3}"
    r"(?:(?P=blank)\d{3})*(?!\d)",
    r"\d+(?:[.,']\d+)*",
)
_PARAGRAPH_BREAK = r"\n[^\S\n]*\n\s*"
_WORD = re.compile(
    "|".join((*_LOOKALIKES, r"[^\W\d_]+", *_NUMERALS, _PARAGRAPH_BREAK, r"[^\w\s]|_"))
)


class Words:
    """The words of a text in lower case, with one form of hyphen and of apostrophe."""

    def __init__(self, text: str) -> None:
        """Args:
        text: Any text.
        """
        self._text = text.translate(_FOLDED)
        spans = [match.span() for match in _WORD.finditer(self._text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.lower = [_read(self._text[start:end]) for start, end in spans]

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, index: int) -> str:
        """The word in lower case; empty beyond either end."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def touches(self, index: int) -> bool:
        """Whether the word follows the one before it without a blank."""
        return 0 < index < len(self) and self.starts[index] == self.ends[index - 1]

    def is_glued(self, index: int) -> bool:
        """Whether the word is a mark with words touching it on both sides."""
        return self.touches(index) and self.touches(index + 1)

    def after_hyphen(self, index: int) -> int:
        """The index after a hyphen at `index` that joins two words; `index` if there is none."""
        return index + 1 if self.at(index) == HYPHEN and self.is_glued(index) else index

    def before_hyphen(self, index: int) -> int:
        """The index before a hyphen at `index` that joins two words; `index` if there is none."""
        return index - 1 if self.at(index) == HYPHEN and self.is_glued(index) else index

    def is_after_blank(self, index: int) -> bool:
        """Whether just one ordinary blank parts the word from the one before it."""
        return 0 < index < len(self) and (
            self._text[self.ends[index - 1] : self.starts[index]] == " "
        )

    def is_small(self, index: int) -> bool:
        """Whether the word is written in small letters."""
        if not 0 <= index < len(self):
            return False
        word = self._text[self.starts[index] : self.ends[index]]
        return word.isalpha() and word.islower()


def _read(word: str) -> str:
    return word.lower() if word.strip() else PARAGRAPH

"""spaCy's tokeniser in a process of its own: JSON lines in, JSON lines out.

Each line in, a text as a JSON string, is answered by `{"tokens": [[start, end, space], …],
"sentences": [[first, end], …]}`: stretches of the text, whether a blank follows, and the tokens of
each sentence. A paragraph ends a sentence. Blank space is in no token.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.util import get_lang_class

LONGEST = 1_000_000
"""Characters that are tokenised at a time; a longer text is parted at its paragraphs."""


def english() -> Language:
    """English as the default pipeline tokenises it, with sentences by their punctuation."""
    language = get_lang_class("en")()
    language.add_pipe("sentencizer")
    return language


def tokens_of(language: Language, text: str) -> dict[str, Any]:
    """The answer to one text."""
    tokens: list[tuple[int, int, bool]] = []
    sentences: list[tuple[int, int]] = []
    for start, paragraph in _paragraphs(text):
        for sentence in language(paragraph).sents:
            first = len(tokens)
            tokens += (
                (start + each.idx, start + each.idx + len(each), bool(each.whitespace_))
                for each in sentence
                if not each.is_space
            )
            if len(tokens) > first:
                sentences.append((first, len(tokens)))
    return {"tokens": tokens, "sentences": sentences}


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Where each paragraph begins, and its text."""
    start = 0
    for line in text.split("\n"):
        for offset in range(0, len(line), LONGEST):
            yield start + offset, line[offset : offset + LONGEST]
        start += len(line) + 1


def main() -> None:
    """Answer until the input ends."""
    language = english()
    for line in sys.stdin:
        print(json.dumps(tokens_of(language, json.loads(line))), flush=True)


if __name__ == "__main__":
    main()

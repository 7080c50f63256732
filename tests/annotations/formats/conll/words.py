"""What the tests of both formats need: words, files in memory."""

import re
from collections.abc import Mapping

from annotations.formats import AnnotatedArticle, Format, Token, Tokens, Writing
from annotations.sources import input_of_bytes

_WORD = re.compile(r"(\w+|[^\w\s])(\s*)")
_SENTENCE_END = {".", "!", "?"}


def tokenise(text: str) -> Tokens:
    """Words and single signs; a full stop or a line break ends a sentence."""
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    first = 0
    for match in _WORD.finditer(text):
        tokens.append(Token(*match.span(1), match[2] == " "))
        if match[1] in _SENTENCE_END or "\n" in match[2] or match.end() == len(text):
            sentences.append((first, len(tokens)))
            first = len(tokens)
    return Tokens(tokens=tuple(tokens), sentences=tuple(sentences))


def files_of(format_: Format, *articles: AnnotatedArticle, **settings: str) -> Mapping[str, str]:
    """The files of a folder by their names."""
    found: dict[str, str] = {}
    for piece in format_.write(articles, Writing(settings=settings, tokenise=tokenise)):
        found[piece.file] = found.get(piece.file, "") + piece.data  # type: ignore[union-attr, operator]
    return found


def read_text(format_: Format, text: str) -> tuple[list[AnnotatedArticle], list[str]]:
    """The articles of a file called x, and what is told about the rest."""
    assert format_.read is not None
    found = list(format_.read(input_of_bytes(text.encode(), name="x")))
    articles = [each for each in found if isinstance(each, AnnotatedArticle)]
    return articles, [str(each) for each in found if not isinstance(each, AnnotatedArticle)]

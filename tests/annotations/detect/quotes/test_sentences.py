"""Every marked text gives the quotes marked in it, and no others."""

from collections.abc import Callable
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from annotations.model import Quote
from tests.annotations.detect.quotes.marked import Marked, read_articles, read_sentences

_HERE = Path(__file__).parent
_NOT_YET = frozenset((_HERE / "not_yet.txt").read_text(encoding="utf-8").splitlines())
"""Names of the texts in which the detector is known to fall short."""


def _case(text: Marked, name: str) -> ParameterSet:
    marks = [pytest.mark.xfail(reason="not found yet")] if name in _NOT_YET else []
    return pytest.param(text, id=name, marks=marks)


_SENTENCES = [
    _case(sentence, f"{file.stem}: {sentence.text[:60]}")
    for file in sorted(_HERE.glob("sentences/[a-z]*.txt"))
    for sentence in read_sentences(file)
]
_ARTICLES = [
    _case(article, f"{file.stem}: {introduction}")
    for file in sorted(_HERE.glob("articles/[a-z]*.txt"))
    for introduction, article in read_articles(file).items()
]


@pytest.mark.parametrize("sentence", _SENTENCES)
def test_the_quotes_of_a_sentence(quotes: Callable[[str], list[Quote]], sentence: Marked) -> None:
    assert sentence.faults(quotes(sentence.text)) == []


@pytest.mark.parametrize("article", _ARTICLES)
def test_the_quotes_of_an_article(quotes: Callable[[str], list[Quote]], article: Marked) -> None:
    assert article.faults(quotes(article.text)) == []

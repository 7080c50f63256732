"""Every marked sentence gives the figures marked in it, and no others."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotations.model import CasualtyFigure
from tests.annotations.detect.casualties.marked import Marked, read_sentences

_FILES = sorted(Path(__file__).with_name("sentences").glob("[a-z]*.txt"))
_SENTENCES = [
    pytest.param(sentence, id=f"{file.stem}: {sentence.text[:60]}")
    for file in _FILES
    for sentence in read_sentences(file)
]


@pytest.mark.parametrize("sentence", _SENTENCES)
def test_the_figures_of_a_sentence(
    figures: Callable[[str], list[CasualtyFigure]], sentence: Marked
) -> None:
    assert sentence.faults(figures(sentence.text)) == []

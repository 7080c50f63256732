"""Whatever the text: nothing breaks, and every figure stands where it says."""

import tomllib
from collections.abc import Iterator
from datetime import date
from importlib import resources
from itertools import pairwise
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations import offsets
from annotations.detect import lexicon
from annotations.detect.pipeline import Pipeline
from annotations.model import CasualtyFigure
from tests.annotations.detect.casualties.hostile import HOSTILE

_UNPARSED = Pipeline(spacy.blank("en"))


def _check(pipeline: Pipeline, text: str) -> list[CasualtyFigure]:
    """Find the figures of a text, and make sure that they fit it and one another."""
    found = pipeline.detect(text, published=date(2016, 10, 27))
    figures = [each for each in found if isinstance(each, CasualtyFigure)]
    for figure in figures:
        offsets.check(figure, text)
        for span in filter(None, (figure.part_of, figure.claimed_in)):
            assert text[span.start : span.end] == span.text
    stated = sorted((each.start, each.end) for each in figures if not each.implicit)
    assert all(one_end <= start for (_, one_end), (start, _) in pairwise(stated))
    return figures


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text(default_pipeline: Pipeline, text: str) -> None:
    _check(default_pipeline, text * 50)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("", 0),
        (" \n\n ", 0),
        ("12", 0),
        ("1 2 3 4 5", 0),
        ("12,13;14.15", 0),
        ("٣٠ ٤٠ قتيلا", 0),
        ("12 شخصا قتلوا, 12 people were killed", 1),
        ("\u202812 killed\u2029", 1),
        ("💥 12 people 👨\u200d👩\u200d👧 were killed 💥💥", 1),
        ("1" * 5_000, 0),
        ("killed " * 1_000, 0),
        ("a" * 5_000 + " 12 people were killed.", 1),
    ],
)
def test_odd_text(default_pipeline: Pipeline, text: str, figures: int) -> None:
    assert len(_check(default_pipeline, text)) == figures


def test_a_thousand_of_them(default_pipeline: Pipeline) -> None:
    _check(default_pipeline, "Twelve people died, two " + "of them " * 1_000 + "children.")


def test_brackets_in_brackets(default_pipeline: Pipeline) -> None:
    _check(default_pipeline, "(" * 500 + "12 people were killed" + ")" * 500)


def test_figures_are_found_among_capitals_and_rows(default_pipeline: Pipeline) -> None:
    (shouted,) = _check(default_pipeline, "POLICE SAID 12 PEOPLE WERE KILLED IN THE BLAST.")
    assert (shouted.text, shouted.category) == ("12 PEOPLE", "killed")
    rows = _check(default_pipeline, "Idlib: 12 killed\nHama: 4 wounded\n")
    assert [(each.text, each.category) for each in rows] == [("12", "killed"), ("4", "injured")]


def _strings(value: Any) -> Iterator[str]:
    """All strings in what a TOML file holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in (*value, *value.values()):
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _lexicon_words() -> list[str]:
    """Every word that any list or table of the lexicon has."""
    found: set[str] = set()
    for file in resources.files(lexicon).iterdir():
        stem, _, kind = file.name.rpartition(".")
        if kind == "txt":
            found |= lexicon.words(stem)
        elif kind == "toml":
            found |= set(_strings(tomllib.loads(file.read_text(encoding="utf-8"))))
    return sorted(found)


_NUMBERS = ["12", "1,300", "2.5 million", "two", "a dozen", "dozens", "no", "one", "10 to 15", "9"]
_GLUE = [
    "",
    " ",
    " ",
    " ",
    " ",
    "\n",
    ", ",
    ". ",
    "; ",
    "-",
    "“",
    "” ",
    " (",
    ") ",
    " of ",
    " and ",
]
_WORDS = st.one_of(
    st.sampled_from(_NUMBERS),
    st.sampled_from(["killed", "wounded", "people", "of them", "the army said", "on Tuesday"]),
    st.sampled_from(_lexicon_words()),
)
_GLUED = st.lists(st.tuples(_WORDS, st.sampled_from(_GLUE)), max_size=30).map(
    lambda pairs: "".join(word + glue for word, glue in pairs)
)


@settings(max_examples=30)
@given(text=_GLUED)
def test_words_glued_at_random(default_pipeline: Pipeline, text: str) -> None:
    _check(default_pipeline, text)
    _check(default_pipeline, text.upper())


@given(_GLUED)
def test_words_glued_at_random_without_a_parser(text: str) -> None:
    _check(_UNPARSED, text)


@settings(max_examples=30)
@given(
    text=st.text(
        st.sampled_from("12 0,.-–killedpeoplewr\n\t()“”'’😀\u200f\u200bقتيل½²٣"), max_size=80
    )
)
def test_characters_glued_at_random(default_pipeline: Pipeline, text: str) -> None:
    _check(default_pipeline, text)

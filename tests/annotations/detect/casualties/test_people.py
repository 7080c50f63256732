"""Who is counted: groups, kinds, and nouns that no list holds."""

from collections.abc import Callable

import pytest

from annotations.detect.casualties.people.likeness import likeness_to_people
from annotations.detect.pipeline import Pipeline
from annotations.model import CasualtyFigure

Figures = Callable[[str], list[CasualtyFigure]]


@pytest.mark.parametrize(
    ("sentence", "group", "kind"),
    [
        ("Fourteen Kenyan soldiers were killed.", "Kenyan", "soldier"),
        ("Planes killed 60 Taliban fighters.", "Taliban", "militant"),
        ("Three Iraqis were shot dead.", "Iraqis", "person"),
        ("Two South African nurses were kidnapped.", "South African", "worker"),
        ("Nine villagers were killed.", None, "civilian"),
        ("The death toll rose to 31.", None, None),
    ],
)
def test_group_and_kind(figures: Figures, sentence: str, group: str | None, kind: str) -> None:
    (figure,) = figures(sentence)
    assert (figure.victim_group, figure.victim_type) == (group, kind)


@pytest.mark.parametrize(("people", "thing"), [("dacoits", "warheads"), ("bandits", "rockets")])
def test_people_are_more_like_people(default_pipeline: Pipeline, people: str, thing: str) -> None:
    vocab = default_pipeline._nlp.vocab
    of_people, of_thing = (likeness_to_people(word, vocab) for word in (people, thing))
    assert of_people is not None and of_thing is not None
    assert of_people > 0 > of_thing


def test_a_word_without_a_vector_is_like_nothing(default_pipeline: Pipeline) -> None:
    assert likeness_to_people("qwrtzpsdf", default_pipeline._nlp.vocab) is None

"""What a format does not carry is counted, and is what is missing after a round trip."""

from dataclasses import replace

import pytest

from annotations.formats import AnnotatedArticle, Losses, count_lost, stripped
from annotations.formats.carrying import EVERYTHING, everything_but, only
from annotations.model import Entity, Layer


def lost(annotated: AnnotatedArticle, carries: frozenset[str]) -> list[str]:
    losses = Losses()
    count_lost(annotated, carries, losses)
    return list(losses)


def test_nothing_is_lost_where_everything_is_carried(annotated: AnnotatedArticle) -> None:
    assert lost(annotated, EVERYTHING) == []
    assert stripped(annotated, EVERYTHING) == annotated


def test_what_says_something_and_is_not_carried_is_counted(annotated: AnnotatedArticle) -> None:
    carries = everything_but("article.note", "*.cue", "casualties", "quotes.note")
    assert lost(annotated, carries) == [
        "the note of 1 articles",
        "the cue of 1 quotes",
        "1 figures",
    ]


def test_what_says_nothing_is_not_lost(annotated: AnnotatedArticle) -> None:
    bare = replace(annotated, article=replace(annotated.article, note=None), annotations=())
    assert lost(bare, everything_but("article.note", "quotes.cue")) == []


def test_names_known_as_others_are_counted(annotated: AnnotatedArticle) -> None:
    known = replace(annotated, known_as={("PERSON", "Mara Dell"): "Mara J. Dell"})
    assert lost(known, everything_but("entities.known_as")) == [
        "what 1 names are known as in other articles"
    ]


def test_what_is_left_after_a_round_trip(annotated: AnnotatedArticle) -> None:
    left = stripped(annotated, only("article.id", "entities", "entities.label", "*.status"))
    (name,) = left.annotations
    assert isinstance(name, Entity)
    assert (name.label, name.status, name.name) == ("PERSON", "accepted", None)
    assert (left.article.id, left.article.title, left.article.tags) == ("a-1", "", ())
    assert left.article.text == annotated.article.text


def test_a_pattern_that_fits_nothing_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="is nothing that there is to carry"):
        only("entities.colour")


def test_numbers_are_counted_together() -> None:
    losses = Losses()
    assert not losses
    losses.add("{} names that overlap another", 0)
    losses.add("{} names that overlap another", 1_234)
    losses.add("{} names that overlap another")
    assert list(losses) == ["1,235 names that overlap another"]


def test_every_layer_is_there_to_carry() -> None:
    assert set(Layer) < EVERYTHING

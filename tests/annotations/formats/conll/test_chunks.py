"""Annotations as stretches of words, with what that costs counted."""

from dataclasses import replace

from annotations.formats import Losses
from annotations.formats.conll.chunks import Chunk, chunks_of
from annotations.model import Entity, Status
from tests.annotations.formats.conll.words import tokenise
from tests.annotations.formats.hard_articles import entity

TEXT = "Mara Dell-Ross spoke. Oslo listened."


def chunks(*names: Entity, parted: bool = True) -> tuple[list[Chunk], list[str]]:
    losses = Losses()
    found = chunks_of(names, tokenise(TEXT), words="names", losses=losses, parted=parted)
    return found, list(losses)


def test_words() -> None:
    assert chunks(entity(TEXT, "Mara Dell-Ross", "P"), entity(TEXT, "Oslo", "G")) == (
        [Chunk(0, 4, "P"), Chunk(6, 7, "G")],
        [],
    )


def test_borders_inside_words() -> None:
    assert chunks(entity(TEXT, "ara De", "P"), entity(TEXT, "Oslo ", "G")) == (
        [Chunk(0, 2, "P"), Chunk(6, 7, "G")],
        ["the borders of 2 names, now those of words"],
    )


def test_the_longest_stays() -> None:
    found, told = chunks(
        entity(TEXT, "Mara", "A"),
        entity(TEXT, "Mara Dell", "B"),
        entity(TEXT, "Dell-Ross", "C"),
        entity(TEXT, "Dell-Ross", "D"),
    )
    assert found == [Chunk(0, 1, "A"), Chunk(1, 4, "C")]
    assert told == ["2 names that overlap another"]


def test_what_runs_on_is_parted() -> None:
    name = entity(TEXT, "spoke. Oslo", "E")
    parts = [Chunk(4, 6, "E"), Chunk(6, 7, "E", goes_on=True)]
    assert chunks(name) == (parts, ["that 1 names run on from one sentence to the next"])
    assert chunks(name, parted=False) == (parts, [])


def test_what_is_left_out() -> None:
    rejected = replace(entity(TEXT, "Oslo", "G"), status=Status.REJECTED)
    assert chunks(rejected, entity(TEXT, " ", "G")) == (
        [],
        ["1 names that were rejected", "1 names without any word"],
    )


def test_labels_that_no_column_holds() -> None:
    assert chunks(entity(TEXT, "Oslo", "my place|=")) == (
        [Chunk(6, 7, "my_place")],
        ["the signs in the labels of 1 names"],
    )

"""Tags in every scheme, and what stands in files that are not quite in any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.formats.conll.chunks import Chunk
from annotations.formats.conll.schemes import SCHEMES, Fault, chunks_in, is_loose, tags_of

CHUNKS = [Chunk(1, 3, "PER"), Chunk(3, 4, "PER"), Chunk(5, 6, "ORG")]


@pytest.mark.parametrize(
    ("scheme", "tags"),
    [
        ("bio2", "O B-PER I-PER B-PER O B-ORG O"),
        ("iob1", "O I-PER I-PER B-PER O I-ORG O"),
        ("bioes", "O B-PER E-PER S-PER O S-ORG O"),
    ],
)
def test_chunks_as_tags_and_back(scheme: str, tags: str) -> None:
    assert tags_of(7, CHUNKS, scheme) == tags.split()
    assert is_loose([tags.split()]) is (scheme == "iob1")
    assert list(chunks_in(tags.split(), is_loose=scheme == "iob1")) == CHUNKS


def found(tags: str) -> list[Chunk | Fault]:
    return list(chunks_in(tags.split(), is_loose=is_loose([tags.split()])))


def test_what_begins_without_a_beginning_is_told_and_taken() -> None:
    assert found("B-PER O I-ORG I-ORG") == [
        Chunk(0, 1, "PER"),
        Fault(2, "I-ORG begins what no B begins"),
        Chunk(2, 4, "ORG"),
    ]
    assert found("B-PER I-ORG") == [
        Chunk(0, 1, "PER"),
        Fault(1, "I-ORG begins what no B begins"),
        Chunk(1, 2, "ORG"),
    ]


def test_bilou_and_labels_with_hyphens() -> None:
    assert found("B-QUOTE-X I-QUOTE-X L-QUOTE-X U-A _ -") == [
        Chunk(0, 3, "QUOTE-X"),
        Chunk(3, 4, "A"),
    ]


def test_what_is_no_tag() -> None:
    assert found("PER B- X-PER B-PER") == [
        Fault(0, "'PER' is no tag"),
        Fault(1, "'B-' is no tag"),
        Fault(2, "'X-PER' is no tag"),
        Chunk(3, 4, "PER"),
    ]


def test_nothing_follows_across_sentences() -> None:
    chunks = [Chunk(0, 1, "A"), Chunk(1, 2, "A")]
    assert tags_of(2, chunks, "iob1") == ["I-A", "B-A"]
    assert tags_of(2, chunks, "iob1", starts={0, 1}) == ["I-A", "I-A"]


@st.composite
def _chunks(draw: st.DrawFn) -> tuple[int, list[Chunk]]:
    place, chunks = 0, []
    for gap, length, label in draw(
        st.lists(st.tuples(st.integers(0, 2), st.integers(1, 3), st.sampled_from("AB")), max_size=6)
    ):
        chunks.append(Chunk(place + gap, place + gap + length, label))
        place += gap + length
    return place + draw(st.integers(0, 2)), chunks


@given(_chunks(), st.sampled_from(SCHEMES))
def test_any_chunks_come_back(case: tuple[int, list[Chunk]], scheme: str) -> None:
    count, chunks = case
    tags = tags_of(count, chunks, scheme)
    assert len(tags) == count
    assert list(chunks_in(tags, is_loose=scheme == "iob1")) == chunks

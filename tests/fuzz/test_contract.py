"""Whatever bytes go in, clean articles and errors come out: of every kind that there is."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations.model import Article
from annotations.sources import all_kinds, input_of_bytes, read_input
from annotations.sources.head import Head
from annotations.sources.registry import kind_of
from tests.fuzz.contract import check, check_items
from tests.fuzz.hostile import PIECES
from tests.fuzz.seeds import PACKINGS, SUFFIXES, TEXT, seeds

SEEDS = seeds()
_QUICK = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file, changed in a few places, and perhaps put into another."""
    name, data = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(0, 4))):
        data = draw(_changed(data))
    if draw(st.booleans()):
        suffix, packed = draw(st.sampled_from(sorted(PACKINGS.items())))
        name, data = f"packed{suffix}", packed(data, name)
    elif draw(st.integers(0, 4)) == 0:
        name = f"misnamed{draw(st.sampled_from(SUFFIXES))}"
    return name, data


@st.composite
def _changed(draw: st.DrawFn, data: bytes) -> bytes:
    start = draw(st.integers(0, len(data)))
    end = min(len(data), start + draw(st.integers(0, 40)))
    match draw(st.integers(0, 4)):
        case 0:
            return data[:start]
        case 1:
            return data[:start] + data[end:]
        case 2:
            return data[:end] + data[start:]
        case 3:
            return data[:start] + draw(st.binary(max_size=8)) + data[end:]
    return data[:start] + draw(st.sampled_from(PIECES)) + data[end:]


@given(damaged())
@_QUICK
def test_damaged_files_end_in_clean_articles_or_errors(file: tuple[str, bytes]) -> None:
    name, data = file
    check(data, name=name)


@given(st.sampled_from(SUFFIXES), st.lists(st.sampled_from(PIECES) | st.binary(max_size=20)))
@_QUICK
def test_hostile_pieces_alone_do_too(suffix: str, pieces: list[bytes]) -> None:
    check(b"".join(pieces), name=f"a{suffix}")


@pytest.mark.parametrize("file", SEEDS, ids=lambda file: file[0])
def test_whole_files_do_too(file: tuple[str, bytes]) -> None:
    name, data = file
    check(data, name=name)


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.name)
def test_there_is_a_file_of_every_kind_to_begin_from(kind: object) -> None:
    found = {kind_of(Head(data=data[:65_536], name=name)) for name, data in SEEDS}
    assert kind in found, "put a small file of this kind into tests/annotations/sources/files"


def test_the_contract_notices_what_is_not_clean() -> None:
    (article,) = read_input(input_of_bytes(TEXT.encode(), name="a.txt"))
    assert isinstance(article, Article)

    for changed in (
        {"text": "a\x1b[2J"},
        {"title": "a\nb"},
        {"byline": ("\u202e",)},
        {"text": " "},
    ):
        with pytest.raises(AssertionError):
            check_items([replace(article, **changed)])

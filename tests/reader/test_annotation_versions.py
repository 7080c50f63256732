"""How those who list annotations learn that others are to be seen, or stand elsewhere."""

from dataclasses import replace

from annotations.model import Quote, Status
from reader.switches import Switch
from tests.reader.test_annotation_index import annotation, index_of


def test_arrangement_counts_what_moves_positions() -> None:
    index = index_of(annotation(3, 0, 5), annotation(6, 10, 12))
    arrangements = [index.arrangement]
    for change in (
        annotation(3, 0, 5, status=Status.ACCEPTED),
        annotation(9, 6, 8),
        annotation(9, 6, 9),
        annotation(3, 0, 5, status=Status.REJECTED),
    ):
        index.put(change)
        arrangements.append(index.arrangement)
    assert arrangements[0] == arrangements[1]
    assert arrangements[1:] == sorted(set(arrangements[1:]))


def test_a_decision_is_another_version_only_where_what_is_reviewed_is_hidden() -> None:
    index = index_of(annotation(3, 0, 5))
    quiet, hidden = {Switch.REVIEWED}, {Switch.NAMES}
    before = index.version(hidden=quiet), index.version(hidden=hidden)
    assert before[0] != before[1]
    index.put(annotation(3, 0, 5, status=Status.ACCEPTED))
    assert index.version(hidden=quiet) != before[0]
    assert index.version(hidden=hidden) == before[1]
    index.put(annotation(6, 7, 9))
    assert index.version(hidden=hidden) != before[1]


def test_arrangement_counts_a_quote_that_gets_another_speaker() -> None:
    quote = annotation(4, 0, 5)
    assert isinstance(quote, Quote)
    index = index_of(annotation(3, 0, 5), quote)
    arrangements = [index.arrangement]
    for speaker in ("Ann Lee", "Ann Lee", "Bo Lind", None):
        index.put(replace(quote, speaker_name=speaker))
        arrangements.append(index.arrangement - arrangements[0])
    assert arrangements[1:] == [1, 1, 2, 3]


def test_arrangement_counts_a_name_that_becomes_a_date() -> None:
    index = index_of(annotation(3, 0, 5))
    before = index.arrangement
    index.put(annotation(3, 0, 5, other=True))
    assert index.arrangement == before + 1
    index.put(annotation(3, 0, 5, other=True, status=Status.ACCEPTED))
    assert index.arrangement == before + 1

"""Times of day, as the clock tells them and as people do."""

from collections.abc import Callable

import pytest

from annotations.model import Entity

Entities = Callable[[str], list[Entity]]


def times(found: list[Entity]) -> list[str]:
    return [each.text for each in found if each.label == "TIME"]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("The ferry left at 2.08am with all aboard.", "2.08am"),
        ("The ferry left at eight and did not return.", "eight"),
        ("The ferry left at half past six.", "half past six"),
        ("The ferry was found at a quarter to nine.", "a quarter to nine"),
        ("The ferry left shortly after nine with all aboard.", "shortly after nine"),
        ("Nobody slept. Around one she wrote a letter.", "Around one"),
        ("The ferry will sail on Friday evening.", "Friday evening"),
        ("Nobody slept that same night.", "that same night"),
        ("They rowed out before dawn.", "dawn"),
        ("It was the night of March 11, 2011.", "the night of March 11, 2011"),
        (
            "It sank at ten minutes past two on the morning of 3 October 2015.",
            "ten minutes past two on the morning of 3 October 2015",
        ),
        ("The harbour was closed in the early hours of Saturday.", "the early hours of Saturday"),
    ],
)
def test_a_time_of_day_is_one_span(entities: Entities, text: str, time: str) -> None:
    assert time in times(entities(text))


@pytest.mark.parametrize(
    "text",
    [
        "They looked for her at eight piers.",
        "The council put the number of lost boats at five.",
        "The harbour has about ten piers.",
        "He finished at 2.08 in the rankings.",
    ],
)
def test_a_number_that_counts_is_no_time(entities: Entities, text: str) -> None:
    assert times(entities(text)) == []


def test_a_number_with_a_stop_is_a_time_beside_one_with_am(entities: Entities) -> None:
    text = "The siren began at 2.08am. At 2.19 the harbour was empty."
    assert times(entities(text)) == ["2.08am", "2.19"]


def test_paragraphs_that_begin_with_times_are_stamped(entities: Entities) -> None:
    text = (
        "07:10 Good morning from the pier.\n\n08:20 The ferry is late.\n\n09:05 In sight at last."
    )
    assert times(entities(text))[:3] == ["07:10", "08:20", "09:05"]

"""What waits for a place, and the versions of a text, as they are listed."""

from datetime import UTC, date

import pytest

from annotations.anchoring.candidates import Candidate
from annotations.model import CasualtyFigure, Entity, Status
from annotations.store.unplaced import Unplaced
from annotations.store.version_rows import Version
from annotations.store.versions import Waiting
from reader.step_words import words_of
from reader.unplaced_lines import (
    details,
    lost_parts,
    placed,
    renewed,
    told_of_versions,
    version_line,
    waiting_line,
)

LIND = Entity(start=4, end=8, text="Lind", label="PERSON", status=Status.ACCEPTED, id=1)
WAITING = Waiting(
    article_id="a",
    title="The\tsea",
    unplaced=Unplaced(annotation=LIND, version=2),
    before="Ann\n",
    after=" left.",
)


def test_a_row_says_what_it_is_and_where_it_stood_or_in_which_article() -> None:
    head = "accepted  PERSON      "
    assert waiting_line(WAITING, several=False) == (head, "Lind", "  left.")
    assert waiting_line(WAITING, several=True)[2].strip() == "The sea"


def test_places_are_shown_in_their_surroundings() -> None:
    found = [Candidate(place=(0, 4), is_exact=True), Candidate(place=(9, 13), is_exact=False)]
    assert details(WAITING, found, 1, text="Lind and Lund.") == [
        ("name, in version 2: ", "…Ann ", "Lind", " left.…"),
        ("  1 of 2 ", "", "Lind", " and Lund.…"),
        ("→ 2 of 2 (alike) ", "…Lind and ", "Lund", ".…"),
    ]
    assert details(WAITING, (), 0, text="")[-1][0] == "No place in the new text is like it."


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (
            (2, 31, 2),
            "new version: 2 articles, 31 annotations carried over, 2 to place by hand (gu).",
        ),
        ((1, 1, 0), "new version: 1 article, 1 annotation carried over."),
    ],
)
def test_what_became_of_annotations_is_told(numbers: tuple[int, int, int], said: str) -> None:
    assert told_of_versions(*numbers, key="gu") == said


def test_what_could_not_be_placed_with_it_is_told() -> None:
    figure = CasualtyFigure(start=0, end=2, text="12", category="killed", num_start=0, num_end=2)
    moved = CasualtyFigure(start=0, end=2, text="14", category="killed")
    assert lost_parts(figure, moved) == ("number",)
    assert lost_parts(LIND, LIND) == ()
    said = placed("14", 3, key="gu", lost=("speaker", "cue"))
    assert said == "placed “14”, without its speaker and cue; 3 more to place (gu)"


def test_another_text_is_told() -> None:
    assert renewed(1, 2, 0, key="gu") == "The article has a new text: version 2."
    assert renewed(2, 1, 3, key="gu") == (
        "The article has an earlier text again: version 1; 3 annotations to place (gu)."
    )


def test_versions_say_what_became_of_annotations() -> None:
    version = Version(
        number=2,
        at="2019-03-12T10:00:00+00:00",
        annotator="ben",
        is_current=True,
        taken=31,
        left_over=2,
        length=1200,
    )
    assert version_line(version, today=date(2019, 4, 1), longer=-30, zone=UTC) == (
        "→ version 2   2019-03-12 10:00  31 carried over, 2 without a place"
        "  1,200 characters (-30)  by ben"
    )


def test_steps_about_texts_have_words_of_their_own() -> None:
    assert words_of("new version", []) == "new version of the text"
    assert words_of("drop unplaced", []) == "drop what has no place"

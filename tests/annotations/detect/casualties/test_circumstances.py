"""When, how often and in whose words: what an article's date and its quotes add to a figure."""

from datetime import date

import pytest

from annotations.detect.casualties.circumstances.history import is_historical
from annotations.detect.casualties.circumstances.moments import Moment
from annotations.detect.pipeline import Pipeline
from annotations.model import CasualtyFigure

PUBLISHED = date(2016, 10, 28)


def _only(pipeline: Pipeline, text: str) -> CasualtyFigure:
    found = pipeline.detect(text, published=PUBLISHED)
    (figure,) = [each for each in found if isinstance(each, CasualtyFigure)]
    return figure


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("Nine miners died on Tuesday.", "on Tuesday", "2016-10-25"),
        ("Last week 14 miners were killed.", "Last week", "2016-10-17/2016-10-23"),
        ("Six miners have died since Monday.", "since Monday", "2016-10-24/.."),
        ("Six miners died when a shaft flooded.", None, None),
    ],
)
def test_a_date_is_counted_from_the_articles_own(
    default_pipeline: Pipeline, text: str, words: str | None, iso: str | None
) -> None:
    figure = _only(default_pipeline, text)
    assert (figure.date, figure.date_iso) == (words, iso)


def test_a_rate_has_no_date(default_pipeline: Pipeline) -> None:
    figure = _only(default_pipeline, "Around 35 soldiers are killed every day.")
    assert (figure.rate, figure.date) == ("every day", None)


def test_the_speaker_of_a_quote_claims_the_figures_in_it(default_pipeline: Pipeline) -> None:
    figure = _only(default_pipeline, "“We counted 17 bodies,” said Ana Reyes, a nurse.")
    assert figure.claimed_by == "Ana Reyes"
    assert figure.claimed_in is not None
    assert figure.claimed_in.text == "“We counted 17 bodies,”"


@pytest.mark.parametrize(
    ("words", "iso", "published", "expected"),
    [
        ("on Tuesday", "2016-10-25", PUBLISHED, False),
        ("in May", "2016-05", PUBLISHED, True),
        ("in 2004", "2004", PUBLISHED, True),
        ("since 2011", "2011-01-01/..", PUBLISHED, False),
        ("two years ago", None, PUBLISHED, True),
        ("in 2004", "2004", None, True),
        ("on 12 May 2016", "2016-05-12", None, False),
    ],
)
def test_history_is_what_lies_a_season_before_the_article(
    words: str, iso: str | None, published: date | None, expected: bool
) -> None:
    assert is_historical(Moment(words, iso), published=published) is expected


def test_without_a_date_nothing_is_history() -> None:
    assert not is_historical(None, published=PUBLISHED)


def test_a_date_that_opens_a_sentence_holds_for_its_paragraph(default_pipeline: Pipeline) -> None:
    text = "In 2009 bombs fell on Orn. The army said that nine people had died.\n\nTwo are missing."
    found = default_pipeline.detect(text, published=PUBLISHED)
    figures = [each for each in found if isinstance(each, CasualtyFigure)]
    assert [each.historical for each in figures] == [True, False]


def test_what_goes_on_is_no_history() -> None:
    assert not is_historical(Moment("by the end of 2015", "../2015"), published=PUBLISHED)

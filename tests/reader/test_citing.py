from dataclasses import replace
from typing import Any

import pytest

from annotations.model import Annotation, Article, CasualtyFigure, Entity, Quote, Span
from reader.citing import citation

ARTICLE = Article(id="a", text="x", title="Rain", source="The Example", published="2019-03-05")


def at(text: str) -> Any:
    return {"start": 0, "end": len(text), "text": text}


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (
            Quote(**at("“We wait.”"), type="direct", speaker_name="Ann Lee"),
            "“We wait.” — Ann Lee, The Example, 2019-03-05",
        ),
        (
            Quote(**at("«On attend.»"), type="direct", speaker_name="Ann Lee"),
            "«On attend.» — Ann Lee, The Example, 2019-03-05",
        ),
        (
            Quote(**at("We wait."), type="direct", speaker_name="Ann Lee"),
            "“We wait.” — Ann Lee, The Example, 2019-03-05",
        ),
        (
            Quote(**at("that they would wait"), type="indirect", speaker_name="Ann Lee"),
            "that they would wait — Ann Lee, The Example, 2019-03-05",
        ),
        (
            Quote(**at("“We wait.”"), type="direct", speaker=Span(start=9, end=12, text="she")),
            "“We wait.” — she, The Example, 2019-03-05",
        ),
        (Quote(**at("“We wait.”"), type="direct"), "“We wait.” — The Example, 2019-03-05"),
        (
            Quote(**at("“We wait.\nWe do.”"), type="direct", speaker_name="Ann\nLee"),
            "“We wait.\nWe do.” — Ann Lee, The Example, 2019-03-05",
        ),
        (
            CasualtyFigure(**at("at least 12 people"), category="killed", claimed_by="the army"),
            "at least 12 people (killed) — the army, The Example, 2019-03-05",
        ),
        (
            CasualtyFigure(**at("Thirty others"), category="missing"),
            "Thirty others (missing) — The Example, 2019-03-05",
        ),
        (Entity(**at("Lee"), label="PERSON", name="Ann Lee"), "Ann Lee"),
        (Entity(**at("Lindow"), label="GPE"), "Lindow"),
    ],
)
def test_citation(annotation: Annotation, expected: str) -> None:
    assert citation(annotation, ARTICLE) == expected


def test_an_article_of_no_known_source_is_cited_by_its_title() -> None:
    quote = Quote(**at("“We wait.”"), type="direct", speaker_name="Ann Lee")
    assert citation(quote, Article(id="a", text="x", title="Rain")) == "“We wait.” — Ann Lee, Rain"
    assert citation(quote, Article(id="a", text="x")) == "“We wait.” — Ann Lee"


def test_what_a_terminal_would_obey_is_not_copied() -> None:
    quote = Quote(**at("“We\x1b[31m wait.”"), type="direct", speaker_name="Ann\x07 Lee")
    assert "\x1b" not in citation(quote, ARTICLE)
    assert "\x07" not in citation(quote, ARTICLE)


def test_a_citation_names_the_day_alone() -> None:
    quote = Quote(**at("“We wait.”"), type="direct", speaker_name="Ann Lee")
    article = replace(ARTICLE, published="2019-03-05T15:00:00+00:00")
    assert citation(quote, article) == "“We wait.” — Ann Lee, The Example, 2019-03-05"

"""Which annotations an export takes."""

import pytest

from annotations.formats import AnnotatedArticle
from annotations.model import Article, CasualtyFigure, Entity, Layer, Status
from reader.exports.wanted import Wanted

NAME = Entity(start=0, end=4, text="Mara", label="PERSON", tags=("role/mayor",), annotator="ana")
PLACE = Entity(start=8, end=14, text="Lindow", label="GPE", status=Status.ACCEPTED)
FIGURE = CasualtyFigure(start=16, end=23, text="A nurse", category="killed", implicit=True)
ARTICLE = AnnotatedArticle(
    article=Article(id="a", text="Mara in Lindow. A nurse died."),
    annotations=(NAME, PLACE, FIGURE),
)


@pytest.mark.parametrize(
    ("wanted", "taken"),
    [
        (Wanted(), [NAME, PLACE]),
        (Wanted(implicit=True), [NAME, PLACE, FIGURE]),
        (Wanted(statuses=frozenset({Status.ACCEPTED})), [PLACE]),
        (Wanted(layers=frozenset({Layer.CASUALTIES}), implicit=True), [FIGURE]),
        (Wanted(kinds=frozenset({"GPE", "killed"})), [PLACE]),
        (Wanted(tags=("role",)), [NAME]),
        (Wanted(tags=("rol",)), []),
        (Wanted(annotators=frozenset({"ana", "bo"})), [NAME]),
    ],
)
def test_only_what_fits_is_taken(wanted: Wanted, taken: list[Entity]) -> None:
    assert list(wanted.of(ARTICLE).annotations) == taken


def test_an_article_of_which_all_is_wanted_stays_as_it_is() -> None:
    assert Wanted(implicit=True).of(ARTICLE) is ARTICLE

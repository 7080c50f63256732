"""Only annotations that fit the text go through a format."""

import pytest

from annotations.errors import OffsetError
from annotations.formats import AnnotatedArticle
from annotations.model import Article, Entity

ARTICLE = Article(id="a", text="Mara Dell spoke.")


def test_annotations_that_fit() -> None:
    name = Entity(start=0, end=9, text="Mara Dell", label="PERSON")
    assert AnnotatedArticle(article=ARTICLE, annotations=(name,)).annotations == (name,)


@pytest.mark.parametrize(("start", "end"), [(1, 10), (0, 8), (9, 9), (-1, 3), (10, 99)])
def test_annotations_that_do_not(start: int, end: int) -> None:
    name = Entity(start=start, end=end, text="Mara Dell", label="PERSON")
    with pytest.raises(OffsetError):
        AnnotatedArticle(article=ARTICLE, annotations=(name,))

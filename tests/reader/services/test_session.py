from pathlib import Path

import pytest

from annotations.errors import StoreError
from annotations.model import Article
from annotations.store.places import Place
from reader.services.session import Session


def test_where_no_places_are_remembered_a_mark_is_refused(tmp_path: Path) -> None:
    session = Session(tmp_path / "store.db", model="none")
    assert session.marks("flood") == {}
    with pytest.raises(StoreError, match="not remembered"):
        session.keep_mark("flood", "a", Place(cursor=1, top=0))
    session.close()


def test_articles_opened_from_no_list_are_those_of_the_library(tmp_path: Path) -> None:
    session = Session(tmp_path / "store.db", model="none")
    assert session.listing is None
    assert list(session.listed(1).keys) == []
    session.store.articles.add_one(Article(id="a", text="A."))
    assert list(session.listed(1).keys) == [1]
    assert session.listed(1) is session.listing
    session.close()

from dataclasses import replace

from annotations.model import Article
from annotations.review import Change
from annotations.store import Store


def test_names_of_tags_with_how_often_they_are_used(detected: Store) -> None:
    assert detected.tags.names() == []
    detected.articles.add_one(Article(id="b", text="Rain.", tags=("urgent", "aid")))
    first, second, *_ = detected.annotations.of("a-1")
    detected.edits.annotations(
        "a-1",
        "tag",
        [
            Change(before=first, after=replace(first, tags=("check", "aid"))),
            Change(before=second, after=replace(second, tags=("aid",))),
        ],
    )
    assert detected.tags.names() == [("aid", 3), ("check", 1), ("urgent", 1)]
    detected.edits.undo()
    assert detected.tags.names() == [("aid", 1), ("urgent", 1)]

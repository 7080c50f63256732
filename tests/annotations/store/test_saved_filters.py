from annotations.store import Store


def test_filters_are_kept_by_name(empty: Store) -> None:
    saved = empty.saved_filters
    saved.save("work", "is:unrun")
    saved.save("Aleppo", "place:aleppo")
    saved.save("work", "is:unreviewed")
    assert list(saved.all().items()) == [("Aleppo", "place:aleppo"), ("work", "is:unreviewed")]
    saved.remove("work")
    saved.remove("nothing")
    assert saved.all() == {"Aleppo": "place:aleppo"}

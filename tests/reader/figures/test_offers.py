from reader.figures.form import Field
from reader.figures.offers import offers

KNOWN = {Field.PLACE: ["Fell Quay", "Fellmoor"]}


def test_words_of_our_own_go_on() -> None:
    assert offers(Field.CATEGORY, "inj", {}) == ["injured"]
    assert offers(Field.QUALIFIER, "at", {}) == ["at least"]
    assert offers(Field.FLAGS, "negated, s", {}) == ["negated, subset"]


def test_words_of_the_article_go_on_as_they_were_begun() -> None:
    assert offers(Field.PLACE, "fel", KNOWN) == ["fell Quay", "fellmoor"]
    assert offers(Field.PLACE, "Fellm", KNOWN) == ["Fellmoor"]
    assert offers(Field.VICTIMS, "f", KNOWN) == []


def test_nothing_goes_on_from_nothing() -> None:
    assert offers(Field.CATEGORY, "", {}) == []
    assert offers(Field.FLAGS, "negated,", {}) == []

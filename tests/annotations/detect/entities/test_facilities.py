"""Buildings, streets and quarters by the nouns beside their names."""

from collections.abc import Callable

import pytest

from annotations.model import Entity

Entities = Callable[[str], list[Entity]]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("A fire broke out at the Tazlan factory on Monday.", "Tazlan", "FAC"),
        ("They were taken to the Córrego do Sabiá coal mine.", "Córrego do Sabiá", "FAC"),
        ("Nobody was on the Molandi bridge when it fell.", "Molandi bridge", "FAC"),
        ("The people of Via del Tramonto went home.", "Via del Tramonto", "FAC"),
        (
            "The flat was in Calle Carmen Marín Galán, on the third floor.",
            "Calle Carmen Marín Galán",
            "FAC",
        ),
        ("A team searched the al-Zahlan district for an hour.", "al-Zahlan", "GPE"),
    ],
)
def test_a_noun_tells_what_a_name_is(entities: Entities, text: str, name: str, label: str) -> None:
    assert (name, label) in [(each.text, each.label) for each in entities(text)]


def test_a_facility_keeps_its_label_without_the_noun(entities: Entities) -> None:
    found = entities("A fire broke out at the Tazlan factory. The owners of Tazlan were not there.")
    assert [(each.text, each.label) for each in found] == [("Tazlan", "FAC"), ("Tazlan", "FAC")]


def test_a_town_before_the_noun_stays_a_town(entities: Entities) -> None:
    assert [each.label for each in entities("They were taken to the Oslo hospital.")] == ["GPE"]
    found = entities("A bus stopped in Oslo’s Tazlan district.")
    assert [(each.text, each.label) for each in found] == [("Oslo", "GPE"), ("Tazlan", "GPE")]

from itertools import product

import pytest

from annotations.model import ENTITY_LABELS, KINDS, NUMBER_LABELS, Layer
from reader.commands import of_rooms
from reader.switches import SWITCHES, Switch, in_order, numbers_of, switch_of


def test_every_number_label_is_one_of_ontonotes() -> None:
    assert set(ENTITY_LABELS) >= NUMBER_LABELS


@pytest.mark.parametrize(
    ("label", "switch"),
    [
        ("PERSON", Switch.NAMES),
        ("LANGUAGE", Switch.NAMES),
        ("EVENT", Switch.NAMES),
        ("what another pipeline calls it", Switch.NAMES),
        ("DATE", Switch.NUMBERS),
        ("CARDINAL", Switch.NUMBERS),
        ("ORDINAL", Switch.NUMBERS),
        ("MONEY", Switch.NUMBERS),
    ],
)
def test_entities_go_by_their_label(label: str, switch: Switch) -> None:
    assert switch_of(Layer.ENTITIES, label) is switch


@pytest.mark.parametrize(
    ("layer", "switch"), [(Layer.QUOTES, Switch.QUOTES), (Layer.CASUALTIES, Switch.FIGURES)]
)
def test_other_layers_are_one_switch_whatever_their_kinds_are_called(
    layer: Layer, switch: Switch
) -> None:
    assert {switch_of(layer, kind) for kind in (*KINDS[layer], *NUMBER_LABELS)} == {switch}


def test_every_switch_has_a_key_in_its_order() -> None:
    keys = [each.keys for each in of_rooms("article") if each.action.startswith("switch(")]
    actions = [each.action for each in of_rooms("article") if each.keys in keys]
    assert keys == ["S e", "S q", "S f", "S d", "S r"]
    assert actions == [f"switch('{switch}')" for switch in SWITCHES]


def test_in_order_and_numbers_of_agree() -> None:
    for one, other in product(Switch, Switch):
        places = [SWITCHES.index(each) for each in in_order({one, other})]
        assert places == sorted(numbers_of({one, other}))

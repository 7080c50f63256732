from annotations.model import KINDS, Layer
from reader.screens.kind_picker import KindChoice, matching

NAMES = [KindChoice(Layer.ENTITIES, kind) for kind in KINDS[Layer.ENTITIES]]
ALL = [KindChoice(layer, kind) for layer in Layer for kind in KINDS[layer]]


def kinds(choices: list[KindChoice], typed: str) -> list[str]:
    return [choice.kind for choice in matching(choices, typed)]


def test_nothing_typed_leaves_all_choices_in_their_order() -> None:
    assert matching(ALL, "") == ALL
    assert matching(ALL, "  ") == ALL


def test_kinds_that_begin_with_what_was_typed_come_first() -> None:
    assert kinds(NAMES, "or") == ["ORG", "ORDINAL", "NORP", "WORK_OF_ART"]
    assert kinds(NAMES, "p") == ["PERSON", "PRODUCT", "PERCENT", "NORP", "GPE"]


def test_capitals_and_blanks_around_do_not_count() -> None:
    assert kinds(NAMES, " Gp ") == ["GPE"]
    assert kinds(ALL, "KILL") == ["killed"]


def test_choices_of_several_layers() -> None:
    assert matching(ALL, "direct") == [
        KindChoice(Layer.QUOTES, "direct"),
        KindChoice(Layer.QUOTES, "indirect"),
    ]


def test_nothing_matches() -> None:
    assert matching(ALL, "zebra") == []
    assert matching([], "") == []

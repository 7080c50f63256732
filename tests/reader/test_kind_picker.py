from annotations.model import KINDS, Layer
from reader.own_labels import OwnLabel
from reader.screens.dialogs.kind_picker import KindChoice, by_capital, choices_of, matching

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


def test_own_labels_stand_first_in_their_layer() -> None:
    own = [OwnLabel(name="WEAPON", key="w")]
    assert choices_of([Layer.QUOTES, Layer.ENTITIES], own)[:5] == [
        KindChoice(Layer.QUOTES, "direct"),
        KindChoice(Layer.QUOTES, "indirect"),
        KindChoice(Layer.QUOTES, "mixed"),
        KindChoice(Layer.ENTITIES, "WEAPON"),
        KindChoice(Layer.ENTITIES, "PERSON"),
    ]
    assert choices_of([Layer.QUOTES], own)[-1].kind == "mixed"


def test_nothing_matches() -> None:
    assert matching(ALL, "zebra") == []
    assert matching([], "") == []


def test_a_capital_takes_the_first_that_begins_with_it() -> None:
    def taken(typed: str) -> str | None:
        """The kind, if one is taken."""
        choice = by_capital(ALL, typed)
        return None if choice is None else choice.kind

    assert [taken(each) for each in "PGOLFK"] == ["PERSON", "GPE", "ORG", "LOC", "FAC", "killed"]
    assert [taken(each) for each in ("", "p", "Z", "PE", "1", "海")] == [None] * 6

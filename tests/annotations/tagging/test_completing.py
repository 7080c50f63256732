import pytest

from annotations.tagging import completed

USES = [("urgent", 5), ("method/airstrike", 3), ("method/shelling", 2), ("aid", 1), ("Aid/food", 1)]


@pytest.mark.parametrize(
    ("answer", "offered"),
    [
        ("", ["method/", "urgent", "aid", "Aid/"]),
        ("u", ["urgent"]),
        ("U", ["urgent"]),
        ("me", ["method/"]),
        ("method", ["method/"]),
        ("method/", ["method/airstrike", "method/shelling"]),
        ("method/s", ["method/shelling"]),
        ("air", ["method/airstrike"]),
        ("#ur", ["urgent"]),
        ("x", []),
        ("urgent, ", ["urgent, method/", "urgent, aid", "urgent, Aid/"]),
        ("urgent,me", ["urgent, method/"]),
        ("-ur", ["-urgent"]),
        ("aid, -me", ["aid, -method/"]),
    ],
)
def test_what_an_answer_can_go_on_to_be(answer: str, offered: list[str]) -> None:
    assert completed(answer, USES) == offered


def test_a_tag_that_others_stand_below_is_offered_beside_the_way_to_them() -> None:
    uses = [("method", 1), ("method/mine", 3)]
    assert completed("me", uses) == ["method/", "method"]

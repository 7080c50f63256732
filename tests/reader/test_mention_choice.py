"""Which of all equal annotations a step is for."""

from annotations.store.mentions import Mention
from reader.mention_choice import MentionChoice, Scope

MENTIONS = [
    Mention(1, 7, "suggested", "GPE"),
    Mention(2, 5, "suggested", "GPE"),
    Mention(3, 5, "accepted", "GPE"),
    Mention(4, 6, "corrected", "GPE"),
]


def choice(*, spares_decided: bool = True, focus: int = 2) -> MentionChoice:
    return MentionChoice(
        MENTIONS, focus=focus, here=5, listed={5, 6}, spares_decided=spares_decided
    )


def test_scopes_widen_and_go_round() -> None:
    chosen = choice()
    assert chosen.counts == {Scope.ARTICLE: 2, Scope.LIST: 3, Scope.STORE: 4}
    seen = []
    for _ in range(4):
        seen.append((chosen.scope, [each.id for each in chosen.shown]))
        chosen.widen(1)
    assert seen == [
        (Scope.ARTICLE, [2, 3]),
        (Scope.LIST, [2, 3, 4]),
        (Scope.STORE, [2, 3, 1, 4]),
        (Scope.ARTICLE, [2, 3]),
    ]
    chosen.widen(-2)
    assert chosen.scope is Scope.STORE


def test_what_is_decided_is_excepted_but_for_the_one_in_focus() -> None:
    assert choice().excepted == {3, 4}
    assert choice(focus=3).excepted == {4}
    assert choice(spares_decided=False).excepted == set()


def test_only_what_is_shown_is_chosen() -> None:
    chosen = choice(spares_decided=False)
    assert chosen.chosen == {5: [2, 3]}
    chosen.toggle(0)
    assert chosen.chosen == {5: [3]}
    chosen.look(Scope.STORE)
    assert chosen.chosen == {5: [3], 7: [1], 6: [4]}
    assert chosen.excepted_here == 1


def test_all_and_none_are_excepted_where_one_looks() -> None:
    chosen = choice()
    chosen.toggle_all()
    assert chosen.excepted == {4}
    chosen.toggle_all()
    assert chosen.excepted == {2, 3, 4}
    assert chosen.chosen == {}

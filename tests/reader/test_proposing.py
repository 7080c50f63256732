from functools import partial

import pytest

from annotations.model import (
    CasualtyFigure,
    Count,
    Entity,
    Layer,
    Quote,
    Span,
    Status,
    VagueRule,
)
from annotations.store import NameForm
from reader.proposing import propose as propose_by

propose = partial(propose_by, vague_rule=VagueRule.DEFAULT, forms=())
TEXT = "In Oldport at least 12 people died, “most of them asleep”."


def test_entity() -> None:
    assert propose(TEXT, 3, 10, layer=Layer.ENTITIES, kind="GPE") == Entity(
        start=3, end=10, text="Oldport", label="GPE", name="Oldport", status=Status.ADDED
    )


def test_entity_goes_by_the_name_it_has_in_the_article() -> None:
    forms = [NameForm(text="Oldport", label="GPE", name="Old Port", mentions=1)]
    added = propose_by(
        TEXT, 3, 10, layer=Layer.ENTITIES, kind="GPE", vague_rule=VagueRule.DEFAULT, forms=forms
    )
    assert isinstance(added, Entity)
    assert added.name == "Old Port"


def test_quote() -> None:
    start, end = TEXT.index("“"), TEXT.index(".")
    assert propose(TEXT, start, end, layer=Layer.QUOTES, kind="direct") == Quote(
        start=start,
        end=end,
        text="“most of them asleep”",
        type="direct",
        status=Status.ADDED,
    )


def test_figure_with_its_number() -> None:
    start, end = TEXT.index("at least"), TEXT.index(" died")
    assert propose(TEXT, start, end, layer=Layer.CASUALTIES, kind="killed") == CasualtyFigure(
        start=start,
        end=end,
        text="at least 12 people",
        num_start=TEXT.index("12"),
        num_end=TEXT.index("12") + 2,
        category="killed",
        count=Count(low=12, best=12),
        qualifier="at_least",
        victim_type="person",
        status=Status.ADDED,
    )


def test_figure_without_a_number() -> None:
    start, end = TEXT.index("people"), TEXT.index(" died")
    assert propose(TEXT, start, end, layer=Layer.CASUALTIES, kind="missing") == CasualtyFigure(
        start=start,
        end=end,
        text="people",
        category="missing",
        victim_type="person",
        status=Status.ADDED,
    )


@pytest.mark.parametrize(("rule", "number"), [(VagueRule.DEFAULT, 24), (VagueRule.ACLED, 12)])
def test_figure_with_a_vague_word_is_counted_by_the_rule(rule: VagueRule, number: int) -> None:
    figure = propose_by(
        "Dozens died.", 0, 6, layer=Layer.CASUALTIES, kind="killed", vague_rule=rule, forms=()
    )
    assert isinstance(figure, CasualtyFigure)
    assert (figure.count.low, figure.count.best) == (number, number)
    assert figure.vague_rule == rule


def test_figure_that_counts_nobody_is_a_denial() -> None:
    figure = propose("No one died.", 0, 6, layer=Layer.CASUALTIES, kind="killed")
    assert isinstance(figure, CasualtyFigure)
    assert (figure.count.best, figure.negated, figure.vague_rule) == (0, True, None)


def test_figure_in_a_quote_is_claimed_by_its_speaker() -> None:
    text = "“Dozens of children were hurt,” said Ann Lee, the mayor, and nobody else."
    whole = Span.cut(text, 0, text.index(" said"))
    outer = Quote(start=0, end=len(text), text=text, type="indirect", speaker_name="Bo Lind")
    inner = Quote(
        start=whole.start,
        end=whole.end,
        text=whole.text,
        type="direct",
        speaker=Span.cut(text, text.index("Ann"), text.index(", and")),
    )
    start, end = text.index("Dozens"), text.index(" were")
    add = partial(propose, text, start, end, layer=Layer.CASUALTIES, kind="injured")
    figure = add(quotes=[outer, inner])
    assert isinstance(figure, CasualtyFigure)
    assert (figure.claimed_in, figure.claimed_by) == (whole, "Ann Lee")
    assert figure.victim_type == "child"
    alone = add()
    assert isinstance(alone, CasualtyFigure)
    assert (alone.claimed_in, alone.claimed_by) == (None, None)

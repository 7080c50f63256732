"""What another name makes of annotations."""

from annotations.model import CasualtyFigure, Entity, Quote, Status
from annotations.renaming import can_be_named, name_of, renamed


def test_a_name_and_a_speaker_are_renamed() -> None:
    name = Entity(start=0, end=4, text="Dell", label="PERSON", name="Dell")
    after = renamed(name, "Mara Dell")
    assert (name_of(after), after.status) == ("Mara Dell", Status.CORRECTED)
    quote = Quote(
        start=0, end=4, text="“No”", type="direct", speaker_name="Dell", speaker_rule="surname"
    )
    after = renamed(quote, "Mara Dell")
    assert isinstance(after, Quote)
    assert (after.speaker_name, after.speaker_rule) == ("Mara Dell", None)
    assert after.status is Status.CORRECTED


def test_the_name_that_it_has_confirms_it() -> None:
    name = Entity(start=0, end=4, text="Dell", label="PERSON", name="Dell")
    assert renamed(name, "Dell").status is Status.ACCEPTED


def test_dates_and_figures_have_no_name() -> None:
    date = Entity(start=0, end=3, text="May", label="DATE")
    figure = CasualtyFigure(start=0, end=7, text="two men", category="killed")
    for each in (date, figure):
        assert not can_be_named(each)
        assert renamed(each, "x") == each

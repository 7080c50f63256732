"""Which annotation is in focus where several stand at one place, and how to get at the others."""

from annotations.model import Annotation, CasualtyFigure, Entity, Layer, Quote
from reader.annotation_index import AnnotationIndex
from reader.describing import under_cursor
from reader.reading import Reading

TEXT = "“Some 1.3 million civilians fled Oldport,” Calder said. “Twelve died,” she said."
QUOTE, FIGURE, NUMBER, PLACE, SPEAKER, SECOND, DEAD, TWELVE = range(1, 9)


def over(words: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def entity(number: int, words: str, label: str) -> Entity:
    return Entity(id=number, label=label, **over(words))  # type: ignore[arg-type]


def quote(number: int, words: str) -> Quote:
    return Quote(id=number, type="direct", **over(words))  # type: ignore[arg-type]


def figure(number: int, words: str, category: str) -> CasualtyFigure:
    return CasualtyFigure(id=number, category=category, **over(words))  # type: ignore[arg-type]


def reading(*more: Annotation) -> Reading:
    """Two quotes with figures in them, and numbers in these; all is shown."""
    index = AnnotationIndex()
    for each in (
        quote(QUOTE, "“Some 1.3 million civilians fled Oldport,”"),
        figure(FIGURE, "1.3 million civilians", "displaced"),
        entity(NUMBER, "1.3 million", "CARDINAL"),
        entity(PLACE, "Oldport", "GPE"),
        entity(SPEAKER, "Calder", "PERSON"),
        quote(SECOND, "“Twelve died,”"),
        figure(DEAD, "Twelve", "killed"),
        entity(TWELVE, "Twelve", "CARDINAL"),
        *more,
    ):
        index.put(each)
    return Reading(TEXT, index, hidden=set())


def at(words: str) -> int:
    return TEXT.index(words)


def visited(place: Reading, step: int, *, layer: Layer | None = None, times: int = 1) -> int | None:
    """What is in focus after going on."""
    found, _ = place.nth_annotation(step, times, layer=layer)
    if found is not None:
        place.visit(found, step)
    return place.focus


# What is in focus


def test_a_search_for_words_in_a_number_brings_the_number_into_focus() -> None:
    place = reading()
    place.find("million civ", origin=0)
    assert place.focus == NUMBER


def test_a_search_for_just_the_words_of_a_figure_brings_the_figure_into_focus() -> None:
    place = reading()
    place.find("1.3 million civilians", origin=0)
    assert place.focus == FIGURE
    place.go(0)
    place.find("1.3 million", origin=0)
    assert place.focus == NUMBER


def test_what_begins_under_the_cursor_comes_before_what_lies_in_it() -> None:
    crossing = entity(20, "civilians fled", "ORG")
    shorter = entity(21, "million civilians", "ORG")
    place = reading(crossing, shorter)
    place.go(at("civilians"))
    assert place.focus == 20
    place.go(at("ivilians"))
    assert place.focus == 20
    place.go(at("million"))
    assert place.focus == 21


def test_of_two_on_one_stretch_a_figure_comes_before_its_number_and_the_later_one_first() -> None:
    place = reading(entity(30, "Oldport", "FAC"))
    place.go(at("Twelve"))
    assert place.focus == DEAD
    place.go(at("Oldport"))
    assert place.focus == 30


# Going round


def test_going_round_leads_from_the_innermost_outwards_and_back_to_it() -> None:
    place = reading()
    place.go(at("million"))
    assert place.here is not None
    assert (place.here.number, place.here.total) == (1, 3)
    went = [(found.number, place.focus) for _ in range(4) if (found := place.go_round(1))]
    assert went == [(2, FIGURE), (3, QUOTE), (1, NUMBER), (2, FIGURE)]
    assert place.cursor == at("million")
    place.go_round(5)
    assert place.focus == NUMBER


def test_going_round_one_annotation_keeps_it_and_none_tells_so() -> None:
    place = reading()
    place.go(at("Calder"))
    assert place.go_round(1) is not None
    assert place.focus == SPEAKER
    place.go(at(" said"))
    assert place.go_round(1) is None


def test_the_one_in_focus_is_named_by_number_layer_kind_and_words() -> None:
    place = reading()
    place.go(at("million"))
    assert told(place) == "1/3 here: number CARDINAL “1.3 million”"
    place.go_round(1)
    assert told(place) == "2/3 here: figure displaced “1.3 million civilians”"
    place.go_round(1)
    assert told(place) == "3/3 here: quote direct “Some 1.3 million civilians fled Oldport,”"
    place.go(at("Calder"))
    assert told(place) == "only one here: name PERSON “Calder”"
    place.go(at(" said"))
    assert told(place) == "There is no annotation under the cursor."


def told(place: Reading) -> str:
    return under_cursor(place.here, place.index, place.text)


# Going on from there


def test_all_that_begins_where_the_cursor_came_is_still_ahead_once() -> None:
    place = reading()
    place.go(at("1.3"))
    assert place.focus == NUMBER
    assert [visited(place, 1), visited(place, 1)] == [FIGURE, PLACE]


def test_unreviewed_ones_on_the_same_stretch_are_all_visited() -> None:
    implicit = figure(40, "Calder", "killed")
    place = reading(implicit)
    place.go(at("Calder"))
    assert place.focus == 40
    found, _ = place.nth_annotation(1, 1, unreviewed=True)
    assert found == SPEAKER
    place.focus_on(SPEAKER)
    assert place.next_annotation(1, unreviewed=True) == SECOND


def test_the_next_quote_is_first_the_one_around_the_cursor() -> None:
    place = reading()
    place.go(at("Oldport"))
    assert visited(place, 1, layer=Layer.QUOTES) == QUOTE
    assert place.cursor == at("Oldport")
    assert visited(place, 1, layer=Layer.QUOTES) == SECOND


def test_the_quote_before_is_first_the_one_around_the_cursor() -> None:
    place = reading()
    place.go(at("Twelve"))
    assert visited(place, -1, layer=Layer.QUOTES) == SECOND
    assert place.cursor == at("“Twelve")
    assert visited(place, -1, layer=Layer.QUOTES) == QUOTE


def test_the_quote_around_the_cursor_is_the_first_of_several() -> None:
    place = reading()
    place.go(at("Oldport"))
    assert visited(place, 1, layer=Layer.QUOTES, times=2) == SECOND


def test_from_a_quote_in_focus_the_next_one_is_the_next() -> None:
    place = reading()
    place.go(at("fled"))
    assert place.focus == QUOTE
    assert visited(place, 1, layer=Layer.QUOTES) == SECOND

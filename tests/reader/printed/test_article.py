"""Articles as text: literal annotations in, literal text out."""

from collections.abc import Sequence
from typing import Any

import pytest

from annotations.model import (
    Annotation,
    Article,
    CasualtyFigure,
    Count,
    Entity,
    Layer,
    Quote,
    Span,
)
from reader.printed.article import body, chosen, summary, whole
from reader.printed.notation import InColour, InWords
from reader.printed.pieces import Piece, lines, written
from reader.switches import Switch


def at(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def printed(pieces: Sequence[Piece], *, coloured: bool = False) -> str:
    return "\n".join(written(line, coloured=coloured) for line in lines(pieces, width=None))


def in_words(text: str, *annotations: Annotation) -> str:
    return printed(list(body(text, annotations, InWords())))


def test_a_name_has_its_label() -> None:
    text = "Ada Bell left."
    found = in_words(text, Entity(**at(text, "Ada Bell"), label="PERSON"))
    assert found == "[PERSON Ada Bell] left."


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ada Bell", "[PERSON Bell = Ada Bell] left."),
        ("BELL", "[PERSON Bell] left."),
        (None, "[PERSON Bell] left."),
    ],
)
def test_a_short_form_has_the_name_it_stands_for(name: str | None, shown: str) -> None:
    entity = Entity(**at("Bell left.", "Bell"), label="PERSON", name=name)
    assert in_words("Bell left.", entity) == shown


@pytest.mark.parametrize(
    ("speaker", "shown"), [("Ada Bell", "by Ada Bell"), (None, "by unknown speaker")]
)
def test_a_quote_has_its_speaker_and_says_where_it_ends(speaker: str | None, shown: str) -> None:
    text = "“We wait,” she said."
    quote = Quote(**at(text, "“We wait,”"), type="direct", speaker_name=speaker)
    assert in_words(text, quote) == f"[QUOTE {shown}: “We wait,” END QUOTE] she said."


def test_a_quote_of_nobody_in_particular_has_the_words_for_them() -> None:
    text = "“We wait,” officials said."
    quote = Quote(
        **at(text, "“We wait,”"), type="direct", speaker=Span(start=11, end=20, text="officials")
    )
    assert in_words(text, quote) == "[QUOTE by officials: “We wait,” END QUOTE] officials said."


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"count": Count(low=12, best=12)}, "[KILLED at least 12: dozens of men] died"),
        ({"count": Count(low=3, high=3, best=3)}, "[KILLED 3: dozens of men] died"),
        (
            {"count": Count(best=0), "negated": True, "hypothetical": True},
            "[KILLED 0, negated, hypothetical: dozens of men] died",
        ),
        ({"implicit": True}, "[KILLED without a number: dozens of men] died"),
        (
            {"num_start": 0, "num_end": 6, "vague_rule": "acled", "count": Count(low=12, best=12)},
            "[KILLED dozens: dozens of men] died",
        ),
    ],
)
def test_a_figure_has_its_category_and_count(fields: dict[str, Any], shown: str) -> None:
    text = "dozens of men died"
    assert in_words(text, CasualtyFigure(**at(text, "dozens of men"), category="killed", **fields))


def test_what_stands_in_a_quote_is_marked_in_it() -> None:
    text = "“Ada Bell lost 3 men.”"
    found = in_words(
        text,
        CasualtyFigure(**at(text, "3 men"), category="killed", count=Count(low=3, high=3, best=3)),
        Entity(**at(text, "Ada Bell"), label="PERSON"),
        Quote(**at(text, text), type="direct"),
    )
    assert found == (
        "[QUOTE by unknown speaker: “[PERSON Ada Bell] lost [KILLED 3: 3 men].” END QUOTE]"
    )


def test_what_begins_in_one_and_ends_behind_it_is_cut_in_two() -> None:
    text = "abc def ghi"
    found = in_words(
        text,
        Quote(**at(text, "abc def"), type="mixed", speaker_name="X"),
        Entity(**at(text, "def ghi"), label="ORG", name="D"),
    )
    assert found == "[QUOTE by X: abc [ORG def]  END QUOTE][ORG continued:  ghi = D]"


def test_two_on_the_same_stretch() -> None:
    found = in_words(
        "Bell", Entity(**at("Bell", "Bell"), label="ORG"), Quote(**at("Bell", "Bell"), type="x")
    )
    assert found == "[QUOTE by unknown speaker: [ORG Bell] END QUOTE]"


def test_a_text_without_annotations_is_left_as_it_is() -> None:
    assert in_words("One.\n\nTwo [2].") == "One.\n\nTwo [2]."
    assert in_words("") == ""


def test_colours_come_with_signs_and_what_they_cannot_tell_in_brackets() -> None:
    text = "Ada: “12 died,”"
    annotations = [
        Entity(**at(text, "Ada"), label="PERSON"),
        Quote(**at(text, "“12 died,”"), type="direct", speaker_name="Ada"),
        CasualtyFigure(**at(text, "12"), category="killed", count=Count(low=12, high=12, best=12)),
    ]
    assert printed(list(body(text, annotations, InColour())), coloured=True) == (
        "\x1b[4;36mAda\x1b[0m: "
        "\x1b[3;35m“\x1b[0m\x1b[3;1;31m12\x1b[0m\x1b[2m ‹killed 12›\x1b[0m\x1b[3;35m died,”\x1b[0m"
        "\x1b[2m ‹Ada›\x1b[0m"
    )


HOSTILE = "a\x1b]0;owned\x07b\x9b2Jc\u202ed"


@pytest.mark.parametrize("coloured", [True, False])
def test_nothing_that_a_terminal_obeys_gets_through(coloured: bool) -> None:
    text = HOSTILE
    article = Article(
        id="\x1bi", text=text, title=HOSTILE, source=HOSTILE, byline=(HOSTILE,), note=HOSTILE
    )
    span: dict[str, Any] = {"start": 0, "end": len(text), "text": text}
    annotations: list[Annotation] = [
        Entity(**span, label=HOSTILE, name=HOSTILE),
        Quote(**span, type=HOSTILE, speaker_name=HOSTILE),
        CasualtyFigure(**span, category=HOSTILE, claimed_by=HOSTILE, place=HOSTILE),
    ]
    pieces = [*whole(article, annotations, coloured=coloured), *summary(article, annotations)]
    assert not set("".join(piece.text for piece in pieces)) & set("\x1b\x07\x9b\u202e")


ARTICLE = Article(
    id="r", text="Ada Bell: “12 died.”", title="River", source="The Example", published="2019-03-05"
)


def annotations() -> list[Annotation]:
    text = ARTICLE.text
    return [
        Entity(**at(text, "Ada Bell"), label="PERSON"),
        Quote(**at(text, "“12 died.”"), type="direct", speaker_name="Ada Bell"),
        CasualtyFigure(
            **at(text, "12"),
            category="killed",
            count=Count(low=12, high=12, best=12),
            claimed_by="Bell",
            date="Tuesday",
        ),
    ]


def test_the_whole_has_a_heading() -> None:
    assert printed(list(whole(ARTICLE, annotations(), coloured=False))) == (
        "River\n"
        "killed: 12 (Bell)\n"
        "source: The Example\n"
        "published: 2019-03-05\n"
        "\n"
        "[PERSON Ada Bell]: [QUOTE by Ada Bell: “[KILLED 12: 12] died.” END QUOTE]"
    )


def test_the_summary_has_who_says_what_and_the_figures() -> None:
    nameless = Quote(start=0, end=3, text="Ada", type="indirect")
    assert printed(list(summary(ARTICLE, [nameless, *annotations()]))) == (
        "River\n"
        "killed: 12 (Bell)\n"
        "source: The Example\n"
        "published: 2019-03-05\n"
        "\n"
        "Ada Bell\n"
        "- “12 died.” (direct)\n"
        "\n"
        "unknown speaker\n"
        "- Ada (indirect)\n"
        "\n"
        "Figures\n"
        "- killed 12: 12 (claimed by Bell, Tuesday)"
    )


def test_a_summary_of_nothing_is_the_heading() -> None:
    assert printed(list(summary(Article(id="r", text="x"), []))) == "r"


def test_layers_are_chosen_by_their_switches() -> None:
    date = Entity(start=0, end=3, text="Ada", label="DATE")
    assert chosen([date, *annotations()], {Switch.NUMBERS}) == [date]
    found = chosen([date, *annotations()], {Switch.QUOTES, Switch.FIGURES})
    assert [each.layer for each in found] == [Layer.QUOTES, Layer.CASUALTIES]

"""Who speaks a quote, as a person says it."""

from dataclasses import replace

import pytest

from annotations.model import Annotation, Entity, Quote, Span, Status
from reader.annotation_index import AnnotationIndex
from reader.attributing import (
    by_cue,
    by_name,
    by_speaker,
    by_words,
    likely_speakers,
    name_of,
    names_offered,
    of_type,
    quote_before,
)

#       0         1         2         3         4         5
TEXT = "Ms Lee said rain. “Rain,” the old mayor said. “No,” he said."
LEE = Span.cut(TEXT, 3, 6)
MAYOR = Span.cut(TEXT, TEXT.index("the old"), TEXT.index(" said. “No"))
HE = Span.cut(TEXT, TEXT.index("he said."), TEXT.index("he said.") + 2)
QUOTE = Quote(
    start=18,
    end=25,
    text="“Rain,”",
    type="direct",
    speaker=MAYOR,
    speaker_name="Bo Lind",
    speaker_rule="title",
    cue=Span.cut(TEXT, 40, 44),
)


def test_another_speaker_is_a_correction() -> None:
    assert by_speaker(LEE, "Ann Lee")(QUOTE) == replace(
        QUOTE, speaker=LEE, speaker_name="Ann Lee", speaker_rule=None, status=Status.CORRECTED
    )


def test_no_speaker_takes_away_all_of_it() -> None:
    after = by_speaker(None, None)(QUOTE)
    assert isinstance(after, Quote)
    assert (after.speaker, after.speaker_name, after.speaker_rule) == (None, None, None)
    assert after.cue == QUOTE.cue


def test_a_name_leaves_the_words() -> None:
    after = by_name("Ann Lee")(QUOTE)
    assert isinstance(after, Quote)
    assert (after.speaker, after.speaker_name, after.speaker_rule) == (MAYOR, "Ann Lee", None)


def test_telling_what_it_says_already_accepts_it() -> None:
    accepted = replace(QUOTE, status=Status.ACCEPTED)
    assert by_speaker(MAYOR, "Bo Lind")(QUOTE) == accepted
    assert of_type("direct")(QUOTE) == accepted
    assert by_cue(QUOTE.cue)(QUOTE) == accepted


def test_cue_and_type() -> None:
    after = of_type("mixed")(replace(QUOTE, status=Status.ADDED))
    assert after == replace(QUOTE, type="mixed", status=Status.ADDED)
    assert by_cue(None)(QUOTE) == replace(QUOTE, cue=None, status=Status.CORRECTED)


def index_of(*found: Annotation) -> AnnotationIndex:
    index = AnnotationIndex()
    for number, each in enumerate(found, start=1):
        index.put(replace(each, id=number))
    return index


def test_words_are_whom_they_name() -> None:
    lee = Entity(start=0, end=6, text="Ms Lee", label="PERSON", name="Ann Lee")
    day = Entity(start=3, end=16, text="Lee said rain", label="DATE")
    assert name_of(LEE, index_of(day, lee)) == "Ann Lee"
    assert name_of(LEE, index_of(replace(lee, name=None))) == "Ms Lee"
    assert name_of(LEE, index_of(day)) is None


def test_words_are_whoever_they_were_before_unless_they_are_a_pronoun() -> None:
    again = replace(MAYOR, start=50, end=63, text="The old mayor")
    far = replace(QUOTE, start=0, end=1, text="M", speaker_name="Una Vik")
    assert name_of(again, index_of(far, QUOTE)) == "Bo Lind"
    assert name_of(HE, index_of(replace(QUOTE, speaker=HE))) is None


def told(words: Span, *found: Annotation, before: Quote = QUOTE) -> str | None:
    after = by_words(words, index_of(*found))(before)
    assert isinstance(after, Quote) and after.speaker == words
    return after.speaker_name


def test_a_pronoun_or_a_description_leaves_the_name() -> None:
    town = Entity(start=30, end=34, text="old ", label="GPE", name="Old Town")
    assert told(HE) == "Bo Lind"
    assert told(replace(MAYOR, start=0, end=6, text="a poet")) == "Bo Lind"
    assert told(MAYOR, replace(town, start=MAYOR.end - 5, end=MAYOR.end)) == "Bo Lind"
    unnamed = replace(QUOTE, speaker=LEE, speaker_name=None)
    assert told(HE, before=unnamed) is None
    assert told(MAYOR, replace(QUOTE, start=50, end=52), before=unnamed) == "Bo Lind"


def test_a_name_is_that_of_the_speaker() -> None:
    lee = Entity(start=0, end=6, text="Ms Lee", label="PERSON", name="Ann Lee")
    assert told(LEE, lee) == "Ann Lee"
    longer = Span.cut("Poet Lee said", 0, 8)
    assert told(longer, replace(lee, start=5, end=8, text="Lee")) == "Ann Lee"
    assert told(Span.cut("Lee’s aide", 0, 10), replace(lee, start=0, end=3)) == "Bo Lind"
    un = Entity(start=4, end=6, text="UN", label="ORG", name="United Nations")
    assert told(Span.cut("the UN", 0, 6), un) == "United Nations"
    assert told(Span.cut("the UN envoy", 0, 12), un) == "Bo Lind"


def test_the_quote_before() -> None:
    later = replace(QUOTE, start=46, end=51, text="“No,”")
    lee = Entity(start=3, end=6, text="Lee", label="PERSON")
    index = index_of(lee, QUOTE, later)
    assert [quote_before(each, index) for each in (2, 3, 9)] == [None, 2, None]


@pytest.mark.parametrize(
    ("begun", "offered"),
    [
        ("le", ["Lea Bond", "Ann Lee", "Lee Ott"]),
        ("Ann L", ["Ann Lee", "Lee Ott"]),
        ("", ["Ann Lee", "Lea Bond", "Lee Ott"]),
    ],
)
def test_names_of_the_article_are_offered_first(begun: str, offered: list[str]) -> None:
    own = ["Ann Lee", "Lea Bond", "Ann Lee"]
    assert names_offered(begun, own, ["Ann Lee", "Lee Ott"], most=3) == offered


def test_the_likeliest_speakers_come_first() -> None:
    text = "Mara Dell left. Oldport: “Go, Ann,” Bo Lind of the UN said. Bo came on Friday.\nEd Roe."
    labels = {
        "Mara Dell": "PERSON",
        "Oldport": "GPE",
        "Ann": "PERSON",
        "Bo Lind": "PERSON",
        "UN": "ORG",
        "Friday": "DATE",
        "Ed Roe": "PERSON",
    }
    names: list[Annotation] = [
        Entity(start=text.index(each), end=text.index(each) + len(each), text=each, label=label)
        for each, label in labels.items()
    ]
    again = text.index("Bo came")
    bo = Entity(start=again, end=again + 2, text="Bo", label="PERSON", name="Bo Lind")
    start = text.index("“")
    quote = Quote(start=start, end=start + 10, text="“Go, Ann,”", type="direct")
    index = index_of(*names, bo, quote)
    likely = likely_speakers(quote, index, text)
    assert [name for _, name in likely] == ["Bo Lind", "Mara Dell", "UN", "Oldport", "Ed Roe"]
    assert likely[0][0] == Span.cut(text, text.index("Bo Lind"), text.index("Bo Lind") + 7)

"""Telling the language of an article."""

from collections import defaultdict
from pathlib import Path

import pytest

from annotations.language import code_of, guessed, has_detector, language_of, name_of, no_detector
from annotations.language.english import is_surely_english

SENTENCES = Path(__file__).parent / "sentences.tsv"

ENGLISH = """\
At least twelve people were killed when shells hit a market in the east of the town on Tuesday,
officials said. Rescue teams were still looking for those who had been buried after the attack.
"""
ARABIC = "قال المتحدث باسم الدفاع المدني إن فرق الإنقاذ ما زالت تبحث عن ناجين تحت الأنقاض."
GERMAN = """\
Bei einem Angriff auf einen Markt im Osten der Stadt sind nach Angaben der Behörden zwölf Menschen
getötet worden. Der Sprecher des Ministeriums sagte, die Rettungskräfte suchten weiter.
"""


def each() -> list[tuple[str, str]]:
    lines = SENTENCES.read_text("utf-8").splitlines()
    return [(code, text) for code, _, text in (line.partition("\t") for line in lines)]


def test_no_sentence_is_taken_for_another_language() -> None:
    assert [text for code, text in each() if guessed(text) not in (code, None)] == []


def test_languages_are_told_by_a_few_sentences() -> None:
    texts: dict[str, list[str]] = defaultdict(list)
    for code, text in each():
        texts[code].append(text)
    assert len(texts) > 22
    assert {code: guessed(" ".join(sentences)) for code, sentences in texts.items()} == {
        code: code for code in texts
    }


def test_english_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise AssertionError("the model was loaded")

    monkeypatch.setattr("annotations.language.guessing._identifier", fail)
    assert guessed(ENGLISH) == "en"


@pytest.mark.parametrize("text", [f"{ENGLISH}“{ARABIC}”\n", f"“{ARABIC}”\n{ENGLISH}" + ENGLISH])
def test_english_stays_english_with_quotes_in_arabic(text: str) -> None:
    assert guessed(text) == "en"


def test_german_with_an_english_quote_is_no_english() -> None:
    assert not is_surely_english(f"“We have to wait for the report.”\n{GERMAN}")
    assert guessed(f"{GERMAN}“We have to wait for the report.”") == "de"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "12 34 56 78",
        "Ouagadougou",
        "Reuters",
        "https://example.org/der/die/das?und=oder",
        "def main(argv):\n    for line in sys.stdin:\n        data = line.split(',')\n" * 5,
        "date,place,killed,injured\n2016-05-01,Aleppo,12,30\n2016-05-02,Homs,3,4\n" * 9,
        "the and that with\tfrom\tsaid\n{'were': [1, 2], 'which': {'their': 3}}\n" * 3,
    ],
)
def test_nothing_is_said_of_what_is_no_prose(text: str) -> None:
    assert guessed(text) in (None, "en")


def test_source_is_believed() -> None:
    assert language_of("Reuters", "de") == "de"
    assert language_of(ARABIC, "fa") == "fa"


def test_source_is_not_believed_where_the_text_shows_otherwise() -> None:
    assert language_of(ARABIC, "en") == "ar"
    assert language_of(ENGLISH, "ar") == "en"


def test_language_is_guessed_where_nothing_is_said() -> None:
    assert language_of(GERMAN) == "de"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("en-GB", "en"),
        (" EN_us ", "en"),
        ("eng", "en"),
        ("ger", "de"),
        ("English", "en"),
        ("Deutsch", "de"),
        ("zh-Hant-TW", "zh"),
        ("nb", "no"),
        ("tpi", "tpi"),
        ("und", None),
        ("mul", None),
        ("x", None),
        ("lots of words", None),
        ("", None),
    ],
)
def test_codes_and_names_are_understood(said: str, code: str | None) -> None:
    assert code_of(said) == code


def test_detector_reads_english_and_what_may_be_english() -> None:
    assert [has_detector(each) for each in ("en", None, "de", "tpi")] == [True, True, False, False]


def test_reason_names_the_language() -> None:
    assert [no_detector(each) for each in ("ar", "tpi", "en", None)] == [
        "no detector for Arabic",
        "no detector for tpi",
        "",
        "",
    ]
    assert name_of("fa") == "Persian"

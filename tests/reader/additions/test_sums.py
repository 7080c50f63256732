"""What is told of articles that were added."""

import pytest

from annotations.errors import SourceError
from annotations.store import Addition
from annotations.store.additions import Outcome
from reader.additions.sums import Sums, reason
from reader.headless.counting_progress import counting, told


def outcome(addition: Addition, language: str | None = None) -> Outcome:
    return Outcome(addition=addition, article_id="a", key=1, language=language)


def test_all_is_told() -> None:
    sums = Sums()
    for language in ("de", "de", "ar", "en", None):
        sums.add(outcome(Addition.ADDED, language))
    for addition in Addition:
        sums.add(outcome(addition))
    for number in range(1200):
        sums.fail(SourceError(f"f{number}.txt has no text."), name=f"f{number}.txt")
    assert list(sums.lines(key="gu")) == [
        "6 added, 2 unchanged, 1 in conflict, 1,200 failed.",
        "new version: 1 article, 0 annotations carried over.",
        "1 have had that text before; they keep the one that they have now.",
        "1 were deleted in the library and stay so; its filter is:deleted lists them.",
        "3 in other languages, for which there is no detector: 2 German, 1 Arabic.",
        "1,200 failed: 1,200 has no text.",
    ]


def test_rare_reasons_are_summed_up() -> None:
    sums = Sums()
    for letter in "aabcdefg":
        sums.fail(SourceError(f"{letter} is odd."), name=None)
    assert list(sums.lines(key=""))[-1].endswith(
        "2 a is odd; 1 b is odd; 1 c is odd; 1 d is odd; 1 e is odd; 2 for other reasons."
    )


def test_language_counts_only_for_new_articles() -> None:
    sums = Sums()
    sums.add(outcome(Addition.UNCHANGED, "de"))
    assert len(list(sums.lines(key=""))) == 1


@pytest.mark.parametrize(
    ("message", "name", "said"),
    [
        ("a/b.txt is not text.", "a/b.txt", "is not text"),
        ("x.jsonl, line 12: not a JSON object.", "x.jsonl", "not a JSON object"),
        ("z.zip › a.txt has no text.", "z.zip", "a.txt has no text"),
        ("It is wrong.", None, "It is wrong"),
        ("m.mbox, message 7: no text.", "m.mbox", "no text"),
    ],
)
def test_reasons_are_without_names_and_numbers(message: str, name: str | None, said: str) -> None:
    assert reason(message, name=name) == said


def test_rate_is_told_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    times = iter([0.0, 4.0, 10.0, 12.0, 21.0])
    with counting("adding", clock=lambda: next(times)) as show:
        for done in (10, 2_000, 2_100, 4_200):
            show(done, 0)
    assert capsys.readouterr().err.splitlines() == [
        "adding: 2,000 articles, 200 a second",
        "adding: 4,200 articles, 200 a second",
    ]


def test_failures_are_told_with_the_rate() -> None:
    assert told("adding", 0, 3, 0.0) == "adding: 0 articles, 0 a second, 3 failed"

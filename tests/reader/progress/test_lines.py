"""The lines of the progress."""

from datetime import date

import pytest
from rich.cells import cell_len

from annotations.measure.decided_evaluation import DecidedEvaluation, evaluate_decisions
from annotations.measure.decisions import Decided, DecidedArticle
from annotations.model import ArticleState, Entity, Layer, Status
from annotations.store.overview import Progress
from reader.progress.days import WorkingDay
from reader.progress.lines import Report, Wrong, bar, lines

PROGRESS = Progress(
    states={
        ArticleState.NEW: 60,
        ArticleState.BEGUN: 10,
        ArticleState.LATER: 0,
        ArticleState.REVIEWED: 30,
        ArticleState.EXCLUDED: 0,
    },
    unread=5,
    foreign=2,
    standing={Layer.ENTITIES: 3, Layer.QUOTES: 0, Layer.CASUALTIES: 0},
    decided=3,
    undecided=1,
    waiting=240,
)
ANA = Entity(start=0, end=3, text="Ana", label="PERSON")
DAY = WorkingDay(day="2026-03-02", annotator="ana", decided=80, timed=60, seconds=1800)


def evaluation() -> DecidedEvaluation:
    right = Entity(start=0, end=3, text="Ana", label="PERSON", status=Status.ACCEPTED)
    missed = Entity(start=5, end=8, text="Rio", label="GPE", status=Status.ADDED)
    decided = (
        Decided(found=ANA, right=right),
        Decided(found=ANA, right=None),
        Decided(found=None, right=missed),
    )
    return evaluate_decisions([DecidedArticle(key=1, is_complete=True, decided=decided)])


def report(**changed: object) -> Report:
    known: dict[str, object] = {
        "progress": PROGRESS,
        "days": [DAY],
        "annotator": "ana",
        "evaluation": evaluation(),
        "measured": 1,
        "to_measure": 1,
        "today": date(2026, 3, 3),
    }
    return Report(**{**known, **changed})  # type: ignore[arg-type]


def texts(shown: Report, width: int = 78) -> list[str]:
    return [" ".join(line.text.split()) for line in lines(shown, width)]


@pytest.mark.parametrize(
    ("share", "drawn"), [(0, "    "), (1, "████"), (0.5, "██  "), (0.001, "▏   ")]
)
def test_a_bar(share: float, drawn: str) -> None:
    assert bar(share, 4) == drawn


def test_all_of_it() -> None:
    full = "█" * 40
    assert [text.rstrip("█▏▎▍▌▋▊▉ ") for text in texts(report(), 120)] == [
        "Articles: 100",
        "new 60 60%",
        "in progress 10 10%",
        "put off 0 0%",
        "reviewed 30 30%",
        "excluded 0 0%",
        "not run yet 5 5%",
        "no detector 2 2%",
        "",
        "Decided, numbers and dates left out",
        "in all 3 of 4 75%",
        "names 3 of 4 75%",
        "quotes 0 of 0 0%",
        "figures 0 of 0 0%",
        "",
        "Precision so far decided as it was corrected rejected missed precision recall F1",
        "names 2 1 0 1 1 50.0 50.0 50.0",
        "PERSON 2 1 0 1 0 50.0 100.0 66.7",
        "GPE 0 0 0 0 1 - 0.0 0.0",
        "1 article with decisions; recall and F1 from 1 reviewed in full",
        "",
        "Pace",
        "yesterday ana 80 decided 120 an hour",
        "240 wait for a decision: about 2.0 h at 120 an hour",
    ]
    assert full[:24] in lines(report(), 120)[1].text


@pytest.mark.parametrize("width", [20, 40, 58, 78, 118])
def test_numbers_fit_where_there_is_room_at_all(width: int) -> None:
    longest = max(cell_len(line.text) for line in lines(report(), width)[14:18])
    assert longest <= max(width, 58)


def test_where_lines_lead_to() -> None:
    leads = {" ".join(line.text.split()[:2]): line.leads_to for line in lines(report(), 78)}
    assert leads["new 60"] == "is:new"
    assert leads["in progress"] == "is:begun"
    assert leads["quotes 0"] == "is:unreviewed has:quotes"
    assert leads["PERSON 2"] == Wrong(Layer.ENTITIES, "PERSON")
    assert leads["names 2"] == Wrong(Layer.ENTITIES, None)


def test_while_it_is_measured() -> None:
    unknown = texts(report(evaluation=None))
    assert "is being measured …" in unknown
    assert not [text for text in unknown if text.startswith("quotes")]
    assert "40 of 100 articles are measured …" in texts(report(measured=40, to_measure=100))


def test_where_nothing_is_decided() -> None:
    nothing = evaluate_decisions([])
    shown = texts(report(evaluation=nothing, measured=0, to_measure=0, days=[]))
    assert "Nothing that was suggested is decided yet." in shown
    assert "Nobody has decided anything yet." in shown


def test_the_time_left_goes_by_ones_own_pace_else_by_that_of_all() -> None:
    assert texts(report(annotator="ben"))[-1].endswith("at 120 an hour")
    slow = WorkingDay(day="2026-03-01", annotator="ben", decided=10, timed=10, seconds=1800)
    assert texts(report(annotator="ben", days=[DAY, slow]))[-1] == (
        "240 wait for a decision: about 12 h at 20 an hour"
    )


def test_what_was_decided_in_many_articles_is_told() -> None:
    day = WorkingDay(day="2026-03-03", annotator="ana", together=900)
    assert "today ana 0 decided 900 more at once" in texts(report(days=[day]))

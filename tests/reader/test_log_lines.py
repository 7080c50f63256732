from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from annotations.model import Entity, Status
from annotations.review import Change, Marks
from annotations.store.article_changes import MarksChange
from annotations.store.edit_log import State
from annotations.store.group_sums import Sums
from annotations.store.log import AnnotationHistory, HistoryStep, LoggedEdit, LoggedGroup
from reader.log_columns import log_line
from reader.log_lines import change_line, change_lines, history_lines

UTC, TODAY = ZoneInfo("UTC"), date(2026, 3, 2)
TOWN = Entity(start=0, end=7, text="Oldport", label="GPE", detector="finder 1", rule="head")
BODY = replace(TOWN, label="ORG", status=Status.CORRECTED, annotator="ana")
RELABELLED = Change(before=TOWN, after=BODY)


def step(action: str, change: Change, state: State = "done", *, together: int = 1) -> HistoryStep:
    return HistoryStep(
        group=1,
        action=action,
        annotator="ana",
        at="2026-03-01T10:00:00+00:00",
        state=state,
        together=together,
        change=change,
    )


def shown(history: AnnotationHistory) -> list[str]:
    return [each.text for each in history_lines(history, today=TODAY, zone=UTC)]


def test_history_begins_with_the_suggestion_and_shows_what_was_undone() -> None:
    history = AnnotationHistory(
        annotation=1,
        article_id="a",
        title="Rain",
        began=TOWN,
        steps=(
            step("relabel", RELABELLED, "undone", together=3),
            step("remove", Change(before=BODY, after=None), "dropped"),
        ),
        now=TOWN,
    )
    assert shown(history) == [
        "suggested by finder 1",
        "   text         “Oldport”",
        "   label        GPE",
        "   status       suggested",
        "   rule         head",
        "yesterday 10:00  ana  relabel “Oldport” GPE → ORG, with 2 more, undone",
        "   label        GPE → ORG",
        "   status       suggested → corrected by ana",
        "yesterday 10:00  ana  remove “Oldport” (ORG), undone for good",
        "   annotation   there → nothing",
    ]
    lines = history_lines(history, today=TODAY, zone=UTC)
    assert [each.block for each in lines] == [0] * 5 + [1] * 3 + [2] * 2
    assert [each.is_heading for each in lines if each.block] == [True, False, False, True, False]
    assert {each.block for each in lines if each.stands_back} == {1, 2}


def test_history_of_ones_own_begins_with_adding_it() -> None:
    own = replace(TOWN, detector=None, rule=None, status=Status.ADDED)
    history = AnnotationHistory(
        annotation=1,
        article_id="a",
        title="Rain",
        began=None,
        steps=(step("add", Change(before=None, after=own)),),
        now=own,
    )
    assert shown(history)[0] == "yesterday 10:00  ana  add “Oldport” (GPE)"
    assert {each.block for each in history_lines(history, today=TODAY, zone=UTC)} == {0}


def edit(change: Change | MarksChange) -> LoggedEdit:
    return LoggedEdit(id=1, article_id="a", title="Ra\nin", annotation=None, change=change)


def test_changes_line_by_line() -> None:
    marks = MarksChange(before=Marks(), after=Marks(tags=("x",)))
    assert [each.text for each in change_lines([edit(RELABELLED), edit(marks)], several=False)] == [
        "“Oldport” (ORG)",
        "   label        GPE → ORG",
        "   status       suggested → corrected by ana",
        "the article",
        "   tags         x",
    ]
    assert change_line(edit(RELABELLED), several=True) == (
        "“Oldport” (ORG), in “Ra in”: label GPE → ORG · status suggested → corrected by ana"
    )
    assert change_line(edit(marks), several=True) == "“Ra in”: tags x"


def group(*, articles: int = 1, state: State = "done") -> LoggedGroup:
    return LoggedGroup(
        id=1,
        action="relabel",
        annotator="ana",
        at="2026-03-01T10:00:00+00:00",
        state=state,
        articles=articles,
        sums=Sums(changes=1),
        first=edit(RELABELLED),
    )


def test_a_row_of_the_log_fits_its_width() -> None:
    for width in (20, 40, 78, 200):
        line = log_line(group(), width, today=TODAY, zone=UTC)
        assert width < 60 or len(line) == width
    row = "yesterday 10:00   ana        relabel “Oldport” GPE → ORG      Ra in"
    assert log_line(group(), 78, today=TODAY, zone=UTC).rstrip() == row


def test_a_row_says_whether_it_was_undone_and_in_how_many_articles() -> None:
    undone = log_line(group(state="undone", articles=1200), 100, today=TODAY, zone=UTC)
    assert "undone · relabel “Oldport” GPE → ORG" in undone
    assert undone.rstrip().endswith("1,200 articles")
    gone = log_line(group(state="dropped"), 100, today=TODAY, zone=UTC)
    assert "undone for good · relabel" in gone


def test_in_the_log_of_an_article_it_is_not_named() -> None:
    one = log_line(group(), 90, in_article=True, today=TODAY, zone=UTC)
    many = log_line(group(articles=3), 90, in_article=True, today=TODAY, zone=UTC)
    assert "Ra in" not in one
    assert many.rstrip().endswith("3 articles")

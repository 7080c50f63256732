"""What the screen of the progress says, line by line. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from rich.cells import cell_len

from annotations.measure.counting import ALL
from annotations.measure.decided_evaluation import DecidedEvaluation, DecidedRow
from annotations.measure.decisions import Verdict
from annotations.model import ArticleState, Layer
from annotations.store.overview import Progress
from annotations.text import clean_line
from reader.progress.days import WorkingDay, latest, pace
from reader.widgets.columns import GAP, fitted

LAYER_WORDS = {Layer.ENTITIES: "names", Layer.QUOTES: "quotes", Layer.CASUALTIES: "figures"}
"""What the layers are called; names are without numbers and dates."""
_STATES = {
    ArticleState.NEW: "new",
    ArticleState.BEGUN: "in progress",
    ArticleState.LATER: "put off",
    ArticleState.REVIEWED: "reviewed",
    ArticleState.EXCLUDED: "excluded",
}
_FILTERS = {state: f"is:{state.value}" for state in ArticleState}
_HAS = {Layer.ENTITIES: "has:names", Layer.QUOTES: "has:quotes", Layer.CASUALTIES: "has:figures"}
_LABEL, _NUMBER, _SHARE = 16, 10, 6
_MOST_BAR = 40
_DAYS = 7
"""Days of work that are listed."""
_PACED = 3
"""The latest days of work, by whose pace the time is told that is left."""
_FULL, _EIGHTHS = "█", " ▏▎▍▌▋▊▉"


@dataclass(frozen=True, slots=True)
class Wrong:
    """Leads to what was wrong with suggestions."""

    layer: Layer
    kind: str | None
    """A label, type or category; null for all of the layer."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, and where it leads."""

    text: str
    heading: bool = False
    """Whether it heads what is below, and cannot be gone to."""
    leads_to: str | Wrong | None = None
    """A filter of the library, or what was wrong; null for nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is known so far."""

    progress: Progress
    days: Sequence[WorkingDay] = ()
    annotator: str = ""
    """Whose pace tells the time that is left, if they have one."""
    evaluation: DecidedEvaluation | None = None
    """Of the articles that are measured by now."""
    measured: int = 0
    """How many of them."""
    to_measure: int = 0
    """How many articles have decisions in them."""
    today: date = field(default_factory=date.today)


def lines(report: Report, width: int) -> list[Line]:
    """The lines for a list that is so many cells wide."""
    parts = (
        _articles(report.progress, width),
        _layers(report, width),
        _precision(report, width),
        _work(report, width),
    )
    return [line for part in parts for line in (*part, Line("", heading=True))][:-1]


def bar(share: float, width: int) -> str:
    """A bar over a part of some cells; what is not nothing can be seen.

    >>> bar(0.5, 5)
    '██▌  '
    """
    eighths = min(width * 8, max(1, round(share * width * 8))) if share > 0 else 0
    full, rest = divmod(eighths, 8)
    drawn = _FULL * full + (_EIGHTHS[rest] if rest else "")
    return f"{drawn:{width}}"


# Articles


def _articles(progress: Progress, width: int) -> Iterator[Line]:
    total = sum(progress.states.values())
    yield Line(f"Articles: {total:,}", heading=True)
    for state, name in _STATES.items():
        number = progress.states[state]
        yield Line(_share_line(name, number, total, width), leads_to=_FILTERS[state])
    if progress.unread:
        said = _share_line("not run yet", progress.unread, total, width)
        yield Line(said, leads_to="is:unrun")
    if progress.foreign:
        said = _share_line("no detector", progress.foreign, total, width)
        yield Line(said, leads_to="is:foreign")


def _share_line(name: str, number: int, total: int, width: int, *, of: str = "") -> str:
    share = number / total if total else 0
    said = f"{fitted(name, _LABEL)}{number:>{_NUMBER},}{of}{share:>{_SHARE}.0%}{GAP}"
    room = min(_MOST_BAR, width - cell_len(said))
    return said + (bar(share, room) if room > 0 else "")


# Annotations


def _layers(report: Report, width: int) -> Iterator[Line]:
    progress = report.progress
    decided, total = progress.decided, progress.decided + progress.undecided
    yield Line("Decided, numbers and dates left out", heading=True)
    of = _of(total)
    yield Line(_share_line("in all", decided, total, width, of=of), leads_to="is:unreviewed")
    if report.evaluation is None or report.measured < report.to_measure:
        return
    for layer, name in LAYER_WORDS.items():
        done, turned_down = _decided_in(report.evaluation, layer)
        number = progress.standing[layer] + turned_down
        said = _share_line(name, min(done, number), number, width, of=_of(number))
        yield Line(said, leads_to=f"is:unreviewed {_HAS[layer]}")


def _of(total: int) -> str:
    return f" of {total:<{_NUMBER},}"


def _decided_in(evaluation: DecidedEvaluation, layer: Layer) -> tuple[int, int]:
    """How many of a layer are decided, and how many of these were turned down."""
    rows = (each for each in evaluation.rows if (each.layer, each.key) == (layer, ALL))
    verdicts = next((each.verdicts for each in rows), dict.fromkeys(Verdict, 0))
    unknown = evaluation.unknown.get(layer, 0)
    return sum(verdicts.values()) + unknown, verdicts[Verdict.REJECTED]


# Precision


_COLUMNS: Mapping[str, int] = {
    "decided": 8,
    "as it was": 10,
    "corrected": 10,
    "rejected": 9,
    "missed": 7,
    "precision": 10,
    "recall": 7,
    "F1": 6,
}
_FIRST_TO_GO = ("as it was", "F1", "recall", "corrected")
"""Columns that a narrow screen does without, the first first."""


def _precision(report: Report, width: int) -> Iterator[Line]:
    shown = _shown_columns(width)
    head = fitted("Precision so far", max(_LABEL, width - sum(shown.values())))
    yield Line(head + "".join(f"{name:>{cells}}" for name, cells in shown.items()), heading=True)
    evaluation = report.evaluation
    if evaluation is None:
        yield Line("is being measured …")
        return
    if not evaluation.rows:
        yield Line("Nothing that was suggested is decided yet.")
        return
    for row in evaluation.rows:
        yield _precision_line(row, width, shown)
    yield Line(_counted(report, evaluation))


def _shown_columns(width: int) -> dict[str, int]:
    shown = dict(_COLUMNS)
    for name in _FIRST_TO_GO:
        if _LABEL + sum(shown.values()) > width:
            del shown[name]
    return shown


def _precision_line(row: DecidedRow, width: int, shown: Mapping[str, int]) -> Line:
    said = {
        "decided": f"{row.decided:,}",
        "as it was": f"{row.verdicts[Verdict.ACCEPTED]:,}",
        "corrected": f"{row.verdicts[Verdict.CORRECTED]:,}",
        "rejected": f"{row.verdicts[Verdict.REJECTED]:,}",
        "missed": f"{row.verdicts[Verdict.ADDED]:,}",
        "precision": _percent(row.precision),
        "recall": _percent(row.recall),
        "F1": _percent(row.f1),
    }
    is_all = row.key == ALL
    name = LAYER_WORDS[row.layer] if is_all else f"  {clean_line(row.key)}"
    head = fitted(name, max(_LABEL, width - sum(shown.values())))
    text = head + "".join(f"{said[column]:>{cells}}" for column, cells in shown.items())
    return Line(text, leads_to=Wrong(row.layer, None if is_all else row.key))


def _counted(report: Report, evaluation: DecidedEvaluation) -> str:
    if report.measured < report.to_measure:
        return f"{report.measured:,} of {report.to_measure:,} articles are measured …"
    decided = f"{_number_of(evaluation.articles, 'article')} with decisions"
    if not evaluation.complete:
        return f"{decided}; none reviewed in full yet, so no recall"
    return f"{decided}; recall and F1 from {evaluation.complete:,} reviewed in full"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f}"


# Pace


def _work(report: Report, width: int) -> Iterator[Line]:
    yield Line("Pace", heading=True)
    if not report.days:
        yield Line("Nobody has decided anything yet.")
    for day in latest(report.days, _DAYS):
        yield Line(fitted(_day_text(day, report.today), width).rstrip())
    yield Line(_time_left(report))


def _day_text(day: WorkingDay, today: date) -> str:
    names = {today.isoformat(): "today", (today - timedelta(days=1)).isoformat(): "yesterday"}
    when = names.get(day.day, day.day)
    who = fitted(clean_line(day.annotator), _LABEL)
    said = f"{when:<12}{who}{day.decided:>{_NUMBER},} decided"
    if day.an_hour is not None:
        said += f"{GAP}{day.an_hour:,.0f} an hour"
    if day.together:
        said += f"{GAP}{day.together:,} more at once"
    return said


def _time_left(report: Report) -> str:
    waiting = report.progress.waiting
    if not waiting:
        return "Nothing waits for a decision."
    own = [day for day in report.days if day.annotator == report.annotator]
    an_hour = pace(latest(own, _PACED)) or pace(latest(report.days, _PACED))
    said = f"{waiting:,} wait{'s' if waiting == 1 else ''} for a decision"
    if an_hour is None:
        return said
    return f"{said}: {_hours(waiting / an_hour)} at {an_hour:,.0f} an hour"


def _hours(hours: float) -> str:
    if hours < 1:
        return f"about {max(1, round(hours * 60))} min"
    return f"about {hours:,.1f} h" if hours < 10 else f"about {hours:,.0f} h"


def _number_of(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"

"""`closeread evaluate` without files: how good the machine was where people have checked it."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from annotations.filters import Query
from annotations.measure.decided_evaluation import (
    DecidedEvaluation,
    DecidedRow,
    evaluate_decisions,
)
from annotations.measure.decision_counts import Field
from annotations.measure.decisions import SPAN, By, DecidedArticle, Verdict
from annotations.measure.fields import FIELDS, Agreed
from annotations.measure.tallies import overlapping
from annotations.model import Layer
from reader.headless.measures import (
    SURENESS,
    agreed_cells,
    interval_record,
    limits,
    mistake_cells,
    percent,
)
from reader.headless.output import data_output, report
from reader.headless.progress import Show, progress
from reader.headless.tables import Column, write_table

if TYPE_CHECKING:
    from annotations.store import Store

_VERDICTS = tuple(Column(verdict.value, right=True) for verdict in Verdict if verdict != "added")


def write_evaluation(store: "Store", query: Query | None, *, by: By, as_json: bool) -> None:
    """Measure what people have decided in a store, and write the tables or the JSON object.

    Args:
        store: The store.
        query: Only among the articles that it finds; null for all.
        by: What suggestions are told apart by.
        as_json: Whether all is written as one JSON object.
    """
    keys = store.decisions.keys(query)
    with progress("measuring", total=len(keys.every)) as show:
        articles = store.decisions.articles(keys, by=by)
        evaluation = evaluate_decisions(_shown(articles, show), by=by)
    if as_json:
        data_output().write(json.dumps(_record(evaluation), ensure_ascii=False) + "\n")
    else:
        _write_tables(evaluation)
        _explain(evaluation)


def write_errors(store: "Store", query: Query | None) -> None:
    """Write what was corrected, turned down and added, one by one, in its context."""
    keys = store.decisions.keys(query)
    output = data_output()
    with progress("measuring", total=len(keys.every), data_on_output=True) as show:
        for each in _shown(store.decisions.articles(keys), show):
            mistakes = [found for one in each.decided if (found := one.mistake()) is not None]
            article = store.articles.by_key(each.key) if mistakes else None
            for mistake in sorted(mistakes, key=lambda mistake: mistake.at):
                assert article is not None
                output.write("\t".join(mistake_cells(article, mistake)) + "\n")


def _shown(articles: Iterable[DecidedArticle], show: Show) -> Iterator[DecidedArticle]:
    for done, each in enumerate(articles, start=1):
        yield each
        show(done)


def _explain(evaluation: DecidedEvaluation) -> None:
    """Say which articles count for what."""
    if not evaluation.articles:
        report("Nothing is decided yet that could be measured: accept, correct or reject first.")
        return
    report(
        f"Precision, fields and what was made of suggestions: {evaluation.articles:,} articles "
        "in which anything is decided."
    )
    if evaluation.by is By.KIND:
        report(
            f"Recall and F1: {evaluation.complete:,} of them, which are reviewed in full and had "
            "been read by a detector before; numbers and dates left out."
        )
    unknown = sum(evaluation.unknown.values())
    if unknown:
        report(
            f"Left out: {unknown:,} corrections that were imported without what they "
            "have corrected."
        )


# Tables


def _write_tables(evaluation: DecidedEvaluation) -> None:
    told_by = Column(evaluation.by.value)
    layer = Column("layer", width=10)
    is_kind = evaluation.by is By.KIND
    missed = (Column("missed", right=True),) if is_kind else ()
    decided = Column("decided", right=True)
    write_table(
        (layer, told_by, decided, *_VERDICTS, *missed),
        ([*_verdict_cells(row, is_kind=is_kind)] for row in evaluation.rows),
    )
    data_output().write("\n")
    measures = ("precision", SURENESS, *(("recall", "F1", SURENESS) if is_kind else ()))
    write_table(
        (layer, told_by, *(Column(name, right=True) for name in (*measures, "overlapping"))),
        ([*_measure_cells(row, is_kind=is_kind)] for row in evaluation.rows),
    )
    data_output().write("\n")
    numbers = ("right", "of", "share", "corrected")
    told = () if is_kind else (told_by,)
    write_table(
        (layer, *told, Column("field"), *(Column(name, right=True) for name in numbers)),
        _field_rows(evaluation, is_kind=is_kind),
    )


def _verdict_cells(row: DecidedRow, *, is_kind: bool) -> Iterator[str]:
    yield from (row.layer.value, row.key, f"{row.decided:,}")
    for verdict in Verdict:
        if is_kind or verdict is not Verdict.ADDED:
            yield f"{row.verdicts[verdict]:,}"


def _measure_cells(row: DecidedRow, *, is_kind: bool) -> Iterator[str]:
    yield from (row.layer.value, row.key, percent(row.precision), limits(row.precision_lies))
    if is_kind:
        yield from (percent(row.recall), percent(row.f1), limits(row.f1_lies))
    yield percent(overlapping(row.tally).precision)


def _field_rows(evaluation: DecidedEvaluation, *, is_kind: bool) -> Iterator[tuple[str, ...]]:
    """All fields of the layers; told apart by more than that, only those that were wrong at all."""
    agreed, changed = _by_layer(evaluation) if is_kind else (evaluation.fields, evaluation.changed)
    for at in _field_order(agreed, changed):
        layer, key, name = at
        told = () if is_kind else (key,)
        same = agreed.get(at)
        if is_kind or changed.get(at) or (same is not None and same.same < same.of):
            yield layer.value, *told, name, *_field_cells(same, changed.get(at, 0))


def _field_cells(agreed: Agreed | None, changed: int) -> tuple[str, ...]:
    """Where a field is not compared, only how often it was corrected is known."""
    if agreed is None:
        return "-", "-", "-", f"{changed:,}"
    return *agreed_cells(agreed), f"{changed:,}"


def _by_layer(evaluation: DecidedEvaluation) -> tuple[Mapping[Field, Agreed], Mapping[Field, int]]:
    """The fields of all kinds of a layer together."""
    agreed: dict[Field, Agreed] = defaultdict(Agreed)
    changed: Counter[Field] = Counter()
    for (layer, _, name), each in evaluation.fields.items():
        agreed[layer, "", name] += each
    for (layer, _, name), number in evaluation.changed.items():
        changed[layer, "", name] += number
    return agreed, changed


def _field_order(agreed: Iterable[Field], changed: Iterable[Field]) -> list[Field]:
    """By layer and what they are told apart by; the span first, then as fields are compared."""
    layers = list(Layer)
    names = {layer: [SPAN, *fields] for layer, fields in FIELDS.items()}

    def rank(field: Field) -> tuple[int, str, int, str]:
        layer, key, name = field
        known = names[layer]
        return layers.index(layer), key, known.index(name) if name in known else len(known), name

    return sorted(dict.fromkeys((*agreed, *changed)), key=rank)


# JSON


def _record(evaluation: DecidedEvaluation) -> Mapping[str, object]:
    return {
        "by": evaluation.by,
        "articles": {"decided": evaluation.articles, "complete": evaluation.complete},
        "unknown_corrections": sum(evaluation.unknown.values()),
        "suggestions": [_row_record(row) for row in evaluation.rows],
        "fields": [
            _field_record(evaluation, field)
            for field in _field_order(evaluation.fields, evaluation.changed)
        ],
    }


def _row_record(row: DecidedRow) -> Mapping[str, object]:
    return {
        "layer": row.layer,
        "key": row.key,
        "decided": row.decided,
        **{verdict.value: number for verdict, number in row.verdicts.items()},
        "precision": row.precision,
        "precision_interval": interval_record(row.precision_lies),
        "recall": row.recall,
        "f1": row.f1,
        "f1_interval": interval_record(row.f1_lies),
        "overlap_precision": overlapping(row.tally).precision,
    }


def _field_record(evaluation: DecidedEvaluation, field: Field) -> Mapping[str, object]:
    layer, key, name = field
    agreed = evaluation.fields.get(field)
    return {
        "layer": layer,
        "key": key,
        "field": name,
        "right": None if agreed is None else agreed.same,
        "of": None if agreed is None else agreed.of,
        "accuracy": None if agreed is None else agreed.accuracy,
        "corrected": evaluation.changed.get(field, 0),
    }

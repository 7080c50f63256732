"""`closeread evaluate`: how good annotations are, others being taken to be right."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from annotations.errors import UsageError
from annotations.formats import AnnotatedArticle
from annotations.measure.bootstrap import Interval
from annotations.measure.decisions import By
from annotations.measure.evaluation import Evaluation, Row, Sides, evaluate
from annotations.measure.fields import Agreed
from annotations.measure.implicit import marks_implicit, with_number
from annotations.measure.mistakes import mistakes
from annotations.measure.tallies import Score, exact, overlapping, partial
from annotations.model import Annotation, Layer
from reader.headless.failures import Failures
from reader.headless.importing import read_articles
from reader.headless.measures import (
    AGREED,
    SURENESS,
    agreed_cells,
    interval_record,
    limits,
    mistake_cells,
    percent,
)
from reader.headless.output import data_output
from reader.headless.sides import check_inputs, from_file
from reader.headless.tables import Column, write_table

DESCRIPTION = """\
Compare annotations with others that are right, both in the native JSON lines. By layer and kind:
precision, recall and F1 where only the same stretch is right, with the interval that 95 of 100
such sets of articles would give, F1 where one shared character is enough, and F1 where that counts
by half. Then how often the fields of annotations that share a character are the same, where GOLD
says something. Articles are matched by id; one that PRED lacks counts as having no annotations.
People whom a text names without a number count only if GOLD marks any such.

Without files: how good the machine was where people have decided on what it suggested, in the
store. What they accepted, corrected, turned down and added themselves; what part of the
suggestions covers the right stretch and is of the right kind (precision; overlapping: what part
shares a character with what is right), and how often each field was right, over all articles in
which anything is decided; recall and F1 only over those that are reviewed in full. Excluded and
deleted articles do not count. What your own rules have made of suggestions counts as suggested."""
EXAMPLES = """\
examples:
  closeread annotate gold.jsonl > pred.jsonl && closeread evaluate gold.jsonl pred.jsonl
  closeread evaluate gold.jsonl pred.jsonl --errors | less
  closeread evaluate gold.jsonl pred.jsonl --json > measures.json
  closeread evaluate
  closeread evaluate --by rule
  closeread evaluate --among "tag:pilot after:2016-05" --errors | less
"""

_KINDS = (
    Column("layer", width=10),
    Column("kind"),
    Column("gold", right=True),
    Column("pred", right=True),
    Column("precision", right=True),
    Column("recall", right=True),
    Column("F1", right=True),
    Column(SURENESS, right=True),
    Column("overlap F1", right=True),
    Column("partial F1", right=True),
)
_FIELDS = (Column("layer", width=10), Column("field"), *AGREED)


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "gold",
        metavar="GOLD",
        type=Path,
        nargs="?",
        help="what is right: a file, a folder of files, or - for standard input",
    )
    parser.add_argument(
        "pred", metavar="PRED", type=Path, nargs="?", help="what is measured, likewise"
    )
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="write all measures as one JSON object")
    shown.add_argument(
        "--errors", action="store_true", help="list what is wrong, a line each, in its context"
    )
    store = parser.add_argument_group("without files")
    store.add_argument(
        "--by",
        choices=[each.value for each in By],
        default=By.KIND.value,
        metavar="NAME",
        help=f"tell suggestions apart by {', '.join(By)} (default: %(default)s)",
    )
    store.add_argument(
        "--among",
        metavar="FILTER",
        help='only articles that fit, as for `closeread list`: "tag:pilot after:2016-05"',
    )


def run(options: Namespace) -> int:
    """Measure, and write the tables, the JSON object, or the mistakes."""
    if options.gold is None:
        return _run_on_store(options)
    _check_files(options)
    failures = Failures()
    pairs = _stated(list(_matched(options.gold, options.pred, failures)))
    if options.errors:
        _write_mistakes(pairs)
        return failures.status
    evaluation = evaluate(_sides(pairs))
    if options.json:
        data_output().write(json.dumps(_record(evaluation), ensure_ascii=False) + "\n")
    else:
        _write_tables(evaluation)
    return failures.status


def _run_on_store(options: Namespace) -> int:
    from annotations.filters import parsed
    from annotations.store import Store
    from reader.headless.evaluating_decisions import write_errors, write_evaluation

    query = None if options.among is None else parsed(options.among)
    with Store.open(options.store, create=False) as store:
        if options.errors:
            write_errors(store, query)
        else:
            write_evaluation(store, query, by=By(options.by), as_json=options.json)
    return 0


def _check_files(options: Namespace) -> None:
    if options.pred is None:
        raise UsageError(
            "Two files are compared, and only one is named.",
            hint="Name GOLD and PRED, or none of them to measure what was decided in the store.",
        )
    check_inputs(options.gold, options.pred)
    if options.among is not None or options.by != By.KIND:
        raise UsageError("--among and --by are about the store.", hint="Leave GOLD and PRED out.")


_Matched = tuple[AnnotatedArticle, Sequence[Annotation]]


def _matched(gold: Path, pred: Path, failures: Failures) -> Iterator[_Matched]:
    """Each article that is right, and what is measured of it."""
    found = dict(from_file(pred, failures))
    for right in read_articles([gold], failures):
        measured = found.pop(right.article.id, None)
        if measured is None:
            failures.add(f"{right.article.id} is not in {pred}: all of it counts as missed.")
        elif measured.article.text != right.article.text:
            failures.add(f"{right.article.id} has another text in {pred}: it is left out.")
            continue
        yield right, () if measured is None else measured.annotations
    for article_id in found:
        failures.add(f"{article_id} is not in {gold}: it is left out.")


def _stated(pairs: list[_Matched]) -> list[_Matched]:
    """Leave people whom a text does not count out, if what is right has none anywhere."""
    if any(marks_implicit(right.annotations) for right, _ in pairs):
        return pairs
    return [(right, with_number(measured)) for right, measured in pairs]


def _sides(pairs: Iterable[_Matched]) -> Iterator[Sides]:
    return ((right.annotations, measured) for right, measured in pairs)


# Tables


def _write_tables(evaluation: Evaluation) -> None:
    write_table(_KINDS, map(_cells, evaluation.rows))
    data_output().write("\n")
    write_table(_FIELDS, (_field_cells(*each) for each in evaluation.fields.items()))


def _cells(row: Row) -> tuple[str, ...]:
    score = exact(row.tally)
    return (
        *(row.layer.value, row.kind, f"{row.tally.expected:,}", f"{row.tally.found:,}"),
        *map(percent, (score.precision, score.recall, score.f1)),
        limits(row.exact),
        percent(overlapping(row.tally).f1),
        percent(partial(row.tally).f1),
    )


def _field_cells(field: tuple[Layer, str], agreed: Agreed) -> tuple[str, ...]:
    layer, name = field
    return layer.value, name, *agreed_cells(agreed)


# JSON


def _record(evaluation: Evaluation) -> Mapping[str, object]:
    return {
        "articles": evaluation.articles,
        "kinds": [_row_record(row) for row in evaluation.rows],
        "fields": [
            {"layer": layer, "field": name, **asdict(agreed), "accuracy": agreed.accuracy}
            for (layer, name), agreed in evaluation.fields.items()
        ],
    }


def _row_record(row: Row) -> Mapping[str, object]:
    return {
        "layer": row.layer,
        "kind": row.kind,
        "gold": row.tally.expected,
        "pred": row.tally.found,
        "exact": _score_record(row.tally.exact, exact(row.tally), row.exact),
        "overlap": _score_record(row.tally.overlapping, overlapping(row.tally), row.overlapping),
        "partial": _score_record(row.tally.partial, partial(row.tally), None),
    }


def _score_record(right: float, score: Score, sure: Interval | None) -> Mapping[str, object]:
    return {"right": right, **asdict(score), "f1_interval": interval_record(sure)}


# Mistakes


def _write_mistakes(pairs: Iterable[_Matched]) -> None:
    output = data_output()
    for right, measured in pairs:
        for mistake in mistakes(right.annotations, measured):
            output.write("\t".join(mistake_cells(right.article, mistake)) + "\n")

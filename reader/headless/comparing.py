"""`closeread compare`: how well two annotators agree."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from annotations.errors import CloseReadError
from annotations.formats import AnnotatedArticle
from annotations.measure.comparison import (
    ComparedArticle,
    Comparison,
    FieldAgreement,
    KindAgreement,
    compare,
)
from annotations.measure.differences import Difference, differences
from annotations.measure.evaluation import Row
from annotations.measure.tallies import exact, overlapping
from reader.headless import adjudicating
from reader.headless.failures import Failures
from reader.headless.measures import (
    AGREED,
    SURENESS,
    agreed_cells,
    coefficient,
    difference_cells,
    interval_record,
    limits,
    percent,
)
from reader.headless.output import data_output, report
from reader.headless.sides import Side, check_inputs, common, opened, unfinished_in
from reader.headless.statuses import add_only, wanted
from reader.headless.tables import Column, write_table

DESCRIPTION = """\
Say how well two annotators agree in the articles that both have worked on. A and B are stores,
files in the native JSON lines, or folders of such; articles are matched by id. Of a store what a
person has decided on takes part, in articles that they have begun; of a file all that stands in
it. What was rejected takes part in neither.

--adjudicate opens the reader on what is not the same. Take A, take B, both or neither, or write
your own; each decision is saved at once, and the same command goes on where it was left.

Three tables: F1 of stretches by layer and kind, with the intervals that 95 of 100 such sets of
articles would give; Cohen's kappa and Krippendorff's alpha of the kinds of annotations that share
a character, and alpha of what each character of the text is part of; how often the fields of
annotations that share a character are the same, with alpha, that of counts by their ratio."""
EXAMPLES = """\
examples:
  closeread compare ana.db ben.db
  closeread compare ana.jsonl ben.jsonl --disagreements | less
  closeread compare ana.db ben.db --json > agreement.json
  closeread compare ana.db ben.db --adjudicate -o gold.db
"""

_ROWS = (
    Column("layer", width=10),
    Column("kind"),
    Column("A", right=True),
    Column("B", right=True),
    Column("F1", right=True),
    Column(SURENESS, right=True),
    Column("overlap F1", right=True),
    Column(SURENESS, right=True),
)
_KINDS = (
    Column("layer", width=10),
    Column("kinds"),
    *AGREED,
    Column("kappa", right=True),
    Column("alpha", right=True),
    Column("text alpha", right=True),
)
_FIELDS = (
    Column("layer", width=10),
    Column("field"),
    *AGREED,
    Column("alpha", right=True),
)
_NAMED = 3
"""Articles that are named of those that only one side has."""

Pair = tuple[AnnotatedArticle, AnnotatedArticle]
"""The same article on both sides."""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "a",
        metavar="A",
        type=Path,
        help="a store, a file, a folder of files, or - for standard input",
    )
    parser.add_argument("b", metavar="B", type=Path, help="the other")
    add_only(parser)
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="write all measures as one JSON object")
    shown.add_argument(
        "--disagreements",
        action="store_true",
        help="list what is not the same, a line each, in its context",
    )
    shown.add_argument(
        "--adjudicate",
        action="store_true",
        help="settle what is not the same, one by one, in the reader; going on where it was left",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help="with --adjudicate: the store to be filled with what both agree on and what is "
        "settled (default: A itself is edited)",
    )


def run(options: Namespace) -> int:
    """Compare, and write the tables, the JSON object, or the disagreements."""
    check_inputs(options.a, options.b)
    adjudicating.check(options)
    failures = Failures()
    statuses = wanted(options.only)
    with (
        opened(options.a, failures, statuses=statuses) as first,
        opened(options.b, failures, statuses=statuses) as second,
    ):
        _check_common(first, second, options)
        pairs = common(first, second, failures, name=str(options.b))
        if options.adjudicate:
            total = sum(article_id in second for article_id in first)
            docket = adjudicating.adjudicate(pairs, failures, options, total=total)
        elif options.disagreements:
            _write_disagreements(pairs)
        elif options.json:
            comparison = compare(map(_compared, pairs))
            data_output().write(json.dumps(_record(comparison), ensure_ascii=False) + "\n")
        else:
            _write_tables(compare(map(_compared, pairs)))
    if options.adjudicate:
        return adjudicating.launch(docket, options) or failures.status
    return failures.status


def _compared(pair: Pair) -> ComparedArticle:
    one, other = pair
    return ComparedArticle(
        length=len(one.article.text), first=one.annotations, second=other.annotations
    )


def _check_common(first: Side, second: Side, options: Namespace) -> None:
    """Say which articles only one side has, and make sure that there are others.

    Raises:
        CloseReadError: If there are none.
    """
    for mine, theirs, name in ((first, second, options.a), (second, first, options.b)):
        alone = [article_id for article_id in mine if article_id not in theirs]
        if alone:
            more = f" and {len(alone) - _NAMED:,} more" if len(alone) > _NAMED else ""
            report(f"Only in {name}, and left out: {', '.join(alone[:_NAMED])}{more}.")
        unfinished = sum(each in theirs for each in unfinished_in(mine))
        if unfinished:
            report(
                f"Not done in {name}: {unfinished:,} of the articles compared. What waits there "
                "counts as not marked."
            )
    if not any(article_id in second for article_id in first):
        raise CloseReadError(
            f"{options.a} and {options.b} have no article in common that both have worked on.",
            hint="Articles are matched by id; --only suggested compares what machines found.",
        )


# Tables


def _write_tables(comparison: Comparison) -> None:
    write_table(_ROWS, map(_row_cells, comparison.rows))
    data_output().write("\n")
    write_table(_KINDS, map(_kind_cells, comparison.kinds))
    data_output().write("\n")
    write_table(_FIELDS, map(_field_cells, comparison.fields))


def _row_cells(row: Row) -> tuple[str, ...]:
    return (
        *(row.layer.value, row.kind, f"{row.tally.expected:,}", f"{row.tally.found:,}"),
        *(percent(exact(row.tally).f1), limits(row.exact)),
        *(percent(overlapping(row.tally).f1), limits(row.overlapping)),
    )


def _kind_cells(each: KindAgreement) -> tuple[str, ...]:
    return (
        *(each.layer.value, each.kind, *agreed_cells(each.agreed)),
        *map(coefficient, (each.kappa, each.alpha, each.text_alpha)),
    )


def _field_cells(each: FieldAgreement) -> tuple[str, ...]:
    return each.layer.value, each.name, *agreed_cells(each.agreed), coefficient(each.alpha)


# JSON


def _record(comparison: Comparison) -> Mapping[str, object]:
    return {
        "articles": comparison.articles,
        "spans": [_row_record(row) for row in comparison.rows],
        "kinds": [_agreed_record(each) for each in comparison.kinds],
        "fields": [_agreed_record(each) for each in comparison.fields],
    }


def _row_record(row: Row) -> Mapping[str, object]:
    tally = row.tally
    return {
        "layer": row.layer,
        "kind": row.kind,
        "a": tally.expected,
        "b": tally.found,
        "exact": {
            "same": tally.exact,
            "f1": exact(tally).f1,
            "f1_interval": interval_record(row.exact),
        },
        "overlap": {
            "same": tally.overlapping,
            "f1": overlapping(tally).f1,
            "f1_interval": interval_record(row.overlapping),
        },
    }


def _agreed_record(each: KindAgreement | FieldAgreement) -> Mapping[str, object]:
    record = asdict(each)
    agreed = record.pop("agreed")
    name = {"field": record.pop("name")} if "name" in record else {"kind": record.pop("kind")}
    layer = record.pop("layer")
    return {"layer": layer, **name, **agreed, "share": each.agreed.accuracy, **record}


# Disagreements


def _write_disagreements(pairs: Iterable[Pair]) -> None:
    output = data_output()
    for one, other in pairs:
        for each in differences(one.annotations, other.annotations, mutual=True):
            cells = difference_cells(one.article, each, in_words(each))
            output.write("\t".join(cells) + "\n")


def in_words(difference: Difference) -> str:
    """What is not the same."""
    if difference.second is None:
        return "only A"
    if difference.first is None:
        return "only B"
    return " ".join([*(["boundary"] if difference.is_of_stretch else []), *difference.fields])

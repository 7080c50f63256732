"""`closeread add`: articles into the store, and the detector over them if asked for."""

from argparse import ArgumentParser, Namespace
from collections import Counter

from annotations.errors import ArticleConflict
from annotations.store import Addition, Store
from reader.headless.detecting import Detection
from reader.headless.failures import Failures
from reader.headless.inputs import add_inputs, read_inputs
from reader.headless.output import report
from reader.headless.progress import progress, within

DESCRIPTION = """\
Add articles to the store. One that is there already is left as it is; one with an id that is
taken and another text is reported and left out."""
EXAMPLES = """\
examples:
  closeread add report.txt reports/
  closeread add --detect articles.jsonl
  cat notes.txt | closeread add -
"""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    add_inputs(parser, metavar="SOURCE")
    parser.add_argument(
        "--detect",
        action="store_true",
        help="then run the detector on every article in the store that it has not seen",
    )


def run(options: Namespace) -> int:
    """Add what can be added, and say how many articles became of what."""
    failures = Failures()
    with Store.open(options.store) as store:
        counts = _add(store, options, failures)
        report(
            f"{counts[Addition.ADDED]} added, {counts[Addition.UNCHANGED]} unchanged, "
            f"{counts[Addition.CONFLICT]} in conflict, "
            f"{failures.count - counts[Addition.CONFLICT]} failed."
        )
        if counts[Addition.DELETED]:
            report(
                f"{counts[Addition.DELETED]} were deleted in the library and stay so; "
                "its filter is:deleted lists them."
            )
        if options.detect:
            detection = Detection(
                options.model,
                vague_rule=options.vague_rule,
                own_names=options.own_names,
                failures=failures,
            )
            _detect(store, detection, failures)
    return failures.status


def _add(store: Store, options: Namespace, failures: Failures) -> Counter[Addition]:
    counts: Counter[Addition] = Counter()
    with progress("adding") as show:
        articles = failures.sift(read_inputs(options.inputs))
        for article, addition in store.articles.add(articles):
            counts[addition] += 1
            show(counts.total())
            if addition is Addition.CONFLICT:
                failures.add(ArticleConflict(article.id))
    return counts


def _detect(store: Store, detection: Detection, failures: Failures) -> None:
    """Run the detector on the articles that none has run on."""
    pending = store.runs.pending()
    before = failures.count
    kept = 0
    with progress("detecting", total=len(pending)) as show, detection:
        for done, article_id in enumerate(pending):
            article = store.articles.get(article_id)
            result = detection.detect(article, progress=within(show, done))
            show(done + 1)
            if result is not None:
                kept += store.runs.record(article_id, *result)
    run_on = len(pending) - (failures.count - before)
    report(f"The detector ran on {run_on} articles and found {kept} annotations.")

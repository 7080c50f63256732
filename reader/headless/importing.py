"""`closeread import`: exported articles back into a store, with all that was decided on them."""

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from annotations.errors import ArticleConflict, UsageError
from annotations.formats import FORMATS, AnnotatedArticle, jsonl, named
from annotations.formats.format import Reader
from annotations.sources import folders
from annotations.store import Store
from reader.headless.failures import Failures
from reader.headless.inputs import name_of, raw_lines
from reader.headless.output import report
from reader.headless.progress import Show, progress

DESCRIPTION = """\
Read exported articles into the store, with their annotations, status, tags and notes. What a
person decided in this store stands; importing the same file twice changes nothing. If the text of
an article is a new one, it gets a new version, as with `closeread add`; if it is one that it had
before, the annotations are taken to where they are in the present text."""
EXAMPLES = """\
examples:
  closeread import colleague.jsonl
  closeread annotate report.txt | closeread import -
"""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--format",
        metavar="NAME",
        default="jsonl",
        help=f"{' or '.join(_readable())} (default: %(default)s)",
    )
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        type=Path,
        help="an exported file, a folder of JSON lines, or - for standard input",
    )


def run(options: Namespace) -> int:
    """Merge every article that can be read, and say what became of the annotations."""
    reader = _reader(options.format)
    failures = Failures()
    opened = Store.open(options.store, annotator=options.annotator)
    with opened as store, progress("importing") as show:
        articles = read_articles(options.files, failures, reader=reader)
        counts = _merge_all(store, articles, failures, show)
    report(
        f"{counts['articles']} articles, {counts['new_article']} of them new. Annotations: "
        f"{counts['added']} added, {counts['updated']} updated, {counts['unchanged']} unchanged, "
        f"{counts['kept_ours']} kept as decided here. {failures.count} failed."
    )
    if counts["new_version"]:
        report(f"{counts['new_version']} articles have a new version of their text.")
    if counts["left_over"]:
        key = options.configuration.settings.keymap.named("library.unplaced")
        report(f"{counts['left_over']} annotations are to be placed by hand ({key}).")
    return failures.status


def _readable() -> list[str]:
    return [name for name, format_ in FORMATS.items() if format_.read is not None]


def _reader(name: str) -> Reader:
    reader = named(name).read
    if reader is None:
        raise UsageError(
            f"Files in the format {name} cannot be read back.",
            hint=f"Import one of: {', '.join(_readable())}.",
        )
    return reader


def read_articles(
    files: Sequence[Path], failures: Failures, *, reader: Reader = jsonl.read
) -> Iterator[AnnotatedArticle]:
    """The articles of all files; a file or line that cannot be read is reported.

    Args:
        files: Exported files, and folders of JSON lines; `-` is standard input.
        failures: Where to report.
        reader: Reads their format.
    """
    for path in _unfolded(files, failures):
        name = name_of(path)
        try:
            for item in reader(raw_lines(path), name):
                if isinstance(item, AnnotatedArticle):
                    yield item
                else:
                    failures.add(item)
        except OSError as error:
            failures.add(f"{name} cannot be read: {error.strerror or error}.")


def _unfolded(paths: Sequence[Path], failures: Failures) -> Iterator[Path]:
    """The files, and in place of each folder the files of JSON lines that it holds."""
    for path in paths:
        for each in folders.files(path, is_wanted=_is_json_lines) if path.is_dir() else (path,):
            if isinstance(each, Path):
                yield each
            else:
                failures.add(each)


def _is_json_lines(name: str) -> bool:
    return name.lower().endswith(".jsonl")


def _merge_all(
    store: Store, articles: Iterator[AnnotatedArticle], failures: Failures, show: Show
) -> Counter[str]:
    """Merge each article in a transaction of its own, and count what was done."""
    counts: Counter[str] = Counter()
    for each in articles:
        try:
            outcome = store.imports.merge(each.article, each.annotations)
        except ArticleConflict as error:
            failures.add(error)
            continue
        counts.update({name: int(count) for name, count in asdict(outcome).items()})
        counts["articles"] += 1
        show(counts["articles"])
    return counts

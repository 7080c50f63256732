"""`closeread import`: exported articles back into a store, with all that was decided on them."""

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from annotations.errors import ArticleConflict, CloseReadError, UsageError
from annotations.formats import FORMATS, AnnotatedArticle, Format, jsonl, named
from annotations.formats.format import Known
from annotations.sources import folders
from annotations.store import Store
from annotations.text import clean_line
from reader.headless.failures import Failures
from reader.headless.inputs import opened_input
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
  closeread import --format label-studio project-1.json
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
    format_ = _readable_format(options.format)
    failures = Failures()
    opened = Store.open(options.store, annotator=options.annotator)
    with opened as store, progress("importing") as show:
        articles = read_articles(
            options.files, failures, format_=format_, known=store.articles.known
        )
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
    return [
        name for name, each in FORMATS.items() if each.read or each.read_folder or each.read_onto
    ]


def _readable_format(name: str) -> Format:
    if name in FORMATS and name not in _readable():
        raise UsageError(
            f"Files in the format {name} cannot be read back.",
            hint=f"Import one of: {', '.join(_readable())}.",
        )
    return named(name)


def read_articles(
    files: Sequence[Path],
    failures: Failures,
    *,
    format_: Format = jsonl.FORMAT,
    known: Known = lambda name: None,
) -> Iterator[AnnotatedArticle]:
    """The articles of all files; a file or line that cannot be read is reported.

    Args:
        files: Exported files, and folders of such files; `-` is standard input.
        failures: Where to report.
        format_: Their format.
        known: Finds articles whose texts are not in the files.
    """
    for path in _unfolded(files, failures, format_=format_):
        try:
            for item in _read(path, format_, known):
                if isinstance(item, AnnotatedArticle):
                    yield item
                else:
                    failures.add(item)
        except OSError as error:
            failures.add(f"{clean_line(str(path))} cannot be read: {error.strerror or error}.")
        except CloseReadError as error:
            failures.add(error)


def _read(path: Path, format_: Format, known: Known) -> Iterator[AnnotatedArticle | CloseReadError]:
    if format_.read_folder is not None and path.is_dir():
        yield from format_.read_folder(path)
    elif format_.read_onto is not None:
        with opened_input(path) as given:
            yield from format_.read_onto(given, known)
    elif format_.read is not None:
        with opened_input(path) as given:
            yield from format_.read(given)
    else:
        hint = f"The format {format_.name} has several files."
        raise UsageError(f"{clean_line(str(path))} is no folder.", hint=hint)


def _unfolded(paths: Sequence[Path], failures: Failures, *, format_: Format) -> Iterator[Path]:
    """The files, and in place of each folder the files of the format that it holds."""
    if format_.read_folder is not None:
        yield from paths
        return

    def is_wanted(name: str) -> bool:
        return name.lower().endswith(format_.suffix)

    for path in paths:
        for each in folders.files(path, is_wanted=is_wanted) if path.is_dir() else (path,):
            if isinstance(each, Path):
                yield each
            else:
                failures.add(each)


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

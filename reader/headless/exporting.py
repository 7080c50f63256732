"""`closeread export`: articles and their annotations into a file that other tools read."""

from argparse import ArgumentParser, Namespace
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from annotations.errors import CloseReadError, UsageError
from annotations.formats import FORMATS, AnnotatedArticle, Format, named, of_suffix
from annotations.model import Annotation, Article, CasualtyFigure, Status
from annotations.store import Store
from reader.headless.failures import Failures
from reader.headless.files import replaced
from reader.headless.inputs import DASH
from reader.headless.output import data_output, report
from reader.headless.progress import Show, progress
from reader.headless.statuses import add_only, wanted

DESCRIPTION = """\
Write articles with their annotations, to standard output or a file. JSON lines carry everything
that articles hold and can be read back by `closeread import`. Where you merged or split names, an
entity also has what its name counts as, in `known_as`; importing leaves that aside. Figures of
people named without a number (“a soldier was killed”) are left out while they are only suggested,
unless --implicit is given; so are articles that you excluded, unless you name them or give
--excluded."""
EXAMPLES = """\
examples:
  closeread export --implicit > everything.jsonl
  closeread export --only accepted,corrected,added -o checked.csv
  closeread export --article 5f350b94b4920d9b
"""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--format",
        metavar="NAME",
        help=f"{' or '.join(FORMATS)} (default: by the name of the -o file, else jsonl)",
    )
    add_only(parser)
    parser.add_argument(
        "--implicit",
        action="store_true",
        help="also write suggested figures of people named without a number",
    )
    parser.add_argument(
        "--excluded",
        action="store_true",
        help="also write articles that were excluded, with their state",
    )
    parser.add_argument(
        "--article",
        metavar="ID",
        action="append",
        help="only this article; may be given several times",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help="write to a file, which changes only when everything is written",
    )


def run(options: Namespace) -> int:
    """Write every article that can be; one whose offsets do not fit is reported and left out."""
    chosen = _format(options.format, options.output)
    statuses = wanted(options.only)
    failures = Failures()
    with Store.open(options.store, create=False) as store:
        ids: list[str] | None = options.article
        left_out = 0 if ids is not None or options.excluded else store.articles.excluded()
        total = store.articles.count() - left_out if ids is None else len(ids)
        to_output = options.output is None
        with progress("exporting", total=total, data_on_output=to_output) as show:
            chosen_ones = _articles(store, ids, failures, excluded=options.excluded)
            articles = _annotated(store, chosen_ones, statuses, failures, show)
            stated = _Stated(articles, keeps_implicit=options.implicit)
            _write(chosen.write(stated), options.output)
    if left_out:
        report(f"{left_out} excluded articles left out; --excluded writes them too.")
    if stated.left_out:
        report(f"{stated.left_out} implicit figures left out; --implicit writes them too.")
    if chosen.loss:
        report(f"Note: {chosen.name} leaves out {chosen.loss}.")
    return failures.status


class _Stated:
    """Articles without suggestions of people whom the text does not count, unless asked for.

    Those that a person has decided on are never left out.
    """

    def __init__(self, articles: Iterator[AnnotatedArticle], *, keeps_implicit: bool) -> None:
        self.left_out = 0
        self._articles = articles
        self._keeps_implicit = keeps_implicit

    def __iter__(self) -> Iterator[AnnotatedArticle]:
        for each in self._articles:
            kept = tuple(filter(self._keeps, each.annotations))
            left_out = len(each.annotations) - len(kept)
            self.left_out += left_out
            yield replace(each, annotations=kept) if left_out else each

    def _keeps(self, annotation: Annotation) -> bool:
        is_implicit = isinstance(annotation, CasualtyFigure) and annotation.implicit
        return self._keeps_implicit or not is_implicit or annotation.status is not Status.SUGGESTED


def _format(name: str | None, output: Path | None) -> Format:
    """The format that is asked for, by its name or by that of the file."""
    if name is not None:
        return named(name)
    if output is None or not output.suffix:
        return named("jsonl")
    found = of_suffix(output)
    if found is None:
        known = ", ".join(f"{each.name} ({each.suffix})" for each in FORMATS.values())
        raise UsageError(
            f"No format is known by the ending of {output}.",
            hint=f"Choose one with --format: {known}.",
        )
    return found


def _annotated(
    store: Store,
    articles: Iterator[Article],
    statuses: Collection[Status] | None,
    failures: Failures,
    show: Show,
) -> Iterator[AnnotatedArticle]:
    known_as = store.names.known_as()
    for done, article in enumerate(articles, start=1):
        try:
            annotations = store.annotations.of(article.id, statuses=statuses)
            yield AnnotatedArticle(
                article=article,
                annotations=tuple(annotations),
                known_as=known_as.get(article.id, {}),
            )
        except CloseReadError as error:
            failures.add(f"Article {article.id}: {error}")
        show(done)


def _articles(
    store: Store, ids: list[str] | None, failures: Failures, *, excluded: bool
) -> Iterator[Article]:
    """Those that are named, excluded or not; if none is named, all."""
    if ids is None:
        return store.articles.iterate(excluded=excluded)
    return _named(store, ids, failures)


def _named(store: Store, ids: list[str], failures: Failures) -> Iterator[Article]:
    for article_id in ids:
        try:
            yield store.articles.get(article_id)
        except CloseReadError as error:
            failures.add(error)


def _write(pieces: Iterator[str], path: Path | None) -> None:
    if path is None or path == DASH:
        data_output().writelines(pieces)
    else:
        with replaced(path) as file:
            file.writelines(pieces)

"""`closeread annotate`: articles in, native JSON lines out, no store."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotations.formats import AnnotatedArticle, jsonl
from annotations.language import language_of, no_detector
from annotations.model import Article
from reader.headless.detecting import Detection
from reader.headless.failures import Failures
from reader.headless.inputs import add_inputs, read_inputs, reading_options
from reader.headless.output import data_output, report
from reader.headless.progress import Show, progress, within

DESCRIPTION = """\
Detect names, quotes and casualty figures, and write each article with them as one JSON line, in
the order of the input and with the same ids. An article in a language for which there is no
detector is written without. No store is read or written."""
EXAMPLES = """\
examples:
  closeread annotate report.txt > report.jsonl
  closeread annotate articles.jsonl | closeread import -
  cat report.txt | closeread annotate -
"""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    add_inputs(parser, metavar="FILE")


def run(options: Namespace) -> int:
    """Annotate every article that can be read, and write each line as soon as it is there."""
    output = data_output()
    failures = Failures()
    reading = reading_options(options)
    detection = Detection(
        options.model,
        vague_rule=options.vague_rule,
        own_names=options.own_names,
        failures=failures,
    )
    with progress("annotating", data_on_output=True) as show, detection:
        articles = failures.sift(read_inputs(options.inputs, reading))
        for annotated in _annotated(articles, detection, show):
            output.write(jsonl.line_of(annotated))
            output.flush()
    return failures.status


def _annotated(
    articles: Iterable[Article], detection: Detection, show: Show
) -> Iterator[AnnotatedArticle]:
    for done, article in enumerate(articles):
        language = language_of(article.text, article.language)
        if unread := no_detector(language):
            report(f"{article.title or article.id} was not annotated: {unread}.")
            yield AnnotatedArticle(article=replace(article, language=language), annotations=())
            continue
        result = detection.detect(article, progress=within(show, done))
        show(done + 1)
        if result is not None:
            yield AnnotatedArticle(article=article, annotations=tuple(result[1]))

"""`closeread doctor`: what is installed, which model, where the store is, whether it is whole."""

import platform
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from annotations import __version__
from annotations.detect.description import describe
from annotations.detect.own_names import read_own_names
from annotations.detect.rules import RuleSet, rules
from annotations.errors import CloseReadError
from annotations.filters import EVERYTHING
from annotations.store import Store
from annotations.store.engine import engine
from annotations.text import clean_line
from reader.headless.failures import Failures
from reader.headless.listing import rows_of
from reader.headless.output import text_output
from reader.headless.rule_list import listed

DESCRIPTION = "Say what is installed, which model detects, where the store is, and if it is whole."
EXAMPLES = """\
examples:
  closeread doctor
  closeread doctor --store aleppo.db
  closeread doctor --rules          how names, quotes, speakers and figures are found
"""

_LIBRARIES = ("textual", "spacy", "sqlite-utils", "python-frontmatter", "charset-normalizer")

Finding = tuple[str, str]
"""What was looked at, and how it is."""


def configure(parser: ArgumentParser) -> None:
    """Add the argument."""
    parser.add_argument(
        "--rules",
        action="store_true",
        help="list the rules that find names, quotes, speakers and figures instead, each with "
        "how far it is trusted and an example; the inspector names an annotation's rule",
    )


def run(options: Namespace) -> int:
    """Write a line for everything that was looked at, and report what is wrong."""
    output = text_output()
    if options.rules:
        output.writelines(f"{line}\n" for line in listed({each: rules(each) for each in RuleSet}))
        return 0
    failures = Failures()
    for name, finding in _examine(options, failures):
        output.write(f"{name:<20} {clean_line(finding)}\n")
        output.flush()  # the model takes seconds; what is known stands there by then
    return failures.status


def _examine(options: Namespace, failures: Failures) -> Iterator[Finding]:
    yield "closeread", __version__
    yield "Python", f"{platform.python_version()} on {platform.system()}"
    yield from _libraries(failures)
    yield from _sqlite(failures)
    yield from _store(options.store, failures)
    yield from _own_names(options.own_names, failures)
    yield from _model(options.model, failures)


def _libraries(failures: Failures) -> Iterator[Finding]:
    for name in _LIBRARIES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "missing"
            failures.add(f"{name} is not installed. Install closeread again.")


def _sqlite(failures: Failures) -> Iterator[Finding]:
    found = engine()
    yield "SQLite", f"{found.version}, {'with' if found.has_full_text else 'without'} FTS5"
    if not found.has_full_text:
        failures.add("This Python's SQLite has no FTS5, so no store can be made. Use another.")


def _store(path: Path, failures: Failures) -> Iterator[Finding]:
    yield "store", str(path)
    if not path.exists():
        yield "", "not made yet"
        return
    try:
        with Store.open(path, create=False) as store:
            yield "", _contents(store)
            problems = store.check()
    except CloseReadError as error:
        failures.add(error)
        return
    for problem in problems:
        failures.add(problem)
    yield "", f"{len(problems)} problems" if problems else "whole"


def _contents(store: Store) -> str:
    rows = list(rows_of(store, EVERYTHING))
    counts = {
        "articles": len(rows),
        "entities": sum(row.entities for row in rows),
        "quotes": sum(row.quotes for row in rows),
        "casualty figures": sum(row.casualties for row in rows),
        "reviewed": sum(row.reviewed for row in rows),
    }
    size = f"{store.path.stat().st_size / 1_000_000:.1f} MB"
    access = ["read-only"] if store.read_only else []
    return ", ".join([size, *access, *(f"{count} {name}" for name, count in counts.items())])


def _own_names(path: Path | None, failures: Failures) -> Iterator[Finding]:
    if path is None:
        yield "own names", "none"
        return
    yield "own names", str(path)
    try:
        own = read_own_names(path)
    except CloseReadError as error:
        failures.add(error)
        return
    yield "", f"{len(own.names)} names, {len(own.labels)} labels"


def _model(model: str, failures: Failures) -> Iterator[Finding]:
    yield "model", model
    try:
        found = describe(model)
    except CloseReadError as error:
        failures.add(error)
        return
    yield "", f"{found.name} {found.version}: {', '.join(found.components)}"
    if found.official is not None:
        yield "", f"weights {'are' if found.official else 'are not'} the original ones"
    if found.official is False:
        failures.add(
            f"The entity recogniser's weights differ from the original's ({found.ner_digest}). "
            f"Install {model} again."
        )

"""`closeread rules import`: rules from a file."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from annotations.errors import OwnRuleError
from annotations.own_rules import OwnRule
from annotations.own_rules.files import read_rules
from annotations.store import Store
from reader.headless.inputs import DASH
from reader.headless.output import report
from reader.headless.progress import progress

DESCRIPTION = """\
Add the rules of a file, as `closeread rules export` writes it or as a list of own names has them,
and follow them at once in what is still only suggested. Rules that there are already stay as they
are, switched off or not. A file with any mistake in it is not imported at all."""
EXAMPLES = """\
examples:
  closeread rules import rules.toml
  closeread rules import names.toml
  closeread rules export --store aleppo.db | closeread rules import -
"""


def configure(parser: ArgumentParser) -> None:
    """Add the argument."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the file; - for standard input")


def run(options: Namespace) -> int:
    """Add the rules, and say how many are new."""
    rules = _read(options.file)
    with (
        Store.open(options.store, create=False, annotator=options.annotator) as store,
        progress("rules", total=len(rules)) as show,
    ):
        made = changes = 0
        for done, rule in enumerate(rules):
            show(done)
            if store.own_rules.saying(rule) is None:
                made += 1
                changes += store.own_rules.make(rule).changes
    report(
        f"Rules added: {made:,}; there already: {len(rules) - made:,}. "
        f"Suggestions changed: {changes:,}."
    )
    return 0


def _read(path: Path) -> list[OwnRule]:
    where = "standard input" if path == DASH else str(path)
    try:
        data = sys.stdin.buffer.read() if path == DASH else path.read_bytes()
        return read_rules(data.decode(), where=where)
    except OSError as error:
        raise OwnRuleError(f"{where}: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise OwnRuleError(f"{where} is not UTF-8 ({error.reason}).") from error

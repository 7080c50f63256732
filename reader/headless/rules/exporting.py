"""`closeread rules export`: rules as a file that a person can read."""

from argparse import ArgumentParser, Namespace
from operator import attrgetter

from annotations.own_rules.files import names_file, rules_file
from annotations.store import Store
from reader.headless.output import data_output, report

DESCRIPTION = """\
Write all rules as TOML, the one that was set first at the beginning, so that importing them leaves
the same one holding. With --names, write those that label names as a list of own names instead:
with --own-names, or as names.toml in your configuration folder, the detector goes by it in every
store, and finds names in it that it would miss."""
EXAMPLES = """\
examples:
  closeread rules export > rules.toml
  closeread rules export --names > names.toml
"""


def configure(parser: ArgumentParser) -> None:
    """Add the argument."""
    parser.add_argument(
        "--names",
        action="store_true",
        help="write a list of own names: rules that are off or overruled, that name or forbid "
        "something, that hold for one label only, or that are about figures cannot be in it",
    )


def run(options: Namespace) -> int:
    """Write the file, and say what could not be written."""
    with Store.open(options.store, create=False) as store:
        rules = sorted((each.rule for each in store.own_rules.all()), key=attrgetter("rank"))
    if not options.names:
        data_output().write(rules_file(rules))
        return 0
    content, count = names_file(rules)
    data_output().write(content)
    if left := len(rules) - count:
        noun = "rule" if left == 1 else "rules"
        report(f"{left:,} {noun} cannot be in a list of own names.")
    return 0

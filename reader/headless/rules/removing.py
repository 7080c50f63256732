"""`closeread rules remove`: rules are forgotten."""

from argparse import ArgumentParser, Namespace

from reader.headless.rules.each import add_rules, for_each

DESCRIPTION = """\
Remove rules. What they have changed stays until a detector reads the article again. Undoing in the
reader brings them back."""
EXAMPLES = """\
examples:
  closeread rules remove 12
"""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    add_rules(parser, nargs="+")


def run(options: Namespace) -> int:
    """Remove each of them."""
    return for_each(options, "Removed", lambda own, number: own.remove(number))

"""`closeread rules on`: rules are followed from now on, and at once."""

from argparse import ArgumentParser, Namespace

from reader.headless.rules.each import add_rules, for_each

DESCRIPTION = """\
Switch rules on, and follow them at once in what is still only suggested. Of rules that conflict
the one that was set last holds."""
EXAMPLES = """\
examples:
  closeread rules on 12 15
"""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    add_rules(parser, nargs="+")


def run(options: Namespace) -> int:
    """Switch each of them, and say what it has changed."""
    return for_each(options, "Switched on", lambda own, number: own.switch(number, on=True))

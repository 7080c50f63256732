"""`closeread rules off`: rules are followed no longer."""

from argparse import ArgumentParser, Namespace

from reader.headless.rules.each import add_rules, for_each

DESCRIPTION = """\
Switch rules off. What they have changed stays until a detector reads the article again; undoing in
the reader takes it back at once."""
EXAMPLES = """\
examples:
  closeread rules off 12
"""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    add_rules(parser, nargs="+")


def run(options: Namespace) -> int:
    """Switch each of them."""
    return for_each(options, "Switched off", lambda own, number: own.switch(number, on=False))

"""`closeread rules apply`: rules are followed in what is still suggested."""

from argparse import ArgumentParser, Namespace

from reader.headless.rules.each import add_rules, for_each

DESCRIPTION = """\
Follow rules in what is still only suggested: all that are on, or these. That is done whenever a
rule is set or a detector reads an article; it is needed only for what came in otherwise, as by
`closeread import`."""
EXAMPLES = """\
examples:
  closeread rules apply
  closeread rules apply 12
"""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    add_rules(parser, nargs="*")


def run(options: Namespace) -> int:
    """Follow each of them, and say what it has changed."""
    return for_each(options, "Followed", lambda own, number: own.apply(number))

"""`closeread rules add`: a rule that no correction has suggested."""

from argparse import ArgumentParser, Namespace

from annotations.model import Layer
from annotations.own_rules import Does, OwnRule
from annotations.store import Store
from reader.headless.progress import progress
from reader.headless.rules.listing import tell

DESCRIPTION = """\
Add a rule on names that are written in just these WORDS, and follow it at once in what is still
only suggested. One that says the same already is switched on. Of rules that conflict the one that
was set last holds."""
EXAMPLES = """\
examples:
  closeread rules add Oldport --label GPE
  closeread rules add Kelp --never
  closeread rules add May --never --was PERSON
  closeread rules add "Mr Calder" --name "Ines Calder"
  closeread rules add "100 metres" --never --figures
"""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("words", metavar="WORDS", help="the whole mention; case counts")
    does = parser.add_mutually_exclusive_group(required=True)
    does.add_argument("--label", metavar="LABEL", help="it always has this label, or category")
    does.add_argument("--never", action="store_true", help="it is never marked")
    does.add_argument("--name", metavar="NAME", help="it always has this canonical name")
    parser.add_argument(
        "--was",
        metavar="LABEL",
        help="only where a detector gives it this label or category (by default, names whatever "
        "their label, but no numbers and dates)",
    )
    parser.add_argument("--figures", action="store_true", help="a rule on casualty figures")


def run(options: Namespace) -> int:
    """Add the rule, and say what it has changed."""
    rule = OwnRule(
        text=options.words.strip(),
        does=_does(options),
        value=options.label or options.name,
        layer=Layer.CASUALTIES if options.figures else Layer.ENTITIES,
        was=options.was,
    )
    with (
        Store.open(options.store, create=False, annotator=options.annotator) as store,
        progress("following") as show,
    ):
        outcome = store.own_rules.reporting(lambda done, _: show(done)).make(rule)
    tell("Added", outcome)
    return 0


def _does(options: Namespace) -> Does:
    if options.never:
        return Does.NEVER
    return Does.LABEL if options.label is not None else Does.NAME

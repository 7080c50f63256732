"""`closeread tags colour`: a tag gets a colour."""

from argparse import ArgumentParser, Namespace

from annotations.store import Store
from annotations.tagging import COLOURS
from reader.headless.output import report

DESCRIPTION = """\
Show TAG, and the tags below it that have none of their own, in a colour, for everybody who reads
this library. Each theme has a shade of it that can be read."""
EXAMPLES = """\
examples:
  closeread tags colour method red
  closeread tags colour method none     as the tag above it, or as other text
"""
_NONE = "none"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("tag", metavar="TAG", help="the tag")
    parser.add_argument(
        "colour", metavar="COLOUR", choices=(*COLOURS, _NONE), help=f"{', '.join(COLOURS)} or none"
    )


def run(options: Namespace) -> int:
    """Set the colour, and say so."""
    colour = None if options.colour == _NONE else options.colour
    with Store.open(options.store, create=False, annotator=options.annotator) as store:
        changed = store.tag_edits.colour_tag(options.tag, colour)
    has = f"is {colour}" if colour else "has no colour of its own"
    report(f"{options.tag!r} {has}{' now' if changed else ' already'}.")
    return 0

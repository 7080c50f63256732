"""`closeread tags remove`: a tag goes."""

from argparse import ArgumentParser, Namespace

from annotations.store import Store
from reader.headless.output import report
from reader.headless.tag_edits import editing_tags, told

DESCRIPTION = """\
Take TAG, and the tags below it, off all articles and annotations. Nothing else is removed; the
reader can undo it as one step."""
EXAMPLES = """\
examples:
  closeread tags remove todo
"""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("tag", metavar="TAG", help="the tag that goes")


def run(options: Namespace) -> int:
    """Remove the tag, and say from where."""
    with (
        Store.open(options.store, create=False, annotator=options.annotator) as store,
        editing_tags(store) as edits,
    ):
        outcome = edits.remove_tag(options.tag)
    report(f"{options.tag!r} is removed, {told(outcome)}.")
    return 0

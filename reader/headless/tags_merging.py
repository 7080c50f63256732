"""`closeread tags merge`: two tags are one."""

from argparse import ArgumentParser, Namespace

from annotations.errors import NoSuchTag
from annotations.store import Store
from reader.headless.output import report
from reader.headless.tag_edits import editing_tags, told

DESCRIPTION = """\
Put INTO in the place of TAG wherever that is. The tags below TAG go below INTO. INTO keeps its
colour, and takes that of TAG if it has none; saved filters that name TAG ask for INTO."""
EXAMPLES = """\
examples:
  closeread tags merge bombing method/airstrike
"""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("tag", metavar="TAG", help="the tag that is no more")
    parser.add_argument("into", metavar="INTO", help="the tag that takes its place")


def run(options: Namespace) -> int:
    """Merge the tags, and say where.

    Raises:
        NoSuchTag: If there is no tag INTO.
    """
    with (
        Store.open(options.store, create=False, annotator=options.annotator) as store,
        editing_tags(store) as edits,
    ):
        if options.into not in {use.tag for use in store.tags.uses()}:
            raise NoSuchTag(options.into)
        outcome = edits.rename_tag(options.tag, options.into, merge=True)
    report(f"{options.tag!r} is {options.into!r} now, {told(outcome)}.")
    return 0

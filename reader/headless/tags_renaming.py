"""`closeread tags rename`: a tag gets another name."""

from argparse import ArgumentParser, Namespace

from annotations.store import Store
from annotations.tagging import checked
from reader.headless.output import report
from reader.headless.tag_edits import editing_tags, told

DESCRIPTION = """\
Give TAG another name wherever it is; the tags below it go with it, its colour too, and saved
filters that name it follow. A name that another tag has already is refused: `closeread tags merge`
makes one tag of two."""
EXAMPLES = """\
examples:
  closeread tags rename airstrike method/airstrike
  closeread tags rename method means          method/mine becomes means/mine
"""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("tag", metavar="TAG", help="the tag as it is")
    parser.add_argument("name", metavar="NAME", help="what it is called from now on")


def run(options: Namespace) -> int:
    """Rename the tag, and say where.

    Raises:
        TagError: If NAME cannot be a tag.
    """
    new = checked(options.name)
    with (
        Store.open(options.store, create=False, annotator=options.annotator) as store,
        editing_tags(store) as edits,
    ):
        outcome = edits.rename_tag(options.tag, new)
    report(f"{options.tag!r} is {new!r} now, {told(outcome)}.")
    return 0

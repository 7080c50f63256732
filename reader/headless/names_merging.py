"""`closeread names merge`: two names are the same."""

from argparse import ArgumentParser, Namespace

from annotations.store import Store
from reader.headless.names_listing import add_group, group_of
from reader.headless.output import report

DESCRIPTION = """\
Say that NAME, with all that was merged into it, is the same as INTO: they become one entry under
that name, also in articles added later. What articles hold stays as it is, and
`closeread names split` takes it back. Where both stand in one article, the article tells them
apart: then they are merged only with --force, and in an article added later not without it."""
EXAMPLES = """\
examples:
  closeread names merge "Bashar Assad" "Bashar al-Assad"
  closeread names merge Georgia "Republic of Georgia" --group place
"""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("name", metavar="NAME", help="the name that is no longer listed by itself")
    parser.add_argument("into", metavar="INTO", help="the name it is listed under from now on")
    parser.add_argument("--force", action="store_true", help="also where both stand in one article")
    add_group(parser)


def run(options: Namespace) -> int:
    """Merge the names, and say under which one they are listed."""
    with Store.open(options.store, create=False, annotator=options.annotator) as store:
        done = store.names.merge(
            options.name, options.into, group=group_of(options), force=options.force
        )
    report(f"{done.name!r} is {done.into!r} now ({done.group}).")
    return 0

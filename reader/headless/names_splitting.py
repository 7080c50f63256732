"""`closeread names split`: a name is not the same as another, or not in one article."""

from argparse import ArgumentParser, Namespace

from annotations.store import Store
from reader.headless.names_listing import add_group, group_of
from reader.headless.output import report

DESCRIPTION = """\
Take back that NAME was merged into another, so that it is listed by itself again. With --in, say
that in one article NAME is somebody else than elsewhere: there it is listed as “NAME (ARTICLE)”
from then on, which can be merged with other names, and into NAME to take it back."""
EXAMPLES = """\
examples:
  closeread names split "Bashar Assad"
  closeread names split "John Smith" --in 5f350b94b4920d9b
  closeread names merge "John Smith (5f350b94b4920d9b)" "John Smith"
"""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("name", metavar="NAME", help="the name that was merged, or is ambiguous")
    parser.add_argument(
        "--in",
        dest="article",
        metavar="ARTICLE",
        help="the id of the article in which it is somebody else",
    )
    add_group(parser)


def run(options: Namespace) -> int:
    """Split the name, and say how it is listed."""
    with Store.open(options.store, create=False, annotator=options.annotator) as store:
        if options.article is None:
            undone = store.names.split(options.name, group=group_of(options))
            report(f"{undone.name!r} is listed by itself again, not as {undone.into!r}.")
        else:
            done = store.names.split_in(options.name, options.article, group=group_of(options))
            report(f"In article {done.article_id!r} {done.name!r} is listed as {done.meant!r}.")
    return 0

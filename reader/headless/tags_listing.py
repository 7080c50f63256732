"""`closeread tags`: the tags of articles and annotations."""

import json
from argparse import ArgumentParser, Namespace

from annotations.store import Store
from annotations.store.tags import TagUse
from annotations.tagging import colour_of
from reader.headless.output import data_output, report
from reader.headless.tables import Column, write_table
from reader.tag_columns import SORTS, fitting, ordered

DESCRIPTION = """\
List the tags of articles and annotations: the tag, its colour, how many articles and annotations
have it or one below it, and how many in deleted articles do. A slash makes a tag stand below
another: method/airstrike below method. What is done to a tag is done to those below it, too, on all
articles and annotations, deleted articles included, as one step that the reader can undo."""
EXAMPLES = """\
examples:
  closeread tags
  closeread tags --sort use
  closeread tags method --json
  closeread tags rename airstrike method/airstrike
  closeread tags merge bombing method/airstrike
  closeread tags remove todo
  closeread tags colour method red
  closeread tags -- merge           tags with the word “merge” in them

`closeread tags rename --help` and so on say more.
"""
PARTS = {
    "rename": "tags_renaming",
    "merge": "tags_merging",
    "remove": "tags_removing",
    "colour": "tags_colouring",
}
"""The modules of the commands that begin with this one and another word."""

_COLUMNS = (
    Column("tag"),
    Column("colour", width=8),
    Column("articles", right=True),
    Column("annotations", right=True),
    Column("in deleted", right=True),
)


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "words", metavar="WORD", nargs="*", help="only tags that have all the words, or parts"
    )
    parser.add_argument(
        "--sort", choices=SORTS, default=SORTS[0], help="alphabetical, or the commonest first"
    )
    parser.add_argument("--json", action="store_true", help="write a JSON object a line")


def run(options: Namespace) -> int:
    """Write one row a tag."""
    words = " ".join(options.words)
    with Store.open(options.store, create=False) as store:
        colours = store.tags.colours()
        found = fitting(ordered(store.tags.uses(), by=options.sort), words)
    if options.json:
        output = data_output()
        for use in found:
            output.write(json.dumps(_record(use, colours.get(use.tag)), ensure_ascii=False) + "\n")
    else:
        write_table(_COLUMNS, (_cells(use, colour_of(use.tag, colours)) for use in found))
    if words and not found:
        report("Nothing was found.")
    return 0


def _record(use: TagUse, colour: str | None) -> dict[str, object]:
    return {
        "tag": use.tag,
        "colour": colour,
        "articles": use.articles,
        "annotations": use.annotations,
        "in_deleted": use.in_deleted,
        "used_itself": use.is_used,
    }


def _cells(use: TagUse, colour: str | None) -> tuple[str, ...]:
    counts = (use.articles, use.annotations, use.in_deleted)
    return (use.tag, colour or "", *map(str, counts))

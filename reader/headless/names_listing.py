"""`closeread names`: the names in all articles, and which of them may be the same."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from annotations.errors import UsageError
from annotations.store import Store
from annotations.store.names import Name, NameGroup, Suggestion
from reader.headless.output import data_output, report
from reader.headless.tables import Column, write_table

DESCRIPTION = """\
List the names in all articles, those in most articles first: name, group, how many articles and
mentions, the dates of the first and the last article, and the names merged into it. A name that is
written in the same way is one entry, unless you say otherwise: `closeread names merge` makes two
names one, `closeread names split` takes that back, or says that in one article a name is somebody
else. Rejected annotations do not count."""
EXAMPLES = """\
examples:
  closeread names
  closeread names assad --group person
  closeread names --suggest         names that may be the same, for you to decide
  closeread names merge "Bashar Assad" "Bashar al-Assad"
  closeread names split "Bashar Assad"
  closeread names split "John Smith" --in 5f350b94b4920d9b
  closeread names -- merge          names with the word “merge” in them

`closeread names merge --help` and `closeread names split --help` say more.
"""
PARTS = {"merge": "names_merging", "split": "names_splitting"}
"""The modules of the commands that begin with this one and another word."""

_NAMES = (
    Column("name"),
    Column("group", width=12),
    Column("articles", right=True),
    Column("mentions", right=True),
    Column("first", width=10),
    Column("last", width=10),
    Column("merged", width=30),
)
_SUGGESTIONS = (
    Column("name"),
    Column("articles", right=True),
    Column("may be", width=30),
    Column("articles", right=True),
    Column("group", width=12),
    Column("differs in", width=15),
)


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "words", metavar="WORD", nargs="*", help="only names that have all the words, or parts"
    )
    parser.add_argument(
        "--suggest",
        action="store_true",
        help="list names that may be the same instead: they differ in case, accents, hyphens or "
        "“al-”, in how they are put in Latin letters, or in initials and middle names; never "
        "two that share only a surname, nor two that stand in one article",
    )
    add_group(parser)
    parser.add_argument("--json", action="store_true", help="write a JSON object a line")


def add_group(parser: ArgumentParser) -> None:
    """Add the argument that says which group a name is of."""
    parser.add_argument(
        "--group",
        choices=[each.value for each in NameGroup],
        help="names of one group; “people” are nationalities, religious and political groups",
    )


def group_of(options: Namespace) -> NameGroup | None:
    """The group that was asked for, if any."""
    return None if options.group is None else NameGroup(options.group)


def run(options: Namespace) -> int:
    """Write one row a name, or one for each two that may be the same."""
    words = " ".join(options.words)
    if options.suggest and words:
        raise UsageError("--suggest goes through all names.", hint="Leave the words out.")
    with Store.open(options.store, create=False) as store:
        if options.suggest:
            suggestions = store.names.suggestions(group=group_of(options))
            _write(_SUGGESTIONS, suggestions, map(_suggested, suggestions), options)
        else:
            names = store.names.find(words, group=group_of(options))
            _write(_NAMES, names, map(_listed, names), options)
            if words and not names:
                report("Nothing was found.")
    return 0


def _write(
    columns: Sequence[Column],
    found: Sequence[Name | Suggestion],
    cells: Iterable[Sequence[str]],
    options: Namespace,
) -> None:
    if not options.json:
        write_table(columns, cells)
        return
    output = data_output()
    for each in found:
        output.write(json.dumps(asdict(each), ensure_ascii=False) + "\n")


def _listed(name: Name) -> tuple[str, ...]:
    return (
        name.name,
        name.group,
        str(name.articles),
        str(name.mentions),
        name.first_published or "",
        name.last_published or "",
        ", ".join(name.also),
    )


def _suggested(suggestion: Suggestion) -> tuple[str, ...]:
    return (
        suggestion.name,
        str(suggestion.articles),
        suggestion.into,
        str(suggestion.into_articles),
        suggestion.group,
        suggestion.why,
    )

"""The table of incidents: what figures of many articles say of one event, as a project has it."""

from collections.abc import Iterable, Iterator

from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.carrying import everything_but
from annotations.formats.format import Format, Writing
from annotations.formats.tables import asking
from annotations.formats.tables.csv_rows import csv_of, csv_rows
from annotations.formats.tables.figures import mentions
from annotations.incidents.grouping import grouped
from annotations.incidents.rows import columns_of, rows_of

_NOT_HELD = (
    *("article.byline", "article.language", "article.section", "article.updated", "article.note"),
    *("article.state", "article.read_from", "article.sha256", "entities*", "quotes*"),
    *(
        f"casualties.{name}"
        for name in (
            *("id", "status", "tags", "note", "annotator", "detector", "rule", "confidence"),
            *("num_start", "num_end", "claimed_in", "date", "victim_group"),
        )
    ),
)
"""All else of figures decides in which numbers they are, and what the row says of its place."""


def write(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[str]:
    """Yield the header, then an incident at a time, in the order of their ids.

    All figures are in memory, without the articles' texts, for any two may be of one incident.
    """
    profile, raw = asking.profile(writing.settings), asking.raw(writing.settings)
    columns = columns_of(profile)
    yield csv_rows([columns])
    found = [mention for each in articles for mention in mentions(each)]
    for row in rows_of(grouped(found), profile):
        yield csv_of([row], columns, raw=raw)


FORMAT = Format(
    name="incidents",
    title="a table of incidents, as UCDP, Iraq Body Count, ACLED or Airwars have it",
    suffix=".csv",
    carries=everything_but(*_NOT_HELD),
    cannot="the single mentions, but for their ids",
    write=write,
    settings=asking.PROFILE | asking.RAW,
)

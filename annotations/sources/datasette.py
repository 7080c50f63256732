"""Tables that Datasette publishes: `https://host/database/table.json`, page by page."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import count
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from annotations.errors import SourceError
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.network.addresses import same_host, shown
from annotations.sources.options import Options
from annotations.sources.tables.articles import Meaning, prefix_of
from annotations.sources.tables.rows import Row, articles_of
from annotations.text import decode

_ROWS = re.compile(r'"rows"\s*:\s*\[')
_SIGNS = re.compile(
    r'"(?:next_url|filtered_table_rows_count|query_ms|truncated)"\s*:|"ok"\s*:\s*true'
)

_Page = Mapping[str, object]


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read an article a row: of all pages if they can be fetched, else of the first."""
    address = given.address or ""
    prefix = f"{_table(address)}/" if address else prefix_of(given)
    meaning = Meaning(fields=options.fields, prefix=prefix)
    return articles_of(_rows_or_error(given, options), given.name, meaning=meaning)


def _rows_or_error(given: Input, options: Options) -> Iterator[Row | SourceError]:
    """All rows; what stops them is an error at the end, which costs none of those before."""
    try:
        yield from _all_rows(given, options)
    except SourceError as error:
        yield error


def _all_rows(given: Input, options: Options) -> Iterator[Row]:
    numbers = count(1)
    page, address = _page(given), given.address or ""
    asked: set[str] = {address}
    while True:
        for row in _rows(page, given.name):
            yield Row(where=f"row {next(numbers)}", record=row)
        following = _next(page, address)
        if not following or following in asked:
            return
        if options.fetch is None:
            options.tell(f"{given.name} is the first page of a table; the rest was not fetched.")
            return
        if not same_host(address, following):
            raise SourceError(
                f"{given.name}: the next page is on another host ({shown(following)}).",
                hint="Add that address by itself if you trust it.",
            )
        asked.add(following)
        with options.fetch(following) as more:
            page, address = _page(more), more.address or following


def _page(given: Input) -> _Page:
    try:
        page = json.loads(decode(given.whole(), declared=given.charset))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{given.name} is a table in JSON that breaks off.") from error
    if not isinstance(page, dict) or not isinstance(page.get("rows"), list):
        raise SourceError(f"{given.name} has no rows.")
    return page


def _rows(page: _Page, name: str) -> Iterator[Mapping[str, object]]:
    """The rows as records: Datasette writes objects, or lists with the columns beside them."""
    columns, rows = page.get("columns"), page.get("rows")
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict):
            yield row
        elif isinstance(row, list) and isinstance(columns, list):
            yield dict(zip(map(str, columns), row, strict=False))
        else:
            raise SourceError(f"{name} has rows without columns.")


def _table(address: str) -> str:
    """The address of a table without its form and its filters."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(path=parts.path.removesuffix(".json"), query="", fragment=""))


def _next(page: _Page, address: str) -> str | None:
    """The address of the next page; newer versions give only where it begins."""
    following, token = page.get("next_url"), page.get("next")
    if isinstance(following, str) and following:
        return urljoin(address, following)
    if not isinstance(token, str | int) or token == "" or not address:
        return None
    parts = urlsplit(address)
    query = [pair for pair in parse_qsl(parts.query) if pair[0] != "_next"]
    return urlunsplit(parts._replace(query=urlencode([*query, ("_next", str(token))])))


def recognises(head: Head) -> bool:
    """Whether it is a JSON object with rows, and with what Datasette says of them."""
    if not head.text.startswith("{"):
        return False
    return _ROWS.search(head.text) is not None and _SIGNS.search(head.text) is not None


KIND = Kind(name="Datasette table", suffixes=(".json",), recognises=recognises, read=read)

"""From the links of a list to the articles behind them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import PurePath

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item
from annotations.sources.links.link import Link, is_web
from annotations.sources.metadata import article
from annotations.sources.network.addresses import fetchable
from annotations.sources.options import Options
from annotations.text import clean, clean_line

_MOST = 100_000
"""Links in one list; nobody has saved as many by hand."""
_IN_A_LIST = 1
"""The depth of what is behind a link, so that it is followed no further."""


def follow(
    given: Input, options: Options, links: Iterable[Link], *, are_feeds: bool = False
) -> Iterator[Item]:
    """Read what is behind each link, but for those that are in the library already.

    Args:
        given: The list.
        options: How to read.
        links: The links in it.
        are_feeds: Whether they lead to feeds, which are read again and again.

    Raises:
        SourceError: If the links may not be opened, or there are none.
    """
    name, what = given.name, "feeds" if are_feeds else "links"
    some = list(islice(links, _MOST + 1))
    if len(some) > _MOST:
        raise SourceError(f"{name} lists more than {_MOST:,} {what}.", hint="Part it into several.")
    wanted, others = _sorted_out(some)
    if not wanted:
        raise SourceError(f"{name} has no {what} to the web.")
    if options.fetch is None or given.depth:
        raise SourceError(
            f"{name} lists {_how_many(len(wanted), what)}, not opened.",
            hint="Name the file itself to have them fetched.",
        )
    if others:
        options.tell(f"{name}: {others} links lead elsewhere than to the web.")
    known = 0
    for link in wanted:
        if not are_feeds and _is_known(link, options):
            known += 1
            continue
        yield from _behind(link, given, options if are_feeds else options.offline(), options)
    if known:
        options.tell(f"{name}: {known} of {len(wanted)} links are in the library already.")


def _how_many(count: int, what: str) -> str:
    return f"{count:,} {what.removesuffix('s') if count == 1 else what}"


def _is_known(link: Link, options: Options) -> bool:
    try:
        return options.is_known(fetchable(link.address))
    except SourceError:
        return False  # it is told when it is opened


def _sorted_out(links: Iterable[Link]) -> tuple[list[Link], int]:
    """The links to the web, each once, and how many others there are."""
    wanted: dict[str, Link] = {}
    others = 0
    for link in links:
        if is_web(link.address):
            wanted.setdefault(link.address.strip(), replace(link, address=link.address.strip()))
        else:
            others += 1
    return list(wanted.values()), others


def _behind(link: Link, given: Input, reading: Options, options: Options) -> Iterator[Item]:
    from annotations.sources.reading import read_input  # which knows all kinds, lists too

    assert options.fetch is not None
    try:
        with options.fetch(link.address) as page:
            page.depth = given.depth + _IN_A_LIST
            for item in read_input(page, reading):
                yield _with_what_is_known(item, link, given) if isinstance(item, Article) else item
    except SourceError as error:
        yield error


def _with_what_is_known(found: Article, link: Link, given: Input) -> Article:
    """An article with what was saved with its link: tags and note in any case, all else if the
    page does not say it.
    """
    said = article(
        {"title": link.title, "tags": list(link.tags), "note": link.note} | dict(link.metadata),
        article_id=found.id,
        text=found.text,
    )
    saved = f"{given.name}, saved on {link.saved}" if link.saved else given.name
    return replace(
        found,
        title=said.title if said.title and _is_makeshift(found, link) else found.title,
        source=found.source or said.source,
        url=found.url or link.address,
        published=found.published or said.published,
        byline=found.byline or said.byline,
        language=found.language or said.language,
        tags=tuple(dict.fromkeys((*said.tags, *found.tags))),
        note=found.note or (clean(said.note) if said.note else None),
        read_from=clean_line(saved),
    )


def _is_makeshift(found: Article, link: Link) -> bool:
    """Whether a title was made from the text or the address, for want of one."""
    title = found.title
    return (
        not title
        or found.text.lstrip().startswith(title.rstrip("…"))
        or title == PurePath(link.address).stem
    )

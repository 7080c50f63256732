"""The articles of a feed, from its entries or from the pages behind them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources.content_id import content_id
from annotations.sources.feeds.entries import Channel, Entry, article_of_entry
from annotations.sources.feeds.teasers import is_teaser
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item
from annotations.sources.options import Options


@dataclass(slots=True)
class _Tally:
    """What is told of a feed when all of it was read."""

    entries: int = 0
    teasers: int = 0
    not_fetched: int = 0
    why: str = ""
    """Why the first of them was not."""
    ids: set[str] = field(default_factory=set)


def read_entries(
    given: Input, options: Options, channel: Channel, entries: Iterable[Entry]
) -> Iterator[Item]:
    """Read the entries of a feed, each as an article.

    Args:
        given: The feed.
        options: Whether the pages behind the entries are wanted.
        channel: What the feed says of itself.
        entries: Its entries.
    """
    tally = _Tally()
    for entry in entries:
        tally.entries += 1
        name = f"{given.name}, entry {tally.entries}"
        try:
            found = article_of_entry(entry, channel, read_from=name)
        except SourceError as error:
            yield SourceError(f"{name} {error.message.removesuffix('.')}.")
            continue
        found = _by_text_if_repeated(found, tally)
        if options.full and entry.link:
            full = _full(found, entry, options, tally)
            yield from () if full is None else (full,)
        else:
            tally.teasers += is_teaser(found.text, is_summary=not entry.bodies)
            yield _not_less(found, entry, options)
    if not tally.entries:
        raise SourceError(f"{given.name} is a feed without entries.")
    _tell(given.name, options, tally)


def _by_text_if_repeated(found: Article, tally: _Tally) -> Article:
    """An article that has an id of its own, even if the feed gives one to several."""
    if found.id in tally.ids:
        return replace(found, id=content_id(found.text))
    tally.ids.add(found.id)
    return found


def _full(found: Article, entry: Entry, options: Options, tally: _Tally) -> Article | None:
    """An article with the text of its page; as it is if that cannot be had.

    Null if the page was read before, and the entry is as it was then.
    """
    digest = entry.digest()
    if options.taken is not None and (found.id, digest) in options.taken:
        return None
    page = _page(entry.link, options)
    if isinstance(page, Article) and len(page.text) >= len(found.text):
        if options.taken is not None:
            options.taken.add((found.id, digest))
        return _merged(found, page)
    tally.not_fetched += 1
    tally.why = tally.why or (str(page) if page else "There is less on the page.")
    return _not_less(found, entry, options)


def _not_less(found: Article, entry: Entry, options: Options) -> Article:
    """An article with the text that is known of it, if the feed has only the beginning.

    It may have been read from its page before; a few words must not take the place of that.
    """
    if not is_teaser(found.text, is_summary=not entry.bodies):
        return found
    known = options.known_text(found.id) or ""
    return replace(found, text=known) if len(known) > len(found.text) else found


def _page(link: str, options: Options) -> Item | None:
    """What the page of an entry holds: null if nothing."""
    from annotations.sources.reading import read_input  # which knows all kinds, feeds too

    if options.fetch is None:
        return SourceError("Pages are not fetched here.")
    try:
        with options.fetch(link) as page:
            return next(read_input(page, options.offline()), None)
    except SourceError as error:
        return error


def _merged(found: Article, page: Article) -> Article:
    """What the feed says, with the text of the page and what only that says."""
    has_own_id = found.id != content_id(found.text)
    return replace(
        found,
        id=found.id if has_own_id else content_id(page.text),
        text=page.text,
        url=page.url or found.url,
        published=found.published or page.published,
        updated=found.updated or page.updated,
        section=found.section or page.section,
        byline=found.byline or page.byline,
        language=page.language or found.language,
        sha256=page.sha256,
    )


def _tell(name: str, options: Options, tally: _Tally) -> None:
    if tally.teasers:
        options.tell(
            f"{name}: {tally.teasers} of {tally.entries} entries hold only the beginning of an "
            "article; --full fetches the pages behind them."
        )
    if tally.not_fetched:
        options.tell(
            f"{name}: the pages of {tally.not_fetched} of {tally.entries} entries could not be "
            f"had, and what the feed has of them was taken. {tally.why}"
        )

"""What a list of feeds or addresses stands for when it is watched: each of them."""

from pathlib import Path

from annotations.errors import SourceError
from annotations.sources import Address, Input, Source
from annotations.sources.feeds import opml
from annotations.sources.links import plain_list


def each_of(source: Source) -> list[Source]:
    """The addresses in a list of feeds (OPML) or of addresses; the source itself if it is none."""
    if isinstance(source, Address) or not source.is_file():
        return [source]
    return [Address(each) for each in _addresses(source)] or [source]


def _addresses(path: Path) -> list[str]:
    try:
        with path.open("rb") as file:
            given = Input(name=str(path), stream=file)
            if opml.recognises(given.head):
                links = opml.feeds_in(given.whole())
            elif plain_list.recognises(given.head):
                links = plain_list.addresses_in(given.whole())
            else:
                return []
            return list(dict.fromkeys(link.address for link in links))
    except (OSError, SourceError):
        return []  # whoever reads the file tells why

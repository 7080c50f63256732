"""What inputs of tests hold."""

import io
import json

from annotations.model import Article
from annotations.sources import Input, Options, read_input


def items(
    data: bytes | str | object,
    *,
    name: str = "dump.json",
    charset: str | None = None,
    **fields: str,
) -> list[Article | str]:
    """Articles, and what errors say, in some bytes, a text, or a value to be written as JSON."""
    if not isinstance(data, bytes):
        data = (data if isinstance(data, str) else json.dumps(data)).encode()
    given = Input(name=name, stream=io.BytesIO(data), origin=f"/news/{name}", charset=charset)
    found = read_input(given, Options(fields=fields))
    return [item if isinstance(item, Article) else str(item) for item in found]


def article(data: bytes | str | object, *, name: str = "dump.json", **fields: str) -> Article:
    """The one article that there is."""
    (found,) = items(data, name=name, **fields)
    assert isinstance(found, Article), found
    return found


def texts(data: bytes | str | object, *, name: str = "dump.json", **fields: str) -> list[str]:
    """The texts of articles, and what errors say."""
    found = items(data, name=name, **fields)
    return [item.text if isinstance(item, Article) else item for item in found]

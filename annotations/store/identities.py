"""By what an article is known again: id, address, file, and the text itself, wherever it is from.

Fingerprints and canonical addresses stand in `article_identities`. Of articles that were added
before there were any, or whose text has changed, they are worked out before the next are added.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from annotations.copies.sameness import fingerprint, is_telling
from annotations.model import Article
from annotations.sources.addresses import canonical
from annotations.sources.content_id import content_id
from annotations.store.connection import Connection

_AT_ONCE = 500
"""Articles worked out in one transaction, so that others can write in between."""
_MISSING = """
    SELECT i.article, a.url, a.text FROM article_identities AS i
        CROSS JOIN articles AS a ON a.key = i.article
    WHERE i.fingerprint IS NULL LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class There:
    """An article that is in the store, and may be the one in question."""

    key: int
    id: str
    text: str
    source: str | None
    address: str | None


def keep_missing(connection: Connection) -> None:
    """Work out what is not known yet, some articles at a time; inside a transaction all at once."""
    if connection.raw.in_transaction:
        while found := connection.rows(_MISSING, (_AT_ONCE,)):
            _keep_all(connection, found)
        return
    while found := connection.rows(_MISSING, (_AT_ONCE,)):
        with connection.writing():
            _keep_all(connection, found)


def keep(connection: Connection, key: int, *, url: str | None, text: str) -> None:
    """Keep by what an article is known, as it stands in the store from now on."""
    _keep_all(connection, [(key, url, text)])


def _keep_all(connection: Connection, found: Sequence[tuple[int, str | None, str]]) -> None:
    connection.executemany(
        "UPDATE article_identities SET fingerprint = ?, address = ? WHERE article = ?",
        ((fingerprint(text), url and canonical(url), key) for key, url, text in found),
    )


def is_nameless(article: Article) -> bool:
    """Whether an article brings no id of its own, and goes by its text."""
    return article.id == content_id(article.text)


def same(connection: Connection, article: Article, *, exact: bool = False) -> There | None:
    """The article that this one is a text of; null if it is a new one.

    One that brings its own id is known by it. One that brings none is known by its address, or by
    the file that it alone is in. The same text, blanks and typography apart, is the same article
    under whatever id or address if nothing says that another outlet printed it: agency copy is an
    article of each outlet that has it. If both bring ids, or stand under different addresses, the
    outlets have to be named and the same.

    Args:
        connection: An open store.
        article: What may be there.
        exact: Whether offsets into the text are to hold; then its letters have to be the same, and
            an id says all.
    """
    nameless = is_nameless(article)
    address = canonical(article.url) if article.url else None
    for there in _with(connection, "a.id = ?", article.id):
        if exact or not nameless or not is_telling(article.text):
            return there
        if not _is_of_another_outlet(there, article, address):
            return there
    if nameless and (placed := next(_by_place(connection, article, address), None)) is not None:
        return placed
    return None if exact else _by_text(connection, article, address, nameless=nameless)


def _by_place(connection: Connection, article: Article, address: str | None) -> Iterator[There]:
    if address is not None:
        yield from _with(connection, "i.address = ?", address)
    if article.origin is not None:
        of_file = "a.key = (SELECT article FROM article_origins WHERE origin = ?)"
        yield from _with(connection, of_file, article.origin)


def _by_text(
    connection: Connection, article: Article, address: str | None, *, nameless: bool
) -> There | None:
    found = _with(connection, "i.fingerprint = ?", fingerprint(article.text))
    for there in found if is_telling(article.text) else ():
        if address is not None and address == there.address:
            return there
        if nameless and not _is_of_another_outlet(there, article, address):
            return there
        if _names_the_same(there.source, article.source):
            return there
    return None


def _is_of_another_outlet(there: There, article: Article, address: str | None) -> bool:
    """Whether two articles of one text are said to be of two outlets: by name, else by address."""
    if there.source and article.source:
        return not _names_the_same(there.source, article.source)
    if there.address and address:
        return urlsplit(there.address).netloc != urlsplit(address).netloc
    return False


def _names_the_same(one: str | None, other: str | None) -> bool:
    return bool(one and other) and (one or "").casefold() == (other or "").casefold()


def _with(connection: Connection, condition: str, value: str | bytes) -> list[There]:
    found = connection.rows(
        f"""
        SELECT a.key, a.id, a.text, a.source, i.address
        FROM articles AS a JOIN article_identities AS i ON i.article = a.key
        WHERE {condition} ORDER BY a.key
        """,
        (value,),
    )
    return [There(*row) for row in found]


def free_id(connection: Connection, article: Article) -> str:
    """The id under which an article is added: its own, unless another outlet's text has it.

    Articles that bring no id go by their texts, and two outlets can print the same.
    """
    if not connection.row("SELECT 1 FROM articles WHERE id = ?", (article.id,)):
        return article.id
    return content_id("\n".join((article.url or "", article.source or "", article.text)))

"""What formats that hold only text and marks say about articles, in a file beside theirs.

It has a JSON object a line, with the fields of the native format. Tools that read the format pass
it over; where it is missing, as in folders from elsewhere, the articles come without metadata.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotations.errors import RecordError
from annotations.formats.format import Piece
from annotations.model import Article
from annotations.records import Record, article_record
from annotations.sources.inputs import Input
from annotations.sources.json_lines import read_records
from annotations.text import clean_line

ARTICLES = "articles.jsonl"
"""What the file is called."""


def beside(article: Article, *, with_text: bool = False, **more: Any) -> Piece:
    """The line of an article.

    Args:
        article: The article.
        with_text: Whether its text is among what is said.
        more: What else is said, such as the file that its text is in.
    """
    record = {**more, **article_record(article)}
    if not with_text:
        del record["text"]
    return Piece(ARTICLES, json.dumps(record, ensure_ascii=False) + "\n")


def read_beside(folder: Path) -> Iterator[Record | RecordError]:
    """What is said about each article, in order; nothing if there is no such file."""
    path = folder / ARTICLES
    if path.is_file():
        with path.open("rb") as file:
            name = clean_line(str(path))
            yield from read_records(Input(name=name, stream=file).lines(), name, make=lambda r: r)

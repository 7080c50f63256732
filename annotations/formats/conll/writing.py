"""What the two formats have in common when they are written."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.beside import beside
from annotations.formats.carrying import only
from annotations.formats.conll.chunks import Chunk, chunks_of
from annotations.formats.format import Piece, Tokens, Writing
from annotations.model import Layer

CARRIES = only("article.*", *Layer, "entities.label", "quotes.type", "casualties.category")

CANNOT = "what was rejected, all but the longest where some overlap, and what is in no word"

WORDS: Mapping[Layer, str] = MappingProxyType(
    {Layer.ENTITIES: "names", Layer.QUOTES: "quotes", Layer.CASUALTIES: "figures"}
)

Rows = Callable[[AnnotatedArticle, Tokens, list[Chunk]], str]
"""The lines of an article in the file of a layer."""


def write_layers(
    articles: Iterable[AnnotatedArticle],
    writing: Writing,
    rows: Rows,
    *,
    suffix: str,
    tells_all: bool,
) -> Iterator[Piece]:
    """Yield, for each article, its part in the file of each layer and a line about it.

    Args:
        articles: The articles.
        writing: Has what parts texts into words.
        rows: Makes the lines.
        suffix: How the files' names end.
        tells_all: Whether the files tell the text to the character, and what runs on from one
            sentence to the next; otherwise the text is said beside them.
    """
    assert writing.tokenise is not None, "a format that needs tokens is given them"
    for each in articles:
        tokens = writing.tokenise(each.article.text)
        for layer, words in WORDS.items():
            own = [one for one in each.annotations if one.layer is layer]
            chunks = chunks_of(
                own, tokens, words=words, losses=writing.losses, parted=not tells_all
            )
            yield Piece(f"{layer}{suffix}", rows(each, tokens, chunks))
        yield beside(each.article, with_text=not tells_all)

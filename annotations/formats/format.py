"""What a format is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from annotations.errors import CloseReadError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.losses import Losses
from annotations.model import Article
from annotations.sources.inputs import Input


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one file of a format that has several; a file's pieces come in order."""

    file: str
    """Its path in the folder, with `/` between parts."""
    data: str | bytes


@dataclass(frozen=True, slots=True)
class Token:
    """A word as a tokeniser parts the text: `[start, end)`, and whether a blank follows it."""

    start: int
    end: int
    space: bool


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text in tokens and sentences."""

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    """`[first, end)` of the tokens of each sentence."""


Tokenise = Callable[[str], Tokens]
"""Parts a text; every character that is not blank is in one token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What a writer is told, and where it tells what it leaves out."""

    settings: Mapping[str, str] = field(default_factory=dict)
    """What was asked of this format alone, by the names in its `settings`."""
    losses: Losses = field(default_factory=Losses)
    tokenise: Tokenise | None = None
    """Given to formats that need tokens."""


Writer = Callable[[Iterable[AnnotatedArticle], Writing], Iterator[str | bytes | Piece]]
"""Yields the pieces of a file, to be written as they are: line ends are not to be translated. A
format of several files yields a `Piece` each time. An article is in memory at a time."""

Reader = Callable[[Input], Iterator[AnnotatedArticle | CloseReadError]]
"""Reads an open file; what cannot be read is yielded as an error in its place, item by item."""

Known = Callable[[str], Article | None]
"""Finds an article that is in the store, by its id or its address."""

KnownReader = Callable[[Input, Known], Iterator[AnnotatedArticle | CloseReadError]]
"""The same for files in which the texts of articles may be missing."""

FolderReader = Callable[[Path], Iterator[AnnotatedArticle | CloseReadError]]
"""The same for what is a folder of files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A way to write annotated articles to a file or a folder."""

    name: str
    """As --format takes it."""
    title: str
    """What it is called where people talk about it, and what reads it."""
    suffix: str
    """How names of such files end, with the dot; empty if it is a folder."""
    carries: frozenset[str]
    """What of articles and annotations it holds, by the names in `carrying`."""
    cannot: str = ""
    """What else it cannot carry, as the end of a sentence: "overlapping names"."""
    write: Writer
    read: Reader | None = None
    """Null if such files cannot be read back."""
    read_folder: FolderReader | None = None
    read_onto: KnownReader | None = None
    """Takes the place of `read` where there is a store to find texts in."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """What can be asked of it alone, with what that does, for --help."""
    needs_tokens: bool = False
    is_binary: bool = False
    """Whether it is for no terminal and no pipe of text."""

    @property
    def is_folder(self) -> bool:
        """Whether it writes several files, into a folder."""
        return not self.suffix

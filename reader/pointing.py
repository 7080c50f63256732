"""Which words a person points at, while they are to point at some. Pure."""

from dataclasses import dataclass

from annotations.model import Layer
from reader import motions
from reader.annotation_index import AnnotationIndex
from reader.switches import Switch


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What is to be pointed at."""

    about: int | None = None
    """The id of the annotation that it is about, if only the words within that are an answer."""
    is_speaker: bool = False
    """Whether it is a speaker, for whom the article may have words that it uses elsewhere."""


def words_at(
    text: str, offset: int, *, index: AnnotationIndex, focus: int | None, aim: Aim
) -> tuple[int, int] | None:
    """The words `[start, end)` that are meant at a character; null where there are none.

    The name or figure in focus; else the words for a speaker that begin with this word; else it.

    Args:
        text: The article's text.
        offset: The character.
        index: What is annotated in it.
        focus: The id of the annotation in focus.
        aim: What is to be pointed at.
    """
    position = None if focus is None else index.position(focus)
    if position is not None and _can_be_meant(position, index, aim):
        return index.starts[position], index.ends[position]
    word = motions.word_at(text, offset, *motions.line_around(text, offset))
    if word is None or not aim.is_speaker:
        return word
    return _words_for_a_speaker(text, word[0], index) or word


def _can_be_meant(position: int, index: AnnotationIndex, aim: Aim) -> bool:
    """Whether an annotation can be pointed at as a whole."""
    return index.layer(position) is not Layer.QUOTES and index.ids[position] != aim.about


def _words_for_a_speaker(text: str, start: int, index: AnnotationIndex) -> tuple[int, int] | None:
    """The longest words for who says some quote that stand here, too: "the harbour master"."""
    known = {words for at in index.positions(Switch.QUOTES) if (words := index.speakers[at])}
    ends = (start + len(words) for words in known if _stand_at(words, text, start))
    end = max(ends, default=None)
    return None if end is None else (start, end)


def _stand_at(words: str, text: str, start: int) -> bool:
    end = start + len(words)
    is_cut = text[end : end + 1].isalnum()
    return not is_cut and text[start:end].casefold() == words.casefold()

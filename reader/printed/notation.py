"""How annotations are written into a text, in words alone or with colour."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from annotations.model import Annotation, CasualtyFigure, Entity, Layer, Quote
from annotations.summary import word_of
from annotations.text import clean_line
from reader.describing import counted, flags
from reader.printed.pieces import Piece, Tone, plain, toned
from reader.speakers import NAMELESS, called, words_for

TONES = {Layer.ENTITIES: Tone.NAME, Layer.QUOTES: Tone.QUOTE, Layer.CASUALTIES: Tone.FIGURE}
"""The tone of what the annotations of a layer cover."""


class Notation(Protocol):
    """What is put around the text of an annotation."""

    def opening(self, annotation: Annotation, *, goes_on: bool) -> Piece:
        """What is put before it.

        Args:
            annotation: The annotation.
            goes_on: Whether it began before, and was closed because one around it ended.
        """

    def closing(self, annotation: Annotation, *, goes_on: bool) -> Piece:
        """What is put after it.

        Args:
            annotation: The annotation.
            goes_on: Whether it is opened again at once.
        """

    def tones(self, around: Collection[Annotation]) -> frozenset[Tone]:
        """The tones of text with these annotations around it."""


@dataclass(frozen=True, slots=True)
class InWords:
    """`[PERSON Ada Bell]`, `[QUOTE by Ada Bell: “…” END QUOTE]`, `[KILLED 12: 12 people]`."""

    def opening(self, annotation: Annotation, *, goes_on: bool) -> Piece:
        """The bracket, and what comes before the text."""
        head = _head(annotation)
        if goes_on:
            head = f"{head.partition(' ')[0]} continued:"
        return plain(f"[{head} ")

    def closing(self, annotation: Annotation, *, goes_on: bool) -> Piece:
        """What comes after the text, and the bracket."""
        if goes_on:
            return plain("] ")
        return plain(f"{_tail(annotation)}]")

    def tones(self, around: Collection[Annotation]) -> frozenset[Tone]:
        """None: the words say it all."""
        return frozenset()


@dataclass(frozen=True, slots=True)
class InColour:
    """Colours; behind a quote who says it, behind a figure what it counts."""

    def opening(self, annotation: Annotation, *, goes_on: bool) -> Piece:
        """Nothing: the colour begins."""
        return plain("")

    def closing(self, annotation: Annotation, *, goes_on: bool) -> Piece:
        """What the colour does not tell."""
        if goes_on or isinstance(annotation, Entity):
            return plain("")
        said = isinstance(annotation, Quote)
        return toned(f" ‹{speaker_of(annotation) if said else in_figures(annotation)}›", Tone.LABEL)

    def tones(self, around: Collection[Annotation]) -> frozenset[Tone]:
        """One for each layer."""
        return frozenset(TONES[each.layer] for each in around)


def speaker_of(quote: Annotation) -> str:
    """The name of who says a quote, else the words for them: "officials"."""
    if not isinstance(quote, Quote):
        return NAMELESS
    return called(quote.speaker_name, words_for(quote))


def in_figures(annotation: Annotation) -> str:
    """What a figure counts: `killed at least 12`, `missing 30, hypothetical`."""
    if not isinstance(annotation, CasualtyFigure):
        return clean_line(annotation.kind)
    number = "without a number" if annotation.implicit else _number(annotation)
    said = [each for each in flags(annotation) if each != "implicit"]
    return clean_line(", ".join((f"{annotation.category} {number}", *said)))


def _number(figure: CasualtyFigure) -> str:
    """A vague word as the word: the number that some rule gives it is not in the text."""
    return word_of(figure) if figure.vague_rule is not None else counted(figure)


def _head(annotation: Annotation) -> str:
    """Label, or speaker, or category and count; its first word is the sort of the annotation."""
    if isinstance(annotation, Quote):
        return f"QUOTE by {speaker_of(annotation)}:"
    if isinstance(annotation, CasualtyFigure):
        category, _, rest = in_figures(annotation).partition(" ")
        return f"{category.upper()} {rest}:"
    return clean_line(annotation.kind)


def _tail(annotation: Annotation) -> str:
    """For a quote that it ends; for a name that is short for another, the other."""
    if isinstance(annotation, Quote):
        return " END QUOTE"
    if isinstance(annotation, Entity) and annotation.name:
        name = clean_line(annotation.name)
        same = name.casefold() == clean_line(annotation.text).casefold()
        return "" if same else f" = {name}"
    return ""

"""Formats write annotated articles into files that other tools read, and read them back.

One module a format; `FORMATS` lists them. Each says what it cannot carry. What goes through one
is an `AnnotatedArticle`, whose offsets have been checked against its text.
"""

from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.carrying import count_lost, stripped
from annotations.formats.format import Format, Piece, Token, Tokens, Writing
from annotations.formats.losses import Losses
from annotations.formats.registry import FORMATS, named, of_suffix

__all__ = [
    "FORMATS",
    "AnnotatedArticle",
    "Format",
    "Losses",
    "Piece",
    "Token",
    "Tokens",
    "Writing",
    "count_lost",
    "named",
    "of_suffix",
    "stripped",
]

"""From Markdown to the text that a person reads: by way of HTML, so that both read alike."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from annotations.text import clean_line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_COMMENT = re.compile(r"%%.*?%%", re.DOTALL)
_EMBEDDED = re.compile(r"!\[\[[^\[\]\n]*\]\]")
_NOTE_MARKS = (
    (re.compile(r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]*)\]\]"), r"\1"),  # a link to a note
    (re.compile(r"==(?=\S)([^=\n]+)(?<=\S)=="), r"\1"),  # a marker pen
    (re.compile(r"\A\[!\w+\][+-]?\s*"), ""),  # what kind of a box a quoted passage is
    (re.compile(r"\s\^[\w-]+\Z"), ""),  # the name of a block
)
"""What Obsidian adds to Markdown, and what stays of it."""
_UNREAD = frozenset({"footnote_ref", "footnote_anchor", "image"})
"""Tokens that are no text: marks of footnotes, and pictures."""


def text_of_markdown(source: str) -> str:
    """The text of Markdown: a paragraph a line, an empty line between two.

    Links and emphasis leave their words, pictures nothing. Footnotes stand at the end.

    Args:
        source: Clean Markdown without front matter.

    Raises:
        SourceError: If there is too much of it, or it is nested too deeply. The message has no
            subject.
    """
    from annotations.sources.web.extraction import fragment_text

    markdown = _markdown()
    tokens = list(_read(_tokens(source)))
    return fragment_text(str(markdown.renderer.render(tokens, markdown.options, {})))


def first_heading(source: str) -> str:
    """The text of a heading of the first level that Markdown begins with; else empty."""
    tokens = _tokens(source)
    if len(tokens) < 2 or tokens[0].type != "heading_open" or tokens[0].tag != "h1":
        return ""
    words = (
        " " if each.type in ("softbreak", "hardbreak") else each.content
        for each in _read(tokens[1].children or ())
        if each.type != "html_inline"
    )
    return clean_line("".join(words))


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)


def _tokens(source: str) -> "Sequence[Token]":
    return _markdown().parse(_EMBEDDED.sub("", _COMMENT.sub("", source)), {})


def _read(tokens: "Iterable[Token]") -> "Iterable[Token]":
    """The tokens that are read, without the marks of notes."""
    for token in tokens:
        if token.type in _UNREAD:
            continue
        if token.children is not None:
            token.children = list(_read(token.children))
        if token.type == "text":
            for pattern, kept in _NOTE_MARKS:
                token.content = pattern.sub(kept, token.content)
        yield token

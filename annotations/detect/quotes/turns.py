"""Transcripts and interviews: paragraphs that begin with who speaks, "SOLBERG: …", "Q: …"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotations.detect.quotes.candidates import Attribution, Candidate
from annotations.detect.quotes.layout import ArticleLayout

_CAPITALS = r"[^\W\d_a-zà-þ][A-ZÀ-Þ.'’-]*(?: [A-ZÀ-Þ.'’-]+){0,4}"
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w.'’-]*){0,4}"
_LABEL = re.compile(rf"\s*((?:{_CAPITALS}|{_NAME})(?: \([^)\n]{{1,40}}\))?): ?(?=\S)")
_FEWEST_TURNS = 3
_FEWEST_LABELS = 2
"""Different ones; a list of one label again and again is none of turns."""
_NOT_PEOPLE = frozenset(
    ("note", "update", "correction", "photo", "video", "source", "where", "when", "what", "who")
)


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A paragraph that begins with a label."""

    paragraph: int
    label: tuple[int, int]
    start: int
    """Where what is said begins."""


def turns(layout: ArticleLayout) -> list[Candidate]:
    """What is said in each turn of a conversation; empty where an article has none."""
    labelled = list(_labelled(layout))
    return [
        _candidate(layout, turn, paragraph)
        for group in _conversations(layout, labelled)
        for turn, paragraph in _paragraphs_of(group)
        if not _is_direction(layout, paragraph)
    ]


def _labelled(layout: ArticleLayout) -> Iterator[_Labelled]:
    for number, (start, end) in enumerate(layout.paragraphs):
        match = _LABEL.match(layout.text, start, end)
        if match is not None and match[1].lower() not in _NOT_PEOPLE:
            yield _Labelled(number, match.span(1), match.end())


def _conversations(
    layout: ArticleLayout, labelled: Sequence[_Labelled]
) -> Iterator[list[_Labelled]]:
    """Runs of labelled paragraphs with few others between them, in which labels come back."""
    group: list[_Labelled] = []
    for each in labelled:
        if group and each.paragraph - group[-1].paragraph > 4:
            yield from _if_conversation(layout, group)
            group = []
        group.append(each)
    yield from _if_conversation(layout, group)


def _if_conversation(layout: ArticleLayout, group: list[_Labelled]) -> Iterator[list[_Labelled]]:
    """The turns of a run, if it is long enough, and at least two take turns in it."""
    labels = [layout.text[slice(*each.label)] for each in group]
    counts = Counter(labels)
    turns = [
        each
        for each, label in zip(group, labels, strict=True)
        if counts[label] > 1 or (each.paragraph > 0 and (label.isupper() or " " in label))
    ]
    if len(counts) == len(labels) and not all(label.isupper() for label in labels):
        return
    different = len({layout.text[slice(*each.label)] for each in turns})
    if len(turns) >= _FEWEST_TURNS and _FEWEST_LABELS <= different < len(turns):
        yield turns


def _is_direction(layout: ArticleLayout, paragraph: int) -> bool:
    """Whether a paragraph says what happens, not what is said: "(applause)"."""
    words = layout.text[slice(*layout.paragraphs[paragraph])].strip()
    return words[:1] in ("(", "[") and words[-1:] in (")", "]", ".")


def _paragraphs_of(group: Sequence[_Labelled]) -> Iterator[tuple[_Labelled, int]]:
    """Each turn with its paragraphs; of the last one only the first, for the text may go on."""
    for turn, following in zip(group, [*group[1:], None], strict=True):
        after = turn.paragraph + 1 if following is None else following.paragraph
        for paragraph in range(turn.paragraph, after):
            yield turn, paragraph


def _candidate(layout: ArticleLayout, turn: _Labelled, paragraph: int) -> Candidate:
    start, end = layout.paragraphs[paragraph]
    start, end = layout.strip(max(start, turn.start), end, "")
    said = Attribution(rule="turn", speaker=layout.tokens(*turn.label))
    return Candidate(start=start, end=end, said=said, is_framed=True, is_verbatim=True)

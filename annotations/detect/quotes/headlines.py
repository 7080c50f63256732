"""Headlines that name a source before or after a colon: "Minister: talks have failed"."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from annotations.detect import lexicon
from annotations.detect.quotes.candidates import Attribution, Candidate
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.tree import is_verb

_COLON = re.compile(r"([^:.!?\n]{2,60}):\s+(?=\S)")
_LONGEST = 25
"""Words in a headline."""
_LONGEST_SOURCE = 6
_SPEAKING = ("PERSON", "ORG", "NORP", "GPE")
_GROUPS = frozenset(
    ("officials", "police", "sources", "survivors", "witnesses", "report", "reports", "study")
)


def headlines(layout: ArticleLayout) -> Iterator[Candidate]:
    """Yield what is said in a title line, by whoever stands before or after its colon."""
    if not layout.paragraphs:
        return
    start, end = layout.paragraphs[0]
    line = layout.text[start:end].rstrip()
    match = _COLON.match(line)
    if match is None or line.endswith(".") or line.count(" ") >= _LONGEST:
        return
    before = layout.doc.char_span(start, start + match.end(1), alignment_mode="expand")
    after = layout.doc.char_span(start + match.end(), start + len(line), alignment_mode="expand")
    if before is None or after is None:
        return
    if layout.regions.at(after.start_char) is not None:
        return  # a name beside a quotation
    if _is_source(before) and any(map(is_verb, after)):
        yield _candidate(after, before)
    elif layout.regions.at(before.start_char) is not None:
        if _is_source(after) or _is_known(after.root):
            yield _candidate(before, after)
    elif len(after) == 1 and _is_known(after.root) and any(map(is_verb, before)):
        yield _candidate(before, after)


def _candidate(content: Span, source: Span) -> Candidate:
    said = Attribution(rule="headline", speaker=(source.start, source.end))
    return Candidate(start=content.start_char, end=content.end_char, said=said, is_framed=True)


def _is_source(span: Span) -> bool:
    """Whether a few words name a person, a body or people who can speak."""
    if len(span) > _LONGEST_SOURCE or any(map(is_verb, span)):
        return False
    return _is_known(span[-1])


def _is_known(word: Token) -> bool:
    """Whether a word is a name, or a noun for somebody who speaks."""
    noun = word.lower_ if word.lower_ in _GROUPS else word.lemma_.lower()
    known = lexicon.words("role_nouns") | lexicon.words("body_nouns") | _GROUPS
    return noun in known or word.ent_type_ in _SPEAKING

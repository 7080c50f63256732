"""A stretch of an article that may be an entity, on its way through the stages."""

from dataclasses import dataclass

from spacy.tokens import Doc

from annotations.detect.entities.acronyms import acronyms
from annotations.detect.entities.initials import speakers_behind
from annotations.detect.entities.names import bare
from annotations.model import NUMBER_LABELS

NAME_TAGS = frozenset(("NNP", "NNPS", ""))
"""What the tagger gives names; nothing where a pipeline has no tagger."""
_SHORTEST_WITHOUT_CASE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An entity before its label is settled."""

    start: int
    end: int
    first: int
    """Index of its first token."""
    after: int
    """Index after its last token."""
    text: str
    key: str
    """What its string is looked up by."""
    label: str
    rule: str

    @property
    def is_name(self) -> bool:
        """Whether it names somebody or something."""
        return self.label not in NUMBER_LABELS


def key_of(text: str) -> str:
    """A name on one line, without leading article, and without its case unless it is short.

    Short names differ by case: "IS" and "Is", "WHO" and "Who".
    """
    name = bare(text)
    return name if len(name) < _SHORTEST_WITHOUT_CASE else name.casefold()


class Source:
    """An article as the stages read it."""

    def __init__(self, doc: Doc) -> None:
        """Args:
        doc: The parsed article.
        """
        self.doc = doc
        self.text: str = doc.text
        """Kept, for `Doc.text` puts it together anew at every call."""
        self.acronyms = acronyms(self.text)
        """The full name of each acronym that the article explains."""
        self.speakers = speakers_behind(self.text)
        """The full names of those whose initials label the turns of an interview."""

    def mention(self, start: int, end: int, *, label: str, rule: str) -> Mention | None:
        """A mention with the tokens it stands in; null if there is nothing between its borders."""
        span = self.doc.char_span(start, end, alignment_mode="expand") if start < end else None
        if span is None:
            return None
        text = self.text[start:end]
        return Mention(
            start=start,
            end=end,
            first=span.start,
            after=span.end,
            text=text,
            key=key_of(text),
            label=label,
            rule=rule,
        )

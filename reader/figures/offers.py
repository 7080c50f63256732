"""What the text of a field can go on to be. Pure."""

from collections.abc import Mapping, Sequence

from annotations.detect import lexicon
from annotations.model import Category
from reader.describing import FLAGS
from reader.figures.form import Field

Known = Mapping[Field, Sequence[str]]
"""What the article has for a field: its places, those who speak in it, its other figures."""


def offers(each: Field, text: str, known: Known) -> list[str]:
    """Whole texts that go on as one was begun; none for an empty one.

    Args:
        each: The field.
        text: What was typed so far.
        known: What the article has.
    """
    before, comma, begun = text.rpartition(",") if each is Field.FLAGS else ("", "", text)
    word = begun.strip()
    head = f"{before}{comma}{begun[: len(begun) - len(begun.lstrip())]}"
    fitting = (one for one in _words(each, known) if one.casefold().startswith(word.casefold()))
    return [f"{head}{word}{one[len(word) :]}" for one in fitting if word]


def _words(each: Field, known: Known) -> Sequence[str]:
    match each:
        case Field.CATEGORY:
            return tuple(Category)
        case Field.FLAGS:
            return FLAGS
        case Field.QUALIFIER:
            return [name.replace("_", " ") for name in lexicon.table("number_qualifiers")]
    return known.get(each, ())

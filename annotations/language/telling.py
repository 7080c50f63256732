"""What language an article is in: what its source says, if the text bears it out."""

from annotations.language.detectable import DETECTABLE
from annotations.language.english import is_surely_english
from annotations.language.guessing import guessed

_READ = 500
_FIRST_OTHER = "\u0370"
"""Greek is the first script behind the Latin one."""


def language_of(text: str, declared: str | None = None) -> str | None:
    """The language of an article.

    What its source says is believed, except where it cannot be: templates call every page
    English, also those in Arabic, and an Arabic one its English edition.

    Args:
        text: Its text.
        declared: The code of the language that its source says.

    Returns:
        An ISO 639 code; null if it is not known, which counts as English.
    """
    if declared is None or (declared == DETECTABLE and _is_in_other_letters(text)):
        return guessed(text)
    if declared != DETECTABLE and is_surely_english(text):
        return DETECTABLE
    return declared


def _is_in_other_letters(text: str) -> bool:
    """Whether most letters are none of the Latin script."""
    letters = [each for each in text[:_READ] if each.isalpha()]
    return sum(each >= _FIRST_OTHER for each in letters) * 2 > len(letters)

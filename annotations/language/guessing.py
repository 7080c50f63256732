"""The language of a text, guessed from its letters."""

import re
from functools import cache
from typing import TYPE_CHECKING

from annotations.language.english import is_surely_english

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_READ = 500
"""Characters; more make a guess no better."""
_WORD = re.compile(r"[^\W\d_]+")
_FEW_WORDS = 20
_SURE = 0.85
"""How probable a language must be for a text of a few words."""
_LIKELY = 0.3
"""And of more words, which only languages much like each other leave in doubt."""
_NO_WORDS = re.compile(r"https?://\S+|[\w.+-]+@[\w-]+\.\S+")
_CODE = re.compile(r"[{}()\[\];=<>|\\/*_]|(?<=\S)[,\t](?=\S)")
_MOST_CODE = 0.04
"""The share of characters that are such as programs and tables have; of prose it is a hundredth."""

_LANGUAGES = """
    af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu ha he hi hr hu hy id
    ig is it ja ka kk km kn ko ku ky lo lt lv mg mk ml mn mr ms mt my ne nl nn no om or pa pl ps
    pt ro ru rw si sk sl so sq sr sv sw ta te tg th tl tr ug uk ur uz vi xh yo zh zu
"""
"""Those in which news is written. Small relatives of the large ones would only take their part."""
_SAME = {"nn": "no"}


def guessed(text: str) -> str | None:
    """The language that a text is in.

    Args:
        text: Of which the beginning is read.

    Returns:
        Its ISO 639-1 code; null if that is not sure, as of a few words, or of code and tables, or
        if the disk has no room to unpack the model.
    """
    if is_surely_english(text):
        return "en"
    sample = _NO_WORDS.sub(" ", text[: 2 * _READ])[:_READ]
    words = _WORD.findall(sample)
    if not words or len(_CODE.findall(sample)) > _MOST_CODE * len(sample):
        return None
    try:
        language, probability = _identifier().classify(sample)
    except OSError:  # the model is unpacked into a temporary file, for which there may be no room
        return None
    # Scripts without blanks have few words, and their letters tell.
    few = len(words) < _FEW_WORDS and sum(map(len, words)) < _FEW_WORDS * 6
    if probability < (_SURE if few else _LIKELY):
        return None
    return _SAME.get(language) or str(language)


@cache
def _identifier() -> "LanguageIdentifier":
    """The model; it takes two seconds and a hundred megabytes, which English news do not need."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LANGUAGES.split())
    return identifier

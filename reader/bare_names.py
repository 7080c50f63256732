"""The name that begins at a word which nothing is annotated on. Pure."""

from collections.abc import Set

from reader import motions
from reader.snapping import WORD, without_possessive, word_around


def name_from(
    text: str, offset: int, *, before: int, particles: Set[str]
) -> tuple[int, int] | None:
    """The name that a person means who points at its first word, as `[start, end)`.

    It goes on over words with a capital that only single blanks part, and over particles between
    them: "Abu Omar al Farouk". A word of small letters is no name; one without either, as a number
    or a word in a script that has none, is a name by itself.

    Args:
        text: The article's text.
        offset: A character of the first word.
        before: Where something else is annotated; the name ends before that.
        particles: Words in small letters that a name may have in it.
    """
    word = word_around(text, offset)
    if word is None or text[slice(*word)].islower():
        return None
    start, end = word
    if _has_capital(text[start:end]):
        end = _last_word(text, end, before=before, particles=particles)
    return without_possessive(text, start, end)


def _last_word(text: str, end: int, *, before: int, particles: Set[str]) -> int:
    """Where a name ends whose first word ends here."""
    reached = end
    for word in WORD.finditer(text, end, min(before, motions.line_around(text, end)[1])):
        if text[reached : word.start()] != " ":
            break
        reached = word.end()
        if _has_capital(word[0]):
            end = reached
        elif word[0] not in particles:
            break
    return end


def _has_capital(word: str) -> bool:
    return any(map(str.isupper, word))

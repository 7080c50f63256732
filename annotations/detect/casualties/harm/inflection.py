"""Verb forms of the lexicon read back to their lemmas, for text that the tagger cannot help with.

Headlines in capitals are tagged as names; "Kills" and "WOUNDS" are verbs all the same.
"""

from collections.abc import Iterator
from functools import cache

from annotations.detect import lexicon

_VOWELS = "aeiou"


def lemma_of(word: str) -> str:
    """The lemma of a form of a verb in the harm frames; any other word as it is.

    Args:
        word: In lower case.
    """
    return _lemmas().get(word, word)


@cache
def _lemmas() -> dict[str, str]:
    found: dict[str, str] = {}
    for frame in lexicon.sections("harm_frames").values():
        for verb in (*frame.get("object", ()), *frame.get("subject", ())):
            for form in _regular_forms(verb):
                found.setdefault(form, verb)
    return found | lexicon.inverted("irregular_forms")


def _regular_forms(verb: str) -> Iterator[str]:
    stem = verb.removesuffix("e")
    if verb[-1] == "y" and verb[-2] not in _VOWELS:
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
        return
    yield f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    yield from (f"{stem}ed", f"{stem}ing")
    if verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS and verb[-3:-2] not in _VOWELS:
        yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")

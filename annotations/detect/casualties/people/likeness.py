"""Whether a noun that no list knows names people, by the company its word vector keeps.

The pipeline's word vectors stand closer to those of known people ("dacoits" to bandits) or of
known things ("warheads" to missiles). Of 60 nouns in no list, 30 for people and 30 for things, the
default pipeline's vectors, and the endings that `nouns` looks at, told 51 rightly; of 60 others 49.
"""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from spacy.vocab import Vocab

from annotations.detect import lexicon

_Vectors = NDArray[np.float32]

_NEIGHBOURS = 8
"""Nearest known nouns whose mean likeness counts."""


def likeness_to_people(word: str, vocab: Vocab) -> float | None:
    """How much closer a plural noun is to nouns for people than to those for things.

    Args:
        word: The noun in lower case.
        vocab: The vocabulary of the pipeline in use.

    Returns:
        A difference of cosine similarities; null if the pipeline has no vector for the word.
    """
    vector = _unit(word, vocab)
    if vector is None:
        return None
    people, things = _known(vocab)
    if not len(people) or not len(things):
        return None
    return _nearest(people, vector) - _nearest(things, vector)


def _nearest(known: _Vectors, vector: _Vectors) -> float:
    return float(np.sort(known @ vector)[-_NEIGHBOURS:].mean())


@lru_cache(maxsize=2)
def _known(vocab: Vocab) -> tuple[_Vectors, _Vectors]:
    """The vectors of known people and of known things."""
    people = (f"{noun}s" for noun in lexicon.inverted("victims"))
    return _stacked(people, vocab), _stacked(lexicon.words("things"), vocab)


def _stacked(words: Iterable[str], vocab: Vocab) -> _Vectors:
    found = [vector for word in sorted(words) if (vector := _unit(word, vocab)) is not None]
    return np.array(found, dtype=np.float32)


def _unit(word: str, vocab: Vocab) -> _Vectors | None:
    """The vector of a word, scaled to length one."""
    if not vocab.has_vector(word):
        return None
    vector: _Vectors = np.asarray(vocab.get_vector(word), dtype=np.float32)
    size = float(np.linalg.norm(vector))
    return vector / size if size else None

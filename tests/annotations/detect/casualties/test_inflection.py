"""Forms of the verbs of the lexicon and their lemmas."""

import pytest

from annotations.detect.casualties.harm.inflection import lemma_of


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("kills", "kill"),
        ("killed", "kill"),
        ("killing", "kill"),
        ("crushes", "crush"),
        ("rescuing", "rescue"),
        ("buries", "bury"),
        ("stabbed", "stab"),
        ("kidnapped", "kidnap"),
        ("shot", "shoot"),
        ("slain", "slay"),
        ("fled", "flee"),
        ("kill", "kill"),
        ("table", "table"),
        ("", ""),
    ],
)
def test_lemma_of_a_form(form: str, lemma: str) -> None:
    assert lemma_of(form) == lemma

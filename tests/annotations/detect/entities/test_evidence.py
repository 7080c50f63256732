"""What the words around a name tell of it."""

import pytest

from annotations.detect.entities.evidence import around
from annotations.detect.entities.mentions import Source
from annotations.detect.pipeline import Pipeline


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The ferry was late, said Tarnova, who keeps the light.", "speaker-who"),
        ("The ferry was late, according to Tarnova, who keeps the light.", "speaker-who"),
        ("A spokesman of the harbour, Tarnova, said the ferry was late.", "speaker-framed"),
    ],
)
def test_a_speaker_is_told_by_what_stands_around_a_name(
    default_pipeline: Pipeline, text: str, cue: str
) -> None:
    doc = default_pipeline.parse(text)
    start = text.index("Tarnova")
    name = Source(doc).mention(start, start + len("Tarnova"), label="ORG", rule="recognised")
    assert name is not None
    assert cue in set(around(doc, name))


def test_a_place_between_commas_is_no_speaker(default_pipeline: Pipeline) -> None:
    text = "They met in Tarnova, who knows why."
    doc = default_pipeline.parse(text)
    name = Source(doc).mention(12, 19, label="GPE", rule="recognised")
    assert name is not None
    assert "speaker-who" not in set(around(doc, name))

"""The script that fits the weights of the cues to annotated articles."""

import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
import spacy

import annotations

SCRIPT = Path(annotations.__file__).parent / "detect/lexicon/sources/fit_entity_evidence.py"


@pytest.fixture(scope="module")
def fitting() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fit_entity_evidence", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_strings_are_labelled_as_their_annotators_did(fitting: ModuleType) -> None:
    doc = spacy.blank("en")("The Iraqi envoys left Hamas’s office. Iraqi troops did not.")
    entities = [
        {"start": 0, "end": 9, "group": "NORP"},
        {"start": 22, "end": 27, "group": "ORG"},
    ]
    found = list(fitting.samples(doc, entities))
    assert [label for _, label in found] == ["NORP", "ORG"]
    assert all(isinstance(cues, Counter) for cues, _ in found)


def test_small_weights_are_left_out_and_what_is_set_by_hand_is_added(fitting: ModuleType) -> None:
    table = {"always": {"ORG": 0.01}, "faint": {"ORG": 0.1}, "known-GPE": {"PLACE": 1.26}}
    text = "".join(fitting.written(fitting.with_hand(table)))
    assert "\n[always]\nNONE = -0.4\nORG = 0\n" in text
    assert "[faint]" not in text
    assert "\n[known-GPE]\nPLACE = 2.3\n" in text

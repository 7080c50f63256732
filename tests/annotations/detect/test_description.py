"""What the pipeline is, asked of a process of its own."""

from pathlib import Path

import pytest

from annotations.detect.description import describe
from annotations.detect.models import DEFAULT_MODEL, DEFAULT_MODEL_NER_DIGEST
from annotations.errors import DetectorError, ModelMissing


def test_the_default_pipeline_is_the_original() -> None:
    found = describe(DEFAULT_MODEL)
    assert found.name == "en_core_web_md"
    assert found.version == "3.7.1"
    assert "ner" in found.components
    assert found.ner_digest == DEFAULT_MODEL_NER_DIGEST
    assert found.official


def test_a_pipeline_that_is_not_there() -> None:
    with pytest.raises(ModelMissing, match="'no_such_model' is not installed"):
        describe("no_such_model")


def test_a_folder_that_is_no_pipeline(tmp_path: Path) -> None:
    with pytest.raises(DetectorError):
        describe(str(tmp_path))

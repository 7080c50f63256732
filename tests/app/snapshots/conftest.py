"""The real reader on the story, with nothing that goes on in the background."""

import shutil
from pathlib import Path

import pytest

from annotations.store.own_rules import index as own_rules
from reader.services.background import Background
from tests.app.snapshots import story


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of such a store as `stocked` copies."""
    path = tmp_path_factory.mktemp("story") / "store.db"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(own_rules, "now", lambda: "2019-03-11T08:00:00+00:00")
        story.fill(path)
    return path


@pytest.fixture
def stocked(told: Path, tmp_path: Path) -> Path:
    """A store that holds the story."""
    return Path(shutil.copy(told, tmp_path / "story.db"))


@pytest.fixture(autouse=True)
def _nothing_is_detected(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the detector says comes when it comes, and would be in some drawings."""
    monkeypatch.setattr(Background, "detect", lambda *_, **__: None)

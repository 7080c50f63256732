"""The real reader on the story, with nothing that goes on in the background."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.services.background import Background
from tests.app.snapshots import story


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of such a store as `stocked` copies."""
    path = tmp_path_factory.mktemp("story") / "store.db"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(
            "annotations.store.own_rules.index.now", lambda: "2019-03-11T08:00:00+00:00"
        )
        patched.setattr("annotations.store.additions.now", lambda: "2019-03-08T18:00:00+00:00")
        patched.setattr("annotations.store.runs.now", lambda: "2019-03-08T19:00:00+00:00")
        patched.setattr("annotations.store.edit_log.now", lambda: "2019-03-09T12:00:00+00:00")
        story.fill(path)
    return path


@pytest.fixture
def stocked(told: Path, tmp_path: Path) -> Path:
    """A store that holds the story."""
    (tmp_path / "guidelines.md").write_text(story.GUIDELINES, encoding="utf-8")
    return Path(shutil.copy(told, tmp_path / "story.db"))


@pytest.fixture
def revised(stocked: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, after the first article has got another text."""
    for module in ("version_rows", "edit_log"):
        monkeypatch.setattr(f"annotations.store.{module}.now", lambda: "2019-03-12T10:00:00+00:00")
    path = Path(shutil.copy(stocked, stocked.with_name("revised.db")))
    story.revise(path)
    return path


@pytest.fixture(autouse=True)
def _nothing_is_detected(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the detector says comes when it comes, and would be in some drawings."""
    monkeypatch.setattr(Background, "detect", lambda *_, **__: None)


@pytest.fixture(autouse=True)
def _in_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """When something was done is told in the time of this machine."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()

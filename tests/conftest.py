"""What every test runs under: bounded examples, a home of its own, and a terminal in colour."""

import gc
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from annotations.store import Store
from tests.site import Site, serving

_HOMES = {
    "HOME": ".",
    "USERPROFILE": ".",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
}
_TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
_PREFERENCES = (
    "CLOSEREAD_CONFIG",
    "CLOSEREAD_STORE",
    "COLORFGBG",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "LINES",
)

# Thousands of tests and a language model stay in memory; by default they are searched for garbage
# so often that it takes a twentieth of all the time.
gc.set_threshold(20_000, 20, 20)

# Machines differ too much in speed for a deadline, and a failure has to come back when run again.
settings.register_profile(
    "closeread",
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("closeread")


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Paths of homes. Pytest looks through all folders it has made before it makes one more."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def home(_homes: Iterator[Path]) -> Iterator[Path]:
    """An empty home, so that no test sees or touches the store and settings of whoever runs it."""
    path = next(_homes)
    path.mkdir()
    with pytest.MonkeyPatch.context() as environment:
        for name, folder in _HOMES.items():
            environment.setenv(name, str(path / folder))
        for name, value in _TERMINAL.items():
            environment.setenv(name, value)
        for name in _PREFERENCES:
            environment.delenv(name, raising=False)
        yield path


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty store, to be copied: making a schema takes a while."""
    path = tmp_path_factory.mktemp("blank") / "store.db"
    Store.open(path).close()
    return path


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A web server on this machine, which no proxy stands before."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with serving() as served:
        yield served

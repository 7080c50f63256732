"""A store with one article whose annotations are known, and the real reader on it."""

import shutil
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from annotations.model import Article
from annotations.store import Store
from reader.adjudicating_app import AdjudicatingApp
from reader.app import ReaderApp
from reader.docket import Docket
from reader.services.session import Session
from reader.settings.memory import MemoryFile
from reader.settings.reading import NO_CONFIGURATION, Configuration
from tests.app.driver import ARTICLE, DETECTOR, Driver, Open, Statuses, suggestions
from tests.app.rain import RAIN
from tests.app.rain import found as rain_found
from tests.app.sparing import sparing


@pytest.fixture(autouse=True)
def _spared() -> Iterator[None]:
    with sparing():
        yield


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of such a store as `store_path` copies: making a schema takes a while."""
    path = tmp_path_factory.mktemp("made") / "store.db"
    with Store.open(path) as store:
        store.articles.add_one(ARTICLE)
        store.runs.record(ARTICLE.id, DETECTOR, suggestions())
    return path


@pytest.fixture
def store_path(made: Path, tmp_path: Path) -> Path:
    """A store that holds the article, run by a detector that found six annotations."""
    return Path(shutil.copy(made, tmp_path / "store.db"))


@pytest.fixture
def store(store_path: Path) -> Iterator[Store]:
    """A second connection, as another process would have, to see what is committed."""
    with Store.open(store_path) as opened:
        yield opened


@pytest.fixture
def statuses(store: Store) -> Statuses:
    """Reads what is committed."""

    def read() -> dict[str, str]:
        return {each.text: str(each.status) for each in store.annotations.of(ARTICLE.id)}

    return read


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    """A file in which it is remembered that the tour was shown, and nothing else."""
    path = tmp_path / "state.json"
    MemoryFile(path).remember(toured=True)
    return path


@pytest.fixture
def rain(tmp_path: Path) -> Path:
    """A store that holds the article with numbers and dates."""
    path = tmp_path / "rain.db"
    with Store.open(path) as store:
        store.articles.add_one(RAIN)
        store.runs.record(RAIN.id, DETECTOR, rain_found())
    return path


@pytest.fixture
def opened(store_path: Path, tmp_path: Path) -> Open:
    """Runs the reader until the block ends."""

    @asynccontextmanager
    async def run(
        *,
        article: Article | None = ARTICLE,
        path: Path = store_path,
        paths: Sequence[Path] = (),
        size: tuple[int, int] = (120, 40),
        model: str = "no_such_pipeline",
        configuration: Configuration = NO_CONFIGURATION,
        memory: Path | None = None,
        docket: Docket | None = None,
    ) -> AsyncIterator[Driver]:
        session = Session(
            path,
            model=model,
            annotator=configuration.settings.annotator,
            places=tmp_path / "state" / "places.db",
        )
        app = (
            ReaderApp(
                session,
                article=article,
                paths=paths,
                configuration=configuration,
                memory=MemoryFile(memory),
            )
            if docket is None
            else AdjudicatingApp(
                session, docket=docket, configuration=configuration, memory=MemoryFile(memory)
            )
        )
        async with app.run_test(size=size, notifications=True) as pilot:
            driver = Driver(app, pilot)
            await driver.settle()
            yield driver

    return run

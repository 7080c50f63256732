"""A store in a file of its own, and an article with something of every layer in it."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotations.model import (
    Annotation,
    Article,
    CasualtyFigure,
    Confidence,
    Count,
    Detector,
    Entity,
    Precision,
    Quote,
    Span,
)
from annotations.store import Store

ROOT = Path(__file__).parents[3]
TEXT = "Mara Dell said: “We wait.” At least 12 soldiers died near Lindow, the army said."

OpenStore = Callable[..., Store]
RunPython = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def open_store(path: Path) -> Iterator[OpenStore]:
    """Opens the store as often as wanted, and closes it after the test."""
    opened: list[Store] = []

    def open_one(**options: object) -> Store:
        options = {"annotator": "ana", "busy_timeout": 0.05} | options
        opened.append(Store.open(path, **options))  # type: ignore[arg-type]
        return opened[-1]

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def empty(blank: Path, path: Path, open_store: OpenStore) -> Store:
    """A store with nothing in it."""
    shutil.copy(blank, path)
    return open_store()


@pytest.fixture
def article() -> Article:
    return Article(id="a-1", text=TEXT, title="Waiting")


@pytest.fixture
def store(empty: Store, article: Article) -> Store:
    """A store with one article, on which nothing has run."""
    empty.articles.add_one(article)
    return empty


@pytest.fixture
def detector() -> Detector:
    return Detector(name="finder", version="1.0")


@pytest.fixture
def entity() -> Entity:
    return Entity(start=0, end=9, text="Mara Dell", label="PERSON", name="Mara Dell")


@pytest.fixture
def place() -> Entity:
    return Entity(start=58, end=64, text="Lindow", label="GPE")


@pytest.fixture
def quote() -> Quote:
    return Quote(
        start=16,
        end=26,
        text="“We wait.”",
        type="direct",
        speaker=Span(start=0, end=9, text="Mara Dell"),
        cue=Span(start=10, end=14, text="said"),
        speaker_name="Mara Dell",
        speaker_rule="full-name",
        utterance=Span(start=0, end=26, text="Mara Dell said: “We wait.”"),
        rule="head",
        confidence=Confidence.HIGH,
    )


@pytest.fixture
def figure() -> CasualtyFigure:
    return CasualtyFigure(
        start=27,
        end=47,
        text="At least 12 soldiers",
        num_start=36,
        num_end=38,
        category="killed",
        count=Count(low=12, best=12),
        qualifier="at_least",
        victim_type="soldier",
        place="Lindow",
        country="GB",
        latitude=53.5,
        longitude=-2.25,
        geo_precision=Precision.CITY,
        date="Tuesday",
        claimed_by="the army",
        negated=True,
        subset=True,
        cumulative=True,
        victim_group="Calder",
        date_iso="2016-10-25",
        claimed_in=Span(start=0, end=8, text="Mara Del"),
        part_of=Span(start=27, end=47, text="At least 12 soldiers"),
        historical=True,
        rate="a day",
        implicit=True,
        vague_rule="acled",
        rule="passive",
        confidence=Confidence.LOW,
    )


@pytest.fixture
def suggestions(
    entity: Entity, place: Entity, quote: Quote, figure: CasualtyFigure
) -> list[Annotation]:
    return [entity, place, quote, figure]


@pytest.fixture
def detected(store: Store, detector: Detector, suggestions: list[Annotation]) -> Store:
    """The store after a detector ran on its article."""
    store.runs.record("a-1", detector, suggestions)
    return store


@pytest.fixture
def run_python() -> RunPython:
    """Starts a script in an interpreter of its own."""

    def start(script: str, *arguments: object) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-c", script, *map(str, arguments)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return start

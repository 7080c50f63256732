"""The default pipeline, loaded once for all tests that need a parse."""

from collections.abc import Callable

import pytest

from annotations.detect import pipeline
from annotations.model import CasualtyFigure, Entity, Quote


@pytest.fixture(scope="session")
def default_pipeline() -> pipeline.Pipeline:
    return pipeline.load()


@pytest.fixture
def entities(default_pipeline: pipeline.Pipeline) -> Callable[[str], list[Entity]]:
    """The entities of a text."""
    return lambda text: [each for each in default_pipeline.detect(text) if isinstance(each, Entity)]


@pytest.fixture
def quotes(default_pipeline: pipeline.Pipeline) -> Callable[[str], list[Quote]]:
    """The quotes of a text."""
    return lambda text: [each for each in default_pipeline.detect(text) if isinstance(each, Quote)]


@pytest.fixture
def figures(default_pipeline: pipeline.Pipeline) -> Callable[[str], list[CasualtyFigure]]:
    """The casualty figures of a text."""
    return lambda text: [
        each for each in default_pipeline.detect(text) if isinstance(each, CasualtyFigure)
    ]

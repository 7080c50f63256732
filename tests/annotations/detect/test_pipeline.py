"""Whole articles through the pipeline."""

import warnings
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations import __version__
from annotations.detect.models import DEFAULT_MODEL
from annotations.detect.pipeline import Pipeline, load
from annotations.errors import DetectorError, ModelMissing
from annotations.model import Annotation, CasualtyFigure, Detector, Entity, Layer, VagueRule

_BLANK = Pipeline(spacy.blank("en"))


def test_the_default_pipeline_loads_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        loaded = load(DEFAULT_MODEL)
    assert loaded.detector == Detector(
        name="en_core_web_md", version=f"3.7.1+closeread.{__version__}"
    )


def test_a_missing_pipeline_is_named() -> None:
    with pytest.raises(ModelMissing, match="no_such_model"):
        load("no_such_model")


def test_a_folder_that_is_no_pipeline(tmp_path: Path) -> None:
    with pytest.raises(DetectorError, match="could not be loaded"):
        load(str(tmp_path))


def test_a_package_that_is_no_pipeline() -> None:
    with pytest.raises(DetectorError, match="could not be loaded"):
        load("numpy")


def test_a_pipeline_folder_is_loaded_by_its_path(tmp_path: Path) -> None:
    ruler = spacy.blank("en")
    ruler.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [{"label": "GPE", "pattern": "Aleppo"}]
    )
    ruler.to_disk(tmp_path / "ruler")
    found = load(str(tmp_path / "ruler")).detect("Rain in Aleppo killed no one.")
    assert [each.text for each in found if isinstance(each, Entity)] == ["Aleppo"]


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "…", "!?!\n—", "中文新闻", "👩\u200d👩\u200d👧 🇸🇾", "a\u0301", "\u200b"],
)
def test_odd_texts_have_no_quotes_and_figures(default_pipeline: Pipeline, text: str) -> None:
    layers = {each.layer for each in default_pipeline.detect(text)}
    assert layers <= {Layer.ENTITIES}


@settings(max_examples=30)
@given(st.text(st.sampled_from("“”\"' said he 12 killed people.\n,中😀"), max_size=200))
def test_any_text_is_parsed_as_it_is(text: str) -> None:
    _BLANK.detect(text)


def test_a_pipeline_without_parser_and_names_still_finds_quotations_and_figures() -> None:
    found = _BLANK.detect("12 killed\n\n“We have never seen a flood like this before.”")
    assert [(each.layer, each.text) for each in found] == [
        (Layer.QUOTES, "“We have never seen a flood like this before.”"),
        (Layer.CASUALTIES, "12"),
    ]


def test_suggestions_carry_the_detector(entities: Callable[[str], list[Entity]]) -> None:
    (entity,) = entities("Vladimir Putin")
    assert entity.detector == f"en_core_web_md 3.7.1+closeread.{__version__}"


def test_a_run_by_another_vague_rule_is_a_run_of_another_detector() -> None:
    by_acled = Pipeline(spacy.blank("en"), vague_rule=VagueRule.ACLED)
    assert by_acled.detector.name == _BLANK.detector.name
    assert by_acled.detector.version == f"{_BLANK.detector.version}+acled"


def test_a_vague_word_is_counted_by_the_rule() -> None:
    (by_default,) = figures(_BLANK.detect("Dozens killed"))
    (by_acled,) = figures(
        Pipeline(spacy.blank("en"), vague_rule=VagueRule.ACLED).detect("Dozens killed")
    )
    assert (by_default.count.best, by_default.vague_rule) == (24, "default")
    assert (by_acled.count.best, by_acled.vague_rule) == (12, "acled")


def test_figures_are_dated_by_the_article_and_claimed_in_its_quotes(
    default_pipeline: Pipeline,
) -> None:
    text = "“We lost 12 soldiers on Tuesday,” Mara Dell said."
    (figure,) = figures(default_pipeline.detect(text, published=date(2016, 10, 28)))
    assert figure.date_iso == "2016-10-25"
    assert figure.claimed_by == "Mara Dell"
    assert figure.claimed_in is not None
    assert figure.claimed_in.text == "“We lost 12 soldiers on Tuesday,”"


def test_what_is_counted_in_a_place_has_its_coordinates(default_pipeline: Pipeline) -> None:
    text = "Six soldiers were killed in Mosul, Iraq, on Monday."
    (figure,) = figures(default_pipeline.detect(text))
    assert (figure.country, figure.geo_precision) == ("IQ", "city")
    assert figure.latitude is not None and figure.longitude is not None
    assert (round(figure.latitude), round(figure.longitude)) == (36, 43)


def figures(found: Iterable[Annotation]) -> list[CasualtyFigure]:
    return [each for each in found if isinstance(each, CasualtyFigure)]


def test_a_headline_is_not_read_into_the_lead(default_pipeline: Pipeline) -> None:
    found = default_pipeline.detect("Storm hits Oslo\nBergen was spared on Monday.")
    assert "Oslo\nBergen" not in [each.text for each in found]


def test_a_long_text_is_parsed_in_parts_and_offsets_count_from_its_start() -> None:
    paragraph = "Rain fell.\n\n“We have never seen a flood like this before.”\n\n"
    text = paragraph * 1000
    shares: list[float] = []
    found = _BLANK.detect(text, progress=shares.append)
    assert len(found) == 1000
    assert all(text[each.start : each.end] == each.text for each in found)
    assert len(shares) > 1 and shares == sorted(shares) and shares[-1] == 1


def test_a_very_long_line_without_a_blank() -> None:
    assert _BLANK.detect('"' * 60_000) == []


def test_what_doctor_is_told(default_pipeline: Pipeline) -> None:
    described = default_pipeline.describe()
    assert described["name"] == "en_core_web_md"
    assert described["official"] is True
    assert _BLANK.describe()["official"] is None

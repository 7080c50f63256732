import re
from dataclasses import replace
from pathlib import Path

import pytest

from annotations import sources
from annotations.formats import AnnotatedArticle, jsonl
from annotations.measure.counting import is_number
from annotations.model import Article, CasualtyFigure, Entity, Layer, Quote, QuoteType
from annotations.review import DECIDED, SHOWN
from annotations.sources import Input
from annotations.text import paragraphs

FOLDER = Path(__file__).parent.parent / "sample_corpus"
FILES = sorted(FOLDER.glob("*.txt"))

GOLD = FOLDER / "gold"
LONG = {"kunduz-reconstruction": 8_400}
"""Words of articles that are longer than news is."""
EDGE = re.compile(r"^[\s.,;:!?)\]”’]|[\s,;:(\[“‘]$")
"""What no annotation begins or ends with."""

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def article_in(path: Path) -> Article:
    [article] = sources.read(path)
    assert isinstance(article, Article)
    return article


def test_folder_holds_the_articles_alone() -> None:
    articles = list(sources.read(FOLDER))
    assert articles == [article_in(path) for path in FILES]
    assert len(articles) == 24


@every_file
def test_metadata_is_complete(path: Path) -> None:
    article = article_in(path)
    assert article.title and article.source and article.byline
    assert re.fullmatch(r"20[012]\d-\d\d-\d\d", article.published or "")


@every_file
def test_length_is_that_of_a_news_article(path: Path) -> None:
    assert 250 <= len(article_in(path).text.split()) <= LONG.get(path.stem, 1_200)


@every_file
def test_each_paragraph_is_a_line_between_blank_lines(path: Path) -> None:
    text = article_in(path).text
    lines = [text[start:end] for start, end in paragraphs(text)]
    assert text == "\n\n".join(lines) + "\n"


@every_file
def test_quotation_marks_are_curly_and_paired(path: Path) -> None:
    text = article_in(path).text
    assert '"' not in text and "'" not in text
    for start, end in paragraphs(text):
        marks = re.sub("[^“”]", "", text[start:end])
        assert marks == "“”" * (len(marks) // 2)


@every_file
def test_readme_tells_what_it_rests_on(path: Path) -> None:
    assert f"\n{path.name}\n---" in (FOLDER / "README.rst").read_text(encoding="utf-8")


def gold_of(path: Path) -> AnnotatedArticle:
    with (GOLD / f"{path.stem}.jsonl").open("rb") as file:
        [annotated] = jsonl.read(Input(name=path.name, stream=file))
    assert isinstance(annotated, AnnotatedArticle)
    return annotated


def test_every_article_has_gold_and_nothing_else_has() -> None:
    assert {path.stem for path in GOLD.iterdir()} == {path.stem for path in FILES}


@every_file
def test_the_gold_is_of_the_article(path: Path) -> None:
    article, annotated = article_in(path), gold_of(path)
    assert replace(annotated.article, tags=(), note=None, state=None) == article


@every_file
def test_the_gold_was_decided_by_a_person(path: Path) -> None:
    annotations = gold_of(path).annotations
    assert {each.status for each in annotations} <= DECIDED & SHOWN
    assert {each.layer for each in annotations} == set(Layer)


@every_file
def test_the_gold_follows_the_guidelines(path: Path) -> None:
    annotations = gold_of(path).annotations
    assert [each.text for each in annotations if EDGE.search(each.text)] == []
    for each in annotations:
        if isinstance(each, Entity):
            is_nameless = each.label == "LANGUAGE" or is_number(each.layer, each.label)
            assert is_nameless or each.name, each.text
        if isinstance(each, Quote):
            assert each.type != QuoteType.INDIRECT or "“" not in each.text, each.text
        if isinstance(each, CasualtyFigure):
            assert not each.implicit, each.text
            assert not (each.negated and each.count.best), each.text

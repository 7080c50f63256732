import re
from pathlib import Path

import pytest

from annotations import sources
from annotations.model import Article
from annotations.text import paragraphs

FOLDER = Path(__file__).parent.parent / "sample_corpus"
FILES = sorted(FOLDER.glob("*.txt"))

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def article_in(path: Path) -> Article:
    [article] = sources.read(path)
    assert isinstance(article, Article)
    return article


def test_folder_holds_the_articles_alone() -> None:
    articles = list(sources.read(FOLDER))
    assert articles == [article_in(path) for path in FILES]
    assert len(articles) == 4


@every_file
def test_metadata_is_complete(path: Path) -> None:
    article = article_in(path)
    assert article.title and article.source and article.byline
    assert re.fullmatch(r"20[01]\d-\d\d-\d\d", article.published or "")


@every_file
def test_length_is_that_of_a_news_article(path: Path) -> None:
    assert 300 <= len(article_in(path).text.split()) <= 700


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

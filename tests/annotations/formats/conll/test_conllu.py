"""CoNLL-U: to the character, and as two readers take it."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import UsageError
from annotations.formats import AnnotatedArticle, Writing, stripped
from annotations.formats.conll.conllu import FORMAT
from annotations.formats.conll.spaces import escaped, unescaped
from annotations.model import Article
from annotations.text import clean
from reader.exports.delivery import deliver
from tests.annotations.formats.conll.words import files_of, read_text, tokenise
from tests.annotations.formats.hard_articles import entity, hard_articles, quote

TEXT = "\n Mara Dell  said: “No. \n\nNo!”\n"
ARTICLE = AnnotatedArticle(
    article=Article(id="a 1", text=TEXT, title="Day 1"),
    annotations=(entity(TEXT, "Mara Dell", "PERSON"), quote(TEXT, "“No. \n\nNo!”", "direct")),
)


def files(*articles: AnnotatedArticle, **settings: str) -> Mapping[str, str]:
    return files_of(FORMAT, *articles, **settings)


def read(text: str) -> tuple[list[AnnotatedArticle], list[str]]:
    return read_text(FORMAT, text)


def row(number: str, form: str, misc: str = "_") -> str:
    return "\t".join((number, form, *"_" * 7, misc)) + "\n"


def test_a_file_a_layer() -> None:
    found = files(ARTICLE)
    assert list(found) == [
        "entities.conllu", "quotes.conllu", "casualties.conllu", "articles.jsonl",
    ]  # fmt: skip
    assert found["quotes.conllu"] == (
        "# newdoc id = a 1\n# sent_id = a 1-1\n# text = Mara Dell said: “No.\n"
        + row("1", "Mara", r"NER=O|SpacesBefore=\n\s")
        + row("2", "Dell", r"NER=O|SpacesAfter=\s\s")
        + row("3", "said", "NER=O|SpaceAfter=No")
        + row("4", ":", "NER=O")
        + row("5", "“", "NER=B-QUOTE_DIRECT|SpaceAfter=No")
        + row("6", "No", "NER=I-QUOTE_DIRECT|SpaceAfter=No")
        + row("7", ".", r"NER=I-QUOTE_DIRECT|SpacesAfter=\s\n\n")
        + "\n# sent_id = a 1-2\n# text = No!\n"
        + row("1", "No", "Continues=Yes|NER=B-QUOTE_DIRECT|SpaceAfter=No")
        + row("2", "!", "NER=I-QUOTE_DIRECT|SpaceAfter=No")
        + "\n# sent_id = a 1-3\n# text = ”\n"
        + row("1", "”", r"Continues=Yes|NER=B-QUOTE_DIRECT|SpacesAfter=\n")
        + "\n"
    )


def test_another_key() -> None:
    assert "\tname=B-PERSON" in files(ARTICLE, key="name")["entities.conllu"]
    with pytest.raises(UsageError, match="'N=' is no key"):
        files(ARTICLE, key="N=")


def test_what_is_carried_comes_back(tmp_path: Path) -> None:
    deliver(FORMAT, FORMAT.write([ARTICLE, ARTICLE], Writing(tokenise=tokenise)), tmp_path / "x")
    assert FORMAT.read_folder is not None
    assert list(FORMAT.read_folder(tmp_path / "x")) == [stripped(ARTICLE, FORMAT.carries)] * 2


def test_a_single_file_tells_the_text_and_the_id() -> None:
    (found,), told = read(files(ARTICLE)["quotes.conllu"])
    assert told == []
    assert found.article == Article(id="a 1", text=TEXT)
    assert [each.text for each in found.annotations] == ["“No. \n\nNo!”"]


@given(st.text(st.sampled_from("ab. \n\u00a0\u2003😊é\\|"), min_size=1, max_size=30))
def test_any_text_comes_back(text: str) -> None:
    if tokenise(text).tokens:
        (found,), told = read(
            files(AnnotatedArticle(article=Article(id="a", text=text)))["quotes.conllu"]
        )
        assert told == []
        assert found.article.text == text


@given(st.text(st.sampled_from(" \t\n\r\u00a0\u2003"), max_size=8))
def test_blanks_are_written_and_read(blanks: str) -> None:
    assert unescaped(escaped(blanks)) == blanks
    assert not set(escaped(blanks)) & set(" \t\n\r|")


def test_words_of_several_parts() -> None:
    """`du` stands in the text, `de` and `le` do not; nor does a word that was left out."""
    (found,), told = read(
        row("1-2", "du", "NER=B-X") + row("1", "de") + row("2", "le")
        + row("2.1", "gone") + row("3", "lac", "NER=I-X|SpaceAfter=No") + row("4", ".") + "\n"
    )  # fmt: skip
    assert told == []
    assert found.article.text == "du lac. "
    assert [each.text for each in found.annotations] == ["du lac"]


def test_what_is_wrong_is_told_by_line() -> None:
    (found,), told = read(
        "1\tOslo\n" + row("x", "Oslo") + row("1", " ") + row("1", "Bonn", "NER=PER")
    )
    assert found.annotations == ()
    assert told == [
        "x, line 1: it has 2 columns instead of 10.",
        "x, line 2: 'x' is no number of a word.",
        "x, line 3: it has no word.",
        "x, line 4: 'PER' is no tag.",
    ]


def test_a_document_of_nothing() -> None:
    assert read("") == ([], [])
    articles, told = read("# newdoc id = a\n1\tOslo\n")
    assert articles == []
    assert told == ["x: the article has no text."]


def texts_told(sentences: list[list[tuple[str, Mapping[str, str]]]]) -> str:
    """A text as the miscellanea of its words tell it."""
    pieces: list[str] = []
    for form, misc in (word for sentence in sentences for word in sentence):
        after = "" if misc.get("SpaceAfter") == "No" else unescaped(misc.get("SpacesAfter", r"\s"))
        pieces += (unescaped(misc.get("SpacesBefore", "")), form, after)
    return clean("".join(pieces))


@pytest.mark.parametrize("article", hard_articles(), ids=lambda each: each.article.id)
def test_conllu_reads_it(article: AnnotatedArticle) -> None:
    conllu = pytest.importorskip("conllu")
    sentences = conllu.parse(files(article)["entities.conllu"])
    assert sentences[0].metadata["newdoc id"] == article.article.id
    assert texts_told([[(word["form"], word["misc"]) for word in each] for each in sentences]) == (
        article.article.text
    )
    for each in sentences:
        told = texts_told([[(word["form"], word["misc"]) for word in each]])
        assert "".join(each.metadata["text"].split()) == "".join(told.split())


@pytest.mark.parametrize("article", hard_articles(), ids=lambda each: each.article.id)
def test_pyconll_reads_it(article: AnnotatedArticle) -> None:
    pyconll = pytest.importorskip("pyconll")
    (given_back,), _ = read(files(article)["entities.conllu"])
    sentences = list(pyconll.load_from_string(files(article)["entities.conllu"]))
    assert [each.id for each in sentences] == [
        f"{article.article.id}-{number}" for number in range(1, len(sentences) + 1)
    ]
    tags = [next(iter(word.misc["NER"])) for each in sentences for word in each]
    begun = sum(tag.startswith("B-") for tag in tags)
    resumed = sum("Continues" in word.misc for each in sentences for word in each)
    assert begun - resumed == len(given_back.annotations)

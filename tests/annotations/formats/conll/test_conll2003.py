"""CoNLL-2003, as it is written, as common readers take it, and as others write it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from annotations.errors import UsageError
from annotations.formats import AnnotatedArticle, Writing, stripped
from annotations.formats.conll.chunks import chunks_of
from annotations.formats.conll.conll2003 import FORMAT
from annotations.formats.losses import Losses
from annotations.model import Annotation, Article, Layer
from annotations.sources.content_id import content_id
from reader.exports.delivery import deliver
from tests.annotations.formats.conll.words import files_of, read_text, tokenise
from tests.annotations.formats.hard_articles import entity, hard_articles, quote, span

TEXT = "😊 Mara Dell  said “no”. \n\nOslo waits."
ARTICLE = AnnotatedArticle(
    article=Article(id="a-1", text=TEXT, title="Day 1", tags=("aid",)),
    annotations=(
        entity(TEXT, "Mara Dell", "PERSON"),
        entity(TEXT, "Oslo", "GPE"),
        quote(TEXT, "“no”", "direct", speaker=span(TEXT, "Mara Dell")),
    ),
)


def files(*articles: AnnotatedArticle, **settings: str) -> Mapping[str, str]:
    return files_of(FORMAT, *articles, **settings)


def read(text: str) -> tuple[list[AnnotatedArticle], list[str]]:
    return read_text(FORMAT, text)


def kinds(article: AnnotatedArticle) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in article.annotations]


def test_a_file_a_layer() -> None:
    found = files(ARTICLE)
    assert list(found) == ["entities.conll", "quotes.conll", "casualties.conll", "articles.jsonl"]
    assert found["entities.conll"] == (
        "-DOCSTART- -X- O O\n\n"
        "😊 -X- -X- O\nMara -X- -X- B-PERSON\nDell -X- -X- I-PERSON\nsaid -X- -X- O\n"
        "“ -X- -X- O\nno -X- -X- O\n” -X- -X- O\n. -X- -X- O\n\n"
        "Oslo -X- -X- B-GPE\nwaits -X- -X- O\n. -X- -X- O\n\n"
    )
    assert "no -X- -X- I-QUOTE_DIRECT\n" in found["quotes.conll"]
    assert "B-" not in found["casualties.conll"]


def test_other_schemes() -> None:
    assert "Mara -X- -X- I-PERSON" in files(ARTICLE, scheme="iob1")["entities.conll"]
    assert "Oslo -X- -X- S-GPE" in files(ARTICLE, scheme="bioes")["entities.conll"]
    with pytest.raises(UsageError, match="no scheme 'bio'"):
        files(ARTICLE, scheme="bio")


@pytest.mark.parametrize("scheme", ["bio2", "iob1", "bioes"])
def test_what_is_carried_comes_back(tmp_path: Path, scheme: str) -> None:
    writing = Writing(settings={"scheme": scheme}, tokenise=tokenise)
    deliver(FORMAT, FORMAT.write([ARTICLE, ARTICLE], writing), tmp_path / "x")
    assert FORMAT.read_folder is not None
    assert list(FORMAT.read_folder(tmp_path / "x")) == [stripped(ARTICLE, FORMAT.carries)] * 2


def test_hard_texts_come_back_with_the_longest(tmp_path: Path) -> None:
    deliver(FORMAT, FORMAT.write(hard_articles(), Writing(tokenise=tokenise)), tmp_path / "x")
    assert FORMAT.read_folder is not None
    for found, written in zip(FORMAT.read_folder(tmp_path / "x"), hard_articles(), strict=True):
        assert isinstance(found, AnnotatedArticle)
        assert found.article == written.article
        tokens = tokenise(written.article.text)
        for layer in Layer:
            own = [each for each in written.annotations if each.layer is layer]
            chunks = chunks_of(own, tokens, words="", losses=Losses(), parted=True)
            places = [
                (tokens.tokens[each.first].start, tokens.tokens[each.end - 1].end)
                for each in chunks
            ]
            assert places == [
                (each.start, each.end) for each in found.annotations if each.layer is layer
            ]


def test_a_file_from_elsewhere_is_put_together_as_english_is_printed() -> None:
    (first, second), told = read(
        "-DOCSTART- -X- -X- O\n\n"
        "Dell NNP B-NP I-PER\n's POS O O\nmen NNS O O\n( ( O O\nfour CD O O\n) ) O O\n"
        'said VBD O O\n, , O O\n" " O O\nNo UH O O\n, , O O\n" " O O\nto TO O O\nthe DT O O\n'
        "U.N. NNP O I-ORG\nEU NNP O I-ORG\nBonn NNP O B-ORG\n. . O O\n\n"
        "Rain NN O O\nis VBZ O O\nn't RB O O\nnew JJ O O\n. . O O\n\n"
        "-DOCSTART- (7 Oslo)\n\nOslo I-LOC\n"
    )
    assert told == []
    assert first.article.text == (
        "Dell's men (four) said, \"No,\" to the U.N. EU Bonn.\nRain isn't new."
    )
    assert first.article.id == content_id(first.article.text)
    assert kinds(first) == [("PER", "Dell"), ("ORG", "U.N. EU"), ("ORG", "Bonn")]
    assert (second.article.title, kinds(second)) == ("7 Oslo", [("LOC", "Oslo")])


def test_tabs_line_ends_of_windows_and_ids_in_comments() -> None:
    (found,), told = read("# id = doc 1\r\nOslo\tB-LOC\r\nfell\tO\r\n\r\n#\tO\r\n1\tO\r\n")
    assert told == []
    assert (found.article.id, found.article.text) == ("doc 1", "Oslo fell\n#1")
    assert kinds(found) == [("LOC", "Oslo")]


def test_what_is_wrong_is_told_by_line() -> None:
    (found,), told = read("Oslo B-LOC\nfell\nhard PER\n\nBonn I-LOC\nand B-QUOTE_SUNG\n")
    assert kinds(found) == [("LOC", "Oslo"), ("LOC", "Bonn")]
    assert told == [
        "x, line 2: 'fell' has no tag.",
        "x, line 3: 'PER' is no tag.",
        "x, line 5: I-LOC begins what no B begins.",
        "x: QUOTE_SUNG at [15, 18) 'and': 'QUOTE_SUNG' is no label that closeread knows.",
    ]


def test_layers_with_other_words(tmp_path: Path) -> None:
    (tmp_path / "entities.conll").write_text("Oslo B-LOC\nfell O\n", encoding="utf-8")
    (tmp_path / "quotes.conll").write_text("Oslo O\nrose B-QUOTE_DIRECT\n", encoding="utf-8")
    (tmp_path / "train.conll").write_text("Bonn B-LOC\n", encoding="utf-8")
    assert FORMAT.read_folder is not None
    found = [
        kinds(each) if isinstance(each, AnnotatedArticle) else str(each)
        for each in FORMAT.read_folder(tmp_path)
    ]
    name = content_id("Oslo fell")
    quotes, entities = tmp_path / "quotes.conll", tmp_path / "entities.conll"
    assert found == [
        f"{quotes}: {name} has other words there than in {entities}.",
        [("LOC", "Oslo")],
        [("LOC", "Bonn")],
    ]


def sentences_of(text: str) -> list[list[str]]:
    """The tags of each sentence, as scripts for CoNLL-2003 read them."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if not line or line.startswith("-DOCSTART-"):
            found.append([])
        else:
            found[-1].append(line.split(" ")[3])
    return [each for each in found if each]


def test_seqeval_finds_the_same() -> None:
    metrics = pytest.importorskip("seqeval.metrics.sequence_labeling")
    scheme = pytest.importorskip("seqeval.scheme")
    for settings, kind in (("bio2", scheme.IOB2), ("iob1", scheme.IOB1), ("bioes", scheme.IOBES)):
        for article in hard_articles():
            tokens = tokenise(article.article.text)
            own: list[Annotation] = [
                each for each in article.annotations if each.layer is Layer.ENTITIES
            ]
            expected = chunks_of(own, tokens, words="", losses=Losses(), parted=True)
            tags = sentences_of(files(article, scheme=settings)["entities.conll"])
            entities = scheme.Entities(tags, kind)
            starts = [first for first, _ in tokens.sentences]
            assert [
                (
                    starts[each.sent_id or 0] + each.start,
                    starts[each.sent_id or 0] + each.end,
                    each.tag,
                )
                for sentence in entities.entities
                for each in sentence
            ] == [(each.first, each.end, each.label) for each in expected]
            if kind is scheme.IOB2 and expected:
                assert len(metrics.get_entities(tags)) == len(expected)


def test_nervaluate_finds_the_same() -> None:
    nervaluate = pytest.importorskip("nervaluate")
    tags = sentences_of(files(*hard_articles())["entities.conll"])
    labels = sorted({tag[2:] for each in tags for tag in each if tag != "O"})
    results = nervaluate.Evaluator(tags, tags, tags=labels, loader="list").evaluate()
    assert results["overall"]["strict"].f1 == 1.0

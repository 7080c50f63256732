"""DocBins, as spaCy reads them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
import spacy
from spacy.tokens import Doc, DocBin
from spacy.training import Corpus

from annotations.detect import docbins
from annotations.detect.docbin_writer import Bins
from annotations.errors import UsageError
from annotations.formats import AnnotatedArticle, Losses, Writing, docbin
from annotations.formats.docbin_reading import read_folder
from annotations.model import Article, Entity, Status
from reader.exports.delivery import deliver
from tests.annotations.formats.hard_articles import hard_articles

ENGLISH = spacy.blank("en")
NOT_ASKED = Losses()


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make documents in this process; that they come out of another is tested with all formats."""

    @contextmanager
    def writer() -> Iterator[object]:
        bins = Bins()
        yield SimpleNamespace(add=bins.add, finish=lambda name: iter([bins.finish(name)]))

    monkeypatch.setattr(docbins, "DocBinWriter", writer)


def docs(
    articles: Iterable[AnnotatedArticle], *, losses: Losses = NOT_ASKED, **settings: str
) -> list[Doc]:
    """What spaCy reads of the DocBin of some articles."""
    data = b"".join(docbin.write(articles, Writing(settings=settings, losses=losses)))
    return list(DocBin().from_bytes(data).get_docs(ENGLISH.vocab))


def spans(doc: Doc, group: str) -> list[tuple[str, str]]:
    return [(each.label_, each.text) for each in doc.spans[group]]


def test_a_document_has_all_of_an_article(annotated: AnnotatedArticle) -> None:
    (doc,) = docs([annotated])
    assert doc.text == annotated.article.text
    assert [(ent.label_, ent.text, ent.ent_id_) for ent in doc.ents] == [
        ("PERSON", "Mara Dell", "Mara Dell")
    ]
    assert {name: spans(doc, name) for name in doc.spans} == {
        "entities": [("PERSON", "Mara Dell")],
        "quotes": [("QUOTE_DIRECT", "“We wait,\nall of us”")],
        "casualties": [],
        "entities_rejected": [],
        "quotes_rejected": [],
        "casualties_rejected": [("FIGURE_KILLED", "At least 12 soldiers")],
        "parts": [
            ("SPEAKER", "Mara Dell"),
            ("CUE", "said"),
            ("UTTERANCE", "“We wait,\nall of us”, said Mara Dell"),
            ("NUMBER", "12"),
            ("CLAIMED_IN", "😊 Pause"),
            ("PART_OF", "12 soldiers"),
        ],
        "sc": [("PERSON", "Mara Dell"), ("QUOTE_DIRECT", "“We wait,\nall of us”")],
    }
    assert doc.cats == {"aid": 1.0, "air strikes": 1.0}
    assert doc.user_data["article_id"] == "a-1"
    assert doc.user_data["closeread"]["title"] == 'The "pause", day 1'
    (quote,) = doc.spans["quotes"].attrs["closeread"]
    assert quote["speaker"] == {"start": 36, "end": 45, "text": "Mara Dell"}
    assert quote["at"] == [9, 29, "QUOTE_DIRECT"]


def test_hard_texts_stay_as_they_are() -> None:
    losses = Losses()
    written = hard_articles()
    found = docs(written, losses=losses)
    assert [doc.text for doc in found] == [each.article.text for each in written]
    city, arabic, bare = found
    assert [(ent.label_, ent.text) for ent in city.ents] == [
        ("GPE", "KHARIV"),
        ("NORP", "mayor Ihor Tere\N{COMBINING ACUTE ACCENT}k"),
        ("ORG", "Two-line\nname"),
        ("LAW", "& <b>tags</b>"),
    ]
    assert spans(city, "casualties") == [
        ("FIGURE_KILLED", "At least 12 people"),
        ("FIGURE_INJURED", "34"),
    ]
    assert spans(city, "entities_rejected") == [("PRODUCT", "👩‍🚒")]
    assert [ent.text for ent in arabic.ents] == ["حلب", "Aleppo", "(حلب)"]
    assert all(len(bare.spans[name]) == 0 for name in bare.spans)
    assert list(losses) == ["3 names that overlap a longer one in doc.ents"]


def test_every_span_is_on_the_tokens_around_it() -> None:
    for annotated, doc in zip(hard_articles(), docs(hard_articles()), strict=True):
        for layer in ("entities", "quotes", "casualties"):
            wanted = [
                doc.char_span(each.start, each.end, alignment_mode="expand")
                for each in annotated.annotations
                if each.layer == layer and each.status is not Status.REJECTED
            ]
            assert [(each.start, each.end) for each in doc.spans[layer]] == [
                (each.start, each.end) for each in wanted if each is not None
            ]


def test_a_docbin_is_a_corpus_to_train_on(tmp_path: Path) -> None:
    path = tmp_path / "x.spacy"
    deliver(docbin.FORMAT, docbin.write(hard_articles(), Writing()), path)
    examples = list(Corpus(path)(ENGLISH))
    assert [each.reference.text for each in examples] == [
        each.article.text for each in hard_articles()
    ]
    assert examples[0].get_aligned_ner()[:4] == ["U-GPE", "O", "O", "O"]
    for each in examples:
        assert [token.text for token in each.predicted] == [token.text for token in each.reference]
        aligned = each.get_aligned_spans_y2x(each.reference.spans["sc"], allow_overlap=True)
        assert len(aligned) == len(each.reference.spans["sc"])


def test_cats_say_yes_or_no_where_they_are_named(annotated: AnnotatedArticle) -> None:
    bare = AnnotatedArticle(article=Article(id="b", text="Rain."))
    found = docs([annotated, bare], cats="aid, weather")
    assert [doc.cats for doc in found] == [
        {"aid": 1.0, "weather": 0.0},
        {"aid": 0.0, "weather": 0.0},
    ]


def test_what_is_not_marked_can_be_unknown(annotated: AnnotatedArticle) -> None:
    (doc,) = docs([annotated], unmarked="missing")
    assert doc[0].ent_iob_ == ""
    assert [ent.text for ent in doc.ents] == ["Mara Dell"]


@pytest.mark.parametrize("settings", [{"unmarked": "no"}, {"split": "80"}, {"split": "most"}])
def test_settings_that_make_no_sense(settings: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="--set"):
        list(docbin.write_corpus([], Writing(settings=settings)))


def numbered(count: int) -> list[AnnotatedArticle]:
    text = "Mara Dell left."
    name = Entity(start=0, end=9, text="Mara Dell", label="PERSON")
    return [
        AnnotatedArticle(article=Article(id=f"a{number}", text=text), annotations=(name,))
        for number in range(count)
    ]


def ids(path: Path) -> list[str]:
    return [str(each.reference.user_data["article_id"]) for each in Corpus(path)(ENGLISH)]


def test_a_corpus_is_parted_and_comes_in_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docbin, "SHARD", 16)
    writing = Writing(settings={"split": "0.7"})
    deliver(docbin.CORPUS, docbin.write_corpus(numbered(20), writing), tmp_path / "c")
    train, dev = ids(tmp_path / "c" / "train"), ids(tmp_path / "c" / "dev")
    assert sorted(train + dev) == sorted(f"a{number}" for number in range(20))
    assert dev == ["a1", "a3", "a8", "a10", "a11", "a12"]
    files = sorted(path.name for path in (tmp_path / "c" / "train").iterdir())
    assert files == ["0001.spacy", "0002.spacy", "0003.spacy", "0004.spacy"]
    found = list(read_folder(tmp_path / "c"))
    assert [each.article.id for each in found if isinstance(each, AnnotatedArticle)] == dev + train


def test_a_corpus_that_is_not_parted(tmp_path: Path) -> None:
    deliver(docbin.CORPUS, docbin.write_corpus(numbered(2), Writing()), tmp_path / "c")
    assert ids(tmp_path / "c") == ["a0", "a1"]
    assert (tmp_path / "c" / "0001.spacy").is_file()


def test_a_file_has_a_size_that_spacy_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docbin, "MOST", 6)
    with pytest.raises(UsageError, match="--format spacy-corpus"):
        list(docbin.write(numbered(2), Writing()))


def test_what_is_lost_is_counted() -> None:
    text = "Calder-Force left."
    names = [(0, 6), (0, 12), (0, 11)]
    annotations = tuple(
        Entity(start=start, end=end, text=text[start:end], label="ORG") for start, end in names
    )
    losses = Losses()
    written = AnnotatedArticle(article=Article(id="a", text=text), annotations=annotations)
    (doc,) = docs([written], losses=losses)
    assert [ent.text for ent in doc.ents] == ["Calder-Force"]
    assert list(losses) == [
        "the bounds of 1 spans, which are widened to whole tokens",
        "2 names that overlap a longer one in doc.ents",
    ]

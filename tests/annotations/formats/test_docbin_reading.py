"""DocBins read back: closeread's own, those that spaCy has changed, and those of others."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import pytest
import spacy
from hypothesis import given, settings
from spacy.tokens import Doc, DocBin, Span, SpanGroup
from spacy.vocab import Vocab

from annotations.detect import docbin_reader
from annotations.detect.docbin_docs import blank_english, doc_of
from annotations.detect.docbins import DocBinReader
from annotations.errors import CloseReadError, DetectorDied
from annotations.formats import AnnotatedArticle, Writing, docbin
from annotations.formats.docbin_reading import articles_of, read, read_folder
from annotations.model import Annotation, Entity
from annotations.sources import Input
from tests.annotations.formats.hard_articles import hard_articles
from tests.annotations.formats.test_jsonl import annotated_articles

ENGLISH = blank_english()
REQUEST = docbin.requests({})


def written(annotated: AnnotatedArticle) -> Doc:
    return doc_of(ENGLISH, REQUEST(annotated))[0]


def carried(doc: Doc) -> list[AnnotatedArticle | CloseReadError]:
    """What comes back of a document that went through a DocBin."""
    data = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (found,) = DocBin().from_bytes(data).get_docs(Vocab())
    return list(articles_of(docbin_reader.record_of(found)))


def article_in(doc: Doc) -> AnnotatedArticle:
    (found,) = carried(doc)
    assert isinstance(found, AnnotatedArticle)
    return found


def outline(annotations: Sequence[Annotation]) -> list[tuple[str, str, str]]:
    return [(each.kind, each.text, each.status.value) for each in annotations]


def from_bytes(data: bytes) -> list[AnnotatedArticle | CloseReadError]:
    return list(read(Input(name="x.spacy", stream=io.BytesIO(data))))


def test_all_comes_back(annotated: AnnotatedArticle) -> None:
    articles = [*hard_articles(), annotated]
    data = b"".join(docbin.write(articles, Writing()))
    assert from_bytes(data) == articles


def _order(annotation: Annotation) -> tuple[str, str]:
    return annotation.layer, repr(annotation)


@given(annotated_articles())
@settings(max_examples=50, deadline=None)
def test_offsets_come_back(annotated: AnnotatedArticle) -> None:
    found = article_in(written(annotated))
    assert found.article == annotated.article
    assert sorted(found.annotations, key=_order) == sorted(annotated.annotations, key=_order)


def test_what_was_taken_out_of_its_group_is_gone(annotated: AnnotatedArticle) -> None:
    doc = written(annotated)
    doc.spans["quotes"] = SpanGroup(doc, name="quotes", attrs=doc.spans["quotes"].attrs)
    assert outline(article_in(doc).annotations) == [
        ("PERSON", "Mara Dell", "accepted"),
        ("killed", "At least 12 soldiers", "rejected"),
    ]


def test_what_a_pipeline_has_found_is_suggested(annotated: AnnotatedArticle) -> None:
    doc = written(annotated)
    doc.set_ents([*doc.ents, Span(doc, 0, 1, label="PRODUCT")])
    doc.spans["sc"].append(Span(doc, 14, 18, label="FIGURE_INJURED"))
    doc.spans["entities"].append(Span(doc, 1, 2, label="EVENT"))
    doc.cats |= {"aid": 0.1, "floods": 0.9, "fires": 0.2}
    found = article_in(doc)
    assert outline(found.annotations) == [
        ("PRODUCT", "😊", "suggested"),
        ("EVENT", "Pause", "suggested"),
        ("PERSON", "Mara Dell", "accepted"),
        ("direct", "“We wait,\nall of us”", "suggested"),
        ("injured", doc[14:18].text, "suggested"),
        ("killed", "At least 12 soldiers", "rejected"),
    ]
    assert found.article.tags == ("air strikes", "floods")


def test_annotations_come_back_without_user_data(annotated: AnnotatedArticle) -> None:
    doc = written(annotated)
    doc.user_data.clear()
    found = article_in(doc)
    assert found.annotations == annotated.annotations
    assert found.article.tags == annotated.article.tags
    assert len(found.article.id) == 16


def test_a_damaged_record_is_told_and_costs_itself(annotated: AnnotatedArticle) -> None:
    doc = written(annotated)
    (record,) = doc.spans["quotes"].attrs["closeread"]
    record["end"] = 999
    problem, found = carried(doc)
    assert "[9, 999) is not a stretch of a text" in str(problem)
    assert isinstance(found, AnnotatedArticle)
    assert len(found.annotations) == 2


def foreign() -> Doc:
    doc = spacy.blank("en")("Mara Dell of the Bank said\x1b[1m two died\tthere.")
    bank = Span(doc, 4, 5, label="ORG", span_id="Bank of Lindow")
    doc.set_ents([Span(doc, 0, 2, label="PER", kb_id="Q1"), bank])
    doc.spans["ruler"] = [Span(doc, 4, 5, label="ORG"), Span(doc, 3, 5, label="TEAM")]
    doc.spans["quotes"] = [
        Span(doc, 0, 3, label="QUOTE_DIRECT"),
        Span(doc, 0, 1, label="QUOTE_ODD"),
    ]
    doc.spans["coref"] = [Span(doc, 0, 1)]
    doc.cats = {"aid": 0.7, "war": 0.3}
    return doc


def test_documents_of_others() -> None:
    doc = foreign()
    data = cast(dict[Any, Any], doc.user_data)
    data |= {"id": 17, "title": "A\x1b[2mB", "source": "Wire"}
    data |= {"odd": b"\xff", ("._.", "url", None, None): "as extensions have it"}
    problem, found = carried(doc)
    assert "'QUOTE_ODD' is no label that closeread knows" in str(problem)
    assert isinstance(found, AnnotatedArticle)
    assert "\x1b" not in found.article.text
    assert (found.article.id, found.article.source) == ("17", "Wire")
    assert found.article.tags == ("aid",)
    assert outline(found.annotations)[:1] == [("coref", "Mara", "suggested")]
    assert {(each.kind, each.text) for each in found.annotations} == {
        ("coref", "Mara"),
        ("PER", "Mara Dell"),
        ("ORG", "Bank"),
        ("TEAM", "the Bank"),
        ("direct", "Mara Dell of"),
    }
    person, bank = (
        next(each for each in found.annotations if each.kind == kind) for kind in ("PER", "ORG")
    )
    assert person.note == "Knowledge base: Q1"
    assert isinstance(bank, Entity)
    assert bank.name == "Bank of Lindow"


def test_a_docbin_that_unpacks_to_more_than_there_is_room_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docbin_reader, "MOST", 1_000)
    path = tmp_path / "x.spacy"
    path.write_bytes(DocBin(docs=[ENGLISH.tokenizer("word " * 900)]).to_bytes())
    (record,) = docbin_reader.records(path)
    assert "more than 0 MB; part it" in record["error"]


def test_what_is_wrong_is_told_with_its_place(tmp_path: Path) -> None:
    data = DocBin(docs=[foreign(), ENGLISH.tokenizer("   ")]).to_bytes()
    (tmp_path / "a.spacy").write_bytes(data)
    (tmp_path / "b.spacy").write_bytes(b"not one")
    (tmp_path / "c.txt").write_bytes(b"nor this")
    found = list(read_folder(tmp_path))
    problems = [str(each) for each in found if isinstance(each, CloseReadError)]
    assert len(found) == 4
    assert problems[0].endswith(
        "a.spacy, document 1: QUOTE_ODD at [0, 4) 'Mara': 'QUOTE_ODD' is no label that closeread"
        " knows."
    )
    assert problems[1].endswith("a.spacy, document 2: the article has no text.")
    assert "b.spacy cannot be read as a DocBin of spaCy (" in problems[2]


def test_a_process_that_ends_is_told(tmp_path: Path) -> None:
    with DocBinReader() as reader:
        reader._process.kill()
        reader._process.wait()
        with pytest.raises(DetectorDied):
            list(reader.records(tmp_path / "x.spacy"))

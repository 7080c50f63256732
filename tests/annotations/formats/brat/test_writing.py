"""What a folder for brat holds, and that other programs read it as it is meant."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.formats import AnnotatedArticle, Losses, Writing
from annotations.formats.brat import FORMAT
from annotations.formats.marking import marking_of
from annotations.formats.shared_marks import with_shared_marks
from annotations.model import Article, Entity
from reader.exports.delivery import deliver
from tests.annotations.formats.hard_articles import hard_articles


def files(*articles: AnnotatedArticle, losses: Losses | None = None) -> Mapping[str, str]:
    """The files of a folder by their names."""
    found: dict[str, str] = {}
    losses = Losses() if losses is None else losses
    for piece in FORMAT.write(articles, Writing(losses=losses)):
        found[piece.file] = found.get(piece.file, "") + piece.data  # type: ignore[union-attr, operator]
    return found


def test_a_document(annotated: AnnotatedArticle) -> None:
    found = files(annotated)
    name = "2016-10-20-the-pause-day-1"
    assert list(found) == [
        f"{name}.txt", f"{name}.ann", "articles.jsonl", "annotation.conf", "visual.conf",
    ]  # fmt: skip
    assert found[f"{name}.txt"] == annotated.article.text
    assert found[f"{name}.ann"] == (
        "T1\tPERSON 36 45\tMara Dell\n"
        "T2\tQUOTE_DIRECT 9 18;19 29\t“We wait, all of us”\n"
        "T3\tFIGURE_KILLED 47 67\tAt least 12 soldiers\n"
        "T4\tCUE 31 35\tsaid\n"
        "T5\tUTTERANCE 9 18;19 45\t“We wait, all of us”, said Mara Dell\n"
        "T6\tNUMBER 56 58\t12\n"
        "T7\tCLAIMED_IN 0 7\t😊 Pause\n"
        "T8\tPART_OF 56 67\t12 soldiers\n"
        "R1\tSPEAKER Arg1:T2 Arg2:T1\n"
        "R2\tCUE Arg1:T2 Arg2:T4\n"
        "R3\tUTTERANCE Arg1:T2 Arg2:T5\n"
        "R4\tNUMBER Arg1:T3 Arg2:T6\n"
        "R5\tCLAIMED_IN Arg1:T3 Arg2:T7\n"
        "R6\tPART_OF Arg1:T3 Arg2:T8\n"
        "A1\tStatus T1 accepted\n"
        "A2\tStatus T2 suggested\n"
        "A3\tConfidence T2 medium\n"
        "A4\tStatus T3 rejected\n"
        "A5\tConfidence T3 high\n"
        "A6\tQualifier T3 at_least\n"
        "A7\tCumulative T3\n"
        "A8\tHistorical T3\n"
        "A9\tImplicit T3\n"
        "A10\tVagueRule T3 acled\n"
        "N1\tReference T1 closeread:Mara_Dell\tMara Dell\n"
        "#1\tAnnotatorNotes T1\t=1+1\n"
        '#2\tcloseread T1\t{"id": 3, "tags": ["mayor", "check"], "annotator": "ana", '
        '"detector": "md 3.7.1"}\n'
        '#3\tcloseread T2\t{"rule": "tail", "speaker_name": "Mara Dell", '
        '"speaker_rule": "full-name"}\n'
        '#4\tcloseread T3\t{"rule": "passive", "count_low": 12, "count_best": 12, '
        '"victim_type": "soldier", "victim_group": "Calder", "place": "Lindow", '
        '"date": "Tuesday", "date_iso": "2016-10-18", "claimed_by": "the army", '
        '"rate": "a day"}\n'
    )


def test_labels_that_brat_does_not_take() -> None:
    labels = ("Waffe/Rakete", "Waffe Rakete", "Waffe_Rakete", "سلاح", "---", "OK-1")
    article = Article(id="a", text="abcdef", title="x")
    written = AnnotatedArticle(
        article=article,
        annotations=tuple(
            Entity(start=at, end=at + 1, text=article.text[at], label=label)
            for at, label in enumerate(labels)
        ),
    )
    found = files(written)
    types = [line.split("\t")[1].split()[0] for line in found["x.ann"].splitlines()[:6]]
    assert types == [
        "Waffe_Rakete", "Waffe_Rakete-2", "Waffe_Rakete-3", "LABEL", "LABEL-2", "OK-1",
    ]  # fmt: skip
    assert found["annotation.conf"].startswith(
        "[entities]\nLABEL\nLABEL-2\nOK-1\nWaffe_Rakete\nWaffe_Rakete-2\nWaffe_Rakete-3\nQUOTE_"
    )
    assert "\nWaffe_Rakete | Waffe/Rakete\n" in found["visual.conf"]
    assert "OK-1" not in found["labels.json"]


def test_line_breaks_at_the_borders_are_counted() -> None:
    article = Article(id="a", text="One\n\ntwo", title="x")
    annotations = (
        Entity(start=0, end=4, text="One\n", label="ORG"),
        Entity(start=3, end=5, text="\n\n", label="ORG"),
    )
    losses = Losses()
    found = files(AnnotatedArticle(article=article, annotations=annotations), losses=losses)
    assert found["x.ann"] == ("T1\tORG 0 3\tOne\nA1\tStatus T1 suggested\n")
    assert list(losses) == [
        "the line breaks that 1 marks begin or end with",
        "1 marks of nothing but line breaks",
    ]


def test_a_speaker_that_was_rejected_as_a_name_has_a_mark_of_its_own(
    annotated: AnnotatedArticle,
) -> None:
    name, quote, _ = annotated.annotations
    shared = with_shared_marks(marking_of([name, quote]))
    assert "SPEAKER" not in [each.label for each in shared.marks]
    rejected = replace(name, status="rejected")  # type: ignore[arg-type]
    apart = with_shared_marks(marking_of([rejected, quote]))
    assert "SPEAKER" in [each.label for each in apart.marks]


def test_the_configuration_names_what_is_in_use() -> None:
    conf = files(*hard_articles())["annotation.conf"]
    assert conf.startswith("[entities]\nPERSON\nNORP\nORG\nGPE\nPRODUCT\nLAW\nQUOTE_DIRECT\n")
    assert "\nStatus\tArg:<ENTITY>, Value:suggested|accepted|corrected|added|rejected\n" in conf
    assert "\nQualifier\tArg:<ENTITY>, Value:at_least\n" in conf
    assert "\nSPEAKER\tArg1:QUOTE_DIRECT|QUOTE_INDIRECT|QUOTE_MIXED, Arg2:<ENTITY>\n" in conf


def spans_of(annotated: AnnotatedArticle) -> list[tuple[str, int, int]]:
    marks = with_shared_marks(marking_of(annotated.annotations)).marks
    return [(each.label, each.start, each.end) for each in marks]


def links_of(annotated: AnnotatedArticle) -> list[tuple[str, int, int]]:
    marking = with_shared_marks(marking_of(annotated.annotations))
    return [(each.label, each.source + 1, each.target + 1) for each in marking.links]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("brat") / "hard"
    deliver(FORMAT, FORMAT.write(hard_articles(), Writing()), path)
    return path


NAMES = ("2016-10-20-sum-a1-and-more", "hard-2", "hard-3")


@pytest.mark.parametrize("number", range(3))
def test_bioc_reads_it(folder: Path, number: int) -> None:
    brat = pytest.importorskip("bioc.brat")
    written, name = hard_articles()[number], NAMES[number]
    with (
        (folder / f"{name}.txt").open(encoding="utf-8", newline="") as text,
        (folder / f"{name}.ann").open(encoding="utf-8", newline="") as annotations,
    ):
        document = brat.load(text, annotations)
    assert document.text == written.article.text
    assert [(each.type, *each.total_span) for each in document.entities] == spans_of(written)
    assert [
        (each.type, each.arguments["Arg1"], each.arguments["Arg2"]) for each in document.relations
    ] == [(label, f"T{source}", f"T{target}") for label, source, target in links_of(written)]
    for each in document.entities:
        parts = [document.text[part.begin : part.end] for part in sorted(each.locations)]
        assert each.text == " ".join(parts).rstrip()


def test_pybrat_reads_it(folder: Path) -> None:
    pybrat = pytest.importorskip("pybrat.parser")
    parser = pybrat.BratParser(error="ignore")  # it takes two marks on the same words for a mistake
    examples = {example.id: example for example in parser.parse(str(folder))}
    for name, written in zip(NAMES, hard_articles(), strict=True):
        example = examples[name]
        text = written.article.text
        assert example.text == text
        assert [
            (each.type, each.spans[0].start, each.spans[-1].end) for each in example.entities
        ] == spans_of(written)
        assert [
            (each.type, int(each.arg1.id[1:]), int(each.arg2.id[1:])) for each in example.relations
        ] == links_of(written)
        for each in example.entities:
            assert each.mention == " ".join(text[part.start : part.end] for part in each.spans)

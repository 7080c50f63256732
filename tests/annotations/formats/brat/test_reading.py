"""Folders of brat's from elsewhere: what fits is taken, what does not is told line by line."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.formats import AnnotatedArticle, Writing, stripped
from annotations.formats.brat import FORMAT
from annotations.formats.brat.reading import read_folder
from annotations.formats.brat.segments import joined, segments_of
from annotations.model import Annotation, Article, CasualtyFigure, Count, Entity, Quote
from annotations.sources.content_id import content_id
from reader.exports.delivery import deliver

TEXT = "Mara Dell said “no” in Lindow.\nTwo men died, Dell said."


def read(
    folder: Path, ann: str | None, *, text: str | bytes | None = TEXT, name: str = "a"
) -> tuple[list[Annotation], list[str]]:
    """The annotations of a document, and what is told about the others."""
    folder.mkdir(exist_ok=True)
    if text is not None:
        data = text if isinstance(text, bytes) else text.encode()
        (folder / f"{name}.txt").write_bytes(data)
    if ann is not None:
        (folder / f"{name}.ann").write_text(ann, encoding="utf-8", newline="")
    found = list(read_folder(folder))
    annotations = [
        each for item in found if isinstance(item, AnnotatedArticle) for each in item.annotations
    ]
    told = [str(each) for each in found if not isinstance(each, AnnotatedArticle)]
    return annotations, [each.removeprefix(f"{folder}/") for each in told]


def kinds(annotations: Sequence[Annotation]) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in annotations]


def test_marks_of_unknown_types_become_names(tmp_path: Path) -> None:
    found, told = read(tmp_path, "T1\tPeople 0 9\tMara Dell\nT2\tKILLED 31 43\tTwo men died\n")
    assert kinds(found) == [("People", "Mara Dell"), ("KILLED", "Two men died")]
    assert told == []


def test_a_document_without_metadata(tmp_path: Path) -> None:
    read(tmp_path, "T1\tPeople 0 9\tMara Dell\n", name="doc-1")
    (item,) = read_folder(tmp_path)
    assert isinstance(item, AnnotatedArticle)
    assert item.article == Article(id=content_id(TEXT), text=TEXT, title="doc-1")


def test_relations_in_any_case_and_direction(tmp_path: Path) -> None:
    found, told = read(
        tmp_path,
        "T1\tPERSON 0 9\tMara Dell\n"
        "T2\tQUOTE_DIRECT 15 19\t“no”\n"
        "T3\tVERB 10 14\tsaid\n"
        "T4\tQUOTE_INDIRECT 31 43\tTwo men died\n"
        "R1\tSpeaker Arg1:T2 Arg2:T1\n"
        "R2\tcue Arg1:T3 Arg2:T2\n"
        "R3\tKnows Arg1:T1 Arg2:T2\n"
        "R4\tSpeaker Arg1:T1 Arg2:T3\n"
        "R5\tSpeaker Arg1:T2 Arg2:T9\n",
    )
    quote = found[1]
    assert isinstance(quote, Quote)
    assert quote.speaker is not None and quote.speaker.text == "Mara Dell"
    assert quote.cue is not None and quote.cue.text == "said"
    assert told == [
        "a.ann, line 7: PERSON has nothing that is called Knows.",
        "a.ann, line 8: PERSON has nothing that is called Speaker.",
        "a.ann, line 9: it is about T9, which is no mark that can be read.",
    ]


def test_events_are_their_triggers(tmp_path: Path) -> None:
    found, told = read(
        tmp_path,
        "T1\tPERSON 0 9\tMara Dell\n"
        "T2\tQUOTE_DIRECT 15 19\t“no”\n"
        "T3\tDie 39 43\tdied\n"
        "E1\tQUOTE_DIRECT:T2 Speaker:T1\n"
        "E2\tDie:T3 Victim2:T1\n"
        "A1\tConfidence E1 high\n",
    )
    assert kinds(found) == [("PERSON", "Mara Dell"), ("direct", "“no”"), ("Die", "died")]
    assert isinstance(found[1], Quote)
    assert found[1].speaker is not None
    assert found[1].confidence == "high"
    assert told == ["a.ann, line 5: Die has nothing that is called Victim."]


def test_equivalent_marks_have_one_name(tmp_path: Path) -> None:
    found, told = read(
        tmp_path,
        "T1\tPERSON 0 9\tMara Dell\n"
        "T2\tPERSON 45 49\tDell\n"
        "T3\tGPE 23 29\tLindow\n"
        "*\tEquiv T2 T1\n"
        "N1\tReference T3 Wikidata:Q1\tLindow (Mark)\n",
    )
    assert told == []
    assert [each.name for each in found if isinstance(each, Entity)] == [
        *("Mara Dell", "Mara Dell", "Lindow (Mark)")
    ]
    assert found[2].note == "Wikidata:Q1"


def test_attributes_that_are_not_known_become_tags(tmp_path: Path) -> None:
    found, told = read(
        tmp_path,
        "T1\tPERSON 0 9\tMara Dell\n"
        "T2\tFIGURE_KILLED 31 38\tTwo men\n"
        "A1\tNegated T1\n"
        "A2\tNEGATED T2\n"
        "A3\tCertainty T2 L1\n"
        "A4\tStatus T1 doubted\n"
        "M1\tSpeculation T2\n"
        "A5\tStatus T2 accepted\n"
        "A6\tList T1 a,b\n",
    )
    person, figure = found
    assert person.tags == ("Negated", "Status/doubted")
    assert isinstance(figure, CasualtyFigure)
    assert (figure.negated, figure.tags, figure.status) == (
        *(True, ("Certainty/L1", "Speculation"), "accepted"),
    )
    assert told == ["a.ann, line 9: 'List/a,b' is no tag: it holds a comma."]


def test_notes(tmp_path: Path) -> None:
    found, told = read(
        tmp_path,
        "T1\tPERSON 0 9\tMara Dell\n"
        "#1\tAnnotatorNotes T1\tWho?\n"
        "#2\tReviewNotes T1\tThe mayor\x1b[31m\n"
        "#3\tcloseread T1\tno JSON\n"
        '#4\tcloseread T1\t{"name": "Mara\\u001b[2J Dell", "id": 7, "start": 1, "colour": 1, '
        '"geo_alternatives": ["Dell\\u001b[2J"]}\n'
        "#5\tAnnotatorNotes R1\tlost\n",
    )
    assert found == [
        Entity(
            start=0, end=9, text="Mara Dell", label="PERSON",
            name="Mara Dell", id=7, geo_alternatives=("Dell",), note="Who?\nThe mayor\nno JSON",
        )
    ]  # fmt: skip
    assert told == ["a.ann, line 6: it is about R1, which is no mark that can be read."]


def test_marks_that_do_not_fit(tmp_path: Path) -> None:
    found, told = read(
        tmp_path,
        "T1\tPERSON 0 9\tMara Bell\n"
        "T2\tPERSON 0 999\tMara Dell\n"
        "T3\tPERSON 0 4;23 29\tMara Lindow\n"
        "T4\tGPE 23 30;31 34\tLindow. Two\n"
        "T5\tGPE 23 29\n"
        "T6\tQUOTE_SUNG 15 19\t“no”\n"
        "T7\tSPEAKER 0 9\tMara Dell\n"
        "T8 PERSON 0 9 Mara Dell\n"
        "?\n",
    )
    assert kinds(found) == [("GPE", "Lindow.\nTwo"), ("GPE", "Lindow")]
    assert told == [
        "a.ann, line 8: 'T8 PERSON 0 9 Mara Dell' is no line of brat's.",
        "a.ann, line 9: '?' is no line of brat's.",
        "a.ann, line 1: T1 covers 'Mara Dell', not 'Mara Bell'.",
        "a.ann, line 2: T2 is no stretch of a text of 55.",
        "a.ann, line 3: T3 is in pieces with other words between them.",
        "a.ann: QUOTE_SUNG at [15, 19) '“no”': 'QUOTE_SUNG' is no label that closeread knows.",
        "a.ann: SPEAKER at [0, 9) 'Mara Dell' belongs to nothing.",
    ]


@pytest.mark.parametrize("start", [31, 32], ids=["folded", "as brat counts"])
def test_line_ends_of_windows(tmp_path: Path, start: int) -> None:
    ann = f"T1\tPERSON 0 9\tMara Dell\r\nT2\tFIGURE_KILLED {start} {start + 7}\tTwo men\r\n"
    found, told = read(tmp_path, ann, text=TEXT.replace("\n", "\r\n"))
    assert kinds(found) == [("PERSON", "Mara Dell"), ("killed", "Two men")]
    assert told == []


def test_files_without_the_other(tmp_path: Path) -> None:
    read(tmp_path, "T1\tPERSON 0 9\tMara Dell\n", text=None, name="lost")
    found, told = read(tmp_path, None, name="bare")
    assert found == []
    assert told == ["lost.ann has no text beside it, lost.txt."]


def test_an_empty_text(tmp_path: Path) -> None:
    assert read(tmp_path, "", text=" \n") == ([], ["a: the article has no text."])


def test_annotations_in_two_files_and_in_folders_below(tmp_path: Path) -> None:
    below = tmp_path / "train"
    below.mkdir()
    (below / "b.txt").write_text(TEXT, encoding="utf-8")
    (below / "b.a1").write_text("T1\tPERSON 0 9\tMara Dell\n", encoding="utf-8")
    (below / "b.a2").write_text("*\tEquiv T1 T1\n", encoding="utf-8")
    (item,) = read_folder(tmp_path)
    assert isinstance(item, AnnotatedArticle)
    assert [each.text for each in item.annotations] == ["Mara Dell"]


def test_a_list_of_articles_leads_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "articles.jsonl").write_text('{"file": "../secret"}\n[]\n', encoding="utf-8")
    assert [str(each) for each in read_folder(inside)] == [
        f"{tmp_path}/in/../secret.txt is missing.",
        f"{tmp_path}/in/articles.jsonl, line 2: not a JSON object.",
    ]


def test_labels_come_back(tmp_path: Path) -> None:
    labels = ("Waffe/Rakete", "Waffe Rakete", "سلاح", "OK-1")
    article = Article(id="a", text="abcd")
    written = AnnotatedArticle(
        article=article,
        annotations=tuple(
            Entity(start=at, end=at + 1, text=article.text[at], label=label)
            for at, label in enumerate(labels)
        ),
    )
    assert round_trip(written, tmp_path / "x") == written


def test_nobody_killed_comes_back(tmp_path: Path) -> None:
    figure = CasualtyFigure(
        start=0, end=5, text="Nobod", category="killed", count=Count(low=0, high=0, best=0)
    )
    written = AnnotatedArticle(article=Article(id="a", text="Nobody."), annotations=(figure,))
    assert round_trip(written, tmp_path / "x") == written


def test_everything_comes_back(annotated: AnnotatedArticle, tmp_path: Path) -> None:
    assert round_trip(annotated, tmp_path / "x") == stripped(annotated, FORMAT.carries)


def round_trip(written: AnnotatedArticle, folder: Path) -> object:
    deliver(FORMAT, FORMAT.write([written], Writing()), folder)
    (found,) = read_folder(folder)
    return found


@given(
    st.text(st.sampled_from("ab \n😊é"), min_size=1, max_size=12).flatmap(
        lambda text: st.tuples(
            st.just(text), st.integers(0, len(text) - 1), st.integers(1, len(text))
        )
    )
)
def test_segments_are_the_stretch_without_its_line_breaks(case: tuple[str, int, int]) -> None:
    text, start, end = case
    segments = segments_of(text, start, end)
    assert "".join(text[a:b] for a, b in segments) == text[start:end].replace("\n", "")
    if segments:
        whole = joined(text, segments)
        assert whole is not None
        assert text[whole[0] : whole[1]] == text[start:end].strip("\n")

"""CASes that INCEpTION and others have made."""

import io
import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from annotations.formats import AnnotatedArticle, Piece, Writing
from annotations.formats.cas import read, read_folder, write_json
from annotations.formats.cas_layers import NAME, SPEECH
from annotations.formats.cas_types import type_system
from annotations.model import Article, Entity, Quote, Span, Status
from annotations.sources import input_of_bytes

cassis = pytest.importorskip("cassis")

TEXT = "😊 Mara Dell said “no” in Lindow."
_PERSON = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.Person"


def types() -> Any:
    """The types of a project, with layers that closeread does not know."""
    made = type_system()
    made.create_type("webanno.custom.Mood")
    made.create_type(_PERSON, NAME)
    made.create_type("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")
    return made


def cas_of(*annotations: tuple[str, int, int, dict[str, Any]], text: str = TEXT) -> Any:
    cas = cassis.Cas(types())
    cas.sofa_string = text
    cas.add_all(
        cas.typesystem.get_type(name)(begin=begin, end=end, **values)
        for name, begin, end, values in annotations
    )
    return cas


def zipped(files: dict[str, bytes | str]) -> bytes:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def exported(cas: Any, user: str) -> bytes:
    """What INCEpTION makes of one annotator's work on a document."""
    return zipped({f"{user}.xmi": cas.to_xmi(), "TypeSystem.xml": cas.typesystem.to_xml()})


def read_back(data: bytes, name: str = "x.zip") -> list[AnnotatedArticle | str]:
    found = read(input_of_bytes(data, name=name))
    return [each if isinstance(each, AnnotatedArticle) else str(each) for each in found]


def outline(found: AnnotatedArticle | str) -> list[tuple[str, str, str, str | None]]:
    assert isinstance(found, AnnotatedArticle)
    return [(each.text, each.kind, each.status, each.annotator) for each in found.annotations]


def test_a_project_has_the_work_of_several_annotators(tmp_path: Path) -> None:
    person, place = (NAME, 2, 11, {"value": "PERSON"}), (NAME, 25, 31, {"value": "GPE"})
    files = {
        "annotation/a.txt/ana.zip": exported(cas_of(person), "ana"),
        "annotation/a.txt/ed.zip": exported(cas_of(place), "ed"),
        "annotation/a.txt/INITIAL_CAS.zip": exported(cas_of(place), "INITIAL_CAS"),
        "curation/a.txt/CURATION_USER.json": cas_of(person, place).to_json().encode(),
    }
    wanted = [
        [("Mara Dell", "PERSON", "added", "ana")],
        [("Lindow", "GPE", "added", "ed")],
        [("Mara Dell", "PERSON", "added", "curation"), ("Lindow", "GPE", "added", "curation")],
    ]
    assert list(map(outline, read_back(zipped(dict(files))))) == wanted
    for name, data in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    found = list(read_folder(tmp_path))
    assert [outline(each) for each in found if isinstance(each, AnnotatedArticle)] == wanted
    assert len({each.article.id for each in found if isinstance(each, AnnotatedArticle)}) == 1


def test_a_name_can_be_the_speaker_of_a_quote() -> None:
    cas = cas_of((NAME, 2, 11, {"value": "PERSON"}), (SPEECH, 17, 21, {"kind": "direct"}))
    (name,), (quote,) = cas.select(NAME), cas.select(SPEECH)
    link = cas.typesystem.get_type("custom.QuotePartsLink")(role="Speaker", target=name)
    quote.parts = cas.typesystem.get_type("uima.cas.FSArray")(elements=[link])
    (found,) = read_back(exported(cas, "ana"))
    assert isinstance(found, AnnotatedArticle)
    assert found.annotations == (
        Entity(start=2, end=11, text="Mara Dell", label="PERSON", status=Status.ADDED),
        Quote(
            start=17,
            end=21,
            text="“no”",
            type="direct",
            speaker=Span(start=2, end=11, text="Mara Dell"),
            status=Status.ADDED,
        ),
    )


def test_what_is_unknown_is_counted_and_what_is_wrong_is_told() -> None:
    cas = cas_of(
        (_PERSON, 2, 11, {}),
        ("webanno.custom.Mood", 0, 1, {}),
        ("webanno.custom.Mood", 2, 3, {}),
        ("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", 2, 6, {}),
        (NAME, 25, 31, {"value": "GPE", "identifier": "http://www.wikidata.org/entity/Q1"}),
        (SPEECH, 17, 21, {}),
        ("custom.CasualtyFigure", 17, 21, {"category": "lost"}),
        ("custom.Part", 12, 16, {"label": "CUE"}),
    )
    found, *told = read_back(cas.to_json().encode(), "x.json")
    assert outline(found) == [
        ("Mara Dell", "PERSON", "added", None),
        ("Lindow", "GPE", "added", None),
    ]
    assert told == [
        "x.json: custom.Quote at [17, 21) has no kind.",
        "x.json: FIGURE_LOST at [17, 21) '“no”': 'FIGURE_LOST' is no label that closeread knows.",
        "x.json: CUE at [12, 16) 'said' belongs to nothing.",
        "x.json: 2 annotations of custom.Mood are left out.",
        "x.json: 1 annotations of identifiers of a knowledge base are left out.",
    ]


def test_offsets_that_do_not_fit_are_told() -> None:
    held = json.loads(cas_of((NAME, 2, 11, {"value": "PERSON"})).to_json())
    for begin, end in ((1, 12), (3, 999)):
        for each in held["%FEATURE_STRUCTURES"]:
            if each["%TYPE"] == NAME:
                each |= {"begin": begin, "end": end}
        found, told = read_back(json.dumps(held).encode(), "x.json")
        assert outline(found) == []
        assert isinstance(told, str)
        assert "does not begin and end between two characters" in told


def test_an_article_of_ours_keeps_what_is_known_of_it() -> None:
    article = Article(id="a-1", text=TEXT, title="No", byline=("Jo Lane",), tags=("aid",))
    (piece,) = write_json([AnnotatedArticle(article=article)], Writing())
    assert isinstance(piece, Piece)
    (found,) = read_back(str(piece.data).encode(), "x.json")
    assert found == AnnotatedArticle(article=article)


def test_the_type_system_is_beside_the_file_or_above_it(tmp_path: Path) -> None:
    cas = cas_of((_PERSON, 2, 11, {}))
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "typesystem.xml").write_text(cas.typesystem.to_xml(), encoding="utf-8")
    (tmp_path / "deep" / "er" / "a.xmi").write_text(cas.to_xmi(), encoding="utf-8")
    (found,) = read_folder(tmp_path)
    assert isinstance(found, AnnotatedArticle)
    assert outline(found) == [("Mara Dell", "PERSON", "added", None)]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<xmi",
        b"{}",
        b'{"%TYPES": 5}',
        b"PK\x03\x04 no zip",
        zipped({"a.json": b"{", "b.txt": b"x"}),
        b"[1]",
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>',
        cassis.Cas(cassis.TypeSystem()).to_xmi().encode(),
    ],
)
def test_what_is_no_cas_is_told(data: bytes) -> None:
    (error,) = read_back(data, "x.xmi")
    assert str(error).startswith(("x.xmi", "x/a.json"))


def test_what_an_entity_names_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden words", encoding="utf-8")
    xmi = cas_of().to_xmi().replace("Mara Dell", "&a;")
    head, _, rest = xmi.partition("?>")
    doctype = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
    found = read_back(f"{head}?>{doctype}{rest}".encode(), "x.xmi")
    assert "hidden words" not in str(found)

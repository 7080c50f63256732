"""CASes are read by dkpro-cassis, and are what INCEpTION imports."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import pytest
from lxml import etree

from annotations.errors import UsageError
from annotations.formats import AnnotatedArticle, Losses, Piece, Writing, cas_types
from annotations.formats.cas import write_json, write_xmi
from annotations.formats.marking import marking_of
from annotations.model import Article, CasualtyFigure, Count, Entity
from tests.annotations.formats.hard_articles import hard_articles

cassis = pytest.importorskip("cassis")

XMI_ID = "{http://www.omg.org/XMI}id"
NAME = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"


def exported(
    write: Callable[[Iterable[AnnotatedArticle], Writing], Iterator[Piece]],
    articles: Sequence[AnnotatedArticle],
    losses: Losses | None = None,
) -> dict[str, str]:
    pieces = write(articles, Writing(losses=Losses() if losses is None else losses))
    return {piece.file: str(piece.data) for piece in pieces}


def cases(kind: str) -> list[Any]:
    """The hard articles, as the library reads them."""
    if kind == "json":
        files = exported(write_json, hard_articles())
        return [cassis.load_cas_from_json(files[each]) for each in sorted(files)]
    files = exported(write_xmi, hard_articles())
    types = cassis.load_typesystem(files.pop("TypeSystem.xml"))
    return [cassis.load_cas_from_xmi(files[each], typesystem=types) for each in sorted(files)]


def outline(cas: Any) -> tuple[set[tuple[str, int, int, str]], list[tuple[str, str, str]]]:
    """Every mark with its label and text, and every link by the texts of its ends."""
    marks = set()
    for name, feature in (
        (NAME, "value"),
        ("custom.Quote", "kind"),
        ("custom.CasualtyFigure", "category"),
        ("custom.Part", "label"),
    ):
        for each in cas.select(name):
            marks.add((each[feature], each.begin, each.end, each.get_covered_text()))
    links = [
        (each.get_covered_text(), link.role, link.target.get_covered_text())
        for name in ("custom.Quote", "custom.CasualtyFigure")
        for each in cas.select(name)
        if each.parts is not None
        for link in each.parts.elements
    ]
    return marks, sorted(links)


@pytest.mark.parametrize("kind", ["xmi", "json"])
def test_the_library_finds_every_span_label_and_link(kind: str) -> None:
    for cas, annotated in zip(cases(kind), hard_articles(), strict=True):
        text = annotated.article.text
        assert cas.sofa_string == text
        marking = marking_of(annotated.annotations)
        marks = [
            (each.annotation.kind if each.annotation else each.label, each.start, each.end)
            for each in marking.marks
        ]
        covered = [text[each.start : each.end] for each in marking.marks]
        assert outline(cas) == (
            {(*mark, text[mark[1] : mark[2]]) for mark in marks},
            sorted(
                (covered[each.source], each.label.lower(), covered[each.target])
                for each in marking.links
            ),
        )


def test_what_is_known_of_article_and_figure_has_types() -> None:
    cas = cases("xmi")[0]
    (metadata,) = cas.select("de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData")
    assert (metadata.documentTitle, metadata.documentId, metadata.language) == (
        '=SUM("A1"), and more',
        "urn:hard/1?a=b#c",
        "en",
    )
    figure = next(each for each in cas.select("custom.CasualtyFigure") if each.category == "killed")
    assert (figure.count_low, figure.count_best, figure.count_high) == (12, 12, None)
    assert (figure.cumulative, figure.latitude, figure.claimed_by) == (
        True,
        49.99,
        "mayor Ihor Terek",
    )
    names = {each.get_covered_text(): each for each in cas.select(NAME)}
    assert names["KHARIV"].identifier == "Khariv"
    assert names["Ihor"].tags.elements == ["role/mayor", "check; this"]


def test_offsets_are_utf_16_units() -> None:
    """As the bytes of the file say, without the library's conversion."""
    files = exported(write_xmi, hard_articles()[:1])
    root = etree.fromstring(files["2016-10-20-sum-a1-and-more.xmi"].encode())
    (sofa,) = root.iter("{http:///uima/cas.ecore}Sofa")
    units = str(sofa.get("sofaString")).encode("utf-16-le")
    places = {
        each.get("value"): units[2 * int(each.get("begin", 0)) : 2 * int(each.get("end", 0))]
        for each in root
        if each.get("value")
    }
    assert places["PRODUCT"].decode("utf-16-le") == "👩‍🚒"
    assert places["LAW"].decode("utf-16-le") == "& <b>tags</b>"


def test_inception_makes_layers_of_all_types_of_spans() -> None:
    """By its rules: features are primitives, arrays of strings, or slots with role and target."""
    root = etree.fromstring(exported(write_xmi, [])["TypeSystem.xml"].encode())
    space = {"u": "http://uima.apache.org/resourceSpecifier"}
    types = {
        each.findtext("u:name", None, space): each
        for each in root.iterfind(".//{*}typeDescription")
    }
    shown = {"String", "Integer", "Float", "Boolean", "StringArray"}
    spans = [
        name
        for name, each in types.items()
        if each.findtext("u:supertypeName", None, space) == "uima.tcas.Annotation"
    ]
    assert sorted(map(str, spans)) == [
        "custom.CasualtyFigure",
        "custom.Part",
        "custom.Quote",
        NAME,
    ]
    for name in spans:
        for feature in types[name].iterfind(".//{*}featureDescription"):
            range_ = str(feature.findtext("u:rangeTypeName", None, space))
            if range_ != "uima.cas.FSArray":
                assert range_.removeprefix("uima.cas.") in shown
                continue
            link = types[str(feature.findtext("u:elementType", None, space))]
            assert link.findtext("u:supertypeName", None, space) == "uima.cas.TOP"
            features = [
                each.text for each in link.iterfind(".//{*}featureDescription/u:name", space)
            ]
            assert sorted(map(str, features)) == ["role", "target"]


def test_characters_that_xml_forbids_are_replaced_and_counted() -> None:
    text = "Mara\uffff Dell\ufffe"
    name = Entity(start=0, end=10, text="Mara\uffff Dell", label="PERSON", note="\uffff")
    articles = [AnnotatedArticle(article=Article(id="a", text=text), annotations=(name,))]
    losses = Losses()
    files = exported(write_xmi, articles, losses)
    types = cassis.load_typesystem(files["TypeSystem.xml"])
    cas = cassis.load_cas_from_xmi(files["a.xmi"], typesystem=types)
    assert cas.sofa_string == "Mara\ufffd Dell\ufffd"
    assert list(losses) == ["3 characters that XML cannot hold, replaced by U+FFFD"]
    (held,) = exported(write_json, articles).values()
    assert json.loads(held)["%FEATURE_STRUCTURES"][0]["sofaString"] == text


def test_counts_that_java_cannot_hold_are_left_out_and_counted() -> None:
    figure = CasualtyFigure(
        start=0, end=1, text="4", category="killed", count=Count(low=4, best=2**31)
    )
    article = AnnotatedArticle(article=Article(id="a", text="4"), annotations=(figure,))
    losses = Losses()
    exported(write_json, [article], losses)
    assert list(losses) == ["1 counts beyond two thousand million"]


def test_a_missing_library_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(cas_types, "import_module", missing)
    with pytest.raises(UsageError, match=r"pip install 'closeread\[cas\]'"):
        exported(write_json, [])

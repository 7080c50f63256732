"""Annotations that Recogito and Hypothes.is make come to the articles that they point at."""

import json
from typing import Any

import pytest

from annotations.formats import AnnotatedArticle
from annotations.formats.web_annotation_reading import read, read_onto
from annotations.model import Article, Entity, Status
from annotations.sources import input_of_bytes

URL = "https://x.example/1"
ARTICLE = Article(id="a-1", text="😊 Mara Dell left Lindow.\nThen Mara Dell came back.", url=URL)


def known(name: str) -> Article | None:
    return ARTICLE if name in (URL, "a-1") else None


def read_back(held: object) -> list[AnnotatedArticle | str]:
    given = input_of_bytes(json.dumps(held).encode(), name="x.json")
    found = read_onto(given, known)
    return [each if isinstance(each, AnnotatedArticle) else str(each) for each in found]


def recogito(label: str, start: int, end: int, exact: str) -> dict[str, Any]:
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "#1",
        "type": "Annotation",
        "body": {"type": "TextualBody", "purpose": "classifying", "value": label},
        "target": {
            "source": URL,
            "selector": [
                {"type": "TextQuoteSelector", "exact": exact},
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
        "creator": {"id": "ana", "name": "Ana"},
    }


PLACE = recogito("GPE", 17, 23, "Lindow")
LINDOW = Entity(start=17, end=23, text="Lindow", label="GPE", status=Status.ADDED, annotator="Ana")


@pytest.mark.parametrize(
    "held",
    [
        [PLACE],
        PLACE,
        {"type": "AnnotationPage", "items": [PLACE]},
        {"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": [PLACE]}},
        {"@graph": [PLACE]},
    ],
)
def test_arrays_pages_and_collections_are_read(held: object) -> None:
    assert read_back(held) == [AnnotatedArticle(article=ARTICLE, annotations=(LINDOW,))]


def test_positions_in_utf_16_units_are_mended_by_the_words() -> None:
    (found,) = read_back([recogito("GPE", 18, 24, "Lindow")])
    assert isinstance(found, AnnotatedArticle)
    assert found.annotations == (LINDOW,)


def hypothesis(exact: str, *tags: str, **more: str) -> dict[str, Any]:
    return {
        "id": "h1",
        "uri": f"{URL}#top",
        "user": "acct:ana@hypothes.is",
        "text": "see page 3",
        "tags": list(tags),
        "target": [
            {"source": URL, "selector": [{"type": "TextQuoteSelector", "exact": exact, **more}]}
        ],
    }


def test_words_alone_are_found_in_the_article() -> None:
    held = {"annotations": [hypothesis("Mara  Dell", "person", "role/mayor", prefix="Then ")]}
    (found,) = read_back(held)
    assert isinstance(found, AnnotatedArticle)
    assert found.annotations == (
        Entity(
            start=30,
            end=39,
            text="Mara Dell",
            label="PERSON",
            status=Status.ADDED,
            annotator="ana",
            tags=("role/mayor",),
            note="see page 3",
        ),
    )


def test_what_cannot_be_placed_is_told_item_by_item() -> None:
    elsewhere = recogito("GPE", 0, 1, "x") | {"id": "#9", "target": {"source": "https://y.example"}}
    found = read_back(
        [
            hypothesis("Nobody", "PERSON"),
            hypothesis("Mara Dell", "PERSON"),
            hypothesis("Lindow", "holiday"),
            recogito("FIGURE_LOST", 17, 23, "Lindow"),
            {"id": "#8", "body": []},
            5,
            elsewhere,
        ]
    )
    assert [each for each in found if isinstance(each, str)] == [
        "x.json, annotation h1: 'Nobody' is not in the text.",
        "x.json, annotation h1: 'Mara Dell' is at 2 places of the text that look alike.",
        "x.json, annotation h1: it has no label; tag it with one, such as PERSON or QUOTE_DIRECT.",
        "x.json, annotation #8: it points at nothing.",
        "x.json, item 6: not a JSON object.",
        "x.json, annotation h1: FIGURE_LOST at [17, 23) 'Lindow': 'FIGURE_LOST' is no label that"
        " closeread knows.",
        "x.json, annotation #9: there is no article https://y.example in the store; add it first.",
    ]


def test_without_a_store_only_texts_in_the_file_are_known() -> None:
    (error,) = read(input_of_bytes(json.dumps([PLACE]).encode(), name="x.json"))
    assert "there is no article https://x.example/1 in the store" in str(error)


@pytest.mark.parametrize("data", [b"{", b'{"items": 5}', b"[", b'"a"'])
def test_what_is_no_list_of_annotations_is_told(data: bytes) -> None:
    (error,) = read(input_of_bytes(data, name="x.json"))
    assert str(error).startswith("x.json")

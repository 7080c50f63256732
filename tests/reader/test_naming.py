from dataclasses import replace

import pytest

from annotations.model import Entity, Precision, Quote, Status
from annotations.store import NameForm
from reader.naming import canonical_name, relabelled

TEXT = "The World Kelp Council (WKC) heard Mara Dell. Dell, of Iraq, thanked Ana Ruiz Sole."


def form(text: str, label: str, name: str | None, *, mentions: int = 1) -> NameForm:
    return NameForm(text=text, label=label, name=name, mentions=mentions)


FORMS = [
    form("Mara Dell", "PERSON", "Mara Dell"),
    form("Ana Ruiz\nSole", "PERSON", None),
    form("Dell", "ORG", "Dell Limited"),
    form("the Delta", "LOC", "Nile Delta"),
]


def named(mention: str, label: str, *forms: NameForm) -> str | None:
    return canonical_name(mention, label, text=TEXT, forms=forms or FORMS)


@pytest.mark.parametrize(
    ("mention", "label", "name"),
    [
        ("Delta", "LOC", "Nile Delta"),
        ("Dell", "ORG", "Dell Limited"),
        ("Dell", "PERSON", "Mara Dell"),
        ("Dr. Dell", "PERSON", "Mara Dell"),
        ("Ruiz", "PERSON", "Ana Ruiz Sole"),
        ("Jon\nBeck", "PERSON", "Jon Beck"),
        ("WKC", "ORG", "World Kelp Council"),
        ("Britain", "GPE", "United Kingdom"),
        ("Iraqis", "NORP", "Iraqi"),
        ("the Long Night", "EVENT", "Long Night"),
    ],
)
def test_goes_by_the_name_that_the_detector_would_give(mention: str, label: str, name: str) -> None:
    assert named(mention, label) == name


@pytest.mark.parametrize("label", ["DATE", "CARDINAL", "MONEY", "LANGUAGE"])
def test_numbers_dates_and_languages_have_no_name(label: str) -> None:
    assert named("May", label, form("May", label, "May")) is None


def test_equal_mentions_are_called_what_most_of_them_are() -> None:
    forms = [
        form("Dell", "PERSON", "Mara Dell"),
        form("Dell", "PERSON", "Tom Dell", mentions=2),
        form("Dell’s", "PERSON", "Mara Dell", mentions=2),
    ]
    assert named("Dell", "PERSON", *forms) == "Mara Dell"


def test_names_of_equal_words_with_another_label_do_not_count() -> None:
    assert named("Dell", "PRODUCT") == "Dell"


DELL = Entity(start=46, end=50, text="Dell", label="ORG", name="Dell Limited", id=7)


def test_relabelled_entity_gets_the_name_that_fits() -> None:
    assert relabelled(DELL, "PERSON", text=TEXT, forms=FORMS) == replace(
        DELL, label="PERSON", name="Mara Dell", status=Status.CORRECTED
    )


def test_relabelled_as_a_number_it_has_none() -> None:
    assert relabelled(DELL, "DATE", text=TEXT, forms=FORMS) == replace(
        DELL, label="DATE", name=None, status=Status.CORRECTED
    )


def test_relabelled_as_no_place_it_is_off_the_map() -> None:
    delta = Entity(
        start=0,
        end=5,
        text="Delta",
        label="LOC",
        name="Nile Delta",
        country="EG",
        latitude=31.0,
        longitude=31.0,
        geo_precision=Precision.REGION,
        geo_alternatives=("Delta, Colorado",),
    )
    place = relabelled(delta, "GPE", text=TEXT, forms=FORMS)
    assert place == replace(delta, label="GPE", name="Delta", status=Status.CORRECTED)
    assert relabelled(delta, "ORG", text=TEXT, forms=FORMS) == Entity(
        start=0, end=5, text="Delta", label="ORG", name="Delta", status=Status.CORRECTED
    )


def test_the_same_label_keeps_the_name() -> None:
    other = replace(DELL, name="Somebody")
    assert relabelled(other, "ORG", text=TEXT, forms=FORMS) == replace(
        other, status=Status.ACCEPTED
    )


def test_relabelled_quote_has_no_name() -> None:
    quote = Quote(start=46, end=50, text="Dell", type="direct")
    assert relabelled(quote, "mixed", text=TEXT, forms=FORMS) == replace(
        quote, type="mixed", status=Status.CORRECTED
    )

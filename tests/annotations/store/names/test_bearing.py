"""What bears a name, and what becomes of it with another."""

from dataclasses import replace

import pytest

from annotations.model import Annotation, Article, CasualtyFigure, Detector, Entity, Quote, Status
from annotations.store import Store
from annotations.store.names import NameGroup
from annotations.store.names.bearing import Bearing, bearer_renamed, name_borne

TEXT = "Georgia said: “Come.” Ten died in Georgia."
WOMAN = Entity(start=0, end=7, text="Georgia", label="PERSON", name="Georgia")
STATE = Entity(start=34, end=41, text="Georgia", label="GPE", name="Georgia")
UNNAMED = replace(STATE, name=None)
QUOTE = Quote(start=14, end=21, text="“Come.”", type="direct", speaker_name="Georgia")
FIGURE = CasualtyFigure(start=22, end=25, text="Ten", category="killed", claimed_by="Georgia")
PERSON = Bearing(name="Georgia", group=NameGroup.PERSON)
PLACE = Bearing(name="Georgia", group=NameGroup.PLACE)
ANY = Bearing(name="Georgia")
OTHER = Bearing(name="Georgia", group=NameGroup.OTHER)


def bearers(store: Store, found: list[Annotation], bearing: Bearing) -> list[str]:
    store.articles.add_one(Article(id="g", text=TEXT))
    store.articles.add_one(Article(id="h", text=TEXT))
    store.runs.record("g", Detector(name="finder", version="1"), found)
    store.runs.record("h", Detector(name="finder", version="1"), [WOMAN])
    there = store.mentions.bearing(bearing, article_id="g")
    everywhere = store.mentions.bearing(bearing)
    in_h = [each for each in everywhere if each not in there]
    assert len(in_h) == (bearing in (PERSON, ANY))
    standing = {each.id: each for each in store.annotations.of("g")}
    assert all(bearing.fits(standing[each.id]) for each in there)
    return [each.kind for each in there]


@pytest.mark.parametrize(
    ("found", "bearing", "kinds"),
    [
        ([WOMAN, QUOTE, FIGURE], PERSON, ["PERSON", "direct", "killed"]),
        ([WOMAN, QUOTE, FIGURE], PLACE, []),
        ([WOMAN, QUOTE, FIGURE, STATE], PERSON, ["PERSON"]),
        ([WOMAN, QUOTE, FIGURE, STATE], ANY, ["PERSON", "direct", "killed", "GPE"]),
        ([STATE, QUOTE], PLACE, ["direct", "GPE"]),
        ([UNNAMED], PLACE, ["GPE"]),
        ([replace(STATE, label="CARDINAL", name=None)], OTHER, []),
        ([replace(STATE, label="EVENT")], OTHER, ["EVENT"]),
        ([QUOTE], ANY, ["direct"]),
        ([replace(STATE, name="Tbilisi"), replace(QUOTE, speaker_name="Ana")], ANY, []),
    ],
)
def test_names_speakers_and_claimants_bear_a_name(
    empty: Store, found: list[Annotation], bearing: Bearing, kinds: list[str]
) -> None:
    assert bearers(empty, found, bearing) == kinds


def test_what_is_rejected_bears_none(empty: Store) -> None:
    assert not ANY.fits(replace(WOMAN, status=Status.REJECTED))


def test_deleted_articles_are_left_out(empty: Store) -> None:
    empty.articles.add_one(Article(id="g", text=TEXT))
    empty.runs.record("g", Detector(name="finder", version="1"), [WOMAN])
    empty.bulk.delete([empty.articles.key("g")])
    assert empty.mentions.bearing(ANY) == []


@pytest.mark.parametrize("annotation", [WOMAN, QUOTE, FIGURE])
def test_each_is_renamed_and_its_own_name_confirms_it(annotation: Annotation) -> None:
    after = bearer_renamed(annotation, "Georgia Vale")
    assert (name_borne(after), after.status) == ("Georgia Vale", Status.CORRECTED)
    assert bearer_renamed(annotation, "Georgia").status is Status.ACCEPTED

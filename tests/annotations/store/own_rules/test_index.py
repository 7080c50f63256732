"""Rules of a person's own: offered, followed, logged and undone."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations import review
from annotations.errors import EditConflict, NoSuchRule, OwnRuleError, StoreInterrupted
from annotations.model import Annotation, Article, Detector, Entity, Quote
from annotations.own_rules import Does, OwnRule
from annotations.own_rules.lines import parsed
from annotations.renaming import renamed
from annotations.review import Change, Decision
from annotations.store import Store
from tests.annotations.store.conftest import OpenStore

TEXT = "Oldport was wet. May left Oldport. The fair of Oldport is in May."
FINDER = Detector(name="finder", version="1")
ARTICLES = ("a", "b", "c")
GPE = parsed("label: Oldport -> GPE")


def found() -> list[Annotation]:
    """Three towns, which the detector takes for bodies, a person, and a month."""
    places = [0, TEXT.index("Oldport", 5), TEXT.rindex("Oldport")]
    towns = [
        Entity(start=at, end=at + 7, text="Oldport", label="ORG", name="Oldport", rule="x")
        for at in places
    ]
    first, last = TEXT.index("May"), TEXT.rindex("May")
    person = Entity(start=first, end=first + 3, text="May", label="PERSON", name="May")
    month = Entity(start=last, end=last + 3, text="May", label="DATE")
    return [*towns, person, month]


@pytest.fixture
def three(empty: Store) -> Store:
    """A store with three articles that a detector has read."""
    for article_id in ARTICLES:
        empty.articles.add_one(Article(id=article_id, text=TEXT, title=article_id))
        empty.runs.record(article_id, FINDER, found())
    return empty


def correct(
    store: Store, article_id: str, decision: Decision, *, text: str = "Oldport", nth: int = 0
) -> None:
    before = [each for each in store.annotations.of(article_id) if each.text == text][nth]
    store.edits.annotations(article_id, "edit", [Change(before=before, after=decision(before))])


def to_gpe(annotation: Annotation) -> Annotation:
    return review.relabel(annotation, "GPE")


def towns(store: Store) -> list[tuple[str, str, str | None]]:
    return [
        (each.kind, str(each.status), each.rule)
        for article_id in ARTICLES
        for each in store.annotations.of(article_id)
        if each.text == "Oldport"
    ]


def content(store: Store) -> list[object]:
    """All that a person could tell apart: annotations and rules, but not when they were set."""
    rules = [(each.rule, each.times, each.articles) for each in store.own_rules.all()]
    return [rules, *(store.annotations.of(article_id) for article_id in ARTICLES)]


# Offering


def test_the_second_equal_correction_offers_a_rule(three: Store) -> None:
    correct(three, "a", to_gpe)
    assert three.own_rules.offered() is None
    correct(three, "b", to_gpe)
    offered = three.own_rules.offered()
    assert str(offered) == "“Oldport” is always GPE"
    assert offered is not None
    assert offered.example == "[Oldport] was wet. May left Oldport. The fair of Oldport is in May."


def test_nothing_is_a_rule_unasked(three: Store) -> None:
    for article_id in ARTICLES:
        correct(three, article_id, to_gpe)
    assert three.own_rules.all() == []
    assert [each[1] for each in towns(three)].count("suggested") == 6


def test_rejections_of_one_label_are_equal(three: Store) -> None:
    correct(three, "a", review.reject, text="May")
    correct(three, "a", review.reject, text="May", nth=1)
    assert three.own_rules.offered() is None
    correct(three, "b", review.reject, text="May")
    assert str(three.own_rules.offered()) == "never mark “May” as PERSON"


def test_equal_names_are_offered(three: Store) -> None:
    for nth in range(2):
        correct(three, "a", lambda each: renamed(each, "Port of Olde"), nth=nth)
    assert str(three.own_rules.offered()) == "“Oldport” is the name “Port of Olde”"


def test_other_words_another_value_and_another_case_are_not_equal(three: Store) -> None:
    correct(three, "a", to_gpe)
    correct(three, "b", lambda each: review.relabel(each, "LOC"))
    assert three.own_rules.offered() is None
    text = "OLDPORT was wet."
    three.articles.add_one(Article(id="d", text=text))
    three.runs.record("d", FINDER, [Entity(start=0, end=7, text="OLDPORT", label="ORG")])
    correct(three, "d", to_gpe, text="OLDPORT")
    assert three.own_rules.offered() is None


def test_the_same_annotation_counts_once(three: Store) -> None:
    correct(three, "a", to_gpe)
    correct(three, "a", lambda each: review.relabel(each, "ORG"))
    correct(three, "a", to_gpe)
    assert three.own_rules.offered() is None


def test_what_was_undone_or_taken_back_does_not_count(three: Store) -> None:
    correct(three, "a", to_gpe)
    three.edits.undo()
    correct(three, "b", to_gpe)
    assert three.own_rules.offered() is None
    correct(three, "c", review.reject)
    correct(three, "c", review.reopen)
    correct(three, "a", review.reject)
    assert three.own_rules.offered() is None
    three.edits.undo()
    assert three.own_rules.offered() is None


def test_a_correction_by_another_person_counts(three: Store, open_store: OpenStore) -> None:
    correct(open_store(annotator="ben"), "a", to_gpe)
    assert three.own_rules.offered() is None
    correct(three, "b", to_gpe)
    assert str(three.own_rules.offered()) == "“Oldport” is always GPE"


def test_what_is_a_rule_already_is_not_offered(three: Store) -> None:
    for article_id in "ab":
        correct(three, article_id, to_gpe)
    made = three.own_rules.make(GPE).rule
    correct(three, "c", to_gpe)
    assert three.own_rules.offered() is None
    assert made.id is not None
    three.own_rules.switch(made.id, on=False)
    correct(three, "c", to_gpe, nth=1)
    assert three.own_rules.offered() is None


def test_all_equal_ones_at_once_offer_a_rule(three: Store) -> None:
    town = three.annotations.of("a")[0]
    chosen = {
        three.articles.key(each): [
            one.id for one in three.annotations.of(each) if one.text == town.text and one.id
        ]
        for each in ARTICLES
    }
    three.bulk.decide_on(chosen, "relabel", lambda _: to_gpe, fits=lambda _: True)
    assert str(three.own_rules.offered()) == "“Oldport” is always GPE"


# Following


def test_a_rule_is_followed_in_what_is_still_suggested(three: Store) -> None:
    correct(three, "a", review.accept)
    correct(three, "b", review.reject, nth=1)
    outcome = three.own_rules.make(GPE)
    assert (outcome.changes, outcome.articles) == (7, 3)
    changed = ("GPE", "suggested", "own:1")
    assert towns(three) == [
        *(("ORG", "accepted", "x"), changed, changed),
        *(changed, ("ORG", "rejected", "x"), changed),
        *(changed, changed, changed),
    ]
    assert all(each.annotator is None for each in three.annotations.of("c"))
    assert [(each.times, each.articles) for each in three.own_rules.all()] == [(7, 3)]


def test_a_rule_that_is_off_waits(three: Store) -> None:
    before = towns(three)
    assert three.own_rules.make(replace(GPE, is_on=False)).changes == 0
    assert towns(three) == before
    assert three.own_rules.switch(1, on=True).changes == 9
    assert three.own_rules.switch(1, on=True).changes == 0


def test_what_a_rule_forbids_is_gone_unless_it_carries_a_note(three: Store) -> None:
    correct(three, "b", lambda each: replace(each, note="mine"), text="May")
    assert three.own_rules.make(parsed("never PERSON: May")).changes == 2
    left = [each.kind for each in three.annotations.of("a") if each.text == "May"]
    assert left == ["DATE"]
    assert [each.note for each in three.annotations.of("b") if each.kind == "PERSON"] == ["mine"]


def test_deleted_articles_are_left_alone(three: Store) -> None:
    three.bulk.delete([three.articles.key("c")])
    assert three.own_rules.waiting(GPE, limit=99) == 6
    assert three.own_rules.waiting(GPE, limit=2) == 2
    assert three.own_rules.make(GPE).articles == 2


def test_quotes_go_by_the_name_of_their_speaker(
    detected: Store, detector: Detector, suggestions: list[Annotation]
) -> None:
    rule = parsed("name: Mara Dell -> Mara Dell-Lind")
    assert detected.own_rules.waiting(rule, limit=9) == 2
    assert detected.own_rules.make(rule).changes == 2
    before = detected.annotations.of("a-1")
    [quote] = (each for each in before if isinstance(each, Quote))
    assert (quote.speaker_name, quote.speaker_rule, quote.rule) == (
        *("Mara Dell-Lind", "own:1"),
        "head",
    )
    detected.runs.record("a-1", detector, suggestions)
    assert detected.annotations.of("a-1") == before
    detected.edits.undo()
    assert [
        each.speaker_name for each in detected.annotations.of("a-1") if isinstance(each, Quote)
    ] == ["Mara Dell"]


def test_later_runs_follow_it(three: Store) -> None:
    three.own_rules.make(GPE)
    three.own_rules.make(parsed("never PERSON: May"))
    three.articles.add_one(Article(id="d", text=TEXT))
    assert three.runs.record("d", FINDER, found()) == 4
    assert [(each.text, each.kind, each.rule) for each in three.annotations.of("d")] == [
        *[("Oldport", "GPE", "own:1")] * 3,
        ("May", "DATE", None),
    ]
    assert [(each.times, each.articles) for each in three.own_rules.all()] == [(4, 4), (12, 4)]


def test_running_again_changes_and_counts_nothing_twice(three: Store) -> None:
    three.own_rules.make(GPE)
    three.own_rules.make(parsed("never PERSON: May"))
    before = content(three)
    for article_id in ARTICLES:
        three.runs.record(article_id, FINDER, found())
    assert content(three) == before


def test_a_decision_is_stronger_than_a_rule(three: Store) -> None:
    correct(three, "a", review.accept)
    correct(three, "b", review.reject)
    correct(three, "c", to_gpe)
    correct(three, "c", review.reject)
    three.own_rules.make(GPE)
    for article_id in ARTICLES:
        three.runs.record(article_id, FINDER, found())
    suggested = ("GPE", "suggested", "own:1")
    assert towns(three) == [
        *(("ORG", "accepted", "x"), suggested, suggested),
        *(("ORG", "rejected", "x"), suggested, suggested),
        *(("GPE", "rejected", "x"), suggested, suggested),
    ]


def test_the_latest_of_rules_that_conflict_is_followed(three: Store) -> None:
    three.own_rules.make(GPE)
    three.own_rules.make(parsed("label: Oldport -> LOC"))
    assert {each[0] for each in towns(three)} == {"LOC"}
    assert three.own_rules.apply(1).changes == 0
    three.own_rules.make(GPE)
    assert {each[0] for each in towns(three)} == {"GPE"}
    assert [each.rule.id for each in three.own_rules.all()] == [2, 1]


def test_a_rule_that_is_switched_off_is_followed_no_longer(three: Store) -> None:
    three.own_rules.make(GPE)
    three.own_rules.switch(1, on=False)
    assert {each[0] for each in towns(three)} == {"GPE"}
    three.runs.record("a", FINDER, found())
    assert [each[0] for each in towns(three)] == [*["ORG"] * 3, *["GPE"] * 6]


def test_a_rule_can_be_followed_again(three: Store) -> None:
    three.own_rules.make(GPE)
    three.edits.undo()
    three.own_rules.make(replace(GPE, is_on=False))
    before = three.edits.history()
    assert three.own_rules.apply(2).changes == 0
    assert three.edits.history() == before
    three.own_rules.switch(2, on=True)
    article = Article(id="d", text=TEXT)
    three.imports.merge(article, found())
    assert three.own_rules.apply(2).changes == 3


# Changing


def test_a_rule_is_changed(three: Store) -> None:
    rule = three.own_rules.make(GPE).rule
    outcome = three.own_rules.edit(rule, replace(rule, value="LOC"))
    assert (str(outcome.rule), outcome.changes) == ("“Oldport” is always LOC", 9)
    assert {each[0] for each in towns(three)} == {"LOC"}
    with pytest.raises(EditConflict, match="changed elsewhere"):
        three.own_rules.edit(rule, replace(rule, value="FAC"))
    with pytest.raises(OwnRuleError):
        three.own_rules.edit(outcome.rule, replace(rule, value=None))


def test_who_set_a_rule_when_is_kept(three: Store, open_store: OpenStore) -> None:
    three.own_rules.make(GPE)
    ben = open_store(annotator="ben")
    ben.own_rules.switch(1, on=False)
    [rule] = three.own_rules.all()
    assert (rule.rule.annotator, rule.rule.is_on) == ("ben", False)
    assert [(each.action, each.annotator) for each in three.edits.history()] == [
        ("switch off rule", "ben"),
        ("make rule", "ana"),
    ]


def test_what_is_not_there_is_told(three: Store) -> None:
    for act in (three.own_rules.get, three.own_rules.remove, three.own_rules.apply):
        with pytest.raises(NoSuchRule, match="There is no rule 7 in the store"):
            act(7)
    with pytest.raises(OwnRuleError):
        three.own_rules.make(OwnRule(text="x", does=Does.LABEL))
    assert three.own_rules.all() == []


def test_an_example_is_looked_for(three: Store) -> None:
    assert three.own_rules.make(GPE).rule.example == (
        "[Oldport] was wet. May left Oldport. The fair of Oldport is in May."
    )
    assert three.own_rules.make(parsed("never: Kelp")).rule.example is None


def test_one_that_is_given_up_leaves_nothing(three: Store) -> None:
    before = content(three)

    def give_up(done: int, total: int) -> None:
        raise StoreInterrupted("given up")

    with pytest.raises(StoreInterrupted):
        three.own_rules.reporting(give_up).make(GPE)
    assert content(three) == before


# Undoing


def test_a_rule_and_what_it_did_are_undone_as_one(three: Store) -> None:
    before = content(three)
    three.own_rules.make(GPE, article_id="a")
    after = content(three)
    undone = three.edits.undo(article_id="a")
    assert [str(each.rule) for each in undone.rules] == ["“Oldport” is always GPE"]
    assert content(three) == before
    three.edits.redo()
    assert content(three) == after


def test_in_the_article_in_which_it_was_made_it_is_undone_first(three: Store) -> None:
    correct(three, "a", to_gpe)
    three.own_rules.make(parsed("never: Kelp"), article_id="a")
    assert three.edits.undo(article_id="a").action == "make rule"
    assert three.edits.redo(article_id="a").action == "make rule"
    assert three.edits.undo(article_id="a").action == "make rule"
    assert three.edits.undo(article_id="a").action == "edit"
    correct(three, "a", review.accept)
    assert [each.state for each in three.edits.history()] == ["done", "dropped", "dropped"]


def test_what_was_changed_since_has_to_be_undone_first(three: Store) -> None:
    three.own_rules.make(GPE, article_id="a")
    three.own_rules.switch(1, on=False)
    before = content(three)
    with pytest.raises(EditConflict) as raised:
        three.edits.undo(article_id="a")
    assert raised.value.message == (
        "The rule on 'Oldport' has been changed since; nothing was changed."
    )
    assert content(three) == before
    assert [three.edits.undo().action for _ in range(2)] == ["switch off rule", "make rule"]


def test_what_a_person_has_decided_since_has_to_be_undone_first(three: Store) -> None:
    three.own_rules.make(GPE)
    correct(three, "b", review.accept)
    with pytest.raises(EditConflict, match="A later edit stands on this one"):
        three.edits.undo(article_id="a")
    assert [three.edits.undo().action for _ in range(2)] == ["edit", "make rule"]


def test_a_deleted_rule_comes_back_with_what_it_has_done(three: Store) -> None:
    three.own_rules.make(GPE)
    before = content(three)
    three.own_rules.remove(1)
    assert three.own_rules.all() == []
    three.edits.undo()
    assert content(three) == before


def test_changing_a_rule_makes_the_undone_one_void(three: Store) -> None:
    three.own_rules.make(GPE)
    three.edits.undo()
    three.own_rules.make(parsed("never: Kelp"))
    assert [each.state for each in three.edits.history()] == ["done", "dropped"]


_LINES = ("label: Oldport -> GPE", "never: Oldport", "name: Oldport -> Port", "never DATE: May")
_ACTS = st.one_of(
    st.tuples(st.just("make"), st.sampled_from(_LINES), st.sampled_from((None, *ARTICLES))),
    st.tuples(st.sampled_from(("switch", "remove", "apply")), st.integers(0, 3), st.none()),
    st.tuples(st.just("decide"), st.integers(0, 14), st.sampled_from(("accept", "reject", "gpe"))),
)
_DECISIONS: dict[str, Decision] = {
    "accept": review.accept,
    "reject": review.reject,
    "gpe": to_gpe,
}


def act(store: Store, kind: str, what: object, how: object) -> None:
    """One of a random series."""
    own, rules = store.own_rules, store.own_rules.all()
    if kind == "make":
        own.make(parsed(str(what)), article_id=None if how is None else str(how))
    elif kind == "decide":
        everything = [(key, each) for key in ARTICLES for each in store.annotations.of(key)]
        assert isinstance(what, int)
        if what < len(everything):
            key, before = everything[what]
            after = _DECISIONS[str(how)](before)
            if after != before:
                store.edits.annotations(key, str(how), [Change(before=before, after=after)])
    elif rules and isinstance(what, int):
        rule = rules[what % len(rules)].rule
        assert rule.id is not None
        if kind == "switch":
            own.switch(rule.id, on=not rule.is_on)
        else:
            (own.remove if kind == "remove" else own.apply)(rule.id)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=st.lists(_ACTS, min_size=1, max_size=12))
def test_any_series_is_undone_and_redone(
    three: Store, acts: Sequence[tuple[str, object, object]]
) -> None:
    begin, groups = content(three), len(three.edits.history(limit=1000))
    for each in acts:
        act(three, *each)
    end, steps = content(three), len(three.edits.history(limit=1000)) - groups
    for _ in range(steps):
        three.edits.undo()
    assert content(three) == begin
    for _ in range(steps):
        three.edits.redo()
    assert content(three) == end
    for _ in range(steps):
        three.edits.undo()


# The file


def test_corrections_made_before_there_were_rules_count(three: Store) -> None:
    correct(three, "a", to_gpe)
    three.close()
    raw = sqlite3.connect(three.path)
    raw.executescript(
        """
        DROP INDEX edits_corrections; DROP INDEX annotations_spoken;
        DROP TABLE own_rules; DROP TABLE own_rule_edits;
        DROP TABLE own_rule_uses;
        DELETE FROM _sqlite_migrations WHERE name = 'keep_own_rules';
        """
    )
    raw.close()
    with Store.open(three.path, annotator="ana") as store:
        correct(store, "b", to_gpe)
        assert str(store.own_rules.offered()) == "“Oldport” is always GPE"
        assert store.check() == []

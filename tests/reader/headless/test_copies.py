"""What commands tell of copies of one report, and of articles that are known again."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotations.model import Article, CasualtyFigure, Count, Detector
from annotations.sources.content_id import content_id
from annotations.store import Store
from tests.annotations.copies.reports import CUT, OWN, REPORT

Call = Callable[..., Any]

WIRE = Article(id="wire", text=REPORT, source="Calder Wire", published="2019-03-08")
MAIL = Article(id="mail", text=CUT, source="Mail", published="2019-03-09")
HERALD = Article(id="own", text=OWN, source="Herald", published="2019-03-10")


def fill(store: Store) -> None:
    list(store.articles.add([WIRE, MAIL, HERALD]))


def test_listing_tells_of_copies(call: Call, store: Store) -> None:
    fill(store)
    found = [json.loads(line) for line in call("list", "--json").output.splitlines()]
    assert [(each["id"], each["copies"], each["copy_of"]) for each in found] == [
        ("own", 0, None),
        ("mail", 1, "wire"),
        ("wire", 1, None),
    ]
    mail, wire = call("list", "has:copies").output.splitlines()
    assert mail.endswith("\tcopy of wire\t")
    assert wire.endswith("\t1 more\t")
    assert call("list", "is:copy").output.startswith("mail\t")


def test_a_table_of_claims_says_which_are_of_copies(call: Call, store: Store) -> None:
    fill(store)
    for article in (WIRE, MAIL):
        start = article.text.index("12 bodies")
        figure = CasualtyFigure(
            start=start,
            end=start + 9,
            text="12 bodies",
            num_start=start,
            num_end=start + 2,
            category="killed",
            count=Count(low=12, high=12, best=12),
        )
        store.runs.record(article.id, Detector(name="finder", version="1"), [figure])
    header, *rows = call("export", "--format", "csv", "--only", "suggested").output.splitlines()
    at = header.split(",").index("copy_of")
    assert [row.split(",")[at] for row in rows] == ["", "wire"]


def test_what_was_not_known_is_told(call: Call, store: Store) -> None:
    fill(store)
    known = {"text": REPORT, "source": "Calder Wire", "byline": "Jo Lane"}
    Path("more.jsonl").write_text(json.dumps(known))
    assert call("add", "more.jsonl").messages == [
        "0 added, 1 unchanged, 0 in conflict, 0 failed.",
        "1 unchanged got what was not known of them, such as a date.",
    ]
    assert store.articles.get("wire").byline == ("Jo Lane",)
    assert not store.articles.has(content_id(REPORT))

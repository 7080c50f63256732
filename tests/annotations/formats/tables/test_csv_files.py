"""A layer a table: what stands in the cells, and that a reader of CSV finds it."""

import csv
import io

import pytest

from annotations.errors import UsageError
from annotations.formats import AnnotatedArticle, Format, Writing
from annotations.formats.tables.csv_files import FIGURES, NAMES, QUOTES
from annotations.model import Article, CasualtyFigure, Count, Quote, Span
from tests.annotations.formats.hard_articles import CITY, figure, hard_articles, quote, span


def rows(
    format_: Format, articles: list[AnnotatedArticle], **settings: str
) -> list[dict[str, str]]:
    """What a reader of CSV finds, without the cells that are empty."""
    text = "".join(map(str, format_.write(articles, Writing(settings=settings))))
    found = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [{name: cell for name, cell in row.items() if cell} for row in found]


@pytest.mark.parametrize(
    ("format_", "key", "words"),
    [
        (NAMES, "entity_id", "mention"),
        (QUOTES, "quote_id", "quote"),
        (FIGURES, "figure_id", "quote"),
    ],
)
def test_offsets_lead_to_the_words(format_: Format, key: str, words: str) -> None:
    texts = {each.article.id: each.article.text for each in hard_articles()}
    found = rows(format_, hard_articles(), raw="yes")
    assert found
    for row in found:
        text = texts[row["article_id"]]
        assert text[int(row["char_start"]) : int(row["char_end"])] == row[words]
        assert row["sentence"] in text
    assert len({row[key] for row in found}) == len(found)


def test_the_columns_of_figures() -> None:
    header = "".join(map(str, FIGURES.write([], Writing()))).strip().split(",")
    wanted = {
        *("figure_id", "article_id", "article_url", "source_name", "published_at", "text_sha256"),
        *("quote", "sentence", "char_start", "char_end", "harm_type", "count_text", "count_min"),
        *("count_max", "count_best", "count_qualifier", "vague_rule", "victim_status"),
        *("victim_group", "part_of", "is_cumulative", "as_of", "claim_source"),
        *("claim_source_type", "claim_quote_id", "assertion", "place_text", "event_date_text"),
        *("review_status", "annotator", "reviewed_at", "detector", "note", "tags", "copy_of"),
    }
    assert wanted <= set(header)


def test_a_figure() -> None:
    article, *_ = hard_articles()
    said, part = rows(FIGURES, [article])
    told = "urn:hard/1?a=b#c"
    assert said["figure_id"] == f"{told}:{said['char_start']}-{said['char_end']}:killed"
    assert (said["count_text"], said["count_min"], said["count_best"]) == ("12", "12", "12")
    assert "count_max" not in said
    assert said["count_qualifier"] == "at_least"
    assert (said["claim_source"], said["assertion"]) == ("mayor Ihor Terek", "claimed")
    assert said["claim_quote_id"].endswith(":indirect")
    assert (said["is_cumulative"], said["as_of"]) == ("true", "2016-10-20T08:00:00+02:00")
    assert (said["latitude"], said["longitude"], said["geo_precision"]) == (
        "49.99",
        "36.23",
        "city",
    )
    assert said["incident_id"] == "khariv-2016-10-20"
    assert not {"victim_status", "reviewed_at", "claim_source_type", "part_of"} & said.keys()
    assert (part["is_part"], part["part_of_text"]) == ("true", "12 people")
    assert (part["count_qualifier"], part["assertion"]) == ("exact", "stated")


def test_a_part_names_the_figure_that_it_is_part_of() -> None:
    text = "Ten people died, two of them children."
    whole = figure(text, "Ten people", "killed", "Ten")
    part = figure(text, "two of them", "killed", "two", part_of=span(text, "Ten people"))
    found = rows(
        FIGURES, [AnnotatedArticle(article=Article(id="a", text=text), annotations=(whole, part))]
    )
    assert found[1]["part_of"] == found[0]["figure_id"] == "a:0-10:killed"


def test_a_quote_with_its_parts() -> None:
    first = next(each for each in rows(QUOTES, hard_articles()) if "speaker_name" in each)
    assert first["speaker_text"] == "he"
    assert CITY[int(first["speaker_start"]) : int(first["speaker_end"])] == "he"
    assert first["speaker_name"] == "Ihor Terek"
    assert first["utterance_text"].startswith("“We heard it\ncoming")


def test_sentences_around() -> None:
    text = "One came. Two left. Three died. Four fled. Five hid."
    three = figure(text, "Three", "killed", "Three")
    article = AnnotatedArticle(article=Article(id="a", text=text), annotations=(three,))
    assert rows(FIGURES, [article])[0]["sentence"] == "Three died."
    around = rows(FIGURES, [article], context="1")[0]["sentence"]
    assert around == "Two left. Three died. Four fled."
    assert rows(FIGURES, [article], context="9")[0]["sentence"] == text


@pytest.mark.parametrize("asked", ["", "-1", "x", "101", "²"])
def test_what_is_no_number_of_sentences(asked: str) -> None:
    with pytest.raises(UsageError, match="no number of sentences"):
        rows(FIGURES, [], context=asked)


def test_raw_is_yes_or_no() -> None:
    with pytest.raises(UsageError, match="neither yes nor no"):
        rows(FIGURES, [], raw="1")


def test_texts_are_guarded_and_numbers_stay_numbers() -> None:
    text = "=1+1 said 5 died."
    five = figure(text, "5", "killed", "5", longitude=-3.5, latitude=-1.0, note="@x")
    article = AnnotatedArticle(article=Article(id="a", text=text, title="-1"), annotations=(five,))
    guarded, plain = rows(FIGURES, [article])[0], rows(FIGURES, [article], raw="yes")[0]
    assert (guarded["longitude"], guarded["latitude"]) == ("-3.5", "-1.0")
    assert (guarded["note"], guarded["article_title"]) == ("'@x", "'-1")
    assert guarded["sentence"] == "'=1+1 said 5 died."
    assert (plain["note"], plain["article_title"]) == ("@x", "-1")


def test_vague_words_and_ranges_are_told_apart() -> None:
    text = "Dozens died, 3 to 7 fled."
    dozens = figure(
        text, "Dozens", "killed", "Dozens", count=Count(low=24, best=24), vague_rule="default"
    )
    some = figure(text, "3 to 7", "displaced", "3 to 7", count=Count(low=3, high=7, best=5))
    article = AnnotatedArticle(article=Article(id="a", text=text), annotations=(dozens, some))
    found = rows(FIGURES, [article])
    assert [each["count_qualifier"] for each in found] == ["vague", "range"]
    assert found[0]["count_text"] == "Dozens"


def test_status_is_blank_unless_words_tell() -> None:
    text = "5 soldiers, 6 civilians and 7 women died."
    kinds = (("5 soldiers", "soldier"), ("6 civilians", "civilian"), ("7 women", "woman"))
    found: tuple[CasualtyFigure | Quote, ...] = tuple(
        figure(text, words, "killed", words[0], victim_type=kind) for words, kind in kinds
    )
    article = AnnotatedArticle(article=Article(id="a", text=text), annotations=found)
    assert [row.get("victim_status") for row in rows(FIGURES, [article])] == [
        "combatant",
        "civilian",
        None,
    ]


def test_a_figure_claimed_in_a_quote_that_is_not_exported() -> None:
    text = "“5 died,” he said."
    five = figure(text, "5", "killed", "5", claimed_in=Span.cut(text, 0, 9))
    whole = quote(text, "“5 died,”", "direct")
    article = Article(id="a", text=text)
    alone = rows(FIGURES, [AnnotatedArticle(article=article, annotations=(five,))])[0]
    both = rows(FIGURES, [AnnotatedArticle(article=article, annotations=(whole, five))])[0]
    assert "claim_quote_id" not in alone
    assert alone["claim_quote_text"] == "“5 died,”"
    assert both["claim_quote_id"] == "a:0-9:direct"

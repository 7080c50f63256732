"""CSV: an annotation a row, every field of every layer a column."""

import csv
import io
from dataclasses import replace

from annotations.formats import AnnotatedArticle, Writing
from annotations.formats.csv_table import COLUMNS, write
from annotations.model import Article


def rows(*articles: AnnotatedArticle) -> list[dict[str, str]]:
    """What a reader of CSV finds, without the cells that are empty."""
    text = "".join(write(articles, Writing()))
    found = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [{name: cell for name, cell in row.items() if cell} for row in found]


def test_columns() -> None:
    assert ",".join(COLUMNS) == (
        "article_id,title,source,url,published,byline,language,article_tags,article_note,"
        "copy_of,layer,start,end,text,status,id,tags,note,annotator,detector,rule,confidence,"
        "label,name,known_as,country,latitude,longitude,geo_precision,geo_alternatives,"
        "type,speaker_start,speaker_end,speaker,cue_start,cue_end,cue,speaker_name,"
        "speaker_rule,utterance_start,utterance_end,utterance,"
        "num_start,num_end,category,count_low,count_high,count_best,qualifier,victim_type,"
        "victim_group,place,date,date_iso,claimed_by,claimed_in_start,claimed_in_end,claimed_in,"
        "negated,hypothetical,subset,part_of_start,part_of_end,part_of,incremental,cumulative,"
        "historical,rate,implicit,vague_rule"
    )


def test_a_row_an_annotation(annotated: AnnotatedArticle) -> None:
    about = {
        "article_id": "a-1",
        "title": 'The "pause", day 1',
        "source": "The Lindow Courier",
        "url": "https://example.org/1",
        "published": "2016-10-20",
        "byline": "Jo Lane; Ed Rook",
        "language": "en",
        "article_tags": "aid; air strikes",
        "article_note": "First.\nSecond.",
    }
    assert rows(annotated) == [
        about
        | {
            "layer": "entities",
            "start": "36",
            "end": "45",
            "text": "Mara Dell",
            "status": "accepted",
            "id": "3",
            "tags": "mayor; check",
            "note": "'=1+1",
            "annotator": "ana",
            "detector": "md 3.7.1",
            "label": "PERSON",
            "name": "Mara Dell",
        },
        about
        | {
            "layer": "quotes",
            "start": "9",
            "end": "29",
            "text": "“We wait,\nall of us”",
            "status": "suggested",
            "type": "direct",
            "speaker_start": "36",
            "speaker_end": "45",
            "speaker": "Mara Dell",
            "cue_start": "31",
            "cue_end": "35",
            "cue": "said",
            "speaker_name": "Mara Dell",
            "speaker_rule": "full-name",
            "utterance_start": "9",
            "utterance_end": "45",
            "utterance": "“We wait,\nall of us”, said Mara Dell",
            "rule": "tail",
            "confidence": "medium",
        },
        about
        | {
            "layer": "casualties",
            "start": "47",
            "end": "67",
            "text": "At least 12 soldiers",
            "status": "rejected",
            "num_start": "56",
            "num_end": "58",
            "category": "killed",
            "count_low": "12",
            "count_best": "12",
            "qualifier": "at_least",
            "victim_type": "soldier",
            "victim_group": "Calder",
            "place": "Lindow",
            "date": "Tuesday",
            "date_iso": "2016-10-18",
            "claimed_by": "the army",
            "negated": "false",
            "hypothetical": "false",
            "subset": "false",
            "incremental": "false",
            "cumulative": "true",
            "claimed_in_start": "0",
            "claimed_in_end": "7",
            "claimed_in": "😊 Pause",
            "part_of_start": "56",
            "part_of_end": "67",
            "part_of": "12 soldiers",
            "historical": "true",
            "rate": "a day",
            "implicit": "true",
            "vague_rule": "acled",
            "rule": "passive",
            "confidence": "high",
        },
    ]


def test_the_header_stands_alone_without_annotations() -> None:
    bare = AnnotatedArticle(article=Article(id="a", text="Text."))
    assert "".join(write([bare], Writing())) == ",".join(COLUMNS) + "\n"
    assert "".join(write([], Writing())) == ",".join(COLUMNS) + "\n"


def test_rows_end_in_a_line_feed_alone(annotated: AnnotatedArticle) -> None:
    assert "\r" not in "".join(write([annotated], Writing()))


def test_articles_follow_each_other(annotated: AnnotatedArticle) -> None:
    other = replace(annotated, article=replace(annotated.article, id="b"))
    assert [row["article_id"] for row in rows(annotated, other)] == ["a-1"] * 3 + ["b"] * 3


def test_claims_of_a_copy_name_what_it_is_a_copy_of(annotated: AnnotatedArticle) -> None:
    assert {row["copy_of"] for row in rows(replace(annotated, copy_of="wire"))} == {"wire"}
    assert not any("copy_of" in row for row in rows(annotated))


def test_names_that_are_known_as_others_say_so(annotated: AnnotatedArticle) -> None:
    known_as = {("PERSON", "Mara Dell"): "Mara Anne Dell", ("ORG", "Mara Dell"): "Dell Limited"}
    first, *others = rows(replace(annotated, known_as=known_as))
    assert (first["name"], first["known_as"]) == ("Mara Dell", "Mara Anne Dell")
    assert not any("known_as" in row for row in others)


def test_what_a_spreadsheet_would_run_stays_where_that_is_asked_for(
    annotated: AnnotatedArticle,
) -> None:
    assert ",=1+1," in "".join(write([annotated], Writing(settings={"raw": "yes"})))

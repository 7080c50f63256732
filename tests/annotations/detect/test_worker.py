"""The worker as a real process, spoken to by hand."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

_BLANK = ["--model=blank:en"]


def _run(lines: list[Any], *options: str) -> tuple[int, list[Any], str]:
    """Send lines to a worker; exit status, answers and standard error."""
    sent = "".join((each if isinstance(each, str) else json.dumps(each)) + "\n" for each in lines)
    done = subprocess.run(
        [sys.executable, "-m", "annotations.detect.worker", *options],
        input=sent.encode(),
        capture_output=True,
        check=False,
    )
    return (
        done.returncode,
        [json.loads(line) for line in done.stdout.splitlines()],
        done.stderr.decode(),
    )


def test_a_greeting_and_then_one_answer_for_each_article_in_order() -> None:
    quote = "“We have never seen a flood like this before.”"
    status, answers, _ = _run([{"id": "a", "text": quote}, {"id": 7, "text": ""}], *_BLANK)
    assert status == 0
    assert set(answers[0]) == {"detector"}
    assert [each["id"] for each in answers[1:]] == ["a", 7]
    assert [each["text"] for each in answers[1]["quotes"]] == [quote]
    assert answers[2] == {"id": 7, "entities": [], "quotes": [], "casualties": []}


@pytest.mark.parametrize(
    "broken", ["no json", "[]", {"id": "x"}, {"id": "x", "text": 5}, {"id": "x", "text": "\ud800"}]
)
def test_a_request_that_fails_does_not_stop_the_next(broken: Any) -> None:
    status, answers, _ = _run([broken, {"id": "b", "text": "Rain."}], *_BLANK)
    assert status == 0
    assert "error" in answers[1]
    assert answers[2]["id"] == "b"


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ({"published": "2016-10-28"}, "2016-10-27"),
        ({"published": "2016-10-28T23:30:00-05:00"}, "2016-10-27"),
        ({"published": None}, None),
        ({}, None),
        ({"published": "last week"}, None),
        ({"published": "2016-02-31"}, None),
        ({"published": 20161028}, None),
        ({"published": ["2016-10-28"]}, None),
    ],
)
def test_dates_are_counted_from_the_articles_own_if_it_has_one(
    published: dict[str, Any], day: str | None
) -> None:
    _, answers, _ = _run([{"id": 1, "text": "12 killed yesterday"} | published], *_BLANK)
    (figure,) = answers[1]["casualties"]
    assert (figure["date"], figure["date_iso"]) == ("yesterday", day)


def test_a_vague_word_is_counted_by_the_rule_that_is_asked_for() -> None:
    request = [{"id": 1, "text": "Dozens killed"}]
    _, (greeting, answer), _ = _run(request, "--vague-rule=acled", *_BLANK)
    assert greeting["detector"]["version"].endswith("+acled")
    assert answer["casualties"][0]["vague_rule"] == "acled"
    assert answer["casualties"][0]["count_best"] == 12


def test_a_missing_pipeline_is_the_greeting() -> None:
    status, answers, _ = _run([], "--model=no_such_model")
    assert status == 1
    assert answers[0]["missing"] == "no_such_model"
    assert "not installed" in answers[0]["error"]
    assert answers[0]["hint"]


def test_describe_prints_one_object() -> None:
    status, answers, _ = _run([], "--describe", *_BLANK)
    assert status == 0
    assert answers[0]["components"] == []
    assert answers[0]["official"] is None


def test_it_ends_quietly_when_nobody_reads_its_answers() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "annotations.detect.worker", *_BLANK],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin and process.stdout and process.stderr
    with process:
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write(b'{"id": 1, "text": "Rain."}\n')
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not hasattr(os, "nice"), reason="this system has no niceness")
def test_it_can_yield_to_other_processes() -> None:
    status, answers, _ = _run([], "--nice=3", *_BLANK)
    assert status == 0
    assert answers


def test_a_persons_own_names_are_found_and_named_in_the_greeting(tmp_path: Path) -> None:
    own = tmp_path / "names.toml"
    own.write_text('[names]\nORG = ["Kelp Front"]\n')
    request = {"id": 1, "text": "The Kelp Front slept."}
    status, answers, _ = _run([request], *_BLANK, f"--own-names={own}")
    assert status == 0
    assert "+own." in answers[0]["detector"]["version"]
    (name,) = answers[1]["entities"]
    assert (name["text"], name["label"], name["rule"]) == ("Kelp Front", "ORG", "own-name")


def test_own_names_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    status, answers, _ = _run([], *_BLANK, f"--own-names={tmp_path / 'names.toml'}")
    assert status == 1
    assert "names.toml" in answers[0]["error"]
    assert "[names]" in answers[0]["hint"]


def test_places_and_what_is_counted_there_have_coordinates() -> None:
    text = "Six soldiers were killed in Mosul, Iraq, on Monday."
    _, answers, _ = _run([{"id": 1, "text": text}])
    (figure,) = answers[1]["casualties"]
    assert (figure["country"], figure["geo_precision"]) == ("IQ", "city")
    assert (round(figure["latitude"]), round(figure["longitude"])) == (36, 43)

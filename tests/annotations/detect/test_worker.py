"""The worker as a real process, spoken to by hand."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import pytest

_BLANK = "--model=blank:en"


class _Worker:
    """A worker that is running."""

    def __init__(self, *options: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "annotations.detect.worker", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.pid = self._process.pid
        self.greeting = self._answer()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        with self._process:
            self._process.kill()

    def ask(self, *requests: Any) -> list[Any]:
        """Send lines, all before any answer is read."""
        assert self._process.stdin
        for each in requests:
            line = each if isinstance(each, str) else json.dumps(each)
            self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()
        return [self._answer() for _ in requests]

    def leave(self) -> None:
        """Read no more answers."""
        assert self._process.stdout
        self._process.stdout.close()

    def end(self, *requests: Any) -> tuple[int, str]:
        """End its input; exit status and standard error."""
        assert self._process.stdin and self._process.stderr
        for each in requests:
            self._process.stdin.write(json.dumps(each).encode() + b"\n")
        self._process.stdin.close()
        return self._process.wait(), self._process.stderr.read().decode()

    def _answer(self) -> Any:
        assert self._process.stdout
        return json.loads(self._process.stdout.readline())


@pytest.fixture(scope="module")
def worker() -> Iterator[_Worker]:
    """A worker without any options."""
    with _Worker(_BLANK) as started:
        yield started
        assert started.end() == (0, "")


def test_one_answer_for_each_article_in_order(worker: _Worker) -> None:
    quote = "“We have never seen a flood like this before.”"
    assert set(worker.greeting) == {"detector"}
    first, second = worker.ask({"id": "a", "text": quote}, {"id": 7, "text": ""})
    assert first["id"] == "a"
    assert [each["text"] for each in first["quotes"]] == [quote]
    assert second == {"id": 7, "entities": [], "quotes": [], "casualties": []}


@pytest.mark.parametrize(
    "broken", ["no json", "[]", {"id": "x"}, {"id": "x", "text": 5}, {"id": "x", "text": "\ud800"}]
)
def test_a_request_that_fails_does_not_stop_the_next(worker: _Worker, broken: Any) -> None:
    failed, answer = worker.ask(broken, {"id": "b", "text": "Rain."})
    assert "error" in failed
    assert answer["id"] == "b" and "error" not in answer


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
    worker: _Worker, published: dict[str, Any], day: str | None
) -> None:
    (answer,) = worker.ask({"id": 1, "text": "12 killed yesterday"} | published)
    (figure,) = answer["casualties"]
    assert (figure["date"], figure["date_iso"]) == ("yesterday", day)


def test_places_have_coordinates(worker: _Worker) -> None:
    (answer,) = worker.ask({"id": 1, "text": "12 killed in Mosul"})
    (place,) = answer["entities"]
    assert (place["country"], place["geo_precision"]) == ("IQ", "city")
    assert (round(place["latitude"]), round(place["longitude"])) == (36, 43)


def test_it_does_what_its_options_say(tmp_path: Path) -> None:
    own = tmp_path / "names.toml"
    own.write_text('[names]\nORG = ["Kelp Front"]\n')
    with _Worker(_BLANK, "--vague-rule=acled", f"--own-names={own}", "--nice=3") as worker:
        version = worker.greeting["detector"]["version"]
        assert "+acled+own." in version
        if hasattr(os, "getpriority"):
            assert _niceness(worker.pid) == min(_niceness(0) + 3, 19)
        counted, named = worker.ask(
            {"id": 1, "text": "Dozens killed"}, {"id": 2, "text": "The Kelp Front slept."}
        )
    (figure,) = counted["casualties"]
    assert (figure["vague_rule"], figure["count_best"]) == ("acled", 12)
    (name,) = named["entities"]
    assert (name["text"], name["label"], name["rule"]) == ("Kelp Front", "ORG", "own-name")


def _niceness(pid: int) -> int:
    return os.getpriority(os.PRIO_PROCESS, pid)


def test_a_missing_pipeline_is_the_greeting_and_spacy_is_not_imported_for_it() -> None:
    script = (
        "import sys\n"
        "from annotations.detect.worker import main\n"
        "assert main(['--model=no_such_model']) == 1\n"
        "assert 'spacy' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    greeting = json.loads(done.stdout)
    assert greeting["missing"] == "no_such_model"
    assert "not installed" in greeting["error"]
    assert greeting["hint"]


def test_own_names_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    with _Worker(_BLANK, f"--own-names={tmp_path / 'names.toml'}") as worker:
        assert worker.end() == (1, "")
    assert "names.toml" in worker.greeting["error"]
    assert "[names]" in worker.greeting["hint"]


def test_describe_prints_one_object() -> None:
    with _Worker(_BLANK, "--describe") as worker:
        assert worker.end() == (0, "")
    assert worker.greeting["components"] == []
    assert worker.greeting["official"] is None


def test_it_ends_quietly_when_nobody_reads_its_answers() -> None:
    with _Worker(_BLANK) as worker:
        worker.leave()
        assert worker.end({"id": 1, "text": "Rain."}) == (0, "")

"""The parent's side of the worker, with real processes."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.detect.client import DetectorProcess
from annotations.detect.models import DEFAULT_MODEL
from annotations.errors import DetectorDied, DetectorError, ModelMissing
from annotations.model import Article, CasualtyFigure, VagueRule

_QUOTE = "“We have never seen a flood like this before.”"
_LONG = "Rain fell on the town.\n" * 600 + "x" * 40_000
"""Two chunks. The first takes longer than the worker waits before it tells of its progress, and
little more: one letter over and over is parsed at once."""


def _article(article_id: str, text: str, *, published: str | None = None) -> Article:
    return Article(id=article_id, text=text, published=published)


@pytest.fixture(scope="module")
def shared() -> Iterator[DetectorProcess]:
    with DetectorProcess("blank:en") as started:
        yield started


@pytest.fixture
def process(shared: DetectorProcess) -> DetectorProcess:
    """A process that is running, whatever the test before has done to it."""
    shared.start()
    return shared


@pytest.fixture(scope="module")
def busy() -> Iterator[DetectorProcess]:
    """A process whose pipeline takes its time."""
    with DetectorProcess(DEFAULT_MODEL) as started:
        yield started


def test_it_says_who_it_is_and_annotates(process: DetectorProcess) -> None:
    assert process.detector == process.start()
    assert [each.text for each in process.detect(_article("a", _QUOTE))] == [_QUOTE]
    assert process.detect(_article("b", "")) == []


def test_an_article_that_fails_leaves_the_process_alive(process: DetectorProcess) -> None:
    pid = process.pid
    with pytest.raises(DetectorError, match="Article 'bad' could not be annotated"):
        process.detect(_article("bad", "lone \ud800 surrogate"))
    assert len(process.detect(_article("good", _QUOTE))) == 1
    assert process.pid == pid


def test_the_articles_date_and_the_vague_rule_reach_the_detector() -> None:
    report = _article("a", "Dozens killed yesterday", published="2016-10-28")
    with DetectorProcess("blank:en", vague_rule=VagueRule.ACLED) as process:
        (figure,) = process.detect(report)
        assert process.start().version.endswith("+acled")
    assert isinstance(figure, CasualtyFigure)
    assert (figure.date_iso, figure.vague_rule) == ("2016-10-27", "acled")


def test_a_killed_process_is_reported_and_can_be_restarted(process: DetectorProcess) -> None:
    pid = process.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(DetectorDied, match="killed by signal 9"):
        process.detect(_article("a", _QUOTE))
    assert process.pid is None and process.detector is None
    process.restart()
    assert process.pid not in (None, pid)
    assert len(process.detect(_article("a", _QUOTE))) == 1


def test_a_missing_pipeline_is_named() -> None:
    with pytest.raises(ModelMissing, match="'no_such_model' is not installed"):
        DetectorProcess("no_such_model").start()


def test_a_folder_that_is_no_pipeline(tmp_path: Path) -> None:
    with pytest.raises(DetectorError, match="could not be loaded"):
        DetectorProcess(str(tmp_path)).start()


def test_closing_before_the_start_and_twice_does_no_harm(process: DetectorProcess) -> None:
    DetectorProcess("blank:en").close()
    process.close()
    process.close()
    assert process.pid is None


def test_progress_of_a_long_article(busy: DetectorProcess) -> None:
    shares: list[float] = []
    busy.detect(_article("long", _LONG), progress=shares.append)
    assert shares and shares == sorted(shares)
    assert all(0 < share < 1 for share in shares)


def test_an_answer_to_an_interrupted_call_is_not_taken_for_the_next(busy: DetectorProcess) -> None:
    def interrupt(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        busy.detect(_article("long", _LONG), progress=interrupt)
    assert [each.text for each in busy.detect(_article("b", _QUOTE))] == [_QUOTE]


def test_closing_from_another_thread_stops_a_running_article(busy: DetectorProcess) -> None:
    begun = threading.Event()
    stopped: list[BaseException] = []

    def detect() -> None:
        try:
            busy.detect(_article("long", _LONG * 50), progress=lambda _share: begun.set())
        except DetectorDied as error:
            stopped.append(error)

    thread = threading.Thread(target=detect)
    thread.start()
    assert begun.wait(60)
    busy.close()
    thread.join(60)
    assert len(stopped) == 1
    assert busy.pid is None


@pytest.mark.parametrize(
    "entities",
    [
        "[{'start': 1, 'end': 5, 'text': 'Rain', 'label': 'ORG'}]",
        "[{'start': 0, 'text': 'Rain', 'label': 'ORG'}]",
        "7",
    ],
)
def test_an_answer_that_does_not_fit_the_article_fails_that_article_alone(
    monkeypatch: pytest.MonkeyPatch, entities: str
) -> None:
    answers = (
        "import json\n"
        "print(json.dumps({'detector': {'name': 'd', 'version': '1'}}), flush=True)\n"
        f"input(); print(json.dumps({{'id': 1, 'entities': {entities}}}), flush=True)\n"
        "input(); print(json.dumps({'id': 2}), flush=True)\n"
    )
    monkeypatch.setattr(
        "annotations.detect.client.worker_command",
        lambda model, *, vague_rule, own_names, nice: [sys.executable, "-c", answers],
    )
    with DetectorProcess() as process:
        with pytest.raises(DetectorError, match="Article 'a' could not be annotated") as raised:
            process.detect(_article("a", "Rain."))
        assert not isinstance(raised.value, DetectorDied)
        assert process.detect(_article("b", "Rain.")) == []


def test_modules_in_the_current_folder_do_not_stand_in_for_real_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "spacy.py").write_text("raise RuntimeError('not the real one')\n")
    monkeypatch.chdir(tmp_path)
    with DetectorProcess("blank:en") as process:
        assert len(process.detect(_article("a", _QUOTE))) == 1


def test_the_client_brings_no_spacy_with_it() -> None:
    script = (
        "import sys\n"
        "from annotations.detect import client, models\n"
        "from annotations.detect.casualties import numbers\n"
        "sys.exit('spacy' in sys.modules or 'numpy' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0

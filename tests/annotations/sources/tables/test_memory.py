"""Tables that ask for too much, in a process that may have one gibibyte of memory."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

resource = pytest.importorskip("resource", reason="Windows has no bound on memory to set")

_LIMITED = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]),) * 2)
from annotations.sources import read
for item in read(Path(sys.argv[1])):
    print(type(item).__name__, str(getattr(item, "message", ""))[-60:])
"""
_MILLION = 1_000_000


def lines_read(path: Path, *, most: int = 1 << 30) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(path), str(most)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def objects() -> str:
    return '[{"text": "a", "x": [' + "{}," * 25 * _MILLION + "{}]}]"


def strings() -> str:
    return '{"x": [' + '"ab",' * 15 * _MILLION + "1]}"


def one_string() -> str:
    return '{"x": "' + "a" * 70 * _MILLION + '"}'


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (objects, "record 1: too many values in one record."),
        (strings, "record 1: too many values in one record."),
        (one_string, "record 1: more than 64 MB in one value."),
    ],
)
def test_hostile_json(make: Callable[[], str], reason: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(make())
    (line,) = lines_read(path)
    assert line.startswith("SourceError")
    assert line.endswith(reason)


def test_a_hostile_line_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "a"}\n{"x": [' + "{}," * 15 * _MILLION + ']}\n{"text": "b"}\n')
    first, hostile, last = lines_read(path)
    assert (first.split()[0], last.split()[0]) == ("Article", "Article")
    assert hostile.endswith("line 2: too many values in one record.")


def test_a_cell_of_very_many_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('title,text\na,"' + "x\n" * 250_000)
    (line,) = lines_read(path, most=300_000_000)
    assert line.endswith("the first has a quotation mark without its other.")


def records() -> Iterator[str]:
    text = "Shells hit the market. " * 1_000
    return (json.dumps({"headline": f"R {number}", "content": text}) for number in range(2_000))


def test_a_document_larger_than_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with path.open("w") as file:
        file.write('{"status": "ok", "articles": [')
        for number, record in enumerate(records()):
            file.write(f"{', ' if number else ''}{record}")
        file.write("]}")
    found = lines_read(path, most=150_000_000)
    assert path.stat().st_size > 40_000_000
    assert (len(found), {line.split()[0] for line in found}) == (2_000, {"Article"})

"""A person's own list of names."""

from pathlib import Path

import pytest

from annotations.detect.own_names import NOTHING_OWN, OwnNames, read_own_names
from annotations.errors import OwnNamesError


def written(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "names.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_a_list_is_read(tmp_path: Path) -> None:
    path = written(
        tmp_path, '[names]\nORG = ["Kelp Front", "KF "]\nGPE = []\n\n[labels]\nPER = "PERSON"\n'
    )
    assert read_own_names(path) == OwnNames(
        names={"Kelp Front": "ORG", "KF": "ORG"}, labels={"PER": "PERSON"}
    )


def test_an_empty_list_says_nothing(tmp_path: Path) -> None:
    assert read_own_names(written(tmp_path, "")) == NOTHING_OWN


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("[names", "Expected ']'"),
        ("[people]\n", "[people] is no table of it"),
        ('[names]\nORG = "Kelp Front"\n', "names.ORG is not a list of names"),
        ('[names]\nORG = [" "]\n', "names.ORG is not a list of names"),
        ("[labels]\nPER = 1\n", "labels.PER is not a label"),
    ],
)
def test_what_is_wrong_with_a_list_is_said(tmp_path: Path, content: str, reason: str) -> None:
    with pytest.raises(OwnNamesError) as caught:
        read_own_names(written(tmp_path, content))
    assert reason in caught.value.message
    assert str(tmp_path) in caught.value.message


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OwnNamesError, match="No such file"):
        read_own_names(tmp_path / "names.toml")


def test_another_list_makes_another_detector() -> None:
    marks = {
        NOTHING_OWN.mark,
        OwnNames(names={"KF": "ORG"}).mark,
        OwnNames(names={"KF": "GPE"}).mark,
        OwnNames(labels={"KF": "GPE"}).mark,
    }
    assert len(marks) == 4
    assert NOTHING_OWN.mark == ""

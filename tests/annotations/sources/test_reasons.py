"""What a library says is wrong."""

import io
import zipfile

import pytest

from annotations.sources import input_of_bytes, read_input
from annotations.sources.reasons import called, reason_of


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (ValueError("It is odd."), "It is odd"),
        (ValueError("a\x1b[2Jb\nc"), "a b c"),
        (EOFError(), "EOFError"),
        (ValueError("x" * 1_000), "x" * 200 + "…"),
    ],
)
def test_a_reason_is_one_line_with_an_end(error: Exception, reason: str) -> None:
    assert reason_of(error) == reason


def test_a_zip_file_whose_names_disagree_is_told_in_a_line() -> None:

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "Text. " * 2_000)
    data = bytearray(file.getvalue())
    data[26:28] = (5_000).to_bytes(2, "little")  # the length of the name before the contents
    (error,) = read_input(input_of_bytes(bytes(data), name="a.zip"))
    assert len(str(error)) < 500


def test_a_title_is_quoted_as_far_as_it_is_one() -> None:
    assert called("") == ""
    assert called("The river") == " “The river”"
    assert called("x" * 60_000) == f" “{'x' * 200}…”"


def test_a_reference_without_text_is_told_in_a_line() -> None:
    data = f"TY  - NEWS\nTI  - {'River ' * 2_000}\nUR  - https://example.org/1\nER  - \n".encode()
    items = list(read_input(input_of_bytes(data, name="a.ris")))
    assert items
    assert all(len(str(item)) < 1_000 for item in items if isinstance(item, Exception))

import pytest

from annotations.filters import Value


@pytest.mark.parametrize(
    ("value", "text", "fits"),
    [
        (Value("reu"), "Reuters", True),
        (Value("guard"), "The Guardian", True),
        (Value("mali"), "Somalia", False),
        (Value("mali"), "Mali", True),
        (Value("sao"), "São Paulo", True),
        (Value("obama"), "Barack O’Bama", True),
        (Value("abu omar", whole=True), "Abu  Omar", True),
        (Value("Abu", whole=True), "Abu Omar", False),
        (Value("a.b"), "axb", False),
        (Value("paulo"), "", False),
    ],
)
def test_fits(value: Value, text: str, fits: bool) -> None:
    assert value.fits(text) is fits

import pytest

from annotations.origins import is_credit, is_of_source


@pytest.mark.parametrize(
    ("name", "source", "expected"),
    [
        ("Reuters", "Reuters", True),
        ("Reuters", "reuters.com", True),
        ("Reuters", "Reuters Africa", True),
        ("AFP", "Agence AFP", True),
        ("Agência Sul", "Agencia Sul", True),
        ("Reuters Africa", "Reuters", False),
        ("Post", "Postal News", False),
        ("Reuters", None, False),
    ],
)
def test_names_of_a_source(name: str, source: str | None, expected: bool) -> None:
    assert is_of_source(name, source) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ADEN (Reuters) - A ship sank.", True),
        ("ADEN, May 3 (Reuters) — A ship sank.", True),
        ("Corrected.\n\nADEN (Reuters/KNA) – A ship sank.", True),
        ("ADEN (Reuters) -- A ship sank.", True),
        ("Fighters (Reuters)-led, they say.", False),
        ("ADEN (Reuters): A ship sank.", False),
        ("The agency (Reuters) said a ship sank.", False),
        ("A ship sank, Reuters said - again.", False),
        ("(Sinking) Reuters) - no.", False),
    ],
)
def test_credits_in_datelines(text: str, expected: bool) -> None:
    start = text.index("Reuters")
    assert is_credit(text, start, start + len("Reuters")) is expected

"""Single marks that quote by themselves, among apostrophes."""

import pytest

from annotations.detect.quotes.marks import pair


def _quoted(text: str) -> list[str]:
    return [text[region.start : region.end] for region in pair(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("'The soldiers' camp was empty,' she said.", ["'The soldiers' camp was empty,'"]),
        ("‘The soldiers’ camp was empty,’ she said.", ["‘The soldiers’ camp was empty,’"]),
        ("‘Go,’ he said. ‘Now.’", ["‘Go,’", "‘Now.’"]),
        ("'It's O'Brien's book,' he said.", ["'It's O'Brien's book,'"]),
        ("He said: 'The roads are gone. We can't go.'", ["'The roads are gone. We can't go.'"]),
        ("‘I was—’ he began.", ["‘I was—’"]),
        ("'Go,'he said.", ["'Go,'"]),
        ("She called it 'a mess', then left.", ["'a mess'"]),
        ("‚Geh‘, sagte er.", ["‚Geh‘"]),
        ("`Go,' he said.", ["`Go,'"]),
        ("Mayor: Bridge 'a danger'", ["'a danger'"]),
    ],
)
def test_single_marks_quote(text: str, quoted: list[str]) -> None:
    assert _quoted(text) == quoted


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers' camp was empty.",
        "James’ book, the Joneses' house and Maria's.",
        "It's what they don't say at ten o'clock.",
        "The '90s were loud, and ’08 was worse.",
        "'Tis late. 'Twas late. Give 'em time, 'cause it's late.",
        "It was rock 'n' roll, or rock ’n’ roll.",
        "The people o' the river are goin' home wi' nothin'.",
        "O'Brien left Cote d'Ivoire for Sana'a with a Qur'an.",
        "A 6' wall, a 5'10\" man, a 6' 2\" door.",
        "The al-'Adl road is open.",
    ],
)
def test_apostrophes_quote_nothing(text: str) -> None:
    assert _quoted(text) == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("'Twas a bad night,' she said.", ["'Twas a bad night,'"]),
        ("‘’Tis the season,’ he said.", ["‘’Tis the season,’"]),
        ("'Men o' the river are goin' home,' she said.", ["'Men o' the river are goin' home,'"]),
        ("'We play rock 'n' roll,' she said.", ["'We play rock 'n' roll,'"]),
        ("'I saw the '90s,' she said.", ["'I saw the '90s,'"]),
        ("They named the 'cause' of it.", ["'cause'"]),
    ],
)
def test_apostrophes_inside(text: str, quoted: list[str]) -> None:
    assert _quoted(text) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The 'dogs' were out.", ["'dogs'"]),
        ("Both 'Lions' and 'Tigers' of James' club came.", ["'Lions'", "'Tigers'"]),
        ("'Dogs and cats'\nThe end.", ["'Dogs and cats'"]),
        ("The 'northern hills' people came.", ["'northern hills'"]),
        ("'The soldiers' camp was empty, she said.", []),
        ("The 'old men of the hills' and James' friends came.", []),
        ("'The road is open, she said.", []),
        ("'The road is open, she said of the 'camp'.", ["'camp'"]),
    ],
)
def test_what_may_be_a_possessive_closes_a_few_words_at_most(text: str, quoted: list[str]) -> None:
    assert _quoted(text) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("'He called it \"a mess\" and left,' she said.", "'He called it \"a mess\" and left,'"),
        ("‘He called it “a mess”,’ she said.", "‘He called it “a mess”,’"),
        ("‘He called it “a mess”’, she said.", "‘He called it “a mess”’"),
    ],
)
def test_other_marks_stay_inside(text: str, quoted: str) -> None:
    assert _quoted(text) == [quoted]


def test_marks_in_double_ones_stay_inside() -> None:
    assert _quoted("“He said ‘go’,” she said, ‘and left.’") == ["“He said ‘go’,”", "‘and left.’"]


def test_speech_goes_on_over_paragraphs_where_single_marks_quote() -> None:
    assert _quoted("‘One.\n\n‘Two,’ he said.") == ["‘One.", "‘Two,’"]
    assert [region.closed for region in pair("‘One.\n\n‘Two,’ he said.")] == [False, True]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("‘One.\n\nTwo,’ he said. ‘Three.’", ["‘Three.’"]),
        ("‘One.\n\n‘Two,’ he said.\n“Three.”", ["‘Two,’", "“Three.”"]),
        ("The ‘one.\n\n‘Two,’ he said.", ["‘Two,’"]),
    ],
)
def test_otherwise_a_single_mark_needs_its_closing_one(text: str, quoted: list[str]) -> None:
    assert _quoted(text) == quoted

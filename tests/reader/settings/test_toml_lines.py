import pytest

from reader.settings.toml_lines import line_of

TEXT = """\
# theme = "no"
theme = "dark"
'column-width' = 80
long = [
    "a = b",
]

[keys]  # mine
text.next = "tab"
"text.previous" = "n"
'=' = 1

[keys.article]
close = "x"

[inline]
one = { two = { three = 3 } }
"""


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("theme", 2),
        ("column-width", 3),
        ("long", 4),
        ("keys", 8),
        ("keys.text.next", 9),
        ("keys.text.previous", 10),
        ("keys.article", 13),
        ("keys.article.close", 14),
        ("inline.one.two.three", 17),
        ("keys.nothing", 8),
        ("nothing", None),
    ],
)
def test_line_of(name: str, line: int | None) -> None:
    assert line_of(TEXT, name) == line

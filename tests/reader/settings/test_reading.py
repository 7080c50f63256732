"""`config.toml` to settings: a literal file in, literal settings and complaints out."""

from pathlib import Path

import pytest

from annotations.model import VagueRule
from reader.commands import COMMANDS
from reader.keyboard.keymap import Keymap
from reader.own_labels import OwnLabel
from reader.settings.documenting import documented
from reader.settings.places import usual_store
from reader.settings.preferences import DEFAULTS, PREFERENCES, Settings
from reader.settings.reading import Configuration, read_configuration
from reader.switches import Switch


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def read(path: Path, text: str) -> Configuration:
    path.write_text(text, encoding="utf-8")
    return read_configuration(path)


def complaints(configuration: Configuration) -> list[str]:
    """Its problems, with the path taken out of them."""
    return [str(each).replace(str(configuration.path), "FILE") for each in configuration.problems]


def test_without_a_file_everything_is_as_by_default(path: Path) -> None:
    assert read_configuration(path) == Configuration(path=path, settings=DEFAULTS)


def test_everything_can_be_preferred(path: Path) -> None:
    found = read(
        path,
        """
        theme = "light"
        column-width = 66
        layers = ["figures", "numbers"]
        annotator = "Ana"
        model = "other"
        vague-rule = "acled"
        store = "/lib/one.db"
        guidelines = "/lib/codebook.md"
        """,
    )
    assert found.problems == ()
    assert found.settings == Settings(
        theme="light",
        column_width=66,
        layers=frozenset({Switch.FIGURES, Switch.NUMBERS}),
        annotator="Ana",
        model="other",
        vague_rule=VagueRule.ACLED,
        store=Path("/lib/one.db"),
        guidelines=Path("/lib/codebook.md"),
    )
    assert set(found.told) == set(PREFERENCES)


@pytest.mark.parametrize(
    ("written", "expected"), [("mine.db", "mine.db"), ("../x/mine.db", "../x/mine.db")]
)
def test_a_relative_store_is_beside_the_file(path: Path, written: str, expected: str) -> None:
    found = read(path, f'store = "{written}"')
    assert found.settings.store == path.parent / expected


def test_relative_guidelines_are_beside_the_file(path: Path) -> None:
    assert read(path, 'guidelines = "x/y.md"').settings.guidelines == path.parent / "x/y.md"


def test_a_store_in_the_home_folder(path: Path, home: Path) -> None:
    assert read(path, 'store = "~/mine.db"').settings.store == home / "mine.db"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('theme = "pink"', "theme is not one of auto, dark, light, ansi, contrast"),
        ('column-width = "80"', "column-width is not a whole number"),
        ("column-width = true", "column-width is not a whole number"),
        ("column-width = 19", "column-width is not between 20 and 200"),
        ("column-width = 201", "column-width is not between 20 and 200"),
        ('layers = "names"', 'layers is not a list, such as ["names", "quotes"]'),
        (
            'layers = ["names", "verbs"]',
            "layers holds 'verbs'; there are names, quotes, figures, numbers",
        ),
        ("layers = [[]]", "layers holds []; there are names, quotes, figures, numbers"),
        ('annotator = " "', "annotator is not a text in quotation marks"),
        ("model = 3", "model is not a text in quotation marks"),
        ("store = 3", "store is not a path in quotation marks"),
        ('vague-rule = "ucdp"', "vague-rule is not one of default, acled"),
    ],
)
def test_a_value_that_is_none_is_named_with_its_line_and_left_out(
    path: Path, line: str, complaint: str
) -> None:
    found = read(path, f'# mine\n\nannotator = "Ana"\n{line}\n'.replace('"Ana"\na', '"Ana"\n\na'))
    if line.startswith("annotator"):
        found = read(path, f"# mine\n\n\n{line}\n")
    assert complaints(found) == [f"FILE, line 4: {complaint}. Its default is used."]
    name = PREFERENCES[line.partition(" ")[0]].field
    assert getattr(found.settings, name) == getattr(DEFAULTS, name)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("colum-width = 3", "Did you mean 'column-width'?"),
        ("column_width = 3", "Did you mean 'column-width'?"),
        ('Theme = "x"', "Did you mean 'theme'?"),
        ("[stores]", "Did you mean 'store'?"),
        ("xyz = 1", "`closeread config --defaults` lists all there are."),
    ],
)
def test_an_unknown_key_is_reported_with_the_nearest(path: Path, line: str, hint: str) -> None:
    found = read(path, f'model = "m"\n{line}\n')
    name = line.strip("[]").partition(" ")[0]
    assert complaints(found) == [f"FILE, line 2: {name!r} is no key of it. {hint}"]
    assert found.settings == Settings(model="m")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('theme = "dark"\ntheme dark\n', "line 2: Expected '=' after a key in a key/value pair"),
        ('theme = "dark"\ntheme = "light"\n', "line 2: Cannot overwrite a value"),
        ('a = 1\nb = """x\ny', "line 3: Unterminated string at the end of the file"),
    ],
)
def test_a_broken_file_is_named_with_the_line_and_nothing_of_it_used(
    path: Path, text: str, complaint: str
) -> None:
    found = read(path, text)
    hint = "Nothing in the file is used; everything is as by default."
    assert complaints(found) == [f"FILE, {complaint}. {hint}"]
    assert (found.settings, found.exists) == (DEFAULTS, True)


def test_a_file_in_another_charset_is_named_with_the_line(path: Path) -> None:
    path.write_bytes(b'theme = "dark"\nannotator = "Jos\xe9"\n')
    assert complaints(read_configuration(path))[0].startswith("FILE, line 2: this is not UTF-8. ")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    assert complaints(read_configuration(tmp_path))[0].startswith("FILE: Is a directory. ")


def test_a_byte_order_mark_is_no_part_of_the_first_key(path: Path) -> None:
    path.write_bytes(b'\xef\xbb\xbftheme = "light"')
    assert read_configuration(path).settings.theme == "light"


def test_the_documented_file_changes_nothing(path: Path) -> None:
    found = read(path, "\n".join(documented()))
    assert (found.settings, found.told, found.problems) == (DEFAULTS, {}, ())


def test_the_documented_defaults_are_the_defaults(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "ana")
    lines = (line.removeprefix("#") for line in documented() if not line.startswith("# "))
    found = read(path, "\n".join(lines))
    assert found.problems == ()
    assert set(found.told) == {*PREFERENCES, *(f"keys.{each.id}" for each in COMMANDS)}
    keys = Keymap({each.id: each.strokes for each in COMMANDS})
    assert found.settings == Settings(
        annotator="ana",
        store=usual_store(),
        guidelines=usual_store().with_name("guidelines.md"),
        keymap=keys,
    )


KEYS = """\
theme = "dark"
[keys]
text.next = "n"
"text.previous" = ["N", "g p"]
article.next-hit = []
article.previous-hit = []
"""


def test_keys(path: Path) -> None:
    found = read(path, KEYS)
    assert found.problems == ()
    assert found.settings.keymap == Keymap(
        {
            "text.next": ("n",),
            "text.previous": ("N", "g p"),
            "article.next-hit": (),
            "article.previous-hit": (),
        }
    )
    assert found.told["keys.text.previous"] == ["N", "g p"]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("text.next = 3", "keys.text.next is not a key or a list of keys in quotation marks"),
        ("text.next = [3]", "keys.text.next is not a key or a list of keys in quotation marks"),
        ('text.next = "tabu"', "'tabu' is no key"),
        ('"text.nxt" = "n"', "there is no command 'text.nxt'"),
        (
            'text.next = "j"',
            "j would be both text.down (next line) and text.next (next annotation)",
        ),
    ],
)
def test_a_key_that_cannot_be_is_named_with_its_line(path: Path, line: str, complaint: str) -> None:
    found = read(path, f'[keys]\napp.help = "f1"\n{line}\n')
    assert len(found.problems) == 1
    assert complaints(found)[0].startswith(f"FILE, line 3: {complaint}. ")
    assert found.settings.keymap == Keymap({"app.help": ("f1",)})


def test_keys_that_are_no_table(path: Path) -> None:
    assert complaints(read(path, "keys = 3")) == [
        "FILE, line 1: keys is not a table. It begins with a line [keys]."
    ]


LABELS = """\
[labels]
WEAPON = { key = "w", colour = "#d55E00", about = "arms" }
AID-GROUP = {}
[labels.Dam]
colour = "#0072b2"
"""


def test_own_labels(path: Path) -> None:
    found = read(path, LABELS)
    assert found.problems == ()
    assert found.settings.labels == (
        OwnLabel(name="WEAPON", key="w", colour=(213, 94, 0), about="arms"),
        OwnLabel(name="AID-GROUP"),
        OwnLabel(name="Dam", colour=(0, 114, 178)),
    )
    assert found.told == {
        "labels.WEAPON.key": "w",
        "labels.WEAPON.colour": "#d55E00",
        "labels.WEAPON.about": "arms",
        "labels.Dam.colour": "#0072b2",
    }


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('"A B" = {}', "'A B' is no label: letters, digits, _ and -, 24 at the most"),
        ("person = {}", "'person' is a label already"),
        ("killed = {}", "'killed' is a label already"),
        ("ok = {}", "'ok' is a label already"),
        ("X = 3", "'X' is not a table with key, colour or about"),
        ('X = { color = "#000000" }', "'X' has 'color'; there are key, colour, about"),
        ('X = { key = "ab" }', "'X' has a key that is not one character"),
        ('X = { key = "o" }', "'X' has the key of OK"),
        ('X = { colour = "red" }', "'X' has a colour that is not like \"#d55e00\""),
        ("X = { about = 3 }", "'X' has an about that is not a text in quotation marks"),
    ],
)
def test_a_label_that_cannot_be_is_named_with_its_line(
    path: Path, line: str, complaint: str
) -> None:
    found = read(path, f'[labels]\nOK = {{ key = "o" }}\n{line}\n')
    assert complaints(found) == [f"FILE, line 3: {complaint}. It is left out."]
    assert found.settings.labels == (OwnLabel(name="OK", key="o"),)


def test_labels_that_are_no_table(path: Path) -> None:
    assert complaints(read(path, "labels = 3")) == [
        "FILE, line 1: labels is not a table. It begins with a line [labels]."
    ]


def test_every_key_is_documented() -> None:
    text = "\n".join(documented())
    for command in COMMANDS:
        assert f"\n#{command.id} = " in text
        assert f"  # {command.help}\n" in f"{text}\n"
    for each in PREFERENCES.values():
        assert each.about.splitlines()[0] in text
        assert f"\n#{each.name} = " in text

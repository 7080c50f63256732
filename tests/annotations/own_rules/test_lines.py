import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import OwnRuleError
from annotations.model import Layer
from annotations.own_rules import Does, OwnRule
from annotations.own_rules.files import names_file, read_rules, rules_file
from annotations.own_rules.lines import parsed, written

_WORDS = st.text(st.characters(codec="utf-8"), min_size=1).map(str.strip)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("label: Oldport -> gpe", "“Oldport” is always GPE"),
        ("label org :  Oldport -> GPE ", "“Oldport”, where it is ORG, is always GPE"),
        ("never: Kelp", "never mark “Kelp”"),
        ("never person: May", "never mark “May” as PERSON"),
        ("name: Mr Calder -> Ines  Calder", "“Mr Calder” is the name “Ines Calder”"),
        ("name: A: B -> C -> D", "“A: B -> C” is the name “D”"),
        ("label: Falcon-9 -> VEHICLE", "“Falcon-9” is always VEHICLE"),
        ("figure never: 100 metres", "never mark “100 metres”"),
        ("figure label missing: 9 -> Killed", "“9”, where it is missing, is always killed"),
    ],
)
def test_what_is_typed_is_a_rule(line: str, said: str) -> None:
    assert str(parsed(line)) == said


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "'' is no rule."),
        ("Oldport -> GPE", "'Oldport -> GPE' is no rule."),
        ("label: Oldport", "The rule on 'Oldport' needs the label."),
        ("name: Oldport -> ", "The rule on 'Oldport ->' needs the name."),
        ("never: ", "A rule needs the words that it is about."),
        ("label: -> GPE", "The rule on '-> GPE' needs the label."),
        ("label: X -> a b", "'a b' is no label."),
        ("label GPE: X -> gpe", "The rule on 'X' would change nothing."),
        ("name DATE: X -> Y", "What is labelled DATE has no name."),
        ("figure label: 9 -> eaten", "'eaten' is no category."),
        ("figure name: 9 -> Y", "There are no rules that name casualties."),
    ],
)
def test_what_makes_no_sense_is_told(line: str, message: str) -> None:
    with pytest.raises(OwnRuleError) as raised:
        parsed(line)
    assert raised.value.message == message


@pytest.mark.parametrize(
    "line",
    [
        "label: Oldport -> GPE",
        "label ORG: Oldport -> GPE",
        "never PERSON: May",
        "name: Mr Calder -> Ines Calder",
        "figure label missing: 9 -> killed",
    ],
)
def test_a_rule_is_written_as_it_is_typed(line: str) -> None:
    assert written(parsed(line)) == line


@given(_WORDS.filter(bool), _WORDS.filter(lambda each: bool(each.split())), st.booleans())
def test_a_file_is_read_back(text: str, name: str, on: bool) -> None:
    rules = [
        OwnRule(text=text, does=Does.NEVER, was="ORG", is_on=on, example=name),
        OwnRule(text=text, does=Does.NAME, value=" ".join(name.split()), is_on=on),
        OwnRule(text=text, does=Does.LABEL, value="killed", layer=Layer.CASUALTIES),
    ]
    assert read_rules(rules_file(rules), where="rules.toml") == rules


def test_a_file_can_be_read_by_a_person() -> None:
    assert rules_file([parsed("label ORG: The “Kelp” \\ -> GPE"), parsed("never: May")]) == (
        '[[rule]]\ntext = "The “Kelp” \\\\"\nlabel = "GPE"\nwas = "ORG"\n'
        '\n[[rule]]\ntext = "May"\nnever = true\n'
    )


def test_rules_that_label_names_are_a_list_of_own_names() -> None:
    lines = (
        "label: Oldport -> GPE",
        "label: Kelp -> ORG",
        "label: Anders -> GPE",
        "label ORG: Zed -> GPE",
        "never: May",
        "figure label: 9 -> killed",
        "label: Kelp -> PERSON",
    )
    rules = [
        OwnRule(
            text=(rule := parsed(line)).text,
            does=rule.does,
            value=rule.value,
            layer=rule.layer,
            was=rule.was,
            id=number,
            rank=number,
        )
        for number, line in enumerate(lines)
    ]
    content, count = names_file(rules)
    assert content == '[names]\n"GPE" = ["Anders", "Oldport"]\n"PERSON" = ["Kelp"]\n'
    assert count == 3
    assert [str(each) for each in read_rules(content, where="names.toml")] == [
        "“Anders” is always GPE",
        "“Oldport” is always GPE",
        "“Kelp” is always PERSON",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[rule]", "f: Expected ']]' at the end of an array declaration (at line 1, column 7)."),
        ("[other]", "f: other is no table of a file of rules."),
        ("rule = 3", "f: rule is no list of tables."),
        ("rule = [3]", "f, rule 1: It is no table."),
        ("[names]\nORG = 3", "f: names.ORG is not a list of names."),
        ("names = 3", "f: names is no table."),
        ("[[rule]]\nnever = true", "f, rule 1: A rule needs the words that it is about."),
        ('[[rule]]\ntext = "a"', "f, rule 1: It has to have one of label, never and name."),
        ('[[rule]]\ntext = "a"\nnever = 3', "f, rule 1: “never” is true, or left out."),
        ('[[rule]]\ntext = "a"\nnever = true\non = 3', "f, rule 1: “on” is true or false."),
        ("[[rule]]\ntext = 3\nnever = true", "f, rule 1: “text” is no text in quotation marks."),
        ('[[rule]]\nword = "a"', "f, rule 1: 'word' is nothing that a rule has."),
        (
            '[[rule]]\ntext = "a"\nnever = true\nlayer = "x"',
            "f, rule 1: 'x' is no layer; there are entities, quotes, casualties.",
        ),
    ],
)
def test_mistakes_in_a_file_are_told(content: str, message: str) -> None:
    with pytest.raises(OwnRuleError) as raised:
        read_rules(content, where="f")
    assert raised.value.message == message

"""What is trimmed off a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.detect.entities.boundaries import stripped, trimmed


@pytest.mark.parametrize(
    ("found", "name"),
    [
        ("”He", "He"),
        ("Amina Yusuf's", "Amina Yusuf"),
        ("Amina Yusuf’s ", "Amina Yusuf"),
        ("“Harbour Lights”", "Harbour Lights"),
        ("the Red Crescent\n", "the Red Crescent"),
        ("Acme (UK)", "Acme (UK)"),
        ("Acme UK)", "Acme UK"),
        ("U.S.", "U.S."),
        ("”\n", ""),
    ],
)
def test_what_is_left_of_a_name(found: str, name: str) -> None:
    start, end = stripped(found, 0, len(found))
    assert found[start:end] == name


@pytest.mark.parametrize(
    ("label", "found", "names"),
    [
        ("PERSON", "Prime Minister Eva Lind", ["Eva Lind"]),
        ("PERSON", "MS Dhoni", ["MS Dhoni"]),
        ("PERSON", "the Health Ministry’s Eva Lind", ["Eva Lind"]),
        ("PERSON", "Eva Lind in May", ["Eva Lind"]),
        ("PERSON", "Eva Lind QC", ["Eva Lind"]),
        ("PERSON", "Rear Adm.", []),
        ("PERSON", "Eva Lind, Ph.D.", ["Eva Lind"]),
        ("PERSON", "Eva Lind KC MP", ["Eva Lind"]),
        ("PERSON", "Omar Haddad Jr. Haddad", ["Omar Haddad Jr."]),
        ("PERSON", "Eva Lind\nOmar Haddad", ["Eva Lind", "Omar Haddad"]),
        ("ORG", "Kelp Institute (KI", ["Kelp Institute"]),
        ("ORG", "National Parks and", ["National Parks"]),
        ("GPE", "eastern Nigeria", ["Nigeria"]),
        ("GPE", "Samburu county", ["Samburu"]),
        ("GPE", "the Netherlands", ["the Netherlands"]),
        ("NORP", "west African", ["African"]),
        ("ORG", "”", []),
    ],
)
def test_the_names_in_a_stretch(label: str, found: str, names: list[str]) -> None:
    borders = trimmed(found, 0, len(found), label=label)
    assert [found[start:end] for start, end in borders] == names


@given(
    st.text(st.sampled_from("aB'’s“”() \n."), max_size=20),
    st.sampled_from(["PERSON", "ORG", "GPE", "DATE"]),
)
def test_the_borders_stay_inside(text: str, label: str) -> None:
    reached = 0
    for start, end in trimmed(text, 0, len(text), label=label):
        assert reached <= start < end <= len(text)
        reached = end

from hypothesis import given
from hypothesis import strategies as st

from annotations.sources.content_id import content_id


def test_content_id_depends_on_the_text_alone() -> None:
    assert content_id("Two dead.") == content_id("Two dead.")
    assert content_id("") == "e3b0c44298fc1c14"
    assert content_id("Two dead.") != content_id("Two dead. ")


@given(st.text(alphabet=st.characters()))
def test_content_id_is_sixteen_hexadecimal_digits(text: str) -> None:
    assert len(content_id(text)) == 16
    int(content_id(text), 16)

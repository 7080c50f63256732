"""References in RIS: an abstract is a text, and what has none is told."""

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import input_of_bytes, read_input


def test_references_with_and_without_abstracts() -> None:
    data = (
        "TY  - NEWS\r\nT1  - Pause holds in Lindow\r\nA1  - Dell, Mara\r\nAU  - Brand, Ilse\r\n"
        "JF  - The Lindow Courier\r\nY1  - 2016/10/20/\r\nN2  - The guns fell silent.\r\nStill.\r\n"
        "KW  - Ceasefires\r\nKW  - Aid\r\nLA  - English\r\nUR  - https://example.org/1\r\n"
        "ER  - \r\n\r\nTY  - NEWS\r\nTI  - Only a title\r\nER  - \r\n"
        "TY  - GEN\r\nAB  - No end.\r\nDA  - October 20, 2016\r\n"
    )
    first, second, third = read_input(input_of_bytes(data.encode(), name="a.ris"))
    assert first == Article(
        id="6659528433726cec",
        title="Pause holds in Lindow",
        source="The Lindow Courier",
        url="https://example.org/1",
        published="2016-10-20",
        byline=("Brand, Ilse", "Dell, Mara"),
        language="en",
        tags=("Ceasefires", "Aid"),
        text="The guns fell silent.\n\nStill.",
    )
    assert isinstance(second, SourceError)
    assert second.message == (
        "a.ris, reference 2 “Only a title” has no text, only what is known of it."
    )
    assert isinstance(third, Article)
    assert (third.text, third.title, third.published) == (
        "No end.",
        "a.ris, reference 3",
        "2016-10-20",
    )

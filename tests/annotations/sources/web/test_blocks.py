"""HTML is text as a person sees it: no word glued or split, each block on a line of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.sources.web.extraction import fragment_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Just text &amp; more", "Just text & more"),
        ("<p>wor<b>d</b>s and <i>more</i></p>", "words and more"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<p>One<p>Two", "One\n\nTwo"),
        ("<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree"),
        ("<p>12&nbsp;people,&nbsp; all\n\t armed</p>", "12 people, all armed"),
        ("<p>tele&shy;phone, <wbr>a\u00adb, c\u200bd<wbr>e</p>", "telephone, ab, cde"),
        ("<p>One.<br>Two.<br/><br>Three.</p>", "One.\n\nTwo.\n\nThree."),
        ("<p>The army said<br>on Monday</p>", "The army said on Monday"),
        ("<h2>Three<br>Dead</h2>", "Three Dead"),
        ("<p>the 7<sup>th</sup>, 4 km<sup>2</sup></p>", "the 7th, 4 km²"),
        ("<p>said.<sup><a href='#n'>12</a></sup> So<sup>[3]</sup></p>", "said. So"),
        ("<p>monitors<a href='#fn1'>1</a>. After</p>", "monitors. After"),
        ('<p><q>Never</q>, «on dit», „nein“, "no"</p>', '“Never”, «on dit», „nein“, "no"'),
        ("<ul><li>One<li>Two<ol><li>Three</ol></ul>", "One\n\nTwo\n\nThree"),
        ("<dl><dt>Where?<dd>There.</dl>", "Where?\n\nThere."),
        ("<figure><img><figcaption>The bridge</figcaption></figure>", "The bridge"),
        (
            "<table><tr><th>Place<th>Killed<tr><td>Rand<td>29<tr><td>Sill<td></table>",
            "Place | Killed\n\nRand | 29\n\nSill |",
        ),
        ("<table><tr><td><p>One</p><p>Two</p></td></tr></table>", "One\n\nTwo"),
        ("<pre>One.\nTwo.</pre>", "One.\n\nTwo."),
        ("<p>14<del>12</del> dead<script>x</script><style>y</style></p>", "14 dead"),
        ("<p hidden>No</p><p style='color:red; display : none'>No</p><p>Yes</p>", "Yes"),
        ("<p>out<span class='sr-only'>opens in a new window</span>side</p>", "outside"),
        ("<template><p>No</p></template><noscript>No</noscript><p>Yes</p>", "Yes"),
        ("<p><ruby>東<rp>(</rp><rt>tou</rt><rp>)</rp></ruby>京</p>", "東京"),
        ("<p>One</p><plaintext><p>Two", "One\n\n<p>Two"),
        ("<p>* * *</p><p>One</p><hr>", "One"),
        ("<!-- no --><?no?><p>Yes</p>", "Yes"),
        ("<?xml version='1.0' encoding='latin-1'?><html><body>é</body></html>", "é"),
        ("a\x1b[31mred\x00 \u202egnp", "a     red\ufffd \ufffdgnp"),
        ("[red]markup[/red]", "[red]markup[/red]"),
        ("", ""),
        ("<p></p><script>x</script>", ""),
    ],
)
def test_text_of_fragments(html: str, text: str) -> None:
    assert fragment_text(html) == text


def test_much_in_little_is_refused() -> None:
    with pytest.raises(SourceError, match="is nested too deeply"):
        fragment_text("<div>" * 5_000 + "x")
    with pytest.raises(SourceError, match="has more than 10 MB of markup"):
        fragment_text("<p>word</p>" * 1_000_000)


def test_what_is_embedded_counts_for_nothing() -> None:
    picture = f"<img src='data:image/png;base64,{'A' * 12_000_000}'>"
    assert fragment_text(f"<p>One</p>{picture}<p>Two</p>") == "One\n\nTwo"


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b>",
                "</i>",
                "<br>",
                "<table>",
                "<tr>",
                "<td>",
                "</table>",
                "<li>",
                "<ul>",
                "<q>",
                "<sup>",
                "<pre>",
                "<a>",
                "<!--",
                "-->",
                "&amp;",
                "&#0;",
                "&bogus;",
                "word",
                "\x00",
                "\n",
                "]",
                "<",
                ">",
                "'",
                "<plaintext>",
                "<h2>",
                "<svg>",
            ]
        )
    )
)
def test_any_tags_in_any_order_are_text_or_none(pieces: list[str]) -> None:
    text = fragment_text("".join(pieces))
    assert all(line == line.strip() for line in text.split("\n"))
    assert "\n\n\n" not in text

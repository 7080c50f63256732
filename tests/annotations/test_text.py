import codecs
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.text import (
    clean,
    clean_line,
    decode,
    fold_line_ends,
    has_words,
    paragraphs,
    whole_words,
)

OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Everything that a terminal or its bidirectional algorithm acts on, but for the line feed."""

SEQUENCES = (
    "\x1b[31m",
    "\x1b[2J",
    "\x1b[?1049h",
    "\x1b[38;2;1;2;3m",
    "\x9b1;1H",
    "\x1b]0;title\x07",
    "\x1b]8;;https://example.org\x1b\\",
    "\x9d52;c;Zm9v\x9c",
    "\x1bP1$r\x1b\\",
    "\x1b_Gi=1\x1b\\",
    "\x1b(0",
    "\x1b#8",
    "\x1b7",
    "\x1bc",
    "\x1b[",
    "\x1b]0;never ended",
    "\r\n",
)
HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(SEQUENCES),
        st.characters(max_codepoint=0xA0),
        st.characters(min_codepoint=0x2028, max_codepoint=0x206F),
        st.characters(categories=["Cs"]),
        st.text(),
    )
).map("".join)


class TestDecode:
    @pytest.mark.parametrize(
        ("mark", "charset"),
        [
            (codecs.BOM_UTF8, "utf-8"),
            (codecs.BOM_UTF16_LE, "utf-16-le"),
            (codecs.BOM_UTF16_BE, "utf-16-be"),
            (codecs.BOM_UTF32_LE, "utf-32-le"),
            (codecs.BOM_UTF32_BE, "utf-32-be"),
        ],
    )
    def test_byte_order_mark_decides_and_is_dropped(self, mark: bytes, charset: str) -> None:
        data = mark + "Évacués: 12 😀".encode(charset)
        assert decode(data, declared="iso-8859-1") == "Évacués: 12 😀"

    def test_broken_text_after_a_byte_order_mark_is_replaced(self) -> None:
        assert decode(codecs.BOM_UTF8 + b"ab\xffc") == "ab\N{REPLACEMENT CHARACTER}c"

    @pytest.mark.parametrize(
        ("charset", "text"),
        [
            ("koi8-r", "Двенадцать раненых"),
            ("shift_jis", "負傷者十二人"),
            ("windows-1256", "اثنا عشر جريحا"),
            ("utf-16-le", "twelve injured"),
        ],
    )
    def test_declared_charset_is_used(self, charset: str, text: str) -> None:
        assert decode(text.encode(charset), declared=charset) == text

    @pytest.mark.parametrize("name", ["iso-8859-1", "ISO-8859-1", "latin1", "us-ascii"])
    def test_latin_1_is_read_as_browsers_read_it(self, name: str) -> None:
        assert decode(b"\x93No,\x94 he said \x96 twice", declared=name) == "“No,” he said – twice"

    @pytest.mark.parametrize(
        "name", ["utf-8000", "undefined", "idna", "hex", "utf\0-8", "ascii", "", " "]
    )
    def test_declared_charset_that_cannot_be_used_is_passed_over(self, name: str) -> None:
        assert decode("“Non”, déclare-t-il".encode(), declared=name) == "“Non”, déclare-t-il"

    def test_declared_charset_that_does_not_fit_is_passed_over(self) -> None:
        assert decode("“Çok” dedi".encode(), declared="euc-jp") == "“Çok” dedi"

    def test_utf_8_needs_no_declaration(self) -> None:
        assert decode("Ağrı’da 12 yaralı".encode()) == "Ağrı’da 12 yaralı"

    def test_mostly_ascii_text_is_windows_1252(self) -> None:
        text = "“The café owes £20m – about €23m – and isn’t paying,” José Muñoz told reporters."
        assert decode(text.encode("windows-1252")) == text

    @pytest.mark.parametrize("byte", [0x81, 0x8D, 0x8F, 0x90, 0x9D])
    def test_bytes_that_windows_1252_leaves_open_are_replaced(self, byte: int) -> None:
        data = b"Twelve people were hurt on Friday" + bytes([byte])
        assert decode(data) == "Twelve people were hurt on Friday\N{REPLACEMENT CHARACTER}"

    @pytest.mark.parametrize(
        ("charset", "text"),
        [
            ("windows-1251", "Двенадцать человек были ранены, сообщила полиция в пятницу."),
            ("koi8-r", "Двенадцать человек были ранены, сообщила полиция в пятницу."),
            ("shift_jis", "警察によると、金曜日に十二人が負傷した。"),
            ("gb18030", "警方星期五说,有十二人受伤。"),
        ],
    )
    def test_legacy_charset_is_recognised(self, charset: str, text: str) -> None:
        assert decode(text.encode(charset)) == text

    def test_wide_text_without_a_mark_is_refused(self) -> None:
        with pytest.raises(SourceError, match="not text"):
            decode("Twelve people were hurt.".encode("utf-16-le"))

    @pytest.mark.parametrize(
        "data",
        [
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
            b"PK\x03\x04\x14\x00\x08\x00\x08\x00",
            b"SQLite format 3\x00\x10\x00\x01\x01\x00",
            bytes(range(1, 256)) * 4,
        ],
    )
    def test_binary_is_refused_with_a_hint(self, data: bytes) -> None:
        with pytest.raises(SourceError, match="not text") as caught:
            decode(data)
        assert caught.value.hint

    def test_stray_control_characters_are_left_to_cleaning(self) -> None:
        line = b"BEIRUT \x02 Twelve people were hurt on Friday, police said.\x03\n"
        assert decode(line) == line.decode()

    def test_empty_file_is_empty_text(self) -> None:
        assert decode(b"") == ""

    @given(st.text())
    def test_valid_utf_8_comes_back_unless_it_is_refused(self, text: str) -> None:
        try:
            decoded = decode(text.encode())
        except SourceError:
            assert re.search(r"[\x00-\x1f\x7f]", text)
        else:
            assert decoded == text.removeprefix("\ufeff")

    @given(st.binary())
    def test_any_bytes_are_text_or_refused(self, data: bytes) -> None:
        try:
            assert isinstance(decode(data), str)
        except SourceError as error:
            assert error.hint


class TestFoldLineEnds:
    def test_every_line_end_becomes_a_line_feed(self) -> None:
        assert fold_line_ends("one\r\ntwo\rthree\n\r\nfour\n\rfive") == (
            "one\ntwo\nthree\n\nfour\n\nfive"
        )

    @given(st.text(alphabet="a\r\n"))
    def test_no_carriage_return_is_left(self, text: str) -> None:
        assert "\r" not in fold_line_ends(text)


class TestClean:
    @pytest.mark.parametrize(
        ("text", "cleaned"),
        [
            ("Twelve “hurt”, said Ağrı’s governor 😀\n\n", None),
            ("[red]markup[/red] [@click=quit]x[/]", None),
            ("a\tb", "a b"),
            ("a\x0bb\x0cc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
            ("a\r\nb\rc", "a \nb\nc"),
            ("\x1b[1;31mred\x1b[0m", "       red    "),
            ("\x9b31mred", "    red"),
            ("\x1b]0;owned\x07after", "          after"),
            ("\x1b]8;;x\x1b\\after", "        after"),
            ("\x9d0;owned\x9cafter", "         after"),
            ("\x1bPq\x1b\\after", "     after"),
            ("\x1b(Bafter", "   after"),
            ("\x1bcafter", "  after"),
            ("\x1b]0;not ended\nafter", "�]0;not ended\nafter"),
            ("a\x00b\x07c\x08d\x7fe\x80f", "a�b�c�d�e�f"),
            ("a\u202eb\u202cc\u2066d\u2069e", "a�b�c�d�e"),
            ("a\ud800b\udfffc", "a�b�c"),
            ("a\ufff9b\ufffbc", "a�b�c"),
        ],
    )
    def test_replaces_what_a_terminal_obeys(self, text: str, cleaned: str | None) -> None:
        assert clean(text) == (text if cleaned is None else cleaned)

    def test_right_to_left_text_keeps_its_marks_and_joiners(self) -> None:
        text = "قالت\u200f الشرطة\u200c إن ١٢ 👩\u200d🚒"
        assert clean(text) == text

    @given(HOSTILE)
    def test_never_changes_the_length(self, text: str) -> None:
        assert len(clean(text)) == len(text)

    @given(HOSTILE)
    def test_cleaning_twice_changes_nothing_more(self, text: str) -> None:
        assert clean(clean(text)) == clean(text)

    @given(HOSTILE)
    def test_leaves_nothing_that_a_terminal_obeys(self, text: str) -> None:
        assert not OBEYED.search(clean(text))

    @given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x7E)), HOSTILE)
    def test_leaves_the_lines_around_hostile_ones_alone(self, line: str, hostile: str) -> None:
        cleaned = clean(f"{line}\n{hostile}\n{line}")
        assert cleaned.startswith(f"{line}\n")
        assert cleaned.endswith(f"\n{line}")

    @pytest.mark.parametrize("introducer", ["\x1b[", "\x1b]", "\x1bP", "\x9b", "\x9d", "\x90"])
    def test_a_flood_of_unended_sequences_takes_linear_time(self, introducer: str) -> None:
        """Quadratic work would take minutes here."""
        flood = introducer * 200_000
        assert "\x1b" not in clean(flood)

    def test_line_of_text_is_one_line(self) -> None:
        assert clean_line("  Twelve\thurt \r\n in\u2028Ağrı \x1b[2J") == "Twelve hurt in Ağrı"


class TestParagraphs:
    def test_yields_lines_that_are_not_blank(self) -> None:
        text = "Title\n\n  First line. \n \t \nLast"
        assert [text[start:end] for start, end in paragraphs(text)] == [
            "Title",
            "  First line. ",
            "Last",
        ]

    @pytest.mark.parametrize("text", ["", "\n", " \n\t\n"])
    def test_blank_text_has_none(self, text: str) -> None:
        assert list(paragraphs(text)) == []

    @given(st.text(alphabet="ab \n\u3000"))
    def test_covers_every_visible_character_in_order(self, text: str) -> None:
        found = list(paragraphs(text))
        assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(
            text.split()
        )
        assert all(end < start for (_, end), (start, _) in pairwise(found))

    def test_a_long_blank_line_takes_linear_time(self) -> None:
        """Quadratic work would take minutes here."""
        assert list(paragraphs(" " * 200_000 + "\nend")) == [(200_001, 200_004)]


@pytest.mark.parametrize(
    ("stretch", "options", "expected"),
    [
        ("nge has come u", {}, "has come"),
        ("nge has come u", {"begins": True}, "nge has come"),
        ("nge has come u", {"ends": True}, "has come u"),
        (" has come ", {}, "has come"),
        ("whole", {}, "whole"),
        ("two words", {}, "words"),
        ("", {}, ""),
    ],
)
def test_whole_words(stretch: str, options: dict[str, bool], expected: str) -> None:
    assert whole_words(stretch, **options).strip() == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("", True), ("  ", True), ("são PAUL", True), ("paulo sao", True), ("paulo rio", False)],
)
def test_has_words(words: str, *, expected: bool) -> None:
    assert has_words("São Paulo", words) is expected

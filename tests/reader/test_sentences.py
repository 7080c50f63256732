from reader.sentences import around

TEXT = "It rained.\nFell Quay\nlost 12 men, Mr. Lind said. None came back."


def test_the_sentence_around_a_stretch() -> None:
    start = TEXT.index("12 men")
    assert around(TEXT, start, start + 6) == ("lost ", "12 men", ", Mr. Lind said.")


def test_a_stretch_over_a_line_break_and_sentences_is_on_one_line() -> None:
    start, end = TEXT.index("Quay"), TEXT.index(" came")
    assert around(TEXT, start, end) == (
        "Fell ",
        "Quay lost 12 men, Mr. Lind said. None",
        " came back.",
    )


def test_a_stretch_at_either_end() -> None:
    assert around(TEXT, 0, 2) == ("", "It", " rained.")
    assert around(TEXT, len(TEXT) - 5, len(TEXT)) == ("None came ", "back.", "")


def test_a_long_sentence_is_cut_at_words() -> None:
    start = TEXT.index("men")
    assert around(TEXT, start, start + 3, room=6) == ("… 12 ", "men", ", Mr. …")

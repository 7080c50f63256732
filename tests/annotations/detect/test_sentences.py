from spacy.tokens import Doc
from spacy.vocab import Vocab

from annotations.detect.sentences import Sentences


def test_a_line_break_ends_a_sentence_without_a_parser() -> None:
    doc = Doc(Vocab(), words=["One", "\n", "Two", "three"])
    sentences = Sentences(doc)
    assert [sentences.number(index) for index in range(4)] == [0, 0, 1, 1]
    assert (sentences.first(3), sentences.after(2)) == (2, 4)

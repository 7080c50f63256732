"""The paragraphs of Rich Text, and what it says of itself."""

from dataclasses import dataclass, replace

from annotations.sources.documents import rtf_charsets, rtf_words
from annotations.sources.documents.blocks import Block
from annotations.sources.documents.rtf_flow import Flow
from annotations.sources.documents.rtf_tokens import Token, tokens

_DEEPEST = 5_000
"""Groups in groups; in deeper ones stands no text."""


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group, and again behind every group in it."""

    into: str = "text"
    """Where text goes: `text`, `note`, `mark`, `info`, `fonts`, nowhere (``), or what of the
    document's information it is.
    """
    hidden: bool = False
    deleted: bool = False
    charset: str = ""
    fallback: int = 1
    """Bytes behind each `\\u`, for programs without Unicode."""
    in_table: bool = False
    level: int | None = None
    """Of a heading."""


class RichText:
    """Reads Rich Text.

    Deleted and hidden text, running heads, pictures, comments and the instructions of fields are
    left out; the results of fields are kept; notes stand at the end.
    """

    def __init__(self, data: bytes) -> None:
        """Args:
        data: The whole file.
        """
        self.info: dict[str, str] = {}
        """What it says of itself: title, author, keywords, creatim and revtim."""
        self._state = _State()
        self._groups: list[_State] = []
        self._text, self._notes = Flow(), Flow()
        self._said: list[str] = []
        self._time: dict[str, int] = {}
        self._default = rtf_charsets.DEFAULT
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._bytes = bytearray()
        self._to_pass = 0
        self._starred = False
        self._read(data)

    @property
    def blocks(self) -> list[Block]:
        """The paragraphs, and after them those of notes."""
        return self._text.blocks + self._notes.blocks

    def _read(self, data: bytes) -> None:
        for token in tokens(data):
            if token.kind in ("text", "byte"):
                self._collect(token.value)
                continue
            self._flush()
            self._one(token)
        self._flush()
        for flow in (self._text, self._notes):
            flow.end_paragraph(level=None, in_table=False)

    def _one(self, token: Token) -> None:
        if token.kind != "sign":
            self._to_pass = 0
        if token.kind == "open":
            self._open()
        elif token.kind == "close":
            self._close()
        elif token.kind == "sign":
            self._sign(token.value)
        else:
            starred, self._starred = self._starred, False
            self._word(token.value.decode("ascii"), token.number, starred=starred)

    def _open(self) -> None:
        self._groups.append(self._state)
        if len(self._groups) > _DEEPEST:
            self._state = replace(self._state, into="")

    def _close(self) -> None:
        ended = self._state
        if self._groups:
            self._state = self._groups.pop()
        if ended.into == self._state.into:
            return
        if ended.into == "note":
            self._notes.end_paragraph(level=None, in_table=False)
        elif ended.into == "mark":
            self._text.mark(self._take_said())
        elif ended.into in rtf_words.INFO:
            self.info[ended.into] = self._take_said()
        elif ended.into in rtf_words.TIMES:
            self.info[ended.into] = _iso(self._time)
            self._time = {}

    def _take_said(self) -> str:
        said, self._said = "".join(self._said), []
        return said

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._starred = True
        elif sign in b"{}\\":
            self._collect(sign)
        elif sign in rtf_words.SYMBOLS:
            symbol = rtf_words.SYMBOLS[sign]
            if symbol == "\r":
                self._word("par", None, starred=False)
            else:
                self._add(symbol)

    def _word(self, word: str, number: int | None, *, starred: bool) -> None:
        if self._is_group(word, starred=starred):
            return
        if word in rtf_words.SIGNS:
            self._add(rtf_words.SIGNS[word])
        elif word == "u":
            self._add(chr((number or 0) % 65536))
            self._to_pass = self._state.fallback
        elif self._state.into in rtf_words.TIMES:
            self._time[word] = number or 0
        elif not self._is_of_charset(word, number) and not self._is_of_state(word, number):
            self._structure(word)

    def _is_group(self, word: str, *, starred: bool) -> bool:
        """Whether a word says what its group is for."""
        into = self._state.into
        if word == "footnote":
            self._state = replace(self._state, into="note" if into else "", in_table=False)
        elif word in rtf_words.MARKS:
            self._state = replace(self._state, into="mark" if into == "text" else "")
        elif word in ("info", "fonttbl"):
            self._state = replace(self._state, into="fonts" if word == "fonttbl" else "info")
        elif into == "info" and word in rtf_words.INFO | rtf_words.TIMES:
            self._state = replace(self._state, into=word)
        elif word in rtf_words.SKIPPED or (starred and word not in rtf_words.STARRED):
            self._state = replace(self._state, into="")
        else:
            return False
        return True

    def _is_of_charset(self, word: str, number: int | None) -> bool:
        number = number or 0
        if word == "ansicpg":
            self._default = rtf_charsets.of_code_page(number) or self._default
        elif named := rtf_charsets.of_file(word):
            self._default = named
        elif word == "f" and self._state.into == "fonts":
            self._font = number
        elif word == "fcharset":
            self._fonts[self._font] = rtf_charsets.of_font(number) or ""
        elif word == "f":
            self._state = replace(self._state, charset=self._fonts.get(number, ""))
        else:
            return False
        return True

    def _is_of_state(self, word: str, number: int | None) -> bool:
        if word == "uc":
            self._state = replace(self._state, fallback=max(number or 0, 0))
        elif word == "v":
            self._state = replace(self._state, hidden=number != 0)
        elif word == "deleted":
            self._state = replace(self._state, deleted=number != 0)
        elif word == "plain":
            self._state = replace(self._state, hidden=False, deleted=False, charset="")
        elif word == "pard":
            self._state = replace(self._state, in_table=False, level=None)
        elif word == "intbl":
            self._state = replace(self._state, in_table=True)
        elif word == "outlinelevel":
            self._state = replace(self._state, level=number if number != 9 else None)
        else:
            return False
        return True

    def _structure(self, word: str) -> None:
        flow = self._flow()
        if flow is None:
            return
        if word in rtf_words.BREAKS:
            flow.end_paragraph(level=self._state.level, in_table=self._state.in_table)
        elif word == "cell":
            flow.end_cell()
        elif word == "nestcell":
            flow.end_paragraph(level=None, in_table=True)
        elif word == "row":
            flow.end_row()

    def _flow(self) -> Flow | None:
        """Where paragraphs go; null where none are."""
        into = self._state.into
        return self._text if into == "text" else self._notes if into == "note" else None

    def _collect(self, data: bytes) -> None:
        passed = min(self._to_pass, len(data))
        self._to_pass -= passed
        self._bytes += data[passed:]

    def _flush(self) -> None:
        if self._bytes:
            charset = self._state.charset or self._default
            self._add(self._bytes.decode(charset, errors="replace"))
            self._bytes.clear()

    def _add(self, text: str) -> None:
        if self._state.hidden or self._state.deleted:
            return
        if flow := self._flow():
            flow.add(text)
        elif self._state.into == "mark" or self._state.into in rtf_words.INFO:
            self._said.append(text)


def _iso(time: dict[str, int]) -> str:
    """A time as Rich Text has it, which knows no zone; empty if there is none."""
    if not time.get("yr"):
        return ""
    day = f"{time['yr']:04}-{time.get('mo', 1):02}-{time.get('dy', 1):02}"
    return f"{day}T{time['hr']:02}:{time.get('min', 0):02}" if "hr" in time else day

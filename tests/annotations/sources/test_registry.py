"""Kinds that are not looked into would not have recognised an input."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from annotations.sources import all_kinds
from annotations.sources.head import Head
from annotations.sources.registry import kind_of
from tests.fuzz.seeds import SUFFIXES, seeds

SEEDS = seeds()


def check(head: Head) -> None:
    asked = next((kind for kind in all_kinds() if kind.recognises(head)), None)
    assert kind_of(head) == asked


def test_a_glance_never_passes_a_kind_over() -> None:
    for name, data in SEEDS:
        check(Head(data=data[:65_536], name=name))


@given(
    st.sampled_from(SEEDS), st.sampled_from(SUFFIXES), st.integers(0, 300), st.binary(max_size=9)
)
def test_nor_where_something_is_odd(
    seed: tuple[str, bytes], suffix: str, place: int, put: bytes
) -> None:
    name, data = seed
    check(Head(data=data[:place] + put + data[place:2_000], name=f"a{suffix}"))
    check(Head(data=put + data[:2_000], name=name))


def test_a_text_is_read_without_the_modules_of_other_kinds() -> None:
    program = """
import sys
from annotations.sources.head import Head
from annotations.sources.registry import kind_of
found = kind_of(Head(data=b"Rain fell on the town.\\n\\nIt stopped.\\n", name="a.txt"))
assert found.name == "plain text"
print(*(name for name in sys.modules if name.startswith("annotations.sources.")))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = {name.removeprefix("annotations.sources.") for name in done.stdout.split()}
    assert "plain_text" in loaded
    assert not loaded & {"separated", "json_lines", "web.page", "markdown", "mail.single"}
    assert not any(name.startswith(("archives", "documents", "news_")) for name in loaded)

"""How well copies of one report are told from reports of one event, and from texts of one mould.

Prints precision and recall, by kind of pair, of the comparison itself and of the bands that lead
to it. Copies are made of the articles of the sample corpus as desks make them of agency copy; what
is no copy are the articles of one event in the corpus, and texts made from moulds with new numbers,
days and names, as weather desks, exchanges and health ministries make them every day.

    python tests/quality/copies.py
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import moulds

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from annotations import sources  # noqa: E402
from annotations.copies.likeness import are_copies, shared, wording_of  # noqa: E402
from annotations.copies.sketching import bands  # noqa: E402
from annotations.copies.wording import stretches, words  # noqa: E402
from annotations.model import Article  # noqa: E402

Pair = tuple[str, str, str]
"""The kind, and two texts."""
CORPUS = ROOT / "sample_corpus"
LEDES = (
    "People across the region woke to the news with disbelief, and many spent the morning trying "
    "to reach relatives whose telephones rang unanswered.",
    "Officials gave new details overnight of what they called one of the gravest incidents that "
    "this part of the country has seen in years.",
    "It began like any other day, those who were there recall, and within minutes nothing was as "
    "it had been before.",
)
LOCAL = (
    "A reader of this newspaper from Millbrook, Hanna Ortiz, 44, was two streets away. “I heard it "
    "before I saw anything,” she said by telephone. Her brother, who teaches at the Millbrook "
    "school, was unharmed, she said, and has offered his flat to a family from the neighbourhood.",
    "The twin town of Eastham said that it would send blankets and 12 volunteers. Mayor Tom Reyes "
    "called for a minute of silence before Saturday's match, and the parish of St Anne collects "
    "donations from today between 9 and 17 hours.",
)
HOUSE_STYLE = (
    ("per cent", "percent"), ("%", " percent"), ("said", "told reporters"), ("killed", "dead"),
    ("government", "authorities"), ("“", '"'), ("”", '"'), (" — ", " – "), ("centre", "center"),
    ("more than", "over"), ("about", "around"), ("children", "minors"), ("police", "the police"),
)  # fmt: skip


def articles() -> list[tuple[str, str]]:
    """The event and the text of each article of the sample corpus."""
    found = [each for each in sources.read(CORPUS) if isinstance(each, Article)]
    return [(Path(each.origin or each.id).name.split("-")[0], each.text) for each in found]


# What desks do


def _paragraphs(text: str) -> list[str]:
    return [each for each in text.split("\n\n") if each.strip()]


def _lede(text: str, chance: random.Random) -> str:
    """Another beginning, and only the rest as it was."""
    return "\n\n".join((chance.choice(LEDES), *_paragraphs(text)[1:]))


def _cut(share: float) -> Callable[[str, random.Random], str]:
    def cut(text: str, _: random.Random) -> str:
        kept = _paragraphs(text)
        return "\n\n".join(kept[: max(1, round(len(kept) * share))])

    return cut


def _thinned(text: str, chance: random.Random) -> str:
    """Every third paragraph left out, wherever it stands."""
    return "\n\n".join(each for each in _paragraphs(text) if chance.random() > 1 / 3)


def _local(text: str, chance: random.Random) -> str:
    """A local paragraph in the middle."""
    kept = _paragraphs(text)
    kept.insert(len(kept) // 2, chance.choice(LOCAL))
    return "\n\n".join(kept)


def _update(text: str, chance: random.Random) -> str:
    """Three numbers risen, wherever they stand, and a line on it before all else."""
    found = list(re.finditer(r"\b\d{1,4}\b", text))
    for match in sorted(chance.sample(found, min(3, len(found))), key=lambda each: -each.start()):
        risen = str(int(match[0]) + chance.randint(1, 9))
        text = text[: match.start()] + risen + text[match.end() :]
    return f"This report has been updated with a higher number of dead.\n\n{text}"


def _styled(text: str, _: random.Random) -> str:
    """The words of another house, and its quotation marks."""
    for ours, theirs in HOUSE_STYLE:
        text = text.replace(ours, theirs)
    return text


def _touched(text: str, chance: random.Random) -> str:
    """One word in twenty-five left out or swapped with the next."""
    found = text.split(" ")
    for at in chance.sample(range(1, len(found) - 1), len(found) // 25):
        found[at], found[at + 1] = found[at + 1], found[at]
    return " ".join(found)


def _quotes_anew(text: str, chance: random.Random) -> str:
    """Every quotation put into other words, as where it was translated once more."""
    said = iter(chance.sample(moulds.SAYINGS, len(moulds.SAYINGS)) * 40)
    return re.sub(r"“[^”]{25,}”", lambda _: f"“{next(said)}”", text)


def _moved(text: str, chance: random.Random) -> str:
    """Paragraphs in another order behind the first."""
    first, *rest = _paragraphs(text)
    chance.shuffle(rest)
    return "\n\n".join((first, *rest))


def _both(*edits: Callable[[str, random.Random], str]) -> Callable[[str, random.Random], str]:
    def edited(text: str, chance: random.Random) -> str:
        for edit in edits:
            text = edit(text, chance)
        return text

    return edited


EDITS: dict[str, Callable[[str, random.Random], str]] = {
    "new lede": _lede,
    "end cut, 70 % left": _cut(0.7),
    "end cut, 50 % left": _cut(0.5),
    "end cut, 35 % left": _cut(0.35),
    "every third paragraph out": _thinned,
    "local paragraph": _local,
    "updated numbers": _update,
    "house style": _styled,
    "a word in 25 moved": _touched,
    "quotations anew": _quotes_anew,
    "paragraphs moved": _moved,
    "new lede, cut to 60 %, local": _both(_cut(0.6), _lede, _local),
    "house style, updated, local": _both(_styled, _update, _local),
}


def pairs() -> Iterator[tuple[bool, Pair]]:
    """Pairs of texts, and whether they are copies."""
    corpus = articles()
    for kind, edit in EDITS.items():
        for number, (_, text) in enumerate(corpus):
            yield True, (kind, text, edit(text, random.Random(number)))
    for (one_event, one), (other_event, other) in combinations(corpus, 2):
        kind = "one event, two reports" if one_event == other_event else "two events"
        yield False, (kind, one, other)
    for kind, made in moulds.series().items():
        for one, other in combinations(made, 2):
            yield False, (f"mould: {kind}", one, other)


def main() -> None:
    """Measure and print."""
    seen, found, met = Counter[str](), Counter[str](), Counter[str]()
    truth: dict[str, bool] = {}
    least: dict[str, list[float]] = {}
    for is_copy, (kind, one, other) in pairs():
        truth[kind] = is_copy
        a, b = wording_of(one), wording_of(other)
        both = bands([stretches(words(one)), stretches(words(other))])
        meets = not set(both[0]).isdisjoint(both[1])
        seen[kind] += 1
        met[kind] += meets
        found[kind] += meets and are_copies(a, b)
        least.setdefault(kind, []).append(shared(a, b))
    print(f"{'pairs':32} {'number':>7} {'met':>6} {'called copies':>14} {'shared wording':>16}")
    for kind, of_kind in least.items():
        low, high = min(of_kind), max(of_kind)
        print(f"{kind:32} {seen[kind]:7} {met[kind]:6} {found[kind]:14} {low:8.2f} to {high:4.2f}")
    right = sum(found[kind] for kind in truth if truth[kind])
    wrong = sum(found[kind] for kind in truth if not truth[kind])
    copies = sum(seen[kind] for kind in truth if truth[kind])
    print(f"precision {right / (right + wrong):.3f}, recall {right / copies:.3f}")


if __name__ == "__main__":
    main()

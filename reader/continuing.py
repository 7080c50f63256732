"""A quote that goes on from the one before: who speaks, and what is said in one go. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotations import review
from annotations.model import Quote
from annotations.review import Change
from annotations.utterances import in_one_go, parts_of
from reader import motions
from reader.motions import IsInside, is_inside_nothing

_OPENING, _CLOSING = tuple("“\"«„‘'‹"), tuple("”\"»“’'›")
"""Marks that quotations begin and end with."""


def goes_on(
    one: Quote, following: Quote, text: str, *, is_inside: IsInside = is_inside_nothing
) -> bool:
    """Whether two quotes can be parts of one utterance.

    Within a paragraph they can where no sentence begins between them (“A,” she said, and “B”), or
    only the one ends there that says who speaks (“A,” she said. “B.”). From one paragraph to the
    next only a quotation goes on that was not closed.

    Args:
        one: A quote.
        following: Another one.
        text: The article's text.
        is_inside: Tells where no sentence ends.
    """
    if following.start < one.end:
        return False
    between = text[one.end : following.start]
    if "\n" in between:
        is_open = one.text.startswith(_OPENING) and not one.text.endswith(_CLOSING)
        return is_open and not between.strip()
    if not between.strip():
        return True
    first = one.end + len(between) - len(between.lstrip())
    end = motions.next_sentence(text, first, beyond=first + 1, is_inside=is_inside)
    said = (one.cue, one.speaker, following.cue, following.speaker)
    reports = any(each and one.end <= each.start < following.start for each in said)
    return end > following.start or (end == following.start and reports)


def continued(
    quotes: Sequence[Quote],
    before: Quote,
    *,
    around: Iterable[Quote],
    text: str,
    is_inside: IsInside = is_inside_nothing,
) -> list[Change]:
    """Let quotes have the speaker of the one before, and be said in one go with it if they can.

    All parts of an utterance go along. Where they say so already, they are confirmed.

    Args:
        quotes: In the order of the text; each goes on from the one before it.
        before: What the first of them goes on from.
        around: At least the other parts of all their utterances.
        text: The article's text.
        is_inside: Tells where no sentence ends.
    """
    earlier = {each.id: each for each in (*around, before, *quotes)}
    now = dict(earlier)
    one = before
    for following in quotes:
        one, quote = now[one.id], now[following.id]
        parts, behind = parts_of(one, now.values()), _from_here(quote, now.values())
        in_one = goes_on(one, quote, text, is_inside=is_inside) or is_joined(quote, one)
        told = [_as_before(each, one, in_one=in_one) for each in behind]
        if in_one and not is_joined(quote, one):
            told = _joined([each for each in parts if each.start < quote.start], told, text)
        now |= {each.id: each for each in told}
        one = quote
    return _changes(earlier, now)


def parted(quote: Quote, *, around: Iterable[Quote], text: str) -> list[Change]:
    """Let a quote, and what follows it in its utterance, be no part of that any longer.

    Args:
        quote: One of the parts, and not the first.
        around: At least the other parts.
        text: The article's text.
    """
    parts = parts_of(quote, around)
    before = [each for each in parts if each.start < quote.start]
    behind = [each for each in parts if each.start >= quote.start]
    after = [*in_one_go(before, text), *map(review.corrected, in_one_go(behind, text))]
    return _changes({each.id: each for each in parts}, {each.id: each for each in after})


def is_joined(quote: Quote, before: Quote) -> bool:
    """Whether two quotes are parts of one utterance."""
    return quote.utterance is not None and quote.utterance == before.utterance


def _as_before(quote: Quote, before: Quote, *, in_one: bool) -> Quote:
    """A quote said by whom the other one is, and reported by the same words if both are in one go.

    Else only a quote without a cue takes that of the other.
    """
    told = replace(
        quote,
        speaker=before.speaker,
        speaker_name=before.speaker_name,
        cue=before.cue if in_one else quote.cue or before.cue,
    )
    if told == quote:
        return review.accept(quote)
    return review.corrected(replace(told, speaker_rule=None))


def _joined(before: Sequence[Quote], behind: Sequence[Quote], text: str) -> list[Quote]:
    """The parts of two utterances as those of one, which a person has added the second to."""
    after = in_one_go([*before, *behind], text)
    return [*after[: len(before)], *map(review.corrected, after[len(before) :])]


def _from_here(quote: Quote, quotes: Iterable[Quote]) -> list[Quote]:
    """A quote and the parts of its utterance behind it."""
    return [each for each in parts_of(quote, quotes) if each.start >= quote.start]


def _changes(earlier: Mapping[int | None, Quote], now: Mapping[int | None, Quote]) -> list[Change]:
    changes = (Change(before=each, after=now[key]) for key, each in earlier.items())
    return [each for each in changes if each.before != each.after]

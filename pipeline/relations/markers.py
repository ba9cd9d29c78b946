"""The case marker that governs a noun phrase: a preposition before it, or «را» after it."""

from collections.abc import Mapping, Sequence

from pipeline.model import TaggedToken

CLOSERS = frozenset(":؛.؟?!;")
COMMAS = frozenset({"،", ","})
QUOTES = frozenset("«»\"“”'()[]")
SUBORDINATORS = frozenset(
    {"که", "اینکه", "آنکه", "چنانکه", "زیرا", "چون", "چراکه", "تا", "اگر", "هرچند", "اگرچه", "درحالیکه"}
)
_BOUNDS = COMMAS | CLOSERS | SUBORDINATORS | {"اما", "ولی", "بلکه", "لیکن", "و", "را"}
_REACH = 9


def governing_marker(
    first: int, left_edge: int, tokens: Sequence[TaggedToken], stops: set[int], markers: Mapping[tuple[str, ...], str]
) -> tuple[str, int]:
    """The marker that governs the phrase at `first`, and where the phrase begins after it."""
    start = first
    for at in range(first - 1, max(left_edge, first - _REACH) - 1, -1):
        word = tokens[at].text
        if word in QUOTES:
            continue
        longest = _longest_marker(at, tokens, markers, first)
        if longest is not None:
            return ("bare", start) if longest[0] == "-" else longest
        if at in stops or word in _BOUNDS:
            return "bare", start
        start = at
    if left_edge and start == left_edge:
        return "chained", start
    return "bare", start


def _longest_marker(
    at: int, tokens: Sequence[TaggedToken], markers: Mapping[tuple[str, ...], str], first: int
) -> tuple[str, int] | None:
    for length in (3, 2, 1):
        for begin in range(max(0, at - length + 1), at + 1):
            words = tuple(token.text.replace("\u200c", "") for token in tokens[begin : begin + length])
            if begin + length <= first and words in markers:
                return markers[words], begin + length
    return None


def is_object(
    last: int,
    tokens: Sequence[TaggedToken],
    phrases: Mapping[int, int],
    markers: Mapping[tuple[str, ...], str],
) -> bool:
    """Whether «را» follows a phrase, with no more than adjectives or one prepositional phrase in between.

    A noun in between is an object of its own («آرلند دو دیپلمات را اخراج کرد»). `phrases` holds
    the end of each noun phrase by its first token.
    """
    at = _past_adjectives(last, tokens)
    begin = _past_marker(at, tokens, markers)
    if begin > at:
        at = _past_adjectives(phrases.get(begin, begin + 1), tokens)
    return at < len(tokens) and tokens[at].text == "را"


def _past_adjectives(at: int, tokens: Sequence[TaggedToken]) -> int:
    while at < len(tokens) and (tokens[at].text in QUOTES or tokens[at].upos == "ADJ"):
        at += 1
    return at


def _past_marker(at: int, tokens: Sequence[TaggedToken], markers: Mapping[tuple[str, ...], str]) -> int:
    """The token after the longest case marker at `at`; `at` where none stands there."""
    for length in (3, 2, 1):
        if tuple(token.text.replace("\u200c", "") for token in tokens[at : at + length]) in markers:
            return at + length
    return at

"""Finding lexicon names in sentences: one automaton over folded tokens written without spaces.

A name matches however its words are joined («نخست وزیر», «نخست‌وزیر», «نخستوزیر»), but only
where it fills whole tokens. Time is linear in the text plus the number of matches.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate

import ahocorasick

from pipeline.lexicon.schema import Found, NameKind
from pipeline.persian import ZWNJ, fold

# Letters after which the link to the next word is written as a separate ی: دومای روسیه, کمیته‌ی دفاعی.
LINKING_ENDS = "اوه"


def key_of(text: str) -> str:
    """The matching key of a name: folded, without spaces and dots."""
    return fold(text).replace(" ", "").replace(".", "")


class NameMatcher:
    """Finds names; `names` gives (name, kind, id, ambiguous) in any order, the same name may be several things."""

    def __init__(self, names: Iterable[tuple[str, NameKind, str, bool]]) -> None:
        values: dict[str, set[tuple[NameKind, str, bool, bool]]] = {}
        gaps: dict[str, set[int]] = {}
        for name, kind, entry, ambiguous in names:
            key = key_of(name)
            links = key[-1:] in tuple(LINKING_ENDS) and not ambiguous
            for spelling in (key, key + "ی") if links else (key,):
                values.setdefault(spelling, set()).add((kind, entry, ambiguous, spelling != key))
                gaps.setdefault(spelling, set()).update(_gaps(name))
        self._automaton = ahocorasick.Automaton()
        for key in sorted(values):
            if key:
                self._automaton.add_word(key, (len(key), frozenset(gaps[key]), tuple(sorted(values[key]))))
        self._empty = not values
        if values:
            self._automaton.make_automaton()

    def find(self, keys: Sequence[str]) -> list[Found]:
        """All names that fill whole tokens, in reading order, longer ones first, overlaps included."""
        if self._empty:
            return []
        starts: dict[int, int] = {}
        ends: dict[int, int] = {}
        offset = 0
        for index, key in enumerate(keys):
            if key:
                starts[offset] = index
                offset += len(key)
                ends[offset] = index + 1
        found = []
        for final, (length, gaps, values) in self._automaton.iter("".join(keys)):
            end = final + 1
            start = end - length
            if end in ends and start in starts:
                first, last = starts[start], ends[end]
                inner = accumulate(len(key) for key in keys[first : last - 1])
                loose = any(gap not in gaps for gap in inner)
                found += [Found(first, last, kind, id, doubt, loose, linked) for kind, id, doubt, linked in values]
        return sorted(found, key=lambda hit: (hit.first, -hit.last, hit.kind, hit.id))


def _gaps(name: str) -> list[int]:
    """Where the words of a name end in its key."""
    return list(accumulate(len(key_of(word)) for word in name.replace(ZWNJ, " ").split()))[:-1]

"""Finding phrases of data files in a sentence: words by their stems, verbs by lemma, gaps within the clause."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.relations.sketch import Sketch

_WIDEST_GAP = 9


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: tokens `first` to `head` hold its words before a gap, `first` to `last` all of it."""

    name: str
    phrase: tuple[str, ...]
    first: int
    head: int
    last: int


class PhraseIndex:
    """Phrases by their first word, so that a sentence is scanned once for all of them."""

    def __init__(self, phrases: Mapping[str, Sequence[tuple[str, ...]]]) -> None:
        self._by_word: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for name, rows in phrases.items():
            for row in rows:
                self._by_word.setdefault(row[0], []).append((name, row))

    def find(self, sketch: Sketch) -> list[Hit]:
        """All occurrences, in reading order, the longest phrase first at each place."""
        found = []
        lemmas = {verb.first: verb for verb in sketch.verbs}
        for at in range(len(sketch.tokens)):
            starts = set(sketch.keys[at])
            if at in lemmas:
                starts.add(lemmas[at].lemma)
            here = [hit for word in sorted(starts) for hit in self._by_word.get(word, ())]
            for name, row in here:
                last = match(row, at, sketch)
                if last:
                    head = match(row[: row.index("…")], at, sketch) if "…" in row else last
                    found.append(Hit(name, row, at, head, last))
        return sorted(found, key=lambda hit: (hit.first, -len(hit.phrase), hit.name))


def match(phrase: Sequence[str], at: int, sketch: Sketch) -> int:
    """The token after the phrase that begins at `at`, or 0 where it does not stand there."""
    last, gap = at, False
    for word in phrase:
        if word == "…":
            gap = True
            continue
        reach = last + _WIDEST_GAP if gap else last
        spot = next((i for i in range(last, min(reach, len(sketch.tokens) - 1) + 1) if _is(word, i, sketch)), -1)
        if spot < 0 or (gap and sketch.clause_of[spot] != sketch.clause_of[at]):
            return 0
        last, gap = spot + _length(word, spot, sketch), False
    return last


def _is(word: str, at: int, sketch: Sketch) -> bool:
    if "#" in word:
        return any(verb.first == at and verb.lemma == word for verb in sketch.verbs)
    return word in sketch.keys[at]


def _length(word: str, at: int, sketch: Sketch) -> int:
    if "#" not in word:
        return 1
    return next(verb.last - verb.first for verb in sketch.verbs if verb.first == at)

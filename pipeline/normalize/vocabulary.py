"""The words and verb forms that hazm knows, as evidence for joiners."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import hazm

from pipeline.persian import ZWNJ


class Words(Protocol):
    """What is asked of a vocabulary."""

    @property
    def frequency(self) -> Mapping[str, int]:
        """Frequency by word, joiners kept."""

    @property
    def verb_cuts(self) -> Mapping[str, frozenset[int]]:
        """Where joiners stand in a verb form that is written without them."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """hazm's word list and its conjugated verbs."""

    frequency: Mapping[str, int]
    verb_cuts: Mapping[str, frozenset[int]]


@cache
def load_vocabulary() -> Vocabulary:
    """hazm's lists, read once per process."""
    frequency = {word: count for word, count, _ in hazm.words_list()}
    return Vocabulary(frequency, _verb_cuts())


def cuts_of(form: str) -> frozenset[int]:
    """Where joiners stand, counted in letters: 2 for «می|شود».

    >>> sorted(cuts_of("هم\u200cتیمی\u200cها"))
    [2, 6]
    """
    ends: list[int] = []
    for piece in form.split(ZWNJ):
        ends.append((ends[-1] if ends else 0) + len(piece))
    return frozenset(ends[:-1])


def _verb_cuts() -> dict[str, frozenset[int]]:
    conjugation = hazm.Conjugation()
    cuts: dict[str, frozenset[int]] = {}
    for verb in hazm.WordTokenizer(words_file=hazm.default_verbs).verbs:
        for form in conjugation.get_all(verb):
            if ZWNJ in form and " " not in form:
                key = form.replace(ZWNJ, "")
                cuts[key] = cuts.get(key, frozenset()) | cuts_of(form)
    return cuts

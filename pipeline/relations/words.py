"""Matching keys of tokens: a word with or without its plural, indefinite and possessive endings."""

from functools import lru_cache

from pipeline.persian import ZWNJ, fold

_ENDINGS = (
    "هایشان", "هایمان", "هایتان", "هایش", "هایم", "هایت", "های", "هایی", "ها", "یی", "ای", "ی",
    "شان", "مان", "تان", "اش", "ام", "ات", "یشان", "یش", "ش", "ات",
)  # fmt: skip
_SHORTEST_STEM = 3


@lru_cache(maxsize=200_000)
def keys(word: str) -> frozenset[str]:
    """All keys a word can be found under: itself and its stems, without joiners, in one spelling of letters."""
    whole = fold(word)
    found = {whole}
    head, joiner, _ = word.partition(ZWNJ)
    if joiner and word[len(head) + 1 :].replace(ZWNJ, "") in _ENDINGS:
        found.add(fold(head))
    for ending in _ENDINGS:
        for stem in tuple(found):
            if stem.endswith(ending) and len(stem) - len(ending) >= _SHORTEST_STEM:
                found.add(stem[: -len(ending)])
    return frozenset(found)

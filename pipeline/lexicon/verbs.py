"""The finite and non-finite forms of Persian verbs, generated from the stems in verbs.csv.

Forms are keyed without zero-width non-joiners, so «می‌کند» and «میکند» are one key.
A lemma is written past#present, as in the Persian treebanks («کرد#کن»).
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Tense = Literal[
    "past", "imperfect", "perfect", "present", "subjunctive", "participle", "infinitive", "future", "copula"
]

_PAST_ENDINGS = (("", 3), ("م", 1), ("ی", 2), ("یم", 4), ("ید", 5), ("ند", 6))
_PRESENT_ENDINGS = (("د", 3), ("م", 1), ("ی", 2), ("یم", 4), ("ید", 5), ("ند", 6))
_PERFECT_ENDINGS = (("ام", 1), ("ای", 2), ("است", 3), ("ایم", 4), ("اید", 5), ("اند", 6))
_COPULA = {"است": 3, "هست": 3, "هستم": 1, "هستی": 2, "هستیم": 4, "هستید": 5, "هستند": 6}
_MODAL = "بایستی"  # «باید» far more often than a form of «ایستادن»
_NEGATED_COPULA = {"نیست": 3, "نیستم": 1, "نیستی": 2, "نیستیم": 4, "نیستید": 5, "نیستند": 6}


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a word as a verb; person 1–3 singular, 4–6 plural, 0 where the form has none."""

    lemma: str
    tense: Tense
    person: int
    negated: bool
    bare: bool = False


class Conjugation:
    """All forms of the verbs of a table, by their key without joiners."""

    def __init__(self, stems: Iterable[tuple[str, str, tuple[str, ...]]]) -> None:
        self._forms: dict[str, list[VerbForm]] = {}
        for past, present, preverbs in stems:
            for preverb in ("", *preverbs):
                lemma = f"{preverb}{past}#{preverb}{present}"
                for key, form in _forms(past, present, lemma):
                    if key == _MODAL:
                        continue
                    self._forms.setdefault(preverb + key, []).append(form)
        for key, person in _COPULA.items():
            self._forms[key] = [VerbForm("بود#باش", "copula", person, False)]
        for key, person in _NEGATED_COPULA.items():
            self._forms[key] = [VerbForm("بود#باش", "copula", person, True)]

    def readings(self, word: str) -> tuple[VerbForm, ...]:
        """The verb readings of a word, the likeliest first; none for a word that is no verb form."""
        return tuple(self._forms.get(word.replace("\u200c", ""), ()))


def load_conjugation(path: Path) -> Conjugation:
    """Read a table with the columns past, present, preverbs (parted by a bar)."""
    with path.open(encoding="utf-8", newline="") as handle:
        rows = [
            (row["past"], row["present"], tuple(filter(None, row["preverbs"].split("|"))))
            for row in csv.DictReader(handle)
        ]
    return Conjugation(rows)


def _forms(past: str, present: str, lemma: str) -> Iterator[tuple[str, VerbForm]]:
    yield from _past_forms(past, lemma)
    yield from _present_forms(present, lemma)
    for prefix, negated in (("", False), ("ن", True)):
        yield prefix + past + "ن", VerbForm(lemma, "infinitive", 0, negated)


def _past_forms(past: str, lemma: str) -> Iterator[tuple[str, VerbForm]]:
    for prefix, negated in (("", False), (_negation(past), True)):
        stem = prefix + _after(prefix, past)
        for ending, person in _PAST_ENDINGS:
            yield stem + ending, VerbForm(lemma, "past", person, negated, bare=not prefix and not ending)
        yield stem + "ه", VerbForm(lemma, "participle", 0, negated)
        for ending, person in _PERFECT_ENDINGS:
            yield stem + "ه" + ending, VerbForm(lemma, "perfect", person, negated)
    for prefix, negated in (("می", False), ("نمی", True)):
        for ending, person in _PAST_ENDINGS:
            yield prefix + past + ending, VerbForm(lemma, "imperfect", person, negated)


def _present_forms(present: str, lemma: str) -> Iterator[tuple[str, VerbForm]]:
    glide = "ی" if present[-1] in "آاو" and present not in {"رو", "شو", "دو", "شنو", "درو"} else ""
    own = lemma.endswith(("#دار", "#باش"))
    for ending, person in _PRESENT_ENDINGS:
        form = present + glide + ending
        for prefix, negated in (("می", False), ("نمی", True)):
            yield prefix + form, VerbForm(lemma, "present", person, negated)
        if own and lemma.endswith("#دار"):
            yield form, VerbForm(lemma, "present", person, False)
            yield "ن" + form, VerbForm(lemma, "present", person, True)
            continue
        yield form, VerbForm(lemma, "subjunctive", person, False)
        yield "ب" + _after("ب", form), VerbForm(lemma, "subjunctive", person, False)
        yield _negation(form) + _after("ن", form), VerbForm(lemma, "subjunctive", person, True)


def _negation(stem: str) -> str:
    return "نی" if _glides(stem) else "ن"


def _after(prefix: str, stem: str) -> str:
    """The stem as it is spelled after a prefix: «آ» and «ا» lose their sign, as in «نیامد», «بیاید», «بیفزاید»."""
    if not prefix or not _glides(stem):
        return stem
    rest = "ا" + stem[1:] if stem[0] == "آ" else stem[1:]
    return ("ی" if prefix == "ب" else "") + rest


def _glides(stem: str) -> bool:
    """Whether a glide stands between a prefix and the stem; not so in «بایستد», «نایستاد»."""
    return stem[0] in "آا" and not stem.startswith("ای")

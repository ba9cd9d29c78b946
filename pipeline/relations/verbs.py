"""Verb groups of a sentence: auxiliaries and main verb as one, with tense, person, polarity and mood."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.lexicon.verbs import Conjugation, VerbForm
from pipeline.model import TaggedToken

_FUTURE = "خواست#خواه"
_PASSIVE = frozenset({"شد#شو", "گردید#گرد", "گشت#گرد"})
_BE = "بود#باش"
_MODALS = frozenset({"توانست#توان"})
_ALWAYS_VERBS = frozenset({"کرد", "شد", "بود", "گفت", "کرده", "شده"})
_AMBIGUOUS = frozenset({"past", "subjunctive", "participle"})
_AFTER_VERBS = frozenset({"و", "که", "تا", "اما", "ولی", "است", "بود", "چرا", "زیرا", "اگر"})
_PARTICIPLE_ENDS = frozenset({"و", "،", ".", "؛"})
_NOUN_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "ADV", "NUM", "SCONJ", "CCONJ", "DET"})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A finite verb with its auxiliaries, or a participle or infinitive standing alone; tokens half open."""

    first: int
    last: int
    lemma: str
    tense: str
    person: int
    negated: bool
    passive: bool
    finite: bool


def verb_groups(tokens: Sequence[TaggedToken], conjugation: Conjugation) -> tuple[VerbGroup, ...]:
    """All verb groups of a sentence in reading order; a word that the tagger calls a noun is none."""
    readings = [_reading(at, tokens, conjugation) for at in range(len(tokens))]
    groups: list[VerbGroup] = []
    at = 0
    while at < len(tokens):
        group = _group(at, tokens, readings)
        if group is not None:
            groups.append(group)
        at = group.last if group else at + 1
    return tuple(groups)


def _reading(at: int, tokens: Sequence[TaggedToken], conjugation: Conjugation) -> VerbForm | None:
    token = tokens[at]
    found = conjugation.readings(token.text)
    if not found:
        return None
    first = found[0]
    if first.bare and token.upos != "VERB" and not _closes(at, tokens):
        return None
    if first.tense in _AMBIGUOUS and token.upos in _NOUN_TAGS and token.text not in _ALWAYS_VERBS:
        return None
    return next((form for form in found if form.lemma == token.lemma), first)


def _closes(at: int, tokens: Sequence[TaggedToken]) -> bool:
    """Whether a word that is also a noun («نشست», «درخواست») stands where a Persian clause ends."""
    if at + 1 >= len(tokens) or tokens[at].text in _ALWAYS_VERBS:
        return True
    after = tokens[at + 1]
    return after.text in _AFTER_VERBS or not any(letter.isalnum() for letter in after.text)


def _group(at: int, tokens: Sequence[TaggedToken], readings: Sequence[VerbForm | None]) -> VerbGroup | None:
    form = readings[at]
    if form is None:
        return None
    following = readings[at + 1] if at + 1 < len(tokens) else None
    if form.lemma == _FUTURE and form.tense == "subjunctive" and following is not None and following.tense == "past":
        passive = following.lemma in _PASSIVE
        return VerbGroup(at, at + 2, following.lemma, "future", form.person, form.negated, passive, True)
    if form.tense == "participle":
        return _participle(at, form, following, tokens, readings)
    passive = form.lemma in _PASSIVE and form.tense != "infinitive"
    finite = form.tense != "infinitive" and not (form.lemma in _MODALS and _leads(at, readings))
    return VerbGroup(at, at + 1, form.lemma, form.tense, form.person, form.negated, passive, finite)


def _leads(at: int, readings: Sequence[VerbForm | None]) -> bool:
    """Whether a modal's main verb is still to come («می‌تواند … کمک کند»)."""
    return any(form is not None and form.tense in ("subjunctive", "past") for form in readings[at + 1 : at + 25])


def _participle(
    at: int,
    form: VerbForm,
    following: VerbForm | None,
    tokens: Sequence[TaggedToken],
    readings: Sequence[VerbForm | None],
) -> VerbGroup:
    if following is None or following.lemma not in {_BE, *_PASSIVE, _FUTURE}:
        return _without_auxiliary(at, at + 1, form, form.negated, form.lemma in _PASSIVE, tokens)
    last, passive, negated = at + 2, following.lemma in _PASSIVE, form.negated or following.negated
    after = readings[last] if last < len(readings) else None
    if following.tense == "participle" and (after is None or after.lemma != _BE):
        return _without_auxiliary(at, last, form, negated, passive or form.lemma in _PASSIVE, tokens)
    auxiliary, tense = following, following.tense
    if following.lemma == _FUTURE and after is not None:
        last, passive, tense = last + 1, True, "future"
    elif following.tense == "participle" and after is not None:
        last, auxiliary, tense, negated = last + 1, after, after.tense, negated or after.negated
    if auxiliary.lemma == _BE:
        tense = "subjunctive" if tense == "subjunctive" else "perfect"
    return VerbGroup(at, last, form.lemma, tense, auxiliary.person, negated, passive or form.lemma in _PASSIVE, True)


def _without_auxiliary(
    first: int, last: int, form: VerbForm, negated: bool, passive: bool, tokens: Sequence[TaggedToken]
) -> VerbGroup:
    """A participle is a finite verb whose «است» is left out where a clause ends after it, else it describes a noun."""
    ends = last >= len(tokens) or tokens[last].text in _PARTICIPLE_ENDS
    return VerbGroup(first, last, form.lemma, "perfect" if ends else "participle", 0, negated, passive, ends)

"""Polarity and realis of a phrase, read from its verb and the cues around it."""

import pytest
from marked_sentences import lexicon, sketch

from pipeline.lexicon.frames import parse_phrases
from pipeline.lexicon.grammar import fold_words
from pipeline.relations.modality import Modality, predicate_verb
from pipeline.relations.phrases import Hit, PhraseIndex
from pipeline.relations.sketch import Sketch

WORDS = ("دیدار", "تحریم", "سفر", "همکاری", "مانعی برای عضویت", "محکوم … کرد#کن", "حمایت", "خواست#خواه")
AFFIRMED, NEGATED = "affirmed", "negated"
ACTUAL, FUTURE, HYPOTHETICAL = "actual", "future", "hypothetical"


def _hit(sentence: str) -> tuple[Hit, Sketch]:
    ours = sketch(sentence)
    return PhraseIndex({"ours": parse_phrases(WORDS, fold_words)}).find(ours)[0], ours


@pytest.mark.parametrize(
    ("sentence", "polarity", "realis"),
    [
        ("او با آنان دیدار کرد.", AFFIRMED, ACTUAL),
        ("او با آنان دیدار نکرد.", NEGATED, ACTUAL),
        ("او با آنان دیدار خواهد کرد.", AFFIRMED, FUTURE),
        ("او با آنان دیدار نخواهد کرد.", NEGATED, FUTURE),
        ("او با آنان دیدار کرده است.", AFFIRMED, ACTUAL),
        ("او با آنان دیدار نکرده است.", NEGATED, ACTUAL),
        ("قرار است او با آنان دیدار کند.", AFFIRMED, FUTURE),
        ("شاید او با آنان دیدار کند.", AFFIRMED, HYPOTHETICAL),
        ("او باید با آنان دیدار کند.", AFFIRMED, HYPOTHETICAL),
        ("اگر او با آنان دیدار کند راه باز است.", AFFIRMED, HYPOTHETICAL),
        ("او هفته آینده به پایتخت سفر می‌کند.", AFFIRMED, FUTURE),
        ("او هفته گذشته به پایتخت سفر کرد.", AFFIRMED, ACTUAL),
        ("احتمال دیدار آنان کم است.", AFFIRMED, HYPOTHETICAL),
        ("عدم همکاری آنان روشن است.", NEGATED, ACTUAL),
        ("بدون همکاری آنان راه بسته است.", NEGATED, ACTUAL),
        ("هیچ همکاری با آنان نداریم.", NEGATED, ACTUAL),
        ("مانعی برای عضویت آنان نیست.", AFFIRMED, ACTUAL),
        ("آنان این کار را محکوم نکردند.", NEGATED, ACTUAL),
        ("آنان از این طرح حمایت نمی‌کنند.", NEGATED, ACTUAL),
        ("او از آنان نخواست که بروند.", NEGATED, ACTUAL),
    ],
)
def test_polarity_and_realis(sentence: str, polarity: str, realis: str) -> None:
    modality = Modality(lexicon().grammar.cues)
    hit, ours = _hit(sentence)
    cues = modality.cues(hit, ours, modality.found(ours))

    assert (modality.polarity(hit, ours, cues), modality.realis(hit, ours, cues)) == (polarity, realis)


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    [
        ("او با آنان دیدار کرد.", "کرد#کن"),
        ("دیدار او با آنان انجام شد.", "شد#شو"),
        ("آنان این کار را محکوم کردند.", "کرد#کن"),
        ("او از آنان خواست که بروند.", "خواست#خواه"),
        ("دیدار آنان یک ساعت به درازا کشید.", ""),
        ("پس از دیدار آنان راه باز ماند.", ""),
    ],
)
def test_the_verb_of_a_predicate_is_its_own_or_a_light_one(sentence: str, lemma: str) -> None:
    verb = predicate_verb(*_hit(sentence))

    assert (verb.lemma if verb else "") == lemma


def test_cues_tell_where_they_stand() -> None:
    modality = Modality({"doubt": (("شاید",),)})
    sentences = [
        _hit(sentence)
        for sentence in ("شاید او با آنان دیدار کند.", "شاید دیدار کند.", "دیدار آنان شاید باشد.", "او دیدار کرد.")
    ]
    found = [modality.cues(hit, ours, modality.found(ours)) for hit, ours in sentences]

    assert found == [{"before doubt"}, {"before doubt", "just before doubt"}, {"after doubt"}, set()]

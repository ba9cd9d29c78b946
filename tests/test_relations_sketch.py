"""Sketches of sentences: case markers, coordination and clauses."""

import pytest
from marked_sentences import sketch


def _slots(markup: str) -> list[tuple[str, str]]:
    return [("+".join(m.entity_id for m in phrase.mentions), phrase.slot) for phrase in sketch(markup).phrases]


@pytest.mark.parametrize(
    ("markup", "slot"),
    [
        ("او با [S:person نازنین فرهمند] دیدار کرد.", "با"),
        ("او همراه با [S:person نازنین فرهمند] رسید.", "با"),
        ("او به اتفاق [S:person نازنین فرهمند] رسید.", "با"),
        ("این طرح از سوی [S:country آرلند] رد شد.", "توسط"),
        ("این طرح توسط [S:country آرلند] رد شد.", "توسط"),
        ("این طرح از طرف دولت [S:country آرلند] رد شد.", "توسط"),
        ("این رزمایش در پاسخ به اقدام [S:country آرلند] برگزار شد.", "پاسخ"),
        ("این سخن در واکنش به [S:country آرلند] گفته شد.", "پاسخ"),
        ("آنان درباره [S:country آرلند] سخن گفتند.", "درباره"),
        ("آنان در مورد آینده [S:country آرلند] سخن گفتند.", "درباره"),
        ("آنان نسبت به [S:country آرلند] بدبین هستند.", "قبال"),
        ("آنان علیه [S:country آرلند] تظاهرات کردند.", "علیه"),
        ("آنان در برابر [S:country آرلند] ایستادند.", "مقابل"),
        ("او به دعوت [S:country آرلند] رسید.", "دعوت"),
        ("به گفته [S:person نازنین فرهمند] راه باز است.", "گفته"),
        ("به نقل از [S:organization خبرگزاری پگاه] راه باز است.", "نقل"),
        ("همه کشورها به جز [S:country آرلند] رسیدند.", "جز"),
        ("همه کشورها از جمله [S:country آرلند] رسیدند.", "مانند"),
        ("پس از دیدار با [S:country آرلند] راه باز شد.", "با"),
        ("از سوی دیگر [S:country آرلند] خاموش ماند.", "bare"),
        ("دیروز [S:country آرلند] خاموش ماند.", "bare"),
        ("راه باز شد و [S:country آرلند] خاموش ماند.", "bare"),
        ("دیروز «[S:country آرلند]» را ستود.", "را"),
        ("با «[S:country آرلند]» سخن گفت.", "با"),
    ],
)
def test_the_marker_that_governs_a_name(markup: str, slot: str) -> None:
    assert _slots(markup) == [("S", slot)]


@pytest.mark.parametrize(
    ("markup", "head"),
    [
        ("آنان از اقدام [S:country آرلند] سخن گفتند.", "اقدام"),
        ("آنان از اقدام شگفت دولت [S:country آرلند] سخن گفتند.", "اقدام"),
        ("سفیر [S:country آرلند] رسید.", "سفیر"),
        ("آنان از [S:country آرلند] سخن گفتند.", ""),
    ],
)
def test_the_noun_between_marker_and_name_is_the_head(markup: str, head: str) -> None:
    ours = sketch(markup)
    (phrase,) = ours.phrases

    assert (ours.tokens[phrase.head].text if phrase.head >= 0 else "") == head


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("[S:country آرلند] و [T:country سرمانیا] صلح کردند.", [("S+T", "bare")]),
        ("[S:country آرلند]، [O:country ولدانیا] و [T:country سرمانیا] رسیدند.", [("S+ولدانیا+T", "bare")]),
        ("میان [S:country آرلند] و [T:country سرمانیا] صلح شد.", [("S+T", "میان")]),
        ("[S:person نازنین فرهمند] و آقای [T:person بهرام کیانی] رسیدند.", [("S+T", "bare")]),
        ("[S:country آرلند] با [T:country سرمانیا] صلح کرد.", [("S", "bare"), ("T", "با")]),
        ("از [S:country آرلند] و به [T:country سرمانیا] رفتند.", [("S", "از"), ("T", "به")]),
        ("[S:country آرلند] رفت و [T:country سرمانیا] ماند.", [("S", "bare"), ("T", "bare")]),
        ("[S:place شهر مینو] و [T:country سرمانیا] دورند.", [("S", "bare"), ("T", "bare")]),
        ("[S:person وزیر [O:country آرلند]]، [S:person نازنین فرهمند]، رسید.", [("S", "bare")]),
        ("با [S:person وزیر [O:country آرلند]] و [T:person سفیر [O:country سرمانیا]] سخن گفت.", [("S+T", "با")]),
    ],
)
def test_names_that_are_coordinated_or_apposed_are_one_phrase(markup: str, expected: list[tuple[str, str]]) -> None:
    assert _slots(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("[S:country آرلند] [T:country سرمانیا] را تحریم کرد.", ["bare", "را"]),
        ("[S:country آرلند] دو دیپلمات [T:country سرمانیا] را اخراج کرد.", ["bare", "را"]),
        ("[S:country آرلند] روز شنبه حمله [T:country سرمانیا] را محکوم کرد.", ["bare", "را"]),
        ("[S:country آرلند] سفیر [T:country سرمانیا] در [O:place شهر مینو] را احضار کرد.", ["bare", "را", "در"]),
        ("[S:country آرلند] روابط خود با [T:country سرمانیا] را قطع کرد.", ["bare", "با"]),
        ("[S:country آرلند] دو متهم را به [T:country سرمانیا] سپرد.", ["bare", "به"]),
        ("[S:country آرلند] از [T:country سرمانیا] خواست راه را باز کند.", ["bare", "از"]),
    ],
)
def test_the_object_marker_belongs_to_the_nearest_noun_phrase(markup: str, expected: list[str]) -> None:
    assert [phrase.slot for phrase in sketch(markup).phrases] == expected


def test_a_comma_after_a_relative_clause_resumes_the_main_one() -> None:
    ours = sketch("[S:person نازنین فرهمند] که تازه رسیده بود، با [T:person بهرام کیانی] دیدار کرد.")

    assert [phrase.clause for phrase in ours.phrases] == [0, 0]


def test_of_two_mentions_of_one_person_the_name_stands_for_both() -> None:
    (phrase,) = sketch("[S:person وزیر [O:country آرلند]]، [S:person نازنین فرهمند]، رسید.").phrases

    assert [mention.text for mention in phrase.mentions] == ["نازنین فرهمند"]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("[S:country آرلند] با [T:country سرمانیا] صلح کرد.", [0, 0]),
        ("[S:country آرلند] رفت و [T:country سرمانیا] ماند.", [0, 1]),
        ("مردی که از [S:country آرلند] آمد با [T:country سرمانیا] سخن گفت.", [1, 0]),
        ("[S:person نازنین فرهمند] گفت که [T:country سرمانیا] رفته است.", [0, 1]),
        ("[S:person نازنین فرهمند] با بیان اینکه [T:country سرمانیا] رفته است سکوت کرد.", [0, 1]),
        ("[S:person نازنین فرهمند] گفت: [T:country سرمانیا] رفته است.", [0, 1]),
        ("[S:country آرلند] نیامد، زیرا [T:country سرمانیا] مانده بود.", [0, 1]),
    ],
)
def test_each_name_stands_in_its_clause(markup: str, expected: list[int]) -> None:
    assert [phrase.clause for phrase in sketch(markup).phrases] == expected


@pytest.mark.parametrize(
    ("sentence", "parent", "joint"),
    [
        ("مردی که آمد رفت.", 0, "relative"),
        ("او با بیان اینکه راه بسته است رفت.", 0, "content"),
        ("او گفت که راه بسته است.", 0, "content"),
        ("او گفت: راه بسته است.", 0, "content"),
        ("او رفت و راه بسته شد.", 0, "next"),
        ("او نرفت زیرا راه بسته است.", 0, "content"),
    ],
)
def test_how_the_second_clause_is_joined(sentence: str, parent: int, joint: str) -> None:
    clause = sketch(sentence).clauses[1]

    assert (clause.parent, clause.joint) == (parent, joint)


def test_a_clause_resumed_after_a_relative_one_keeps_its_own_verb() -> None:
    ours = sketch("مردی که آمد دیروز رفت.")

    assert [clause.verb and clause.verb.lemma for clause in ours.clauses[:2]] == ["رفت#رو", "آمد#آ"]


def test_every_token_has_a_clause_and_keys() -> None:
    ours = sketch("[S:person نازنین فرهمند] گفت که «[T:country سرمانیا]» رفته است؛ راه بسته شد.")

    assert len(ours.tokens) == len(ours.clause_of) == len(ours.keys)
    assert set(ours.clause_of) <= set(range(len(ours.clauses)))


def test_a_verb_within_a_name_is_no_verb() -> None:
    ours = sketch("[S:organization حزب آینده رفت] خاموش ماند.")

    assert [verb.lemma for verb in ours.verbs] == ["ماند#مان"]

"""Date expressions of Persian news: intervals, basis, conflicts, and the one that governs a predicate."""

import csv
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import LexiconError
from pipeline.lexicon.date_words import DateWords, load_date_words
from pipeline.lexicon.load import OWN_FOLDER
from pipeline.model import Article, EventDate, TaggedToken
from pipeline.normalize import normalize
from pipeline.relations import calendars
from pipeline.relations.dates import DatedSpan, event_date, find_dates, publication_date
from pipeline.tokenize import tokenize

CASES = Path(__file__).parent / "cases" / "dates.csv"
SATURDAY = "2019-11-02T14:43:00+00:00"
COLUMNS = ("start", "end", "precision", "basis", "conflict")


@cache
def words() -> DateWords:
    return load_date_words([OWN_FOLDER])


def tagged(text: str) -> list[tuple[TaggedToken, ...]]:
    document = tokenize(normalize(Article("a", "", text)))
    return [
        tuple(TaggedToken(t.text, t.start, t.end, _tag(t.text), "", t.text, -1, "", "O") for t in sentence)
        for sentence in document.sentences
    ]


def _tag(word: str) -> str:
    return "NOUN" if word in ("توافق", "دیدار") else "X"


def found(text: str, published: str = SATURDAY) -> list[DatedSpan]:
    return [span for tokens in tagged(text) for span in find_dates(tokens, published, text, words())]


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['sentence']} {case['published'][:10]}")
def test_an_expression_has_its_text_interval_precision_basis_and_conflict(case: dict[str, str]) -> None:
    before, _, rest = case["sentence"].partition("{")
    phrase, _, after = rest.rpartition("}")
    spans = found(before + phrase + after, case["published"])

    assert [span.date.text for span in spans] == [phrase]
    assert {name: getattr(spans[0].date, name) for name in COLUMNS} == {name: case[name] for name in COLUMNS}


def test_there_are_enough_cases_and_no_two_alike() -> None:
    keys = [(case["sentence"], case["published"]) for case in cases()]

    assert len(set(keys)) == len(keys) >= 160


@pytest.mark.parametrize(
    "sentence",
    [
        "امام جمعه تهران سخن گفت.",
        "او در نماز جمعه شرکت کرد.",
        "این برنامه هر دوشنبه پخش می‌شود.",
        "این آیین دهم آذر ماه هر سال برپا می‌شود.",
        "خبرگزاری مهر از دیدار خبر داد.",
        "دو تیم با نتیجه سه بر صفر کار را تمام کردند.",
        "بیش از ۲۰۰۰ نفر گرد آمدند.",
        "آنها در ۱۴۰۰ نقطه رای دادند.",
        "دو روز قبل از نشست، متن آماده شد.",
        "او پنج سال نماینده بود.",
        "نرخ رشد ۲/۵ درصد بود.",
        "حملات ۱۱ سپتامبر جهان را تکان داد.",
        "می‌توان گفت که می‌رود.",
        "در دنیای امروز رسانه مهم است.",
        "ظرف دو ماه پاسخ می‌رسد.",
        "در سال ۶۱۴ قبل از میلاد شهر ویران شد.",
    ],
)
def test_what_only_looks_like_a_date_is_none(sentence: str) -> None:
    assert [span.date.text for span in found(sentence)] == []


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("امروز (دوشنبه)", "1398-08-11"),
        ("ماه گذشته", "1398-07"),
        ("سال ۹۸", "1398"),
        ("هفته گذشته", "1398-08-04"),
        ("دسامبر ۲۰۱۸", ""),
        ("سال ۲۰۱۸", ""),
    ],
)
def test_the_jalali_form_is_reduced_with_the_precision(phrase: str, expected: str) -> None:
    assert found(f"او {phrase} در تهران بود.")[0].date.jalali == expected


def test_a_list_of_days_in_one_sentence_stays_apart() -> None:
    starts = [span.date.start for span in found("او ۳ مهر ۱۳۹۸ در رم، ۵ مهر ۱۳۹۸ در وین و ۷ مهر ۱۳۹۸ در پاریس بود.")]

    assert starts == ["2019-09-25", "2019-09-27", "2019-09-29"]


def test_a_coming_weekday_is_kept_for_the_future() -> None:
    span = found("وزیر روز دوشنبه به مسکو خواهد رفت.")[0]

    assert (span.date.start, span.ahead.start if span.ahead else "") == ("2019-10-28", "2019-11-04")


def governing(sentence: str, predicate: str, tense: str, clauses: Sequence[str] = (), published: str = SATURDAY) -> str:
    """The start of the date that governs a predicate; every word of `clauses` begins a clause."""
    tokens = tagged(sentence)[0]
    starts = [at for at, token in enumerate(tokens) if token.text in clauses]
    clause_of = [sum(start <= at for start in starts) for at in range(len(tokens))]
    first = next(at for at, token in enumerate(tokens) if token.text == predicate)
    dated = find_dates(tokens, published, sentence, words())
    return event_date(dated, first, first + 1, clause_of, tense, published).start


def test_the_nearest_date_of_the_clause_governs() -> None:
    sentence = "وزیر دیروز سفر کرد و پریروز بیانیه داد."

    assert governing(sentence, "سفر", "past", ["و"]) == "2019-11-01"
    assert governing(sentence, "بیانیه", "past", ["و"]) == "2019-10-31"


def test_the_only_date_before_governs_from_another_clause() -> None:
    assert governing("وزیر دیروز گفت که توافق امضا شد.", "امضا", "past", ["که"]) == "2019-11-01"


def test_a_past_date_of_another_clause_does_not_govern_the_future() -> None:
    assert governing("وزیر دیروز گفت که سند امضا خواهد شد.", "امضا", "future", ["که"]) == ""


def test_a_weekday_is_read_ahead_for_the_future() -> None:
    assert governing("وزیر دوشنبه سفر خواهد کرد.", "سفر", "future") == "2019-11-04"
    assert governing("وزیر دوشنبه سفر کرد.", "سفر", "past") == "2019-10-28"


def test_an_attributive_year_governs_its_own_noun_only() -> None:
    sentence = "او به توافق سال ۲۰۱۵ اعتراض کرد."

    assert governing(sentence, "اعتراض", "past") == "2019-11-02"
    assert governing(sentence, "توافق", "past") == "2015-01-01"


@pytest.mark.parametrize(("tense", "expected"), [("past", "2019-11-02"), ("present", "2019-11-02"), ("future", "")])
def test_without_a_date_a_report_has_the_day_of_publication(tense: str, expected: str) -> None:
    assert governing("وزیر با همتای خود دیدار کرد.", "دیدار", tense) == expected


def test_without_any_date_nothing_is_known() -> None:
    assert governing("وزیر با همتای خود دیدار کرد.", "دیدار", "past", published="") == ""


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (SATURDAY, EventDate("2019-11-02", "2019-11-02", "day", "publication", "", "1398-08-11")),
        ("2019-11", EventDate("2019-11-01", "2019-11-30", "month", "publication")),
        ("2019", EventDate("2019-01-01", "2019-12-31", "year", "publication")),
        ("", EventDate()),
        ("2019-13-45", EventDate()),
        ("2019-13", EventDate()),
    ],
)
def test_publication_is_as_precise_as_it_is_known(published: str, expected: EventDate) -> None:
    assert publication_date(published) == expected


PIECES = st.lists(
    st.sampled_from([word for kind in words().kinds.values() for word in kind])
    | st.sampled_from(
        ["سال", "روز", "ماه", "از", "تا", "و", "،", "(", ")", "-", "/", "۱۳۹۸", "2018", "۳۰", "12/5/98", "0"]
    )
    | st.integers(0, 3000).map(str),
    max_size=12,
)


@given(PIECES, st.sampled_from(["", SATURDAY, "2020-02-29", "1999", "x"]))
def test_any_row_of_words_gives_slices_and_ordered_intervals(pieces: list[str], published: str) -> None:
    text = " ".join(pieces)
    for tokens in tagged(text):
        for span in find_dates(tokens, published, text, words()):
            for one in filter(None, (span.date, span.ahead)):
                assert one.text == text[tokens[span.first].start : tokens[span.last - 1].end] != ""
                assert one.start <= one.end
                assert bool(one.start) == bool(one.end) == bool(one.precision)
                assert not one.start or date.fromisoformat(one.start) <= date.fromisoformat(one.end)


@given(st.text(max_size=60), st.text(max_size=12))
def test_no_text_and_no_publication_date_raises(text: str, published: str) -> None:
    for tokens in tagged(text):
        assert all(0 <= span.first < span.last <= len(tokens) for span in find_dates(tokens, published, text, words()))


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["jalali", "gregorian", "lunar"]))
def test_every_day_lies_in_its_month(day: date, calendar: str) -> None:
    interval = calendars.period(calendar, *calendars.month_of(calendar, day))

    assert interval is not None
    assert interval[0] <= day <= interval[1]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("month,تیر,4", "unknown kind “month”"),
        ("jalali,تیر,13", "“13” is no value of jalali"),
        ("jalali,,4", "the word is empty"),
        ("jalali,تیر", "2 cells where three belong"),
    ],
)
def test_a_wrong_line_is_named_with_its_remedy(tmp_path: Path, line: str, problem: str) -> None:
    (tmp_path / "date_words.csv").write_text(f"kind,word,value\n{line}\n", encoding="utf-8")

    with pytest.raises(LexiconError, match="date_words.csv:2: " + problem):
        load_date_words([tmp_path])


def test_our_own_lines_are_sorted_by_kind_and_stand_once() -> None:
    with (OWN_FOLDER / "date_words.csv").open(encoding="utf-8", newline="") as handle:
        rows = [(row["kind"], row["word"]) for row in csv.DictReader(handle)]

    assert [kind for kind, _ in rows] == sorted(kind for kind, _ in rows)
    assert len(set(rows)) == len(rows)

"""Relations in sentences of our own, phenomenon by phenomenon, as the annotation guide wants them.

Cases that are not right yet stand in `grammar/open.txt`; `suite_status.py --write` brings that list up to date.
"""

from collections import Counter

import pytest
from suite_files import GRAMMAR, Case, open_cases
from suite_marks import invented_ids, kind_of, lexicon, parse
from suite_relations import KINDS, Pattern, faults, found_in, grammar_cases, patterns
from suite_texts import tag

CASES = grammar_cases()
OPEN = open_cases(GRAMMAR)
EXPECTED = [(case, one) for case in CASES for line in case.lists["relations"] for one in patterns(line)]
ALLOWED = [(case, one) for case in CASES for line in case.lists["may"] for one in patterns(line)]


@pytest.fixture(scope="module")
def _tagged() -> None:
    tag([parse(case.text).text for case in CASES])


@pytest.mark.usefixtures("_tagged")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_relations_are_as_the_guide_wants_them(case: Case, request: pytest.FixtureRequest) -> None:
    if case.id in OPEN:
        request.applymarker(pytest.mark.xfail(reason="not right yet", strict=False))

    assert faults(case, found_in(case)) == []


def test_the_suite_is_large_and_no_text_repeats() -> None:
    texts = Counter(parse(case.text).text for case in CASES)

    assert len(CASES) >= 420
    assert [text for text, times in texts.items() if times > 1] == []


def test_ids_are_unique_and_open_ones_exist() -> None:
    ids = Counter(case.id for case in CASES)

    assert [one for one, times in ids.items() if times > 1] == []
    assert set(ids) >= OPEN


@pytest.mark.parametrize("kind", sorted(KINDS - {"MEMBER"}))
def test_every_kind_is_covered(kind: str) -> None:
    cases = {case.id for case, one in EXPECTED if one.kinds == {kind}}

    assert len(cases) >= 12


def test_every_quality_is_covered() -> None:
    rows = [one for _, one in EXPECTED]

    assert sum(one.polarity == {"negated"} for one in rows) >= 25
    assert sum(one.realis == {"future"} for one in rows) >= 20
    assert sum("hypothetical" in one.realis for one in rows) >= 20
    assert sum(one.speakers.isdisjoint({"-", "*"}) for one in rows) >= 30
    assert sum(one.arrow == "<>" for one in rows) >= 80


@pytest.mark.parametrize(("case", "one"), EXPECTED, ids=lambda one: getattr(one, "id", ""))
def test_expected_ends_stand_in_the_text(case: Case, one: Pattern) -> None:
    marked = {key for mark in parse(case.text).marks for key in mark.keys}

    assert one.sources & marked
    assert one.targets & marked


@pytest.mark.parametrize(("case", "one"), EXPECTED + ALLOWED, ids=lambda one: getattr(one, "id", ""))
def test_every_end_stands_in_the_text_or_is_invented(case: Case, one: Pattern) -> None:
    marked = {key for mark in parse(case.text).marks for key in mark.keys}
    ends = (one.sources | one.targets | one.speakers) - {"*", "-"}

    assert one.sources.isdisjoint(one.targets)
    assert ends - marked - set(invented_ids()) == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_texts_are_short_and_speak_of_invented_names_only(case: Case) -> None:
    marked = parse(case.text)
    countries = {key for mark in marked.marks for key in mark.keys if kind_of(key) == "country"}
    real = [country for key, country in lexicon().countries.items() if key not in invented_ids()]

    assert countries <= set(invented_ids())
    assert {name for one in real for name in {*one.names} - {*one.ambiguous}}.isdisjoint(marked.text.split())
    assert len(marked.text) <= 400


@pytest.mark.parametrize("line", ["ACCUSE ARL SRM >", "BLAME ARL > SRM", "ACCUSE ARL > SRM perhaps"])
def test_lines_that_mean_nothing_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"unknown|unpack"):
        patterns(line)


@pytest.mark.parametrize("markup", ["[وی", "وی|per-kiani]", "[وی]", "[وی|per-kiani:nickname]"])
def test_marks_that_mean_nothing_are_refused(markup: str) -> None:
    with pytest.raises(ValueError, match=r"bracket|mark|form"):
        parse(markup)

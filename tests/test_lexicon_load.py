"""Reading lexicon folders: merging, and all problems in one report."""

import pytest

from pipeline.errors import LexiconError
from pipeline.lexicon import load_lexicon
from pipeline.lexicon.load import OWN_FOLDER


def folder_of(tmp_path, **tables):
    for stem, text in tables.items():
        (tmp_path / f"{stem}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def problems(tmp_path, **tables):
    with pytest.raises(LexiconError) as caught:
        load_lexicon([folder_of(tmp_path, **tables)], str)
    return str(caught.value)


def test_own_tables_load():
    assert load_lexicon([], str).countries["IRN"].label == "ایران"


def test_a_users_row_replaces_ours(tmp_path):
    folder = folder_of(tmp_path, countries="id,label,label_en,names\nIRN,پارس,Persia,پارس\n")
    lexicon = load_lexicon([folder], str)

    assert (lexicon.countries["IRN"].label_en, "TUR" in lexicon.countries) == ("Persia", True)


def test_names_are_spelled_by_the_given_function(tmp_path):
    folder = folder_of(tmp_path, countries="id,label,label_en,names\nZRK,زرناک,Zarnak,زرناک\n")
    lexicon = load_lexicon([folder], lambda name: name.replace("ز", "ژ"))

    assert [hit.id for hit in lexicon.matcher.find(["ژرناک"])] == ["ZRK"]


def test_all_problems_of_all_files_are_reported_together(tmp_path):
    message = problems(
        tmp_path,
        countries="id,label,label_en\nZRK,,Zarnak\n",
        people="id,label,label_en,affiliation\nper-a,آ,A,ZZZ\n",
        memberships="organisation,member\n",
    )

    assert [part in message for part in ("countries.csv:2", "people.csv:2", "memberships.csv:1")] == [True] * 3


@pytest.mark.parametrize(
    ("stem", "text", "words"),
    [
        ("countries", "id,label,label_en,adjektives\n", "Did you mean “adjectives”?"),
        ("countries", "id,label\n", "“label_en” is missing"),
        ("countries", "id,label,label_en,status\nZRK,ز,Z,stat\n", "Did you mean “state”?"),
        ("countries", "id,label,label_en\nZRK,ز,Z\nZRK,ز,Z\n", "Remove one of the two"),
        ("countries", "id,label,label_en\nZRK,ز\n", "quotation marks"),
        ("offices", "person,title,of,start\nper-a,president,IRN,1398/1/1\n", "Write start as 2019"),
        ("offices", "person,title,of\nper-hassan-rouhani,presidnt,IRN\n", "Did you mean “president”?"),
        ("peple", "id\n", "Did you mean “people”?"),
    ],
)
def test_a_problem_names_its_remedy(tmp_path, stem, text, words):
    assert words in problems(tmp_path, **{stem: text})


def test_a_file_that_is_no_text_is_reported(tmp_path):
    (tmp_path / "countries.csv").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(LexiconError, match="Save it as UTF-8"):
        load_lexicon([tmp_path], str)


def test_a_missing_folder_is_reported(tmp_path):
    with pytest.raises(LexiconError, match="no such folder"):
        load_lexicon([tmp_path / "none"], str)


def test_offices_may_name_the_body_of_a_country(tmp_path):
    row = "per-hassan-rouhani,spokesperson,IRN-foreign-ministry\n"
    lexicon = load_lexicon([folder_of(tmp_path, offices="person,title,of\n" + row)], str)

    assert any(tenure.of == "IRN-foreign-ministry" for tenure in lexicon.tenures_of("per-hassan-rouhani"))


def test_country_of_follows_affiliations():
    lexicon = load_lexicon([], str)

    assert (lexicon.country_of("IRN-foreign-ministry"), lexicon.country_of("org-isna")) == ("IRN", "IRN")


def test_cue_words_and_demands_are_keyed():
    lexicon = load_lexicon([], str)

    assert ("کشورمان" in lexicon.cue("home"), lexicon.cue("no such class")) == (True, frozenset())


@pytest.mark.parametrize("stem", ["cues", "ambiguous", "common_words"])
def test_cue_tables_are_sorted(stem):
    lines = (OWN_FOLDER / f"{stem}.csv").read_text(encoding="utf-8").splitlines()[1:]

    assert lines == sorted(lines)

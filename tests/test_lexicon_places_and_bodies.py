"""The tables of countries, places, organizations, memberships and national bodies."""

import csv
import re
from collections import defaultdict
from datetime import date

import pytest

from pipeline.lexicon.load import OWN_FOLDER
from pipeline.lexicon.match import key_of

NAME_COLUMNS = {
    "countries": ("names", "adjectives", "capital_names"),
    "places": ("names",),
    "organizations": ("names", "acronyms"),
    "bodies": ("names",),
}
# Where the codes of ISO 3166 end: user-assigned codes, given here to historic and partial states.
LOCAL_CODE = re.compile(r"X[A-Z]{2}")
NATIONAL_BODY = re.compile(r"(?P<country>[A-Z]{3})-(?P<body>[a-z-]+)")
ARABIC_LETTERS = re.compile("[يكىةۀ\u064b-\u0652\u0640]")


def read(stem: str) -> list[dict[str, str]]:
    with (OWN_FOLDER / f"{stem}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def ids(stem: str) -> list[str]:
    return [row["id"] for row in read(stem)]


def values(row: dict[str, str], *columns: str) -> list[str]:
    return [value for column in columns for value in row.get(column, "").split("|") if value]


@pytest.mark.parametrize("stem", NAME_COLUMNS)
def test_ids_are_sorted_and_unique(stem):
    assert ids(stem) == sorted(set(ids(stem)))


def test_memberships_are_sorted_and_unique():
    rows = [(row["organization"], row["member"], row["start"]) for row in read("memberships")]

    assert rows == sorted(set(rows))


@pytest.mark.parametrize(
    ("stem", "least"),
    [("countries", 270), ("places", 800), ("organizations", 350), ("bodies", 70), ("memberships", 350)],
)
def test_a_table_is_no_smaller_than_promised(stem, least):
    assert len(read(stem)) >= least


def test_international_organizations_are_at_least_150():
    international = [row for row in read("organizations") if row["type"] in ("igo", "alliance", "court")]

    assert len(international) >= 150


def test_every_iso_country_has_a_line_and_every_line_an_iso_or_local_code():
    pycountry = pytest.importorskip("pycountry", reason="pycountry lists the codes of ISO 3166")
    current = {country.alpha_3 for country in pycountry.countries}
    former = {country.alpha_3 for country in pycountry.historic_countries}
    listed = set(ids("countries"))

    assert current - listed == set()
    assert {code for code in listed - current - former if not LOCAL_CODE.fullmatch(code)} == set()


def test_local_codes_stand_for_states_that_iso_does_not_list():
    local = [row for row in read("countries") if LOCAL_CODE.fullmatch(row["id"])]

    assert {row["id"] for row in local if row["status"] == "state"} == set()


@pytest.mark.parametrize("stem", NAME_COLUMNS)
def test_a_name_stands_for_two_entries_only_where_marked_ambiguous(stem):
    owners = defaultdict(set)
    ambiguous = set()
    for row in read(stem):
        ambiguous |= {key_of(name) for name in values(row, "ambiguous")}
        for name in values(row, *NAME_COLUMNS[stem]):
            owners[key_of(name)].add(row["id"])

    assert {name: sorted(found) for name, found in owners.items() if len(found) > 1 and name not in ambiguous} == {}


@pytest.mark.parametrize("stem", NAME_COLUMNS)
def test_an_ambiguous_name_is_a_name_of_its_entry(stem):
    strangers = {
        row["id"]: sorted(set(values(row, "ambiguous")) - set(values(row, *NAME_COLUMNS[stem]))) for row in read(stem)
    }

    assert {entry: names for entry, names in strangers.items() if names} == {}


@pytest.mark.parametrize("stem", NAME_COLUMNS)
def test_the_label_is_the_first_name(stem):
    assert {row["id"] for row in read(stem) if row["label"] != row["names"].split("|")[0]} == set()


@pytest.mark.parametrize("stem", NAME_COLUMNS)
def test_names_are_written_in_persian_letters_without_stray_spaces(stem):
    names = [name for row in read(stem) for name in values(row, *NAME_COLUMNS[stem])]

    assert [name for name in names if ARABIC_LETTERS.search(name) or " ".join(name.split()) != name] == []


def test_an_affiliation_is_a_country_or_an_organization():
    known = {*ids("countries"), *ids("organizations"), ""}

    assert {row["id"] for row in read("organizations") if row["affiliation"] not in known} == set()


def test_affiliations_do_not_run_in_circles():
    owner = {row["id"]: row["affiliation"] for row in read("organizations")}
    circles = set()
    for entry in owner:
        seen, current = set(), entry
        while current in owner and current not in seen:
            seen.add(current)
            current = owner[current]
        if current in seen:
            circles.add(entry)

    assert circles == set()


def test_a_named_national_body_is_composed_of_a_country_and_a_generic_body():
    countries, bodies = set(ids("countries")), set(ids("bodies"))
    wrong = []
    for entry in ids("organizations"):
        composed = NATIONAL_BODY.fullmatch(entry)
        if not entry.startswith("org-") and not (
            composed and composed["country"] in countries and composed["body"] in bodies
        ):
            wrong.append(entry)

    assert wrong == []


def test_a_place_lies_in_a_listed_country_or_in_none():
    known = {*ids("countries"), ""}

    assert {row["id"] for row in read("places") if row["country"] not in known} == set()


def test_a_membership_joins_listed_entries():
    organizations = set(ids("organizations"))
    members = organizations | set(ids("countries"))
    rows = read("memberships")

    assert [row for row in rows if row["organization"] not in organizations or row["member"] not in members] == []


def test_a_membership_ends_after_it_starts():
    rows = [row for row in read("memberships") if row["start"] and row["end"]]

    assert [row for row in rows if row["end"][: len(row["start"])] < row["start"][: len(row["end"])]] == []


@pytest.mark.parametrize(
    ("organization", "day", "member", "expected"),
    [
        ("org-shanghai-cooperation-organisation", date(2019, 6, 14), "IRN", False),
        ("org-shanghai-cooperation-organisation", date(2024, 1, 1), "IRN", True),
        ("org-european-union", date(2019, 6, 1), "GBR", True),
        ("org-european-union", date(2021, 6, 1), "GBR", False),
        ("org-un-security-council", date(2019, 6, 1), "RUS", True),
        ("org-p5-plus1", date(2019, 6, 1), "USA", False),
        ("org-nato", date(2019, 6, 1), "TUR", True),
        ("org-opec", date(2019, 6, 1), "QAT", False),
    ],
)
def test_members_on_a_day(organization, day, member, expected):
    spans = [
        (row["start"], row["end"] or "9999")
        for row in read("memberships")
        if row["organization"] == organization and row["member"] == member
    ]

    assert expected == any(start <= day.isoformat() <= end for start, end in spans)


@pytest.mark.parametrize(
    ("stem", "column", "name", "expected"),
    [
        ("countries", "names", "رژیم صهیونیستی", "ISR"),
        ("countries", "names", "امریکا", "USA"),
        ("countries", "names", "جمهوری دموکراتیک خلق کره", "PRK"),
        ("countries", "adjectives", "سعودی‌ها", "SAU"),
        ("countries", "capital_names", "نورسلطان", "KAZ"),
        ("countries", "capital_names", "تل‌آویو", "ISR"),
        ("places", "names", "تنگه هرمز", "plc-strait-of-hormuz"),
        ("places", "names", "شبه‌جزیره کره", "plc-korean-peninsula"),
        ("organizations", "names", "پیمان شانگهای", "org-shanghai-cooperation-organisation"),
        ("organizations", "names", "پنتاگون", "USA-defence-ministry"),
        ("organizations", "names", "رویتر", "org-reuters"),
        ("bodies", "names", "وزارت امورخارجه", "foreign-ministry"),
    ],
)
def test_a_name_of_the_news_is_found(stem, column, name, expected):
    assert [expected] == [row["id"] for row in read(stem) if key_of(name) in map(key_of, values(row, column))]


@pytest.mark.parametrize("name", ["برجام", "عرب", "غرب", "جامعه جهانی"])
def test_agreements_and_vague_collectives_are_no_actors(name):
    rows = [row for stem in ("countries", "organizations") for row in read(stem)]

    assert [row["id"] for row in rows if name in values(row, "names", "adjectives")] == []
